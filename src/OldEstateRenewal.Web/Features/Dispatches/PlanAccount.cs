using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Candidates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>年度计划账: the county's issued plan of a year, and what of it the province has locked; null while it has not.</summary>
public sealed record PlanAccount(IReadOnlyList<PlanEntry> County, IReadOnlyList<FrozenPlanEntry>? Province)
{
    /// <summary>The same of some estates only.</summary>
    public PlanAccount Of(IEnumerable<ProjectEstate> estates)
    {
        var ids = estates.Select(estate => estate.EstateId).ToHashSet();
        return new PlanAccount(County.Where(entry => ids.Contains(entry.EstateId)).ToList(), Province?.Where(entry => entry.EstateId is { } id && ids.Contains(id)).ToList());
    }

    /// <summary>规模: planned by the locked plan (by the county's while there is none), actual by the county's plan as it is now.</summary>
    public IEnumerable<(string Key, FigurePair Pair)> Scale() =>
    [
        (IndicatorKeys.Estates, new FigurePair(Province?.Count ?? County.Count, County.Count)),
        (IndicatorKeys.Households, new FigurePair(Planned(entry => entry.HouseholdCount, entry => entry.HouseholdCount), Households)),
        (IndicatorKeys.Buildings, new FigurePair(Planned(entry => entry.BuildingCount, entry => entry.BuildingCount), Sum(County, entry => entry.BuildingCount))),
        (IndicatorKeys.Area, new FigurePair(Planned(entry => entry.FloorArea?.SquareMetres, entry => entry.FloorArea?.SquareMetres), Sum(County, entry => entry.FloorArea?.SquareMetres))),
    ];

    /// <summary>计划总投资, in yuan.</summary>
    public decimal? Investment => Planned(entry => entry.Investment?.Yuan, entry => entry.Investment?.Yuan);

    public decimal? Households => Sum(County, entry => entry.HouseholdCount);

    private decimal? Planned(Func<PlanEntry, decimal?> ours, Func<FrozenPlanEntry, decimal?> theirs) => Province is null ? Sum(County, ours) : Sum(Province, theirs);

    private static decimal? Sum<T>(IReadOnlyCollection<T> rows, Func<T, decimal?> of) => rows.Any(row => of(row) is not null) ? rows.Sum(of) : null;
}
