using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>Dwellings by a pattern: shown first, then made; what is there already stays as it is.</summary>
[Route("{county}/buildings/{id:guid}/batches"), Requires(Duty.EditHouseholds)]
public sealed class DwellingBatchesController(CurrentAccess access, PortalDbContext db, DwellingService dwellings) : PortalController(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id, BatchForm form)
    {
        var building = await FindAsync(id);
        if (building is null) return NotFound();
        if (!Request.Query.ContainsKey(nameof(form.RoomPattern))) return View("New", Page(building, Suggested(building), null));
        var planned = await PlanAsync(building, form);
        return ModelState.IsValid ? View("New", Page(building, form, planned)) : Again("New", Page(building, form, null));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, BatchForm form)
    {
        var building = await FindAsync(id);
        if (building is null) return NotFound();
        var planned = await PlanAsync(building, form);
        if (!ModelState.IsValid) return Again("New", Page(building, form, null));
        if (await dwellings.MakeAsync(building, form, planned) != SaveOutcome.Saved) return await OvertakenAsync(id, form);
        Notice($"已登记 {planned.Count(dwelling => !dwelling.Exists)} 户。");
        return Redirect($"{Home}/buildings/{id}");
    }

    private Task<Building?> FindAsync(Guid id) => db.Buildings.Include(b => b.Estate).SingleOrDefaultAsync(b => b.Id == id);

    private async Task<List<PlannedDwelling>> PlanAsync(Building building, BatchForm form)
    {
        if (!ModelState.IsValid) return [];
        var existing = await db.Dwellings.Where(d => d.BuildingId == building.Id && d.RemovedOn == null).Select(d => new { d.Entrance, d.Storey, d.Room }).ToListAsync();
        var pattern = DwellingPattern.Read(form);
        var planned = pattern.Make(existing.SelectMany(d => new[] { (d.Entrance, d.Room), (d.Entrance, RoomText.Plain(d.Room, d.Storey)) }).ToHashSet());
        foreach (var (field, text) in pattern.Problems) ModelState.AddModelError(field, text);
        return planned;
    }

    private async Task<IActionResult> OvertakenAsync(Guid id, BatchForm form)
    {
        db.ChangeTracker.Clear();
        if (await FindAsync(id) is not { } building) return NotFound();
        var planned = await PlanAsync(building, form);
        ModelState.AddModelError("", "他人刚刚登记了其中的室号，这次没有登记。下面是现在的预览，请再看一遍。");
        return Again("New", Page(building, form, planned));
    }

    private static BatchForm Suggested(Building building) => new() { LastEntrance = Math.Max(1, building.Entrances ?? 1), LastStorey = Math.Max(1, building.Storeys ?? 6) };

    private static BatchPage Page(Building building, BatchForm form, List<PlannedDwelling>? planned) => new(building, building.Estate!.Name, form, planned);
}
