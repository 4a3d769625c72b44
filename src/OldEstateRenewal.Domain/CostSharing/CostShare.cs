using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>How a payer's share is found (份额的算法).</summary>
public enum ShareKind
{
    /// <summary>按比例（费用的几分之几）.</summary>
    Fraction,

    /// <summary>按比值（2:8）分担其余.</summary>
    Ratio,

    /// <summary>每户定额.</summary>
    PerHousehold,

    /// <summary>每平方米定额.</summary>
    PerSquareMetre,

    /// <summary>按楼层每户定额.</summary>
    StoreySteps,

    /// <summary>按费用分档.</summary>
    Tiers,

    /// <summary>比例由约定或本级确定，须录入.</summary>
    SuppliedFraction,

    /// <summary>金额须录入.</summary>
    SuppliedAmount,

    /// <summary>承担其余部分（托底）.</summary>
    Remainder,
}

/// <summary>What a fraction is taken of (计算基数).</summary>
public enum ShareOf
{
    /// <summary>全部费用.</summary>
    Whole,

    /// <summary>扣除定额等之后的剩余.</summary>
    Rest,
}

/// <summary>An amount for the storeys from–to (楼层定额), per household.</summary>
public sealed record StoreyStep(int From, int To, Money Amount);

/// <summary>A share of the part of the cost up to a limit (费用分档); null for what is above the last limit.</summary>
public sealed record CostTier(Money? UpTo, Fraction Share);

/// <summary>One payer's share in a cost rule (承担主体及份额).</summary>
/// <param name="Payer">The payer's key: "owners", "utility", "county" …; unique in the rule.</param>
/// <param name="Name">The payer's name in words.</param>
/// <param name="Kind">How the share is found.</param>
public sealed record CostShare(string Payer, string Name, ShareKind Kind)
{
    /// <summary>The fraction, ratio term, or default of a supplied fraction.</summary>
    public Fraction? Value { get; init; }

    /// <summary>The amount per household or per ㎡, or the default of a supplied amount.</summary>
    public Money? Amount { get; init; }

    /// <summary>What a fraction is taken of.</summary>
    public ShareOf Of { get; init; }

    /// <summary>Amounts by storey.</summary>
    public IReadOnlyList<StoreyStep> Steps { get; init; } = [];

    /// <summary>Tiers of the cost, each share applied to the part within the tier.</summary>
    public IReadOnlyList<CostTier> Tiers { get; init; } = [];

    /// <summary>What must be supplied, in words: 居民约定比例.</summary>
    public string? Asks { get; init; }

    /// <summary>The most per household (每户上限), or null.</summary>
    public Money? CapPerHousehold { get; init; }

    /// <summary>The most in all (总额上限), or null.</summary>
    public Money? Cap { get; init; }

    /// <summary>The least in all (总额下限), or null.</summary>
    public Money? Floor { get; init; }

    /// <summary>Whether the share is limited from above, so that somebody else must take what is above.</summary>
    public bool IsCapped => CapPerHousehold is not null || Cap is not null;

    /// <summary>Whether the number of households must be known.</summary>
    public bool NeedsHouseholds => Kind == ShareKind.PerHousehold || CapPerHousehold is not null;

    /// <summary>The share in words: 供水企业 1/3, 业主每户 350.00 元.</summary>
    public string InWords => Name + Kind switch
    {
        ShareKind.Fraction => $" {Value}{(Of == ShareOf.Rest ? "（扣除定额后）" : "")}",
        ShareKind.Ratio => $" 比值 {Value}",
        ShareKind.PerHousehold => $"每户 {Amount} 元",
        ShareKind.PerSquareMetre => $"每平方米 {Amount} 元",
        ShareKind.StoreySteps => "按楼层定额：" + string.Join("、", Steps.Select(step => $"{step.From}—{step.To} 层 {step.Amount} 元")),
        ShareKind.Tiers => "按费用分档：" + string.Join("、", Tiers.Select(tier => $"{(tier.UpTo is { } upTo ? $"{upTo} 元以内部分" : "其余部分")} {tier.Share}")),
        ShareKind.Remainder => "承担其余",
        _ => $"：{Asks}（须录入{(Value is null && Amount is null ? "" : $"，未录入按 {Value?.ToString() ?? $"{Amount} 元"}")}）",
    } + (CapPerHousehold is { } cap ? $"，每户不超过 {cap} 元" : "") + (Cap is { } all ? $"，合计不超过 {all} 元" : "") + (Floor is { } floor ? $"，合计不少于 {floor} 元" : "");

