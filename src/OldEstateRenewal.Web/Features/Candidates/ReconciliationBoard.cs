using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>What is known of an estate's works; null is unknown.</summary>
public sealed record ActualState(bool? Started, bool? Finished, string InWords)
{
    public static readonly ActualState Unknown = new(null, null, "未知");
}

/// <summary>One estate in three accounts: the county's plan, the plan locked by the province, what happened.</summary>
public sealed record ReconciledLine(string Name, Guid? EstateId, PlanEntry? County, FrozenPlanEntry? Province, ActualState Actual)
{
    /// <summary>Where the accounts differ, in words; empty where they agree.</summary>
    public IReadOnlyList<string> Differences(bool hasProvince)
    {
        var words = new List<string>();
        if (hasProvince && Province is null) words.Add("县计划有，省级锁定计划没有");
        if (County is null) words.Add(EstateId is null ? "省级锁定计划有，台账中没有同名小区" : "省级锁定计划有，县计划没有");
        if (County is { } county && Province is { } province) words.AddRange(Figures(county, province));
        if (Actual.Started == true && hasProvince && Province is null) words.Add("已开工，但不在省级锁定计划");
        if (Actual.Started == true && County is null) words.Add("已开工，但不在县计划");
        return words;
    }

    private static IEnumerable<string> Figures(PlanEntry county, FrozenPlanEntry province) => new[]
    {
        Differs("楼栋", county.BuildingCount, province.BuildingCount, "栋"),
        Differs("户数", county.HouseholdCount, province.HouseholdCount, "户"),
        Differs("建筑面积", county.FloorArea?.SquareMetres, province.FloorArea?.SquareMetres, "㎡"),
        Differs("投资", county.Investment?.TenThousands(), province.Investment?.TenThousands(), "万元"),
    }.OfType<string>();

    private static string? Differs(string what, decimal? county, decimal? province, string unit) => (county, province) switch
    {
        var (mine, theirs) when mine == theirs => null,
        (null, { } theirs) => $"{what}：县未填，省 {theirs:0.######} {unit}",
        ({ } mine, null) => $"{what}：县 {mine:0.######} {unit}，省未载",
        var (mine, theirs) => $"{what}：县 {mine:0.######}、省 {theirs:0.######}，{(mine > theirs ? "县多" : "县少")} {Math.Abs(mine!.Value - theirs!.Value):0.######} {unit}",
    };
}

/// <summary>计划对账 of one year.</summary>
public sealed record Reconciliation(AnnualPlan Plan, FrozenPlan? Frozen, IReadOnlyList<FrozenPlan> Editions, IReadOnlyList<ReconciledLine> Lines, IReadOnlyList<ExecutionReport> Reports, ExecutionReportForm Form)
{
    public bool HasProvince => Frozen is not null;

    /// <summary>What the rates are measured by: the locked plan, or the county's own while there is none.</summary>
    public int Planned => Frozen?.Entries.Count ?? Plan.Entries.Count;

    /// <summary>The report that counts for a measure.</summary>
    public ExecutionReport? Report(ExecutionMeasure measure) => Reports.Where(report => report.Measure == measure).MaxBy(report => (report.RecordedAt, report.Id));
}

/// <summary>Reads the three accounts of a year.</summary>
public sealed class ReconciliationBoard(PortalDbContext db)
{
    public async Task<Reconciliation> ReadAsync(int year, ExecutionReportForm form)
    {
        var plan = await db.Plans.AsNoTracking().Include(p => p.Entries.OrderBy(e => e.Sequence)).Include(p => p.Steps).Where(p => p.Year == year).OrderByDescending(p => p.Revision).AsSplitQuery().FirstAsync();
        var editions = await db.FrozenPlans.AsNoTracking().Include(p => p.Entries.OrderBy(e => e.Sequence)).Where(p => p.Year == year).OrderByDescending(p => p.Edition).AsSplitQuery().ToListAsync();
        var frozen = editions.FirstOrDefault();
        var province = (frozen?.Entries ?? []).Where(entry => entry.EstateId is not null).ToDictionary(entry => entry.EstateId!.Value);
        var county = plan.Entries.Select(entry => entry.EstateId).ToHashSet();
        var actual = await ActualAsync([.. county, .. province.Keys], year);
        var lines = plan.Entries.Select(entry => new ReconciledLine(entry.Name, entry.EstateId, entry, province.GetValueOrDefault(entry.EstateId), actual.GetValueOrDefault(entry.EstateId, ActualState.Unknown)))
            .Concat((frozen?.Entries ?? []).Where(entry => entry.EstateId is not { } id || !county.Contains(id)).Select(entry => new ReconciledLine(entry.Name, entry.EstateId, null, entry, entry.EstateId is { } id ? actual.GetValueOrDefault(id, ActualState.Unknown) : ActualState.Unknown)));
        var reports = await db.ExecutionReports.AsNoTracking().Where(r => r.Year == year).OrderByDescending(r => r.RecordedAt).ThenByDescending(r => r.Id).ToListAsync();
        return new Reconciliation(plan, frozen, editions, lines.ToList(), reports, form);
    }

