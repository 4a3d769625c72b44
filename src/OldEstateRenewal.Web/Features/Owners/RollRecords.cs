using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>
/// From the registry's dwellings to the records of a roll (表决名册): the one reader of both the page that shows what would be counted and the
/// ballot that freezes it.
/// </summary>
public static class RollRecords
{
    public static Task<List<UnitRecord>> OfEstateAsync(PortalDbContext db, Guid estateId) => ReadAsync(db, db.Buildings.Where(b => b.EstateId == estateId));

    public static Task<List<UnitRecord>> OfBuildingAsync(PortalDbContext db, Guid buildingId) => ReadAsync(db, db.Buildings.Where(b => b.Id == buildingId));

    private static async Task<List<UnitRecord>> ReadAsync(PortalDbContext db, IQueryable<Building> buildings)
    {
        var names = await buildings.AsNoTracking().Select(b => new { b.Id, b.Name }).ToDictionaryAsync(b => b.Id, b => b.Name);
        var dwellings = await DwellingRow.ReadAsync(db, db.Dwellings.Where(d => d.RemovedOn == null && buildings.Any(b => b.Id == d.BuildingId)));
        return dwellings.Select(dwelling => Of(names[dwelling.BuildingId], dwelling)).ToList();
    }

    /// <summary>One dwelling; its owners' keys are those of the registry, so that namesakes stay two and one owner's dwellings come together.</summary>
    public static UnitRecord Of(string building, DwellingRow dwelling) =>
        new($"{building}-{dwelling.Entrance}-{dwelling.Room}", building, HouseholdWords.EntranceName(dwelling.Entrance), dwelling.Riser, dwelling.Owners.Select(owner => new OwnerRecord($"{owner.Id:N}", owner.Name)).ToList())
        {
            Kind = dwelling.Kind,
            Holding = dwelling.Holding,
            Registered = dwelling.RegisteredArea,
            Measured = dwelling.MeasuredArea,
            Contracted = dwelling.ContractArea,
            Inhabited = dwelling.Occupancy != Occupancy.Vacant,
        };
}
