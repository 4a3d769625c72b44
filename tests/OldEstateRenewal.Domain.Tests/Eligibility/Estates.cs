using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Eligibility;

/// <summary>Estates that fulfil everything but what a test changes.</summary>
internal static class Estates
{
    private static readonly string[] Against = ["shanty-plan", "demolition-rebuild", "self-built", "urban-village", "other-fiscal-plan", "already-renewed"];

    public static EstateFacts Good(params string[] built) => new(
        "试验小区", built.Select((text, index) => new BuildingFacts($"{index + 1}号楼", Built(text))).ToList(), LandKind.StateOwned, PlaceKind.CountyTown,
        PolicyBook.Shipped.View(["nation"], new(2024, 7, 1)).All(PolicySections.Facts)
            .Where(fact => fact.Item.Kind is SurveyFactKind.Assessment or SurveyFactKind.Exclusion)
            .ToDictionary(fact => fact.Item.Key, fact => (bool?)!Against.Contains(fact.Item.Key)),
        []);

    public static EstateFacts With(this EstateFacts estate, string fact, bool? answer) =>
        estate with { Facts = new Dictionary<string, bool?>(estate.Facts) { [fact] = answer } };

    public static EstateFacts Recognised(this EstateFacts estate, string key) =>
        estate with { Recognitions = [.. estate.Recognitions, new Recognition(key, "紧邻在改小区", true, new DateOnly(2023, 6, 1))] };

    public static BuiltDate Built(string text) => BuiltDate.TryParse(text, out var built) ? built : throw new FormatException(text);
}
