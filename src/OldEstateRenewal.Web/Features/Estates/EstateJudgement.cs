using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>An estate as the eligibility rules see it: the same from the list's row and from the estate's own page.</summary>
public static class EstateJudgement
{
    public static EligibilityResult? Judge(this PolicyView policies, string rule, Estate estate, IReadOnlyList<(string Name, int? Year)> buildings) => policies.JudgeEligibility(
        rule, Facts(estate.Name, estate.BuiltYears, estate.BuildingCount, estate.Land, estate.Place, estate.Facts.ToDictionary(fact => fact.Key, fact => (bool?)fact.Value), buildings));

    internal static EstateFacts Facts(string name, int[] builtYears, int? buildingCount, LandKind? land, PlaceKind? place, Dictionary<string, bool?> facts, IReadOnlyList<(string Name, int? Year)> buildings) =>
        new(name, buildings.Count > 0 ? buildings.Select(building => new BuildingFacts(building.Name, Built(building.Year, builtYears))).ToList() : AsPrinted(builtYears, buildingCount), land, place, facts, []);

    /// <summary>A building's own year, or what the estate's years leave open.</summary>
    private static BuiltDate Built(int? own, int[] ofEstate) =>
        own is { } year ? BuiltDate.InYear(year) : ofEstate.Length == 0 ? BuiltDate.Unknown : BuiltDate.Between(ofEstate.Min(), ofEstate.Max());

    /// <summary>Without building rows, a building for each year stated: "1995、1997" is judged per building.</summary>
    private static List<BuildingFacts> AsPrinted(int[] builtYears, int? buildingCount) => builtYears.Length switch
    {
        0 => [],
        1 => [new BuildingFacts(buildingCount > 1 ? $"全部 {buildingCount} 栋" : "本栋", BuiltDate.InYear(builtYears[0]))],
        _ => builtYears.Select(year => new BuildingFacts($"{year}年建楼栋", BuiltDate.InYear(year))).ToList(),
    };
}
