using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>Other estates merged into this one (拆墙连片).</summary>
[Route("{county}/estates/{id:guid}/mergers"), Requires(Duty.AddEstates)]
public sealed class MergersController(CurrentAccess access, PortalDbContext db, SuccessionService successions, EstateStandings standings, TimeProvider time) : PortalController(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id, string? q, int page = 1) =>
        await db.Estates.SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null) is { } into ? View(await SheetAsync(into, q, page, new MergerForm { On = ChinaTime.Today(time) }, [])) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, MergerForm form, string? q)
    {
        if (await db.Estates.SingleOrDefaultAsync(e => e.Id == id) is not { } into) return NotFound();
        foreach (var problem in MergerForm.DayProblems(form.On, ChinaTime.Today(time))) ModelState.AddModelError(nameof(form.On), problem);
        var refusals = ModelState.IsValid ? await successions.MergeAsync(into, form.Chosen, form.On!.Value, form.Reason!.Trim()) : [];
        if (!ModelState.IsValid || refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Again("New", await SheetAsync(await db.Estates.SingleAsync(e => e.Id == id), q, 1, form, refusals));
        }

        Notice($"已并入 {form.Chosen.Distinct().Count()} 个小区，楼栋已移入；请核对合并后的栋数、户数、面积。");
        return Redirect($"{Home}/estates/{id}/identity");
    }

    private async Task<MergerSheet> SheetAsync(Estate into, string? q, int page, MergerForm form, IReadOnlyList<string> refusals) =>
        new(into, await EstateList.ReadAsync(db, new EstateQuery(q, null, EstateOrder.Name, false, page), await standings.ReadAsync(), without: [into.Id]), form, refusals);
}

/// <summary>Buildings parted from an estate, to be one of their own.</summary>
[Route("{county}/estates/{id:guid}/splits"), Requires(Duty.AddEstates)]
public sealed class SplitsController(CurrentAccess access, PortalDbContext db, SuccessionService successions, TimeProvider time) : PortalController(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id) =>
        await db.Estates.SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null) is { } from ? View(await SheetAsync(from, new SplitForm { On = ChinaTime.Today(time) }, [])) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, SplitForm form)
    {
        if (await db.Estates.SingleOrDefaultAsync(e => e.Id == id) is not { } from) return NotFound();
        foreach (var problem in MergerForm.DayProblems(form.On, ChinaTime.Today(time))) ModelState.AddModelError(nameof(form.On), problem);
        var (part, refusals) = ModelState.IsValid ? await successions.SplitAsync(from, form.Name!.Trim(), form.Chosen, form.On!.Value, form.Reason!.Trim()) : (id, []);
        if (!ModelState.IsValid || refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Again("New", await SheetAsync(await db.Estates.SingleAsync(e => e.Id == id), form, refusals));
        }

        Notice($"已分出{form.Name}；请核对两个小区的栋数、户数、面积。");
        return Redirect($"{Home}/estates/{part}/identity");
    }

    private async Task<SplitSheet> SheetAsync(Estate from, SplitForm form, IReadOnlyList<string> refusals) =>
        new(from, await db.Buildings.AsNoTracking().Where(b => b.EstateId == from.Id).OrderBy(b => b.Sequence).Select(b => new PartBuilding(b.Id, b.Name, b.BuiltYear, b.HouseholdCount)).ToListAsync(), form, refusals);
}

/// <summary>Estates entered by mistake, and acts taken back.</summary>
[Route("{county}"), Requires(Duty.AddEstates)]
public sealed class SuccessionsController(CurrentAccess access, PortalDbContext db, SuccessionService successions) : PortalController(access)
{
    [HttpPost("estates/{id:guid}/voiding")]
    public async Task<IActionResult> Create(Guid id, string? reason)
    {
        if (await db.Estates.SingleOrDefaultAsync(e => e.Id == id) is not { } estate) return NotFound();
        return await FinishAsync(id, reason, words => successions.VoidAsync(estate, words), "小区已作废。");
    }

    [HttpPost("successions/{id:guid}/undoing")]
    public async Task<IActionResult> Destroy(Guid id, string? reason)
    {
        if (await db.EstateSuccessions.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && s.Undoes == null) is not { } act) return NotFound();
        return await FinishAsync(act.FromId, reason, words => successions.UndoAsync(act, words), "已撤销。");
    }

    private async Task<IActionResult> FinishAsync(Guid estate, string? reason, Func<string, Task<IReadOnlyList<string>>> act, string notice)
    {
        var words = reason?.Trim();
        IReadOnlyList<string> refusals = words is { Length: > 0 and <= EstateSuccession.ReasonLength } && ModelState.IsValid ? await act(words) : [$"请填写理由（不超过 {EstateSuccession.ReasonLength} 字）。"];
        if (refusals.Count == 0)
        {
            Notice(notice);
            return Redirect($"{Home}/estates/{estate}/identity");
        }

        db.ChangeTracker.Clear();
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        return Again("Show", await IdentitySheet.ReadAsync(db, await db.Estates.AsNoTracking().SingleAsync(e => e.Id == estate)));
    }
}
