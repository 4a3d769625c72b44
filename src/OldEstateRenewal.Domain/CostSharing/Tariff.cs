using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>How a bill that is finer than one 分 is rounded (取整方式).</summary>
public enum TariffRounding
{
    /// <summary>四舍五入到分.</summary>
    HalfUp,

    /// <summary>舍去分以下.</summary>
    Down,

    /// <summary>进一到分.</summary>
    Up,
}

/// <summary>A step of a tariff (阶梯): the volume up to and including the limit, and its price.</summary>
/// <param name="UpTo">The limit (含), or null for the last step.</param>
/// <param name="Price">Yuan per unit of the volume within this step.</param>
public sealed record TariffTier(Volume? UpTo, Money Price);

/// <summary>What one step costs (某阶梯的水费): exact, in 分.</summary>
public sealed record TariffLine(TariffTier Tier, Volume Volume, Fraction ExactFen);

/// <summary>A bill (应缴额) with its working.</summary>
public sealed record TariffBill(PolicyAnswer<Tariff> Rule, Volume Volume, IReadOnlyList<TariffLine> Lines, Money Total)
{
    /// <summary>The working: volume, each step, total, validity warning.</summary>
    public IReadOnlyList<string> Working =>
    [
        $"输入：{Rule.Item.Per} {Volume} {Rule.Item.Unit}",
        $"依据：{Rule.Citation}；规则：{Rule.Item.InWords}",
        .. Lines.Select(line => $"{line.Volume} {Rule.Item.Unit} × {line.Tier.Price} 元 = {(line.ExactFen / 100).ToString()} 元"),
        $"合计 {Total} 元",
        .. Rule.Warning is { } warning ? [warning] : Array.Empty<string>(),
    ];
}

/// <summary>A stepped price (阶梯价格): each step's price applies to the volume within that step.</summary>
public sealed record Tariff(PolicyItemHead Head) : PolicyItem(Head)
{
    /// <summary>The unit: ㎥.</summary>
    public required string Unit { get; init; }

    /// <summary>For whom and how long the steps run: 每户每年.</summary>
    public required string Per { get; init; }

    /// <summary>The steps, lowest first; the last has no limit.</summary>
    public required IReadOnlyList<TariffTier> Tiers { get; init; }

    /// <summary>How the total is rounded.</summary>
    public TariffRounding Rounding { get; init; }

    /// <inheritdoc/>
    public override string InWords =>
        $"{Per}：" + string.Join("；", Tiers.Select(tier => $"{(tier.UpTo is { } upTo ? $"{upTo} {Unit}（含）及以下部分" : "超出部分")} {tier.Price} 元/{Unit}"));

    /// <summary>The bill for a volume.</summary>
    public static TariffBill Bill(PolicyAnswer<Tariff> rule, Volume volume)
    {
        var lines = new List<TariffLine>();
        var from = 0L;
        foreach (var tier in rule.Item.Tiers)
        {
            var to = Math.Min(tier.UpTo?.Hundredths ?? long.MaxValue, volume.Hundredths);
            if (to <= from) break;
            lines.Add(new TariffLine(tier, Volume.FromHundredths(to - from), new Fraction(tier.Price.Fen, 100) * (to - from)));
            from = to;
        }

        return new TariffBill(rule, volume, lines, rule.Item.Round(lines.Aggregate(Fraction.Zero, (sum, line) => sum + line.ExactFen)));
    }

    /// <summary>Reads { unit, per, tiers [{ upTo?, price }], rounding? }.</summary>
    public static Tariff Read(PolicyNode node)
    {
        var tariff = new Tariff(node.Head())
        {
            Unit = node.Text("unit"),
            Per = node.Text("per"),
            Tiers = node.Objects("tiers").Select(tier => new TariffTier(Limit(tier), tier.Money("price"))).ToList(),
            Rounding = node.OptionalChoice<TariffRounding>("rounding") ?? TariffRounding.HalfUp,
        };
        var limits = tariff.Tiers.Select(tier => tier.UpTo?.Hundredths ?? long.MaxValue).ToList();
        var rising = limits.Zip(limits.Skip(1)).All(pair => pair.First < pair.Second);
        if (limits.Count == 0 || !rising || limits[^1] != long.MaxValue) node.Wrong("tiers", "由低到高的阶梯，最后一级不写 upTo", 0);
        return tariff;
    }

    private static Volume? Limit(PolicyNode tier) =>
        !tier.Has("upTo") ? null : Volume.TryParse(tier.OptionalText("upTo"), out var volume) ? volume : tier.Wrong("upTo", "不为负的用量（精确到 0.01，加引号），如 \"144\"", (Volume?)null);

    private Money Round(Fraction fen) => Money.FromFen((long)(Rounding switch
    {
        TariffRounding.Down => fen.Floor(),
        TariffRounding.Up => fen.Ceiling(),
        _ => (fen + new Fraction(1, 2)).Floor(),
    }));
}
