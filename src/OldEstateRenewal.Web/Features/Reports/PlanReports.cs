using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Candidates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Reports of candidates and plans.</summary>
internal static class PlanReports
{
    private const string NoPlan = "该年度还没有计划。";

    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new("plan", "年度改造计划附表", ReportGroup.Plans, Duty.ReadPlans, PlanAsync) { Takes = [ReportParameter.Year], Nothing = NoPlan },
        new("reconciliation", "计划对账表", ReportGroup.Plans, Duty.ReadPlans, ReconciliationAsync) { Takes = [ReportParameter.Year], Nothing = NoPlan },
        new("candidates", "候选项目评分表", ReportGroup.Plans, Duty.ReadPlans, CandidatesAsync) { Takes = [ReportParameter.Year] },
        new("pipeline", "五年改造规划", ReportGroup.Plans, Duty.ReadPlans, async source => PipelineTable.Of(await source.Get<PipelineBoard>().ReadAsync(source.Values.Year), source.Access, source.At)) { Takes = [ReportParameter.Year] },
    ];

    private static async Task<TableReport?> PlanAsync(ReportSource source) => await NewestAsync(source) is { } newest && await source.Get<PlanService>().FindAsync(newest.Id, forReading: true) is { } plan
        ? PlanTable.OfYear(plan, PlanContext.Of(await source.Get<PolicyShelf>().TodayAsync(), plan.Year), source.Tenant, source.At) : null;

    private static async Task<TableReport?> ReconciliationAsync(ReportSource source) => await NewestAsync(source) is { } newest
        ? ReconciliationTable.Of(await source.Get<ReconciliationBoard>().ReadAsync(newest.Year, new ExecutionReportForm()), source.Access, source.At) : null;

    private static async Task<TableReport?> CandidatesAsync(ReportSource source)
    {
        var pool = source.Get<CandidatePool>();
        return CandidateTable.Of(await pool.ReadAsync(pool.Within(source.Values.Year)), source.Access, source.At);
    }

    private static Task<AnnualPlan?> NewestAsync(ReportSource source)
    {
        var year = source.Values.Year;
        return source.Get<PortalDbContext>().Plans.AsNoTracking().Where(p => year == null || p.Year == year).OrderByDescending(p => p.Year).ThenByDescending(p => p.Revision).FirstOrDefaultAsync();
    }
}
