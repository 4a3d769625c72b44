using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>What lies around a sheet: the budget it must keep to, a later scheme, other projects.</summary>
/// <param name="Budget">The newest fixed budget of the project; null where there is none.</param>
/// <param name="NewerScheme">A fixed scheme later than the one that is priced, by its name.</param>
/// <param name="Peers">The totals of the newest fixed sheets of the same stage, one for each other project.</param>
public sealed record CostSurroundings(Money? Budget, string? NewerScheme, IReadOnlyList<PlanTotals> Peers);

/// <summary>A ratio of a sheet with what is usual.</summary>
public sealed record CostRatio(string Name, string Unit, Fraction? Value, PlausibilityBand Band, Spread? Peers)
{
    public bool IsOdd => Value is { } value && (value < Band.Least || value > Band.Most);
}

/// <summary>A sheet held against documents and records: one list greys out, explains and guards.</summary>
public sealed record CostCheck(CostSheet Sheet, PolicyView View, IReadOnlyList<SchemeEstate> Estates, IReadOnlyDictionary<Guid, SchemePlace> Places, CostSurroundings Around, DateOnly Today)
{
    public WorksCatalogue Catalogue { get; } = new(View);

    public IReadOnlyList<CostLine> Lines { get; } = Sheet.Lines.OrderBy(line => line.Sequence).ToList();

    public Money Works => CostFigures.Works(Lines);

    public Money Total => CostFigures.Sum(Lines);

    public PlanTotals Totals => CostTotals.Of(Estates, Total);

    public IReadOnlyList<CostRatio> Ratios => View.All(PolicySections.Plausibility).Select(answer => answer.Item)
        .Where(band => band.Ratio is PlausibilityRatio.YuanPerSquareMetre or PlausibilityRatio.YuanPerHousehold)
        .Select(band => new CostRatio(band.Ratio == PlausibilityRatio.YuanPerSquareMetre ? "每平方米" : "户均", band.Ratio == PlausibilityRatio.YuanPerSquareMetre ? "元/㎡" : "元/户",
            Total > Money.Zero ? band.Of(Totals) : null, band, Spread.Of(Around.Peers.Select(band.Of).OfType<Fraction>()))).ToList();

    /// <summary>Everything that speaks against fixing it.</summary>
    public IReadOnlyList<string> Objections => [.. Lines.Count == 0 ? new[] { "还没有费用。" } : [], .. Lines.SelectMany(OfLine), .. OfHead()];

    /// <summary>What a person should look at before fixing it.</summary>
    public IReadOnlyList<string> Warnings => [.. Higher(), .. Ratios.Where(ratio => ratio.IsOdd).Select(ratio => $"{ratio.Name}投资 {CostWords.Two(ratio.Value!.Value)} {ratio.Unit}，通常 {ratio.Band.Least} 至 {ratio.Band.Most}，请核对。"), .. Newer()];

    public string PlaceOf(CostLine line) => (line.BuildingId ?? line.EstateId) is { } id && Places.TryGetValue(id, out var place) ? place.Name : Estates.Count > 1 ? "各小区" : "全小区";

    public WorksItem? ItemOf(CostLine line) => line.ItemKey is { } key ? Catalogue.Find(key)?.Item : null;

    private IEnumerable<string> Higher()
    {
        if (Sheet.Stage == CostStage.Settlement && Around.Budget is { } budget && Total > budget) yield return $"结算 {Total} 元超过批准的预算 {budget} 元，超出 {Total - budget} 元（{CostWords.Percent(budget, Total)}）。";
    }

    private IEnumerable<string> Newer() => Around.NewerScheme is { } scheme && Sheet.State == CostState.Draft ? [$"本表依据的方案之后，已确定{scheme}。"] : [];

    private IEnumerable<string> OfLine(CostLine line)
    {
        var name = $"第{line.Sequence}行“{line.Name}”（{PlaceOf(line)}）";
        if (CostFigures.Of(line) is null && line.Rate is null) yield return line.Kind == CostLineKind.Works ? $"{name}未填数量和单价，也未填总价。" : $"{name}未填金额，也未填费率。";
        else if (line is { UnitCost: not null, Unit: null }) yield return $"{name}未填单位。";
        if (line.Rate is not null && Works == Money.Zero) yield return $"{name}按费率计算，但工程费为 0。";
    }

    private IEnumerable<string> OfHead()
    {
        if (Sheet.ReviewedOn > Today) yield return $"{Sheet.Stage.DateName()}不能在今天之后。";
        if (Sheet.Stage is not (CostStage.Budget or CostStage.Settlement)) yield break;
        var review = Sheet.Stage == CostStage.Budget ? "财政评审" : "结算审计";
        if (Sheet.Reviewer is null) yield return $"未填{review}单位。";
        if (Sheet.Reference is null) yield return $"未填{review}文号或报告编号。";
        if (Sheet.ReviewedOn is null) yield return $"未填{review}日期。";
        if (!Sheet.HasProof) yield return $"未上传{review}报告（附件种类选“扫描件”）。";
    }
}

public static class CostTotals
{
    public static PlanTotals Of(IReadOnlyList<SchemeEstate> estates, Money? cost) => new(estates.Count, Sum(estates, estate => estate.Buildings), Sum(estates, estate => estate.Households),
        estates.Count > 0 && estates.All(estate => estate.Area is not null) ? estates.Aggregate(Area.Zero, (sum, estate) => sum + estate.Area!.Value) : null, cost);

    private static int? Sum(IReadOnlyList<SchemeEstate> estates, Func<SchemeEstate, int?> figure) => estates.Count > 0 && estates.All(estate => figure(estate) is not null) ? estates.Sum(estate => figure(estate)!.Value) : null;
}
