using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>Who owns a dwelling from now on: by transfer, or because it had been entered wrongly.</summary>
[Route("{county}/dwellings/{id:guid}/ownership-changes"), Requires(Duty.EditHouseholds)]
public sealed class OwnershipChangesController(CurrentAccess access, PortalDbContext db, OwnerService owners, Namesakes namesakes, TimeProvider time) : PortalController(access)
{
    private static readonly OwnershipEnding[] offered = [OwnershipEnding.Transfer, OwnershipEnding.Correction];

    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id, OwnershipEnding kind)
    {
        ModelState.Clear();
        var (building, dwelling) = await FindAsync(id);
        if (building is null || dwelling is null) return NotFound();
        var form = new OwnershipChangeForm { Kind = offered.Contains(kind) ? kind : OwnershipEnding.Transfer, Holding = dwelling.Ownerships.Count == 0 ? dwelling.Holding : UnitHolding.Owned, Version = dwelling.Version };
        return View("New", await PageAsync(building, dwelling, form, false));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, OwnershipChangeForm form)
    {
        var (building, dwelling) = await FindAsync(id);
        if (building is null || dwelling is null) return NotFound();
        var page = await PageAsync(building, dwelling, form, true);
        if (!ModelState.IsValid) return Again("New", page);
        if (await owners.ChangeAsync(building, dwelling, form) != SaveOutcome.Saved) return await StaleAsync(id, form);
        Notice(form.Kind == OwnershipEnding.Transfer ? "已登记产权变更。" : "已更正业主。");
        return Redirect($"{Home}/dwellings/{id}");
    }

    private async Task<(Building? Building, Dwelling? Dwelling)> FindAsync(Guid id)
    {
        var dwelling = await db.Dwellings.Include(d => d.Ownerships.Where(o => o.UntilOn == null)).ThenInclude(o => o.Owner).SingleOrDefaultAsync(d => d.Id == id && d.RemovedOn == null);
        return (dwelling is null ? null : await db.Buildings.AsNoTracking().Include(b => b.Estate).SingleOrDefaultAsync(b => b.Id == dwelling.BuildingId), dwelling);
    }

    private async Task<OwnershipChangePage> PageAsync(Building building, Dwelling dwelling, OwnershipChangeForm form, bool check)
    {
        form.Pad();
        var found = await namesakes.FindAsync(building.EstateId, form.Owners);
        if (check) Check(dwelling, form, found);
        return new OwnershipChangePage(building, building.Estate!.Name, dwelling, form, found);
    }

    private void Check(Dwelling dwelling, OwnershipChangeForm form, IReadOnlyList<IReadOnlyList<Namesake>> found)
    {
        foreach (var (field, text) in OwnershipRules.Problems(dwelling, form, found, ChinaTime.Today(time))) ModelState.AddModelError(field, text);
    }

    private async Task<IActionResult> StaleAsync(Guid id, OwnershipChangeForm form)
    {
        db.ChangeTracker.Clear();
        var (building, dwelling) = await FindAsync(id);
        if (building is null || dwelling is null) return NotFound();
        ModelState.AddModelError("", $"您填写期间，他人修改了此户，现业主：{string.Join("、", dwelling.Ownerships.Select(o => o.Owner!.MaskedName))}。您填写的内容仍在下方；核对后再次保存将以您填写的为准。");
        ModelState.Remove(nameof(form.Version));
        form.Version = dwelling.Version;
        return Again("New", await PageAsync(building, dwelling, form, false));
    }
}
