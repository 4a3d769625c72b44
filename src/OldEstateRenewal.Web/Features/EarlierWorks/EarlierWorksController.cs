using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.EarlierWorks;

/// <summary>The earlier works of an estate (既往改造), and of all.</summary>
[Route("{county}"), Requires(Duty.ReadRegistry)]
public sealed class EarlierWorksController(CurrentAccess access, PortalDbContext db, EarlierWorksService works, WorksLedger ledger, PolicyShelf policies, TimeProvider time) : PortalController(access)
{
    [HttpGet("works")]
    public async Task<IActionResult> Index(string? q, RenewalProgramme? programme) => View(await WorksLines.IndexAsync(db, q, programme));

    [HttpGet("works/list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(string format, string? q, RenewalProgramme? programme) =>
        new TableFile(WorksTable.Of(await WorksLines.IndexAsync(db, q, programme), Access, time.GetUtcNow()), format);

    [HttpGet("estates/{id:guid}/works")]
    public async Task<IActionResult> New(Guid id) => await FindAsync(id) is { } estate ? View("New", await SheetAsync(estate, new EarlierWorkForm(), [])) : NotFound();

    [HttpPost("estates/{id:guid}/works"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> Create(Guid id, EarlierWorkForm form)
    {
        if (await FindAsync(id) is not { } estate) return NotFound();
        await CheckAsync(estate, form);
        var objections = ModelState.IsValid ? await works.AddAsync(estate, form) : [];
        if (!ModelState.IsValid || objections.Count > 0) return Again("New", await SheetAsync(estate, form, objections));
        Notice("既往改造已登记。");
        return Redirect($"{Home}/estates/{id}/works");
    }

    [HttpPost("works/{id:guid}/withdrawal"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> Destroy(Guid id, string? reason)
    {
        var work = await db.EarlierWorks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == id && w.Withdraws == null);
        if (work is null || await FindAsync(work.EstateId) is not { } estate) return NotFound();
        var words = reason?.Trim();
        if (words is not { Length: > 0 and <= EarlierWork.RemarkLength } || !ModelState.IsValid)
        {
            ModelState.AddModelError("", $"请填写撤回的理由（不超过 {EarlierWork.RemarkLength} 字）。");
            return Again("New", await SheetAsync(estate, new EarlierWorkForm(), []));
        }

        Notice(await works.WithdrawAsync(work, estate.Name, words) ? "已撤回该条登记。" : "该条登记已由他人撤回。");
        return Redirect($"{Home}/estates/{estate.Id}/works");
    }

    private Task<Estate?> FindAsync(Guid id) => db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id);

    private async Task CheckAsync(Estate estate, EarlierWorkForm form)
    {
        if (estate.EndedOn is not null) ModelState.AddModelError("", "小区已终止，不再登记既往改造；请登记在接续的小区。");
        if (form.BuildingId is { } building && !await db.Buildings.AnyAsync(b => b.Id == building && b.EstateId == estate.Id)) ModelState.AddModelError(nameof(form.BuildingId), "请选择列出的楼栋。");
        if (form.ItemKey is { Length: > 0 } key && (await policies.TodayAsync()).Find(Domain.Policies.PolicySections.Works, key) is null) ModelState.AddModelError(nameof(form.ItemKey), "请选择列出的改造内容。");
    }

    private async Task<WorksSheet> SheetAsync(Estate estate, EarlierWorkForm form, IReadOnlyList<HistoryObjection> objections)
    {
        var buildings = await db.Buildings.AsNoTracking().Where(b => b.EstateId == estate.Id).OrderBy(b => b.Sequence).Select(b => new BuildingChoice(b.Id, b.Name)).ToListAsync();
        var items = new WorksCatalogue(await policies.TodayAsync()).Items.Where(answer => !answer.Item.Forbidden).ToList();
        return new WorksSheet(estate, await db.Lines(withWithdrawn: true, estate.Id).ToListAsync(), await ledger.ReadAsync(estate.Id), buildings, items, form, objections);
    }
}
