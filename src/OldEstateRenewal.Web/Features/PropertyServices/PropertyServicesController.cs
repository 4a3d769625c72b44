using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.PropertyServices;

/// <summary>物业管理 of an estate, and its maintenance fund.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class PropertyServicesController(CurrentAccess access, PortalDbContext db, AftercareBook book, PropertyBureau bureau, TimeProvider time) : PortalController(access)
{
    [HttpGet("estates/{id:guid}/property-services")]
    public async Task<IActionResult> Index(Guid id) => await book.EstateAsync(id) is { } board ? View(board) : NotFound();

    [HttpGet("estates/{id:guid}/property-services/new"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> New(Guid id) => await FindAsync(id) is { } estate ? View(await EditorAsync(estate, new PropertyForm { FromOn = ChinaTime.Today(time) })) : NotFound();

    [HttpPost("estates/{id:guid}/property-services"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, PropertyForm form)
    {
        if (await FindAsync(id) is not { } estate) return NotFound();
        if (ModelState.IsValid)
            foreach (var (field, text) in await bureau.RecordAsync(estate, form)) ModelState.AddModelError(field, text);
        if (!ModelState.IsValid) return Again("New", await EditorAsync(estate, form));
        Notice("已登记物业管理。");
        return Redirect($"{Home}/estates/{id}/property-services");
    }

    [HttpPost("property-services/{id:guid}/ending"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Destroy(Guid id, PropertyEndingForm form)
    {
        if (await db.PropertyServices.Include(s => s.Estate).SingleOrDefaultAsync(s => s.Id == id) is not { } service) return NotFound();
        if (ModelState.IsValid && await bureau.EndAsync(service, form) is { } refusal) ModelState.AddModelError(nameof(form.EndedOn), refusal);
        if (!ModelState.IsValid) return Again("Index", (await book.EstateAsync(service.EstateId))! with { Ending = form });
        Notice("已登记终止。请尽快落实新的物业管理。");
        return Redirect($"{Home}/estates/{service.EstateId}/property-services");
    }

    [HttpPost("estates/{id:guid}/fund-balances"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Update(Guid id, FundForm form)
    {
        if (await FindAsync(id) is not { } estate) return NotFound();
        if (ModelState.IsValid && await bureau.StateFundAsync(estate, form) is { } refusal) ModelState.AddModelError(nameof(form.StatedOn), refusal);
        if (!ModelState.IsValid) return Again("Index", (await book.EstateAsync(id))! with { FundForm = form });
        Notice("已登记维修资金余额。");
        return Redirect($"{Home}/estates/{id}/property-services#fund");
    }

    private Task<Estate?> FindAsync(Guid id) => db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null);

    private async Task<PropertyEditor> EditorAsync(Estate estate, PropertyForm form) => new(estate, await book.ModesAsync(), await book.BallotsAsync(estate.Id), form);
}

/// <summary>改造后管理 of the county: coverage and what is due.</summary>
[Route("{county}/after-works"), Requires(Duty.ReadProjects)]
public sealed class AfterWorksController(CurrentAccess access, AftercareBook book, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await book.BoardAsync());

    [HttpGet("follow-ups.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> ShowTable(string format) => new TableFile(AftercareTable.Make(await book.BoardAsync(), Access, time.GetUtcNow()), format);

    [HttpGet("calendar.ics")]
    public async Task<IActionResult> ShowCalendar() => File(AftercareCalendar.Write($"{Access.Tenant.Name}改造后跟进", (await book.BoardAsync()).Open, time.GetUtcNow()), "text/calendar; charset=utf-8", "改造后跟进.ics");
}
