using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>An estate as the eligibility rules see it, from its rows.</summary>
public static class EstateJudgement
{
    public static EstateFacts Facts(string name, int[] builtYears, int? buildingCount, LandKind? land, PlaceKind? place, IEnumerable<KeyValuePair<string, bool>> facts, IReadOnlyList<BuildingFacts>? buildings = null) => new(
        name,
        buildings is { Count: > 0 } ? buildings : AsPrinted(builtYears, buildingCount),
        land,
        place,
        facts.ToDictionary(fact => fact.Key, fact => (bool?)fact.Value),
        []);

    /// <summary>Without building rows, a building for each year stated: "1995、1997" is judged per building.</summary>
    private static List<BuildingFacts> AsPrinted(int[] builtYears, int? buildingCount) => builtYears.Length switch
    {
        0 => [],
        1 => [new BuildingFacts(buildingCount > 1 ? $"全部 {buildingCount} 栋" : "本栋", BuiltDate.InYear(builtYears[0]))],
        _ => builtYears.Select(year => new BuildingFacts($"{year}年建楼栋", BuiltDate.InYear(year))).ToList(),
    };

    public static EligibilityResult? Judge(this Estate estate, PolicyView policies, string rule, IReadOnlyList<BuildingFacts>? buildings = null) => policies.JudgeEligibility(
        rule, Facts(estate.Name, estate.BuiltYears, estate.BuildingCount, estate.Land, estate.Place, estate.Facts.Select(fact => KeyValuePair.Create(fact.Key, fact.Value)), buildings));
}