    /// <summary>
    /// Reads { payer, name, one of fraction | ratio | perHousehold | perSquareMetre | storeys [{from,to,amount}] | tiers [{upTo?,fraction}] |
    /// supplied "fraction"/"amount" | remainder; of?, asks?, default?, capPerHousehold?, cap?, floor? }.
    /// </summary>
    internal static CostShare Read(PolicyNode node)
    {
        var kinds = Kinds.Where(pair => pair.Kind == ShareKind.Remainder ? node.Flag(pair.Name) : node.Has(pair.Name)).ToList();
        if (kinds.Count != 1) return node.Wrong("payer", "份额只写其一：fraction、ratio、perHousehold、perSquareMetre、storeys、tiers、supplied、remainder", new CostShare("", "", ShareKind.Remainder));
        var kind = kinds[0].Kind == ShareKind.SuppliedFraction && node.OptionalText("supplied") == "amount" ? ShareKind.SuppliedAmount : kinds[0].Kind;
        if (kinds[0].Name == "supplied" && node.OptionalText("supplied") is not ("fraction" or "amount")) node.Wrong("supplied", "\"fraction\" 或 \"amount\"", 0);
        var share = new CostShare(node.Text("payer"), node.Text("name"), kind)
        {
            Value = kind switch
            {
                ShareKind.Fraction => node.Fraction("fraction"),
                ShareKind.Ratio => node.Fraction("ratio", 1_000_000),
                ShareKind.SuppliedFraction when node.Has("default") => node.Fraction("default"),
                _ => null,
            },
            Amount = kind switch
            {
                ShareKind.PerHousehold => node.Money("perHousehold"),
                ShareKind.PerSquareMetre => node.Money("perSquareMetre"),
                ShareKind.SuppliedAmount => node.OptionalMoney("default"),
                _ => null,
            },
            Of = node.OptionalChoice<ShareOf>("of") ?? ShareOf.Whole,
            Steps = node.Objects("storeys").Select(step => new StoreyStep(step.Whole("from", -9, 200), step.Whole("to", -9, 200), step.Money("amount"))).ToList(),
            Tiers = node.Objects("tiers").Select(tier => new CostTier(tier.OptionalMoney("upTo"), tier.Fraction("fraction"))).ToList(),
            Asks = kind is ShareKind.SuppliedFraction or ShareKind.SuppliedAmount ? node.Text("asks") : null,
            CapPerHousehold = node.OptionalMoney("capPerHousehold"),
            Cap = node.OptionalMoney("cap"),
            Floor = node.OptionalMoney("floor"),
        };
        if (kind == ShareKind.Ratio && share.Value == Domain.Fraction.Zero) node.Wrong("ratio", "大于 0 的数（加引号），如 \"2\"", 0);
        if (share.Steps.Any(step => step.From > step.To)) node.Wrong("storeys", "from 不大于 to", 0);
        var limits = share.Tiers.Select(tier => tier.UpTo?.Fen ?? long.MaxValue).ToList();
        if (limits.Zip(limits.Skip(1)).Any(pair => pair.First >= pair.Second)) node.Wrong("tiers", "由低到高的分档，只有最后一档可不写 upTo", 0);
        if (kind == ShareKind.Remainder && (share.IsCapped || share.Floor is not null)) node.Wrong("remainder", "承担其余者不设上限、下限", 0);
        return share;
    }

    private static readonly (string Name, ShareKind Kind)[] Kinds =
    [
        ("fraction", ShareKind.Fraction), ("ratio", ShareKind.Ratio), ("perHousehold", ShareKind.PerHousehold), ("perSquareMetre", ShareKind.PerSquareMetre),
        ("storeys", ShareKind.StoreySteps), ("tiers", ShareKind.Tiers), ("supplied", ShareKind.SuppliedFraction), ("remainder", ShareKind.Remainder),
    ];
}
