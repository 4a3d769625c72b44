using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>What one payer pays (某主体应承担额).</summary>
/// <param name="Share">The rule of the share.</param>
/// <param name="Amount">The amount, to the 分.</param>
/// <param name="Exact">The exact amount in 分, before rounding.</param>
public sealed record PayerShare(CostShare Share, Money Amount, Fraction Exact)
{
    /// <summary>The share and the amount in words.</summary>
    public string InWords => $"{Share.InWords}：{Amount} 元{(Exact.Denominator.IsOne ? "" : $"（精确值 {Exact} 分，按最大余数取整）")}";
}

/// <summary>The result of a cost rule (费用分担结果): who pays what to the 分, or what is missing to say so.</summary>
/// <param name="Rule">The rule applied, with its document.</param>
/// <param name="Input">What it was applied to.</param>
/// <param name="Shares">One for each payer, in the rule's order; empty when something is missing. They add up to the cost.</param>
/// <param name="Missing">What must still be supplied, in words.</param>
/// <param name="Flags">What a person must look at (提示), such as fixed parts above the cost.</param>
public sealed record CostAnswer(PolicyAnswer<CostRule> Rule, CostInput Input, IReadOnlyList<PayerShare> Shares, IReadOnlyList<string> Missing, IReadOnlyList<string> Flags)
{
    /// <summary>What a payer pays; nothing when it is no payer of this rule.</summary>
    public Money Of(string payer) => Shares.FirstOrDefault(share => share.Share.Payer == payer)?.Amount ?? Money.Zero;

    /// <summary>The working: inputs, rule, result, flags and the validity warning.</summary>
    public IReadOnlyList<string> Working =>
    [
        $"输入：费用 {Input.Cost} 元" + (Input.Count is { } count ? $"，{count} 户" : ""),
        $"依据：{Rule.Citation}；规则：{Rule.Item.InWords}",
        .. Shares.Select(share => share.InWords),
        .. Missing.Select(missing => $"缺：{missing}"),
        .. Flags.Select(flag => $"提示：{flag}"),
        .. Rule.Warning is { } warning ? [warning] : Array.Empty<string>(),
    ];

    /// <summary>
    /// A payer's amount split over the households listed: by storey amounts where the share has them, else as the rule says, else as
    /// <paramref name="otherwise"/> says, the division's own "household-split" (民法典第二百八十三条：按专有部分面积). A list that differs from the
    /// number or area of households in the input is not split: it would put the share of those missing on the others.
    /// </summary>
    public HouseholdShares PerHousehold(string payer, PolicyAnswer<CostRule>? otherwise)
    {
        var share = Rule.Item.Shares.FirstOrDefault(share => share.Payer == payer);
        if (Input.Mismatches().ToList() is { Count: > 0 } mismatches) return Worked(new HouseholdShares([], mismatches), payer, Rule, Rule.Item.InWords);
        if (share is { Kind: ShareKind.StoreySteps })
            return Worked(HouseholdSplit.Weigh(Of(payer), Input.Households, household => CostCalculation.StoreyAmount(share, household)?.Fen), payer, Rule, share.InWords);
        var by = Rule.Item.Split is not null ? Rule : otherwise;
        return by?.Item.Split is { } split
            ? Worked(split.Of(Of(payer), Input.Households), payer, by, split.InWords)
            : new HouseholdShares([], ["业主内部分摊方式：文件未规定，须约定"]);
    }

    private HouseholdShares Worked(HouseholdShares shares, string payer, PolicyAnswer<CostRule> by, string words) => shares with
    {
        Working =
        [
            $"输入：{Of(payer)} 元，{Input.Households.Count} 户",
            $"依据：{by.Citation}；规则：{words}",
            .. shares.Missing.Select(missing => $"缺：{missing}"),
            .. by.Warning is { } warning ? [warning] : Array.Empty<string>(),
        ],
    };

    /// <summary>Applies a rule.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The cost or the number of households is negative.</exception>
    public static CostAnswer Apply(PolicyAnswer<CostRule> rule, CostInput input) => new CostCalculation(rule, input).Answer();
}
