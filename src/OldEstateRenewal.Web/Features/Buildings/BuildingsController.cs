using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Buildings;

public sealed record DwellingCell(int Entrance, int Storey, string Room, Area? Area, string Owners);

/// <summary>楼盘表: the dwellings of a building, by entrance, storey and room.</summary>
public sealed record BuildingSheet(Building Building, string EstateName, List<DwellingCell> Dwellings);

/// <summary>One building and its dwellings.</summary>
[Route("{county}/buildings"), Requires(Duty.ReadHouseholds)]
public sealed class BuildingsController(CurrentAccess access, PortalDbContext db) : PortalController(access)
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var building = await db.Buildings.AsNoTracking().Include(b => b.Estate).SingleOrDefaultAsync(b => b.Id == id);
        if (building is null) return NotFound();
        var dwellings = await db.Dwellings.AsNoTracking().Where(d => d.BuildingId == id && d.RemovedOn == null).Include(d => d.Ownerships.Where(o => o.UntilOn == null)).ThenInclude(o => o.Owner)
            .OrderBy(d => d.Entrance).ThenByDescending(d => d.Storey).ThenBy(d => d.Position).ThenBy(d => d.Room).ToListAsync();
        var cells = dwellings.Select(d => new DwellingCell(d.Entrance, d.Storey, d.Room, d.CountedArea, string.Join("、", d.Ownerships.Select(o => o.Owner!.MaskedName)))).ToList();
        return View(new BuildingSheet(building, building.Estate!.Name, cells));
    }
}
