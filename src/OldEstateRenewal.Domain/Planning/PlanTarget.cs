using System.Globalization;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>The totals of a plan (计划合计), exact. A figure nobody has is null.</summary>
public sealed record PlanTotals(int? Estates, int? Buildings, int? Households, Area? Area, Money? Investment);

/// <summary>What a target counts (指标).</summary>
public enum TargetMeasure
{
    /// <summary>小区数.</summary>
    Estates,

    /// <summary>楼栋数.</summary>
    Buildings,

    /// <summary>户数.</summary>
    Households,

    /// <summary>建筑面积（平方米）.</summary>
    Area,

    /// <summary>投资（元）.</summary>
    Investment,
}

/// <summary>
/// The target of a year or period (任务目标): each figure as printed. 靖远县 2023 spans two years: the plan year is where it is announced.
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="From">The first plan year.</param>
/// <param name="To">The last plan year; equal to <paramref name="From"/> for a yearly target.</param>
/// <param name="Figures">The printed figures, in the order of <see cref="TargetMeasure"/>.</param>
/// <param name="ExactArea">The exact sum of the annex where the text prints a rounded one, or null.</param>
public sealed record PlanTarget(PolicyItemHead Head, int From, int To, IReadOnlyDictionary<TargetMeasure, PrintedFigure> Figures, Area? ExactArea) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => $"{(From == To ? $"{From}年" : $"{From}—{To}年")}：{string.Join("、", Figures.Values)}";

    /// <summary>
    /// Compares totals with the target, figure by figure (计划与目标核对): equal to the printed precision, or the difference in words. Where the
    /// annex has an exact area, that decides. A total that is null is unknown.
    /// </summary>
    public Reason Compare(PlanTotals totals) =>
        Reason.OfAll(Key, Name, Citation, Figures.Select(figure => CompareOne(figure.Key, figure.Value, Total(totals, figure.Key))).ToList());

    /// <summary>Reads { name, clause, quote?, note?, year | from, to, estates?, buildings?, households?, area?, investment?, exactArea? }.</summary>
    public static PlanTarget Read(PolicyNode node)
    {
        var head = node.Head();
        var from = node.Has("year") ? node.Whole("year", 1990, 2100) : node.Whole("from", 1990, 2100);
        var to = node.Has("year") ? from : node.Whole("to", from, 2100);
        var figures = new Dictionary<TargetMeasure, PrintedFigure>();
        foreach (var measure in Enum.GetValues<TargetMeasure>())
            if (PrintedFigure.ReadOptional(node, measure.ToString().ToLowerInvariant()) is { } figure) figures[measure] = figure;
        if (figures.Count == 0) node.Wrong("estates", "至少一项指标（estates、buildings、households、area、investment）", 0);
        var exact = node.OptionalArea("exactArea");
        if (exact is { } area && !(figures.GetValueOrDefault(TargetMeasure.Area)?.Matches(new Fraction(area.Hundredths, 100)) ?? false))
            node.Wrong("exactArea", "取舍后等于印发面积（area）的数", 0);
        return new(head, from, to, figures, exact);
    }

    private Reason CompareOne(TargetMeasure measure, PrintedFigure printed, Fraction? total)
    {
        if (total is not { } exact) return Reason.Single(measure.ToString(), Words(measure), Outcome.Unknown, $"目标 {printed}，计划无合计", Citation);
        var outcome = Outcomes.Of(AnnexOf(measure) is { } annex ? exact == annex : printed.Matches(exact));
        return Reason.Single(measure.ToString(), Words(measure), outcome, $"目标 {printed}，计划 {Number(exact)}{Unit(measure)}{Difference(measure, printed, exact)}", Citation);
    }

    private string Difference(TargetMeasure measure, PrintedFigure printed, Fraction exact)
    {
        var target = AnnexOf(measure) ?? printed.Value;
        if (exact == target) return "，相等";
        var off = exact > target ? $"多 {Number(exact - target)}" : $"少 {Number(target - exact)}";
        if (AnnexOf(measure) is not null) return $"，与附件合计相差（比 {Number(target)}{Unit(measure)} {off}{Unit(measure)}）";
        return printed.Matches(exact) ? $"，按印发精度相符（比印发数{off}{Unit(measure)}）" : $"，比目标{off}{Unit(measure)}";
    }

    /// <summary>The exact sum of the annex that decides instead of the printed figure, or null.</summary>
    private Fraction? AnnexOf(TargetMeasure measure) => measure == TargetMeasure.Area && ExactArea is { } area ? new Fraction(area.Hundredths, 100) : null;

    private static Fraction? Total(PlanTotals totals, TargetMeasure measure) => measure switch
    {
        TargetMeasure.Estates => totals.Estates is { } estates ? (Fraction)estates : null,
        TargetMeasure.Buildings => totals.Buildings is { } buildings ? (Fraction)buildings : null,
        TargetMeasure.Households => totals.Households is { } households ? (Fraction)households : null,
        TargetMeasure.Area => totals.Area is { } area ? new Fraction(area.Hundredths, 100) : null,
        _ => totals.Investment is { } money ? new Fraction(money.Fen, 100) : null,
    };

    private static string Words(TargetMeasure measure) => measure switch
    {
        TargetMeasure.Estates => "小区数",
        TargetMeasure.Buildings => "楼栋数",
        TargetMeasure.Households => "户数",
        TargetMeasure.Area => "建筑面积",
        _ => "投资",
    };

    private static string Unit(TargetMeasure measure) => measure switch
    {
        TargetMeasure.Estates => "个",
        TargetMeasure.Buildings => "栋",
        TargetMeasure.Households => "户",
        TargetMeasure.Area => "㎡",
        _ => "元",
    };

    private static string Number(Fraction value) => Math.Round((decimal)value.Numerator / (decimal)value.Denominator, 2).ToString("0.##", CultureInfo.InvariantCulture);
}
