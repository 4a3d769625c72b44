using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>Plans as papers: the annex of one year, or of all the years one annex covers, as PDF and Excel.</summary>
[Route("{county}/plans"), Requires(Duty.ReadPlans)]
public sealed class PlanDocumentsController(CurrentAccess access, PortalDbContext db, PlanService plans, PolicyShelf policies, TimeProvider time) : PortalController(access)
{
    [HttpGet("{id:guid}/document.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format)
    {
        var plan = await plans.FindAsync(id, forReading: true);
        if (plan is null) return NotFound();
        return Paper(PlanTable.OfYear(plan, PlanContext.Of(await policies.TodayAsync(), plan.Year), Access.Tenant.Name, time.GetUtcNow()), format);
    }

    [HttpGet("programme.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> ShowProgramme(string format)
    {
        var context = PlanContext.Of(await policies.TodayAsync(), 0);
        if (!context.Form.SpansYears) return NotFound();
        var all = await db.Plans.AsNoTracking().Include(p => p.Entries).Include(p => p.Steps).Where(p => p.Year >= context.Form.From && p.Year <= context.Form.To).AsSplitQuery().ToListAsync();
        var latest = all.GroupBy(p => p.Year).OrderBy(years => years.Key)
            .Select(years => years.OrderByDescending(p => p.State == PlanState.Issued).ThenByDescending(p => p.Revision).First()).ToList();
        return latest.Count == 0 ? NotFound() : Paper(PlanTable.OfYears(latest, context, Access.Tenant.Name, time.GetUtcNow()), format);
    }

    private FileContentResult Paper(TableReport table, string format)
    {
        using var file = new MemoryStream();
        if (format == "pdf") PdfTableWriter.Write(table, file);
        else SpreadsheetTableWriter.Write(table, file);
        return File(file.ToArray(), format == "pdf" ? "application/pdf" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", $"{table.Title}.{format}");
    }
}
