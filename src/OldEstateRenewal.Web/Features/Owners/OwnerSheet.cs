using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>Reads the page of one owner.</summary>
public static class OwnerSheet
{
    public static async Task<OwnerPage?> ReadAsync(PortalDbContext db, PersonalData secrets, Guid id)
    {
        var owner = await db.Owners.AsNoTracking().SingleOrDefaultAsync(o => o.Id == id);
        if (owner is null) return null;
        var places = await db.Ownerships.AsNoTracking().Where(o => o.OwnerId == id)
            .Join(db.Dwellings, o => o.DwellingId, d => d.Id, (o, d) => new { Ownership = o, Dwelling = d })
            .Join(db.Buildings, row => row.Dwelling.BuildingId, b => b.Id, (row, b) => new { row.Ownership, row.Dwelling.Id, row.Dwelling.Entrance, row.Dwelling.Room, row.Dwelling.RemovedOn, Building = b.Name, Estate = b.Estate!.Name })
            .OrderBy(row => row.Estate).ThenBy(row => row.Building).ThenBy(row => row.Entrance).ThenBy(row => row.Room).ToListAsync();
        return new OwnerPage(owner, owner.Masked(secrets, PersonalField.Phone), owner.Masked(secrets, PersonalField.IdNumber),
            places.Select(row => new OwnedPlace(row.Ownership, row.Id, $"{row.Estate} {row.Building} {HouseholdWords.Place(row.Entrance, row.Room)}", row.RemovedOn is not null)).ToList());
    }
}
