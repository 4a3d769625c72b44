using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>What is shared (分摊的对象).</summary>
public enum CostBase
{
    /// <summary>改造费用.</summary>
    Cost,

    /// <summary>收费（配套费等，减半收取的对象）.</summary>
    Fee,

    /// <summary>竣工财务结算评审额.</summary>
    Settlement,
}

/// <summary>What happens when fixed parts exceed the cost (定额合计超过费用时). No share is ever negative.</summary>
public enum CostExcess
{
    /// <summary>按规则所列次序承担，直至费用足额.</summary>
    InOrder,

    /// <summary>按比例缩减.</summary>
    Proportional,
}

/// <summary>Who pays what of which works (费用分担规则).</summary>
public sealed record CostRule(PolicyItemHead Head) : PolicyItem(Head)
{
    /// <summary>To which works it applies.</summary>
    public required WorksMatch Applies { get; init; }

    /// <summary>What is shared.</summary>
    public CostBase Base { get; init; }

    /// <summary>The payers, in the order in which ties and excess are settled.</summary>
    public required IReadOnlyList<CostShare> Shares { get; init; }

    /// <summary>What happens when fixed parts exceed the cost.</summary>
    public CostExcess Excess { get; init; }

    /// <summary>How a payer's share is split over households, or null where the rule says nothing.</summary>
    public HouseholdSplit? Split { get; init; }

    /// <summary>
    /// Whether the lines it covers are one cost (合并计算): what is fixed per household, by ㎡, by storey or by a limit is due once and not for every line, and a
    /// settlement is that of the whole project.
    /// </summary>
    public bool IsJoint => Base == CostBase.Settlement || Shares.Any(share => share.IsCapped || share.Floor is not null
        || share.Kind is ShareKind.PerHousehold or ShareKind.PerSquareMetre or ShareKind.StoreySteps or ShareKind.Tiers);

    /// <inheritdoc/>
    public override string InWords => string.Join("；", Shares.Select(share => share.InWords)) + (Split is null ? "" : $"；{Split.InWords}");

    /// <summary>Reads { applies?, base?, shares [ … ], excess?, split? }.</summary>
    public static CostRule Read(PolicyNode node)
    {
        var rule = new CostRule(node.Head())
        {
            Applies = WorksMatch.Read(node.OptionalObject("applies")),
            Base = node.OptionalChoice<CostBase>("base") ?? CostBase.Cost,
            Shares = node.Objects("shares").Select(CostShare.Read).ToList(),
            Excess = node.OptionalChoice<CostExcess>("excess") ?? CostExcess.InOrder,
            Split = HouseholdSplit.Read(node.OptionalObject("split")),
        };
        rule.NoteContradictions(node);
        return rule;
    }

    /// <summary>The rules that apply to a piece of works, the most special first, then the nearest division's.</summary>
    public static IReadOnlyList<PolicyAnswer<CostRule>> For(PolicyView view, WorksCase works) => view.All(PolicySections.Costs)
        .Where(answer => answer.Item.Applies.Applies(works))
        .OrderByDescending(answer => answer.Item.Applies.Specificity)
        .ThenBy(answer => IndexOf(view, answer.Document)).ToList();

    /// <summary>How owners share among themselves where a rule does not say (业主内部分摊), or null where nobody has said.</summary>
    public static PolicyAnswer<CostRule>? AmongOwners(PolicyView view) => view.Find(PolicySections.Costs, "household-split");

    private static int IndexOf(PolicyView view, PolicyDocument document) => view.Documents.ToList().IndexOf(document);

    private void NoteContradictions(PolicyNode node)
    {
        var remainders = Shares.Count(share => share.Kind == ShareKind.Remainder);
        var takesAll = remainders == 1 || Shares.Any(share => share.Kind == ShareKind.Ratio)
            || (Shares.All(share => share.Kind == ShareKind.Fraction && share.Of == ShareOf.Whole)
                && Shares.Aggregate(Fraction.Zero, (sum, share) => sum + share.Value!.Value) == Fraction.One);
        if (remainders > 1) node.Wrong("shares", "至多一个承担其余（remainder）者", 0);
        if (!takesAll) node.Wrong("shares", "须有人承担其余：一个 remainder，或 ratio，或各 fraction 合计为 1", 0);
        if (remainders == 0 && Shares.Any(share => share.IsCapped)) node.Wrong("shares", "设上限时须有承担其余（remainder）者", 0);
        if (Shares.Select(share => share.Payer).Distinct().Count() != Shares.Count) node.Wrong("shares", "承担主体（payer）不重复", 0);
    }
}
