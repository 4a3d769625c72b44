using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>What was found out about an estate on the spot: null, empty or absent is not found out.</summary>
public sealed record EstateFindings(
    int[] BuiltYears, int? BuildingCount, int? HouseholdCount, Area? FloorArea, Area? SiteArea, LandKind? Land, PlaceKind? Place,
    IReadOnlyDictionary<string, bool> Facts, IReadOnlyDictionary<Guid, (int? Year, DangerGrade? Danger)> Buildings);