    /// <summary>What is known of each estate's works for a plan year; one that is not in the answer is unknown.</summary>
    public async Task<IReadOnlyDictionary<Guid, ActualState>> ActualAsync(IReadOnlyCollection<Guid> estates, int year)
    {
        var renewed = await db.EstateFacts.AsNoTracking().Where(f => estates.Contains(f.EstateId) && f.Key == "already-renewed" && f.Value).Select(f => f.EstateId).ToListAsync();
        var recorded = await db.EarlierWorks.AsNoTracking().Where(w => estates.Contains(w.EstateId) && w.Programme == RenewalProgramme.OldEstate && w.BuildingId == null && w.ItemKey == null && w.Year >= year && w.Withdraws == null && !db.EarlierWorks.Any(later => later.Withdraws == w.Id))
            .Select(w => new { w.EstateId, w.Year }).ToListAsync();
        var known = renewed.ToDictionary(id => id, _ => new ActualState(true, true, "已完工（摸底事实：已完成改造）"));
        foreach (var (id, state) in await OnTheWayAsync(estates, year)) known[id] = state;
        foreach (var work in recorded) known[work.EstateId] = new ActualState(true, true, $"已完工（既往改造登记：{work.Year}年老旧小区改造）");
        return known;
    }

    /// <summary>What the projects of the year say: started, works done, or neither yet.</summary>
    private async Task<Dictionary<Guid, ActualState>> OnTheWayAsync(IReadOnlyCollection<Guid> estates, int year)
    {
        var projects = await db.Projects.AsNoTracking().Where(p => p.PlanYear == year && p.Estates.Any(e => estates.Contains(e.EstateId))).Include(p => p.Estates).Include(p => p.Steps).AsSplitQuery().ToListAsync();
        return projects.SelectMany(project => project.Estates.Select(estate => (estate.EstateId, State: StateOf(ProjectSteps.Reached(project.Steps))))).Where(each => estates.Contains(each.EstateId)).ToDictionary(each => each.EstateId, each => each.State);
    }

    private static ActualState StateOf(IReadOnlyDictionary<string, DateOnly> reached) =>
        reached.TryGetValue(Project.WorksStage, out var done) ? new ActualState(true, true, $"已完工（{done:yyyy-MM-dd}）")
        : reached.TryGetValue(Project.StartStage, out var started) ? new ActualState(true, false, $"已开工（{started:yyyy-MM-dd}），未完工")
        : new ActualState(false, false, "未开工");
}

/// <summary>The reconciliation as a spreadsheet or a PDF.</summary>
public static class ReconciliationTable
{
    public static TableReport<ReconciledLine> Of(Reconciliation of, Access access, DateTimeOffset at) => TableFile.Report($"{of.Plan.Year}年改造计划对账表", Columns(of), of.Lines, access, at, [],
        [$"县计划：{PlanService.Name(of.Plan)}（{of.Plan.State.Name()}）。", of.Frozen is { } frozen ? $"省级锁定计划：{frozen.DocumentNumber}（{frozen.IssuedOn:yyyy-MM-dd}），第 {frozen.Edition} 版{(frozen.Reason is { } why ? $"，更正理由：{why}" : "")}。" : "省级锁定计划：尚未登记。",
            .. Enum.GetValues<ExecutionMeasure>().Select(of.Report).OfType<ExecutionReport>().Select(ReconciliationWords.Rate)]);

    private static List<TableColumn<ReconciledLine>> Columns(Reconciliation of) =>
    [
        TableColumn.Serial<ReconciledLine>(),
        new("小区名称", 22, line => line.Name),
        new("县计划\n户数", 9, line => (long?)line.County?.HouseholdCount) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("省锁定\n户数", 9, line => (long?)line.Province?.HouseholdCount) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("县计划面积\n（㎡）", 12, line => line.County?.FloorArea?.SquareMetres) { Format = CellFormat.UpTo(2), Total = ColumnTotal.Sum },
        new("省锁定面积\n（㎡）", 12, line => line.Province?.FloorArea?.SquareMetres) { Format = CellFormat.UpTo(2), Total = ColumnTotal.Sum },
        new("县计划投资\n（万元）", 11, line => line.County?.Investment?.TenThousands()) { Format = CellFormat.UpTo(6), Total = ColumnTotal.Sum },
        new("省锁定投资\n（万元）", 11, line => line.Province?.Investment?.TenThousands()) { Format = CellFormat.UpTo(6), Total = ColumnTotal.Sum },
        new("实际", 18, line => line.Actual.InWords),
        new("差异", 40, line => line.Differences(of.HasProvince) is { Count: > 0 } words ? string.Join("；", words) : of.HasProvince ? "一致" : null),
    ];
}

public static class ReconciliationWords
{
    public static string Name(this ExecutionMeasure measure) => measure == ExecutionMeasure.Started ? "开工" : "完工";

    public static string Rate(ExecutionReport report) => $"{report.Measure.Name()}率 {new ExecutionRate(report.Planned, report.Actual).InWords}，数据日期 {report.AsOf:yyyy-MM-dd}，{report.RecordedBy} 登记{(report.Reason is { } reason ? $"；原因：{reason}" : "")}";
}
