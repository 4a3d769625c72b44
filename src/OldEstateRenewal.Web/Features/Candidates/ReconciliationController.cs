using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using ExecutionRate = OldEstateRenewal.Domain.Planning.ExecutionRate;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>计划对账: county, province and what happened, estate by estate; and the rates that were reported.</summary>
[Route("{county}/plans/{id:guid}"), Requires(Duty.ReadPlans)]
public sealed class ReconciliationController(CurrentAccess access, PortalDbContext db, ReconciliationBoard board, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    [HttpGet("reconciliation")]
    public async Task<IActionResult> Index(Guid id) => await YearAsync(id) is { } year ? View(await board.ReadAsync(year, new ExecutionReportForm())) : NotFound();

    [HttpGet("reconciliation/list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format) => await YearAsync(id) is { } year ? new TableFile(ReconciliationTable.Of(await board.ReadAsync(year, new ExecutionReportForm()), Access, time.GetUtcNow()), format) : NotFound();

    [HttpPost("execution-reports"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(Guid id, ExecutionReportForm form)
    {
        if (await YearAsync(id) is not { } year) return NotFound();
        if (form.AsOf > ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.AsOf), "数据日期不能在今天之后。");
        if (ModelState.IsValid) foreach (var refusal in new ExecutionRate(form.Planned!.Value, form.Actual!.Value).Refuse(form.Reason)) ModelState.AddModelError(nameof(form.Reason), refusal);
        if (!ModelState.IsValid) return Again("Index", await board.ReadAsync(year, form));
        var report = new ExecutionReport { Year = year, Measure = form.Measure, AsOf = form.AsOf!.Value, Planned = form.Planned!.Value, Actual = form.Actual!.Value, Reason = form.Reason.OrNull(), RecordedBy = Access.UserName, RecordedById = Access.UserId, RecordedAt = time.GetUtcNow() };
        db.ExecutionReports.Add(report);
        audit.Add("ExecutionReported", report, $"{year}年{form.Measure.Name()}率");
        await db.SaveChangesAsync();
        Notice($"已登记{form.Measure.Name()}率。");
        return Redirect($"{Home}/plans/{id}/reconciliation");
    }

    private Task<int?> YearAsync(Guid id) => db.Plans.AsNoTracking().Where(p => p.Id == id).Select(p => (int?)p.Year).SingleOrDefaultAsync();
}
