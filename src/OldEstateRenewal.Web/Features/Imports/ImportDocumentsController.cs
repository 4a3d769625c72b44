using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Spreadsheets that go with imports: templates filled with what is known, and the list of what is wrong.</summary>
[Route("{county}/imports"), Requires(Duty.ImportRegistry)]
public sealed class ImportDocumentsController(CurrentAccess access, PortalDbContext db, ImportSeal seal, ExportTrail exports, TimeProvider time) : PortalController(access)
{
    [HttpGet("templates/{kind:regex(^(estates|buildings|dwellings)$)}.xlsx")]
    public async Task<IActionResult> ShowTemplate(string kind, Guid? estate) => kind switch
    {
        "estates" => Sheet(await ImportTemplates.EstatesAsync(db, time.GetUtcNow().ToChina())),
        "buildings" => Sheet(await ImportTemplates.BuildingsAsync(db, time.GetUtcNow().ToChina())),
        _ => await DwellingsAsync(estate),
    };

    [HttpGet("{id:guid}/problems.xlsx")]
    public async Task<IActionResult> ShowProblems(Guid id)
    {
        var import = await db.Imports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id);
        if (import is null) return NotFound();
        var rows = await db.ImportRows.AsNoTracking().Where(r => r.ImportId == id && r.HasProblem && r.Shown != null).OrderBy(r => r.Number).Take(20_000).ToListAsync();
        return Sheet(ImportTemplates.Problems(import, rows.Select(row => (row.Number, row.State, seal.Open<RowSheet>(import.TenantId, row.Shown!))), time.GetUtcNow().ToChina()));
    }

    /// <summary>With an estate it names the owners.</summary>
    private async Task<IActionResult> DwellingsAsync(Guid? estate)
    {
        if (estate is not null)
        {
            if (await db.Estates.Where(e => e.Id == estate).Select(e => e.Name).SingleOrDefaultAsync() is not { } name) return NotFound();
            await exports.AddHouseholdsAsync($"{name}房屋与业主导入模板（含姓名）", estate);
        }

        return Sheet(await ImportTemplates.DwellingsAsync(db, estate, time.GetUtcNow().ToChina()));
    }

    private FileContentResult Sheet(TableReport table)
    {
        using var file = new MemoryStream();
        SpreadsheetTableWriter.Write(table, file);
        return File(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{table.Title}.xlsx");
    }
}
