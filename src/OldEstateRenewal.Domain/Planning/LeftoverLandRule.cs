using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>
/// May leftover plots (边角地、夹心地、插花地) be granted by agreement (零星土地协议出让): each plot small enough, and all together a small part of the
/// renewal area.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="PlotMu">The limit of a single plot, in 亩.</param>
/// <param name="Sum">The limit of all plots as a share of the renewal area.</param>
public sealed record LeftoverLandRule(PolicyItemHead Head, Bound PlotMu, Bound Sum) : PolicyItem(Head)
{
    /// <summary>1 亩 is exactly 10000/15 ㎡.</summary>
    public static readonly Fraction SquareMetresPerMu = new(10000, 15);

    /// <inheritdoc/>
    public override string InWords => $"单宗{PlotMu.InWords}亩，累计{Sum.InWords}";

    /// <summary>An area in 亩, exact.</summary>
    public static Fraction InMu(Area area) => new Fraction(area.Hundredths, 100) / SquareMetresPerMu;

    /// <summary>Checks every plot and their sum. A renewal area of nothing fails as soon as there is a plot.</summary>
    public Reason Check(IReadOnlyList<Area> plots, Area renewalArea)
    {
        var each = plots.Select((plot, index) => Reason.Single($"plot-{index + 1}", $"第{index + 1}宗{PlotMu.InWords}亩", Outcomes.Of(PlotMu.Holds(InMu(plot))), $"{plot} ㎡ = {InMu(plot)} 亩", Citation));
        var sum = plots.Aggregate(Area.Zero, (total, plot) => total + plot);
        var holds = sum == Area.Zero || (renewalArea > Area.Zero && Sum.Holds(new Fraction(sum.Hundredths, renewalArea.Hundredths)));
        return Reason.OfAll(Key, Name, Citation, [.. each, Reason.Single("sum", $"累计{Sum.InWords}", Outcomes.Of(holds), $"累计 {sum} ㎡，改造面积 {renewalArea} ㎡", Citation)]);
    }

    /// <summary>Reads { name, clause, quote?, note?, plotMu: { word, limit }, sum: { word, limit } }.</summary>
    public static LeftoverLandRule Read(PolicyNode node) => new(node.Head(), Bound.Read(node, "plotMu", 1000), Bound.Read(node, "sum"));
}
