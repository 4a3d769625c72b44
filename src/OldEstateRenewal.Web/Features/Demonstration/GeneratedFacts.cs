using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>Survey results for demonstration: every assessment met, nothing excluded; every fifth estate has still to be surveyed.</summary>
internal static class GeneratedFacts
{
    private const int UnsurveyedEvery = 5;
    private static readonly DateTimeOffset surveyedAt = new(2024, 1, 15, 2, 0, 0, TimeSpan.Zero);

    public static void AddTo(Estate estate, Tenant tenant)
    {
        (estate.Land, estate.Place) = (LandKind.StateOwned, tenant.Name.EndsWith('市') ? PlaceKind.City : PlaceKind.CountyTown);
        if (DemonstrationRandom.Seed(estate.Name) % UnsurveyedEvery == 0) return;
        var facts = PolicyBook.Shipped.View(tenant.PolicyChain, DateOnly.MaxValue).SurveyFacts().Where(fact => fact.Item.Kind is SurveyFactKind.Assessment or SurveyFactKind.Exclusion);
        foreach (var fact in facts)
            estate.Facts.Add(new EstateFact { TenantId = tenant.Id, EstateId = estate.Id, Key = fact.Item.Key, Value = fact.Item.Kind == SurveyFactKind.Assessment, RecordedBy = "演示数据", RecordedAt = surveyedAt });
    }
}

/// <summary>Chance that is the same at every start, whatever the machine.</summary>
internal static class DemonstrationRandom
{
    /// <summary>FNV-1a of the text, never negative.</summary>
    public static int Seed(string text)
    {
        unchecked
        {
            var hash = 2166136261u;
            foreach (var letter in text) hash = (hash ^ letter) * 16777619u;
            return (int)(hash & int.MaxValue);
        }
    }
}
