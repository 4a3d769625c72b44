using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>注销: a dwelling ceases to be, for a reason and on a day, and may be restored.</summary>
[Route("{county}/dwellings/{id:guid}/removal"), Requires(Duty.EditHouseholds)]
public sealed class RemovalsController(CurrentAccess access, PortalDbContext db, DwellingService dwellings, TimeProvider time) : PortalController(access)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, RemovalForm form)
    {
        var (building, dwelling) = await FindAsync(id);
        if (building is null || dwelling is null || dwelling.RemovedOn is not null) return NotFound();
        if (form.RemovedOn > ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.RemovedOn), "注销日期不能晚于今天。");
        if (!ModelState.IsValid) return Refused(building, dwelling);
        return await DoneAsync(await dwellings.RemoveAsync(building, dwelling, form), id, "已注销此户；登记和历史仍保留。");
    }

    [HttpPost("reversal")]
    public async Task<IActionResult> Destroy(Guid id, long version)
    {
        var (building, dwelling) = await FindAsync(id);
        if (building is null || dwelling?.RemovedOn is null) return NotFound();
        return await DoneAsync(await dwellings.RestoreAsync(building, dwelling, version), id, "已恢复此户。");
    }

    private async Task<IActionResult> DoneAsync(SaveOutcome outcome, Guid id, string notice)
    {
        if (outcome == SaveOutcome.Saved)
        {
            Notice(notice);
            return Redirect($"{Home}/dwellings/{id}");
        }

        db.ChangeTracker.Clear();
        var (building, dwelling) = await FindAsync(id);
        if (building is null || dwelling is null) return NotFound();
        ModelState.AddModelError("", outcome == SaveOutcome.Taken ? "此单元已另有同一室号的户，不能恢复；请先改其中一户的室号。" : "他人刚刚修改了此户，请看过现在的内容后再办。");
        return Refused(building, dwelling);
    }

    private ViewResult Refused(Building building, Dwelling dwelling) => Again("/Features/Buildings/Dwellings/Show.cshtml", new DwellingPage(building, dwelling));

    private async Task<(Building? Building, Dwelling? Dwelling)> FindAsync(Guid id)
    {
        var dwelling = await db.Dwellings.Include(d => d.Ownerships).ThenInclude(o => o.Owner).SingleOrDefaultAsync(d => d.Id == id);
        return (dwelling is null ? null : await db.Buildings.AsNoTracking().Include(b => b.Estate).SingleOrDefaultAsync(b => b.Id == dwelling.BuildingId), dwelling);
    }
}
