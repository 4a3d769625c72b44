using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>What a funding item is (资金条目的性质).</summary>
public enum FundingKind
{
    /// <summary>资金来源.</summary>
    Source,

    /// <summary>投入方式（投资补助、资本金注入 …）.</summary>
    Instrument,

    /// <summary>收益来源.</summary>
    Revenue,

    /// <summary>资金管理要求.</summary>
    Requirement,
}

/// <summary>What money may, or may not, be used for (用途限定).</summary>
/// <param name="Text">The limit in words, shown when it is not kept.</param>
/// <param name="Works">The works concerned.</param>
public sealed record FundingUse(string Text, WorksMatch Works)
{
    internal static FundingUse? Read(PolicyNode? node) => node is null ? null : new FundingUse(node.Text("text"), WorksMatch.Read(node));
}

/// <summary>A source of money, an instrument, a line of revenue or a rule on money, as a document names it (资金).</summary>
public sealed record FundingSource(PolicyItemHead Head) : PolicyItem(Head)
{
    /// <summary>What it is.</summary>
    public required FundingKind Kind { get; init; }

    /// <summary>The group under which it is shown: 财政资金, 债券, 信贷, 居民出资, 专营单位, 社会资本 …</summary>
    public required string Group { get; init; }

    /// <summary>The only use allowed (限于), or null.</summary>
    public FundingUse? Only { get; init; }

    /// <summary>The use forbidden (不得用于), or null.</summary>
    public FundingUse? Never { get; init; }

    /// <summary>Whether it must be kept in a special account (专账管理、专款专用).</summary>
    public bool SpecialAccount { get; init; }

    /// <summary>Whether it may be used only without new debt of the local government (不新增地方政府债务、隐性债务), which the county declares at the approval.</summary>
    public bool NoNewDebt { get; init; }

    /// <inheritdoc/>
    public override string InWords => string.Join("；", new[] { Group, Only?.Text, Never?.Text, SpecialAccount ? "专账管理、专款专用" : null, NoNewDebt ? "不得新增地方政府债务" : null }.OfType<string>());

    /// <summary>Reads { kind, group, only? { text, … }, never? { text, … }, specialAccount?, noNewDebt? }.</summary>
    public static FundingSource Read(PolicyNode node) => new(node.Head())
    {
        Kind = node.Choice<FundingKind>("kind"),
        Group = node.Text("group"),
        Only = FundingUse.Read(node.OptionalObject("only")),
        Never = FundingUse.Read(node.OptionalObject("never")),
        SpecialAccount = node.Flag("specialAccount"),
        NoNewDebt = node.Flag("noNewDebt"),
    };
}
