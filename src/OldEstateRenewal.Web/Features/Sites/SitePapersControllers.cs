using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>绿色通行证明 of a project. Numbers run through the whole county, which a street does not see: so the bureau issues them.</summary>
[Route("{county}/projects/{id:guid}/site/passes"), Requires(Duty.ReadProjects)]
public sealed class GreenPassesController(CurrentAccess access, PortalDbContext db, SiteReader reader, PassService passes, TimeProvider time) : SitePages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => await reader.PassesAsync(id, new PassForm()) is { } page ? View(page) : NotFound();

    [HttpPost(""), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(Guid id, PassForm form)
    {
        if (await reader.PassesAsync(id, form) is not { } page) return NotFound();
        if (!ModelState.IsValid || !Accepted(await passes.IssueAsync(id, form))) return Again("Index", page);
        return Told($"{Site(id)}/passes", [], $"已为 {form.PlateKept} 出具绿色通行证明。");
    }

    [HttpGet("{pass:guid}.pdf")]
    public async Task<IActionResult> Show(Guid id, Guid pass)
    {
        if (await FindAsync(id, pass) is not { } found || await reader.PassesAsync(id, new PassForm()) is not { } page) return NotFound();
        var paper = new PassPaper(found, page.Basis, Access.Tenant, time.GetUtcNow());
        return new PaperFile(paper.Head, ResultNotice.Layout, paper.Draw);
    }

    [HttpPost("{pass:guid}/voiding"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Destroy(Guid id, Guid pass, ReasonForm form)
    {
        if (await FindAsync(id, pass) is not { } found) return NotFound();
        return Told($"{Site(id)}/passes", ModelState.IsValid ? await passes.VoidAsync(found, form.Reason!) : Wrong(), $"{found.Name} 已作废。");
    }

    private Task<GreenPass?> FindAsync(Guid id, Guid pass) => db.GreenPasses.Include(p => p.Project).SingleOrDefaultAsync(p => p.Id == pass && p.ProjectId == id);
}

/// <summary>Whoever rings about a pass is answered from here: by number, plate or code.</summary>
[Route("{county}/passes"), Requires(Duty.ReadProjects)]
public sealed class PassLookUpController(CurrentAccess access, PortalDbContext db, TimeProvider time) : PortalController(access)
{
    private const int Most = 50;
    private const int MostAsked = 20;

    [HttpGet("")]
    public async Task<IActionResult> Index(string? q)
    {
        var asked = q.OrNull() is { } text ? new string(ReceiptCode.Narrow(text).Where(letter => letter != ' ' && !char.IsSurrogate(letter)).Take(MostAsked).ToArray()).ToUpperInvariant() : null;
        var number = int.TryParse(asked, out var typed) ? typed : (int?)null;
        var found = db.GreenPasses.AsNoTracking().Include(p => p.Project).Where(p => asked == null || p.Plate.Contains(asked) || p.Code == asked || p.Number == number);
        return View("/Features/Sites/GreenPasses/LookUp.cshtml", new PassLookUp(q, await found.OrderByDescending(p => p.Year).ThenByDescending(p => p.Number).Take(Most).ToListAsync(), ChinaTime.Today(time)));
    }
}

/// <summary>停水、停电、停气、道路封闭通知 as paper.</summary>
[Route("{county}/projects/{id:guid}/site/notices"), Requires(Duty.EditProjects)]
public sealed class SiteNoticesController(CurrentAccess access, SiteReader reader, TimeProvider time) : SitePages(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id) => await EditorAsync(id, new SiteNoticeForm()) is { } editor ? View(editor) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, SiteNoticeForm form)
    {
        if (await EditorAsync(id, form) is not { } editor) return NotFound();
        var place = editor.Places.FirstOrDefault(each => each.Id == form.PlaceId);
        if (form.PlaceId is not null && place.Name is null) ModelState.AddModelError(nameof(form.PlaceId), "请从列出的小区、楼栋中选择。");
        if (!ModelState.IsValid) return Again("New", editor);
        var notice = new SiteNotice(place.Name!.Replace("（全小区）", "", StringComparison.Ordinal), form, Access.Tenant, time.GetUtcNow().ToChina());
        return new PaperFile(notice.Head, ResultNotice.Layout, notice.Draw);
    }

    private async Task<SiteNoticeEditor?> EditorAsync(Guid id, SiteNoticeForm form) => await reader.PageAsync(id) is { } page ? new SiteNoticeEditor(page.Project, await reader.PlacesAsync(page.Project), form) : null;
}

/// <summary>The tables of a site as files.</summary>
[Route("{county}/projects/{id:guid}/site"), Requires(Duty.ReadProjects)]
public sealed class SiteDocumentsController(CurrentAccess access, SiteReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("items.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(Guid id, string format) => await reader.PageAsync(id) is { } page ? new TableFile(SiteTables.Items(page, Access, time.GetUtcNow()), format) : NotFound();

    [HttpGet("problems.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format) => await reader.PageAsync(id) is { } page ? new TableFile(SiteTables.Problems(reader.ProblemsOf(page), Access, time.GetUtcNow()), format) : NotFound();
}

/// <summary>Where a file of the site is read: the page of what it hangs on.</summary>
[Route("{county}/site-records"), Requires(Duty.ReadProjects)]
public sealed class SiteRecordsController(CurrentAccess access, PortalDbContext db) : SitePages(access)
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) =>
        await db.SiteItems.Where(i => i.Id == id).Select(i => (Guid?)i.ProjectId).SingleOrDefaultAsync() is { } ofItem ? Redirect($"{Site(ofItem)}/items/{id}")
        : await db.SiteProblems.Where(p => p.Id == id).Select(p => (Guid?)p.ProjectId).SingleOrDefaultAsync() is { } ofProblem ? Redirect($"{Site(ofProblem)}/problems/{id}")
        : await db.SiteInspections.Where(i => i.Id == id).Select(i => (Guid?)i.ProjectId).SingleOrDefaultAsync() is { } ofInspection ? Redirect($"{Site(ofInspection)}/inspections")
        : NotFound();
}
