using OldEstateRenewal.Domain.Eligibility;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>An estate as the eligibility rules see it: the same in the list and on the estate's own page.</summary>
public static class EstateJudgement
{
    public static EstateFacts Facts(Estate estate, IReadOnlyList<(string Name, int? Year)> buildings, IReadOnlyList<Recognition> recognitions) => new(
        estate.Name,
        buildings.Count > 0 ? buildings.Select(building => new BuildingFacts(building.Name, Built(building.Year, estate.BuiltYears))).ToList() : AsPrinted(estate),
        estate.Land,
        estate.Place,
        estate.Facts.ToDictionary(fact => fact.Key, fact => (bool?)fact.Value),
        recognitions);

    /// <summary>A building's own year, or what the estate's years leave open.</summary>
    private static BuiltDate Built(int? own, int[] ofEstate) =>
        own is { } year ? BuiltDate.InYear(year) : ofEstate.Length == 0 ? BuiltDate.Unknown : BuiltDate.Between(ofEstate.Min(), ofEstate.Max());

    /// <summary>Without building rows, a building for each year stated: "1995、1997" is judged per building.</summary>
    private static List<BuildingFacts> AsPrinted(Estate estate) => estate.BuiltYears switch
    {
        [] => [],
        [var year] => [new BuildingFacts(estate.BuildingCount > 1 ? $"全部 {estate.BuildingCount} 栋" : "本栋", BuiltDate.InYear(year))],
        _ => estate.BuiltYears.Select(year => new BuildingFacts($"{year}年建楼栋", BuiltDate.InYear(year))).ToList(),
    };
}
