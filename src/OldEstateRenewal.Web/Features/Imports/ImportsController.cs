using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Files on their way into the registry (导入).</summary>
[Route("{county}/imports"), Requires(Duty.ImportRegistry)]
public sealed class ImportsController(CurrentAccess access, PortalDbContext db, ImportService imports, ImportSeal seal, PolicyShelf policies) : PortalController(access)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1)
    {
        var count = await db.Imports.CountAsync();
        var last = Math.Max(1, (count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, last);
        var rows = await db.Imports.AsNoTracking().OrderByDescending(i => i.UploadedAt).ThenByDescending(i => i.Id).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
        return View(new ImportIndex(rows, new Pages(page, last, number => $"{Home}/imports?page={number}")));
    }

    [HttpGet("new")]
    public async Task<IActionResult> New(Reading.ImportKind? kind, Guid? estate) => View(await EditorAsync(new ImportForm { Kind = kind ?? Reading.ImportKind.Estates, EstateId = estate }));

    // A little more than a file may have, so that one that is too large is told so and not cut off.
    [HttpPost(""), RequestSizeLimit(64 * 1024 * 1024), RequestFormLimits(MultipartBodyLengthLimit = 64 * 1024 * 1024, MemoryBufferThreshold = ImportUpload.MostBytes + 65536)]
    public async Task<IActionResult> Create(ImportForm form)
    {
        if (form.Kind is not { } kind || !Enum.IsDefined(kind)) ModelState.AddModelError(nameof(form.Kind), "请选择这是什么表。");
        if (form.EstateId is { } estate && !await db.Estates.AnyAsync(e => e.Id == estate)) ModelState.AddModelError(nameof(form.EstateId), "请选择列出的小区。");
        if (ImportUpload.Problem(form.File) is { } problem) ModelState.AddModelError(nameof(form.File), problem);
        else if (await imports.IsFullAsync()) ModelState.AddModelError(nameof(form.File), $"还有 {ImportService.MostWaiting} 个导入没有办完，请先导入或放弃。");
        if (!ModelState.IsValid) return Again("New", await EditorAsync(form));
        return Redirect($"{Home}/imports/{await imports.UploadAsync(form)}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id, [FromQuery] RowQuery query)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id);
        if (import is null) return NotFound();
        return View(await ImportReport.ReadAsync(db, import, await imports.SheetAsync(import), query, seal, await policies.TodayAsync()));
    }

    private async Task<ImportEditor> EditorAsync(ImportForm form)
    {
        var estates = await db.Estates.AsNoTracking().Where(e => e.EndedOn == null).OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).Select(e => new { e.Id, e.Name }).ToListAsync();
        return new ImportEditor(form, estates.Select(e => (e.Id, e.Name)).ToList());
    }
}
