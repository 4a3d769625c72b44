using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>One dwelling, its owners and its history.</summary>
[Route("{county}"), Requires(Duty.ReadHouseholds)]
public sealed class DwellingsController(CurrentAccess access, PortalDbContext db, DwellingService dwellings) : PortalController(access)
{
    [HttpGet("dwellings/{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var (building, dwelling) = await FindAsync(id);
        return dwelling is null ? NotFound() : View(new DwellingPage(building!, dwelling));
    }

    [HttpGet("buildings/{id:guid}/dwellings/new"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> New(Guid id)
    {
        var building = await BuildingAsync(id);
        return building is null ? NotFound() : View("Edit", new DwellingEditor(building, null, new DwellingForm()));
    }

    [HttpPost("buildings/{id:guid}/dwellings"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Create(Guid id, DwellingForm form)
    {
        var building = await BuildingAsync(id);
        if (building is null) return NotFound();
        if (!IsValid(building, null, form)) return Again("Edit", new DwellingEditor(building, null, form));
        var (outcome, dwelling) = await dwellings.AddAsync(building, form);
        return outcome == SaveOutcome.Saved ? Saved(dwelling, $"已登记 {HouseholdWords.Place(form.Entrance, RoomText.Plain(form.Room!, form.Storey))}。") : RoomTaken(new DwellingEditor(building, null, form));
    }

    [HttpGet("dwellings/{id:guid}/edit"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Edit(Guid id)
    {
        var (building, dwelling) = await FindAsync(id);
        return dwelling is null ? NotFound() : View("Edit", new DwellingEditor(building!, dwelling, DwellingForm.Of(dwelling)));
    }

    [HttpPost("dwellings/{id:guid}"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Update(Guid id, DwellingForm form)
    {
        var (building, dwelling) = await FindAsync(id);
        if (building is null || dwelling is null) return NotFound();
        if (!IsValid(building, dwelling, form)) return Again("Edit", new DwellingEditor(building, dwelling, form));
        return await dwellings.EditAsync(building, dwelling, form) switch
        {
            SaveOutcome.Saved => Saved(id, $"已保存 {HouseholdWords.Place(dwelling.Entrance, dwelling.Room)}。"),
            SaveOutcome.Taken => RoomTaken(new DwellingEditor(building, dwelling, form)),
            _ => await StaleAsync(id, form),
        };
    }

    private async Task<(Building? Building, Dwelling? Dwelling)> FindAsync(Guid id)
    {
        var dwelling = await db.Dwellings.Include(d => d.Ownerships).ThenInclude(o => o.Owner).SingleOrDefaultAsync(d => d.Id == id);
        return (dwelling is null ? null : await BuildingAsync(dwelling.BuildingId), dwelling);
    }

    private Task<Building?> BuildingAsync(Guid id) => db.Buildings.AsNoTracking().Include(b => b.Estate).SingleOrDefaultAsync(b => b.Id == id);

    private bool IsValid(Building building, Dwelling? dwelling, DwellingForm form)
    {
        if (ModelState.IsValid && form.RoomProblem(building, dwelling) is { } problem) ModelState.AddModelError(nameof(form.Room), problem);
        return ModelState.IsValid;
    }

    private RedirectResult Saved(Guid id, string notice)
    {
        Notice(notice);
        return Redirect($"{Home}/dwellings/{id}");
    }

    private ViewResult RoomTaken(DwellingEditor editor)
    {
        ModelState.AddModelError(nameof(DwellingForm.Room), "此单元已有同一室号。");
        return Again("Edit", editor);
    }

    private async Task<IActionResult> StaleAsync(Guid id, DwellingForm form)
    {
        db.ChangeTracker.Clear();
        var (building, current) = await FindAsync(id);
        if (building is null || current is null) return NotFound();
        ModelState.AddModelError("", "您编辑期间，他人已修改并保存了此户。您填写的内容仍在下方，现值列在各栏旁；核对后再次保存将以您填写的为准。");
        ModelState.Remove(nameof(form.Version));
        form.Version = current.Version;
        return Again("Edit", new DwellingEditor(building, current, form) { Current = DwellingForm.Of(current) });
    }
}

public sealed record DwellingPage(Building Building, Dwelling Dwelling)
{
    public IEnumerable<Ownership> Present => Dwelling.Ownerships.Where(o => o.UntilOn is null).OrderBy(o => o.Id);

    public IEnumerable<Ownership> Past => Dwelling.Ownerships.Where(o => o.UntilOn is not null).OrderByDescending(o => o.EndedAt).ThenByDescending(o => o.UntilOn);

    public string Place => HouseholdWords.Place(Dwelling.Entrance, Dwelling.Room);
}

/// <param name="Dwelling">Null for a new one.</param>
public sealed record DwellingEditor(Building Building, Dwelling? Dwelling, DwellingForm Form)
{
    /// <summary>What someone else saved in the meantime.</summary>
    public DwellingForm? Current { get; init; }
}
