using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>已生成的报表: how far they are, and their files.</summary>
[Route("{county}/reports/files"), Requires(Duty.MakeReports)]
public sealed class ReportFilesController(CurrentAccess access, ReportShelf shelf, ExportTrail exports) : PortalController(access)
{
    private const int PageSize = 50;

    [HttpGet("")]
    public async Task<IActionResult> Index(int page = 1)
    {
        ModelState.Clear();
        var files = (await shelf.ReadableAsync()).AsNoTracking();
        var last = Math.Max(1, (await files.CountAsync() + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, last);
        var rows = await files.OrderByDescending(f => f.Year).ThenByDescending(f => f.Number).Skip((page - 1) * PageSize).Take(PageSize).ToListAsync();
        return View(new ReportFileIndex(rows, new Pages(page, last, number => $"{Home}/reports/files?page={number}")));
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await shelf.FindAsync(id) is not { } file) return NotFound();
        var parts = file.Format == ReportFormat.Zip ? await shelf.PartsAsync(file) : [];
        return View(new ReportFilePage(file, ReportFile.AddressOf(file.Site, Access.Tenant.Key, file.Code), parts, MayCancel(file)));
    }

    [HttpGet("{id:guid}/content")]
    public async Task<IActionResult> ShowContent(Guid id)
    {
        if (await shelf.FindAsync(id) is not { HasBytes: true } file || await shelf.BytesAsync(id) is not { } bytes) return NotFound();
        if (file.IsHousehold) await exports.AddHouseholdsAsync($"{file.NumberText} {file.Name}", null);
        return File(bytes, file.Format.ContentType(), file.FileName);
    }

    [HttpPost("{id:guid}/cancellation")]
    public async Task<IActionResult> Destroy(Guid id)
    {
        if (await shelf.FindAsync(id) is not { } file) return NotFound();
        if (file.MadeById != Access.UserId) return Told($"{Home}/reports/files/{id}", ["只有制作人可以取消。"], "");
        return Told($"{Home}/reports/files/{id}", await shelf.CancelAsync(file) ? [] : [$"{file.NumberText} {file.State.Name()}，不能取消。"], $"已取消 {file.NumberText}。");
    }

    private bool MayCancel(ReportFile file) => file.IsOpen && file.MadeById == Access.UserId;
}
