using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>A ratio that shows slips of the pen (合理性指标).</summary>
public enum PlausibilityRatio
{
    /// <summary>每平方米投资（元）.</summary>
    YuanPerSquareMetre,

    /// <summary>户均投资（元）.</summary>
    YuanPerHousehold,

    /// <summary>户均面积（㎡）.</summary>
    SquareMetresPerHousehold,

    /// <summary>每栋户数.</summary>
    HouseholdsPerBuilding,
}

/// <summary>
/// The range in which a ratio is usual (合理区间). Outside it a figure is not wrong but asks for a second look; it never refuses anything.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Ratio">The ratio.</param>
/// <param name="Least">The least usual value, included.</param>
/// <param name="Most">The greatest usual value, included.</param>
public sealed record PlausibilityBand(PolicyItemHead Head, PlausibilityRatio Ratio, Fraction Least, Fraction Most) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{Name}通常在 {Least} 至 {Most} 之间";

    /// <summary>Whether totals lie within the range; outside it the outcome is <see cref="Outcome.Review"/>, without figures unknown.</summary>
    public Reason Check(PlanTotals totals)
    {
        if (Of(totals) is not { } ratio) return Reason.Single(Key, Name, Outcome.Unknown, "数据不全，不能计算", Citation);
        var usual = ratio >= Least && ratio <= Most;
        return Reason.Single(Key, Name, usual ? Outcome.Passed : Outcome.Review, $"{Shown(ratio)}，通常 {Least} 至 {Most}{(usual ? "" : "，请核对")}", Citation);
    }

    /// <summary>The ratio of totals, exact; null when a figure is missing or the divisor is zero.</summary>
    public Fraction? Of(PlanTotals totals) => Ratio switch
    {
        PlausibilityRatio.YuanPerSquareMetre => Divide(Yuan(totals), Metres(totals)),
        PlausibilityRatio.YuanPerHousehold => Divide(Yuan(totals), totals.Households),
        PlausibilityRatio.SquareMetresPerHousehold => Divide(Metres(totals), totals.Households),
        _ => Divide(totals.Households, totals.Buildings),
    };

    /// <summary>Reads { name, clause, quote?, note?, ratio, least, most }.</summary>
    public static PlausibilityBand Read(PolicyNode node)
    {
        var band = new PlausibilityBand(node.Head(), node.Choice<PlausibilityRatio>("ratio"), node.Fraction("least", int.MaxValue), node.Fraction("most", int.MaxValue));
        return band.Most >= band.Least ? band : node.Wrong("most", "不小于 least 的数", band);
    }

    private static Fraction? Yuan(PlanTotals totals) => totals.Investment is { } money ? new Fraction(money.Fen, 100) : null;

    private static Fraction? Metres(PlanTotals totals) => totals.Area is { } area ? new Fraction(area.Hundredths, 100) : null;

    private static Fraction? Divide(Fraction? whole, Fraction? by) => whole is { } w && by is { } b && b > Fraction.Zero ? w / b : null;

    private static string Shown(Fraction ratio) => Area.FromHundredths((long)(ratio * 100).Floor()).ToString();
}
