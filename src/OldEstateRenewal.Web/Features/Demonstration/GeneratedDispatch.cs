using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>
/// A plan of this year with two projects on their way, and eight approved weeks behind them: below an invented county alone, so that dispatch, the city's view and the bulletin have something to show. The
/// week that has just ended is left to be sent and approved.
/// </summary>
internal static class GeneratedDispatch
{
    public const string County = "donge";

    private const string By = "演示数据";
    private const int FirstWeek = 9;
    private const int LastWeek = 2;
    private const int StartedBefore = 6;
    private static readonly Money investment = Money.FromFen(300_000_000);

    public static async Task LoadAsync(PortalDbContext db, Tenant tenant, IReadOnlyList<Estate> estates, DateOnly today)
    {
        var at = new DateTimeOffset(today.AddDays(-7 * (FirstWeek + 4)).ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
        var chosen = estates.Take(2).ToList();
        var plan = new AnnualPlan { TenantId = tenant.Id, Year = today.Year, CreatedBy = By, CreatedAt = at };
        db.Plans.Add(plan);
        foreach (var (index, estate) in chosen.Index())
        {
            var entry = PlanService.Entry(estate, plan, index + 1);
            entry.Investment = investment;
            db.PlanEntries.Add(entry);
        }

        DemonstrationRegistry.Audit(db, tenant, "本年度计划");
        await db.SaveChangesAsync();
        db.PlanSteps.Add(new PlanStep { TenantId = tenant.Id, PlanId = plan.Id, Kind = PlanStepKind.Issued, By = By, At = at });
        var monday = DispatchWeek.MondayOf(today);
        var projects = chosen.Select((estate, index) => ProjectOf(plan, estate, index == 0 ? monday.AddDays(-7 * StartedBefore) : null, at)).ToList();
        db.Projects.AddRange(projects);
        var weeks = Enumerable.Range(LastWeek, FirstWeek - LastWeek + 1).Reverse().Select(back => (Week: monday.AddDays(-7 * back), Sheets: projects.Zip(chosen).Select(pair => SheetOf(pair.First, pair.Second, monday.AddDays(-7 * back), pair.First == projects[0] ? StartedBefore - back : -1)).ToList())).ToList();
        db.WeeklySheets.AddRange(weeks.SelectMany(week => week.Sheets));
        DemonstrationRegistry.Audit(db, tenant, "项目和周调度表");
        await db.SaveChangesAsync();
        foreach (var week in weeks) Approve(db, week.Week, week.Sheets);
        DemonstrationRegistry.Audit(db, tenant, "调度周审定");
        await db.SaveChangesAsync();
    }

    private static Project ProjectOf(AnnualPlan plan, Estate estate, DateOnly? startedOn, DateTimeOffset at)
    {
        var project = new Project { TenantId = plan.TenantId, PlanYear = plan.Year, Name = $"{estate.Name}改造", ProcessOn = DateOnly.FromDateTime(at.UtcDateTime), Remark = "演示数据，非真实项目。", MadeBy = By, MadeAt = at };
        project.Estates.Add(new ProjectEstate { TenantId = plan.TenantId, ProjectId = project.Id, EstateId = estate.Id, PlanYear = plan.Year, Sequence = 1 });
        if (startedOn is { } day) project.Steps.Add(new ProjectStep { TenantId = plan.TenantId, ProjectId = project.Id, StageKey = Project.StartStage, Kind = ProjectStepKind.Reached, On = day, By = By, At = at });
        return project;
    }

    /// <summary>What the demonstration's records say, and nothing that they do not: the next sheet is filled in from them.</summary>
    /// <param name="running">For how many weeks the works have been going on; below zero before their start.</param>
    private static WeeklySheet SheetOf(Project project, Estate estate, DateOnly week, int running)
    {
        var isStarted = running >= 0;
        var figures = new Dictionary<string, FigurePair>
        {
            [IndicatorKeys.Estates] = new(1, 1),
            [IndicatorKeys.Households] = new(estate.HouseholdCount, estate.HouseholdCount),
            [IndicatorKeys.Buildings] = new(estate.BuildingCount, estate.BuildingCount),
            [IndicatorKeys.Area] = new(estate.FloorArea?.SquareMetres, estate.FloorArea?.SquareMetres),
            [IndicatorKeys.StartedEstates] = new(null, isStarted ? 1 : 0),
            [IndicatorKeys.StartedHouseholds] = new(null, isStarted ? estate.HouseholdCount : 0),
            [IndicatorKeys.CompletedEstates] = new(null, 0),
            [IndicatorKeys.CompletedHouseholds] = new(null, 0),
            [IndicatorKeys.AcceptedEstates] = new(null, 0),
            [IndicatorKeys.WorksProgress] = new(null, isStarted ? null : 0),
            [IndicatorKeys.Investment] = new(investment.Yuan, 0),
            [IndicatorKeys.OpenProblems] = new(null, 0),
            [IndicatorKeys.OverdueProblems] = new(null, 0),
        };
        var keys = figures.Keys.ToArray();
        return new WeeklySheet
        {
            TenantId = project.TenantId,
            ProjectId = project.Id,
            PlanYear = project.PlanYear,
            Week = week,
            Stage = isStarted ? "施工" : "开工",
            Keys = keys,
            Planned = keys.Select(key => figures[key].Planned).ToArray(),
            Recorded = keys.Select(key => figures[key].Actual).ToArray(),
            Actual = keys.Select(key => figures[key].Actual).ToArray(),
            Reasons = new string?[keys.Length],
            Progress = isStarted ? "按计划施工（演示）。" : "施工招标（演示）。",
            By = By,
            At = SentAt(week),
        };
    }

    private static void Approve(PortalDbContext db, DateOnly week, List<WeeklySheet> sheets)
    {
        var step = new WeekStep { TenantId = sheets[0].TenantId, Week = week, Kind = WeekStepKind.Approved, By = By, At = SentAt(week).AddDays(2) };
        var sums = sheets[0].Keys.Where(key => Indicators.Get(key).Adds).ToDictionary(key => key, key => new FigurePair(FigureArrays.Sum(sheets.Select(sheet => sheet.Figures[key].Planned)), FigureArrays.Sum(sheets.Select(sheet => sheet.Figures[key].Actual))));
        sums[IndicatorKeys.ReportsDue] = sums[IndicatorKeys.ReportsOnTime] = new FigurePair(null, sheets.Count);
        var keys = sums.Keys.ToArray();
        db.WeekSteps.Add(step);
        db.WeekTotals.Add(new WeekTotal
        {
            TenantId = step.TenantId,
            StepId = step.Id,
            Week = week,
            PlanYear = sheets[0].PlanYear,
            Projects = sheets.Count,
            Sent = sheets.Count,
            Keys = keys,
            Planned = keys.Select(key => sums[key].Planned).ToArray(),
            Actual = keys.Select(key => sums[key].Actual).ToArray(),
        });
    }

    /// <summary>The Friday of the week.</summary>
    private static DateTimeOffset SentAt(DateOnly week) => new(week.AddDays(4).ToDateTime(new TimeOnly(8, 0)), TimeSpan.Zero);
}
