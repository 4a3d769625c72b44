using System.Globalization;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Acceptances;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>Reads weeks of a county: what is due, what was sent, what it comes to.</summary>
public sealed class WeekReader(PortalDbContext db, PolicyShelf policies, ProjectReader projects, RecordedFigures records, CurrentAccess access, TimeProvider time)
{
    private const int ListedWeeks = 12;
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    private IReadOnlyList<WeekState>? states;

    public DateOnly Today => ChinaTime.Today(time);

    /// <summary>The week that begins on a Monday; null for another day, for one that is not to come to within this week, or for no day at all.</summary>
    public async Task<DispatchWeek?> WeekAsync(string? monday)
    {
        if (!DateOnly.TryParseExact(monday, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        return day.DayOfWeek == DayOfWeek.Monday && day <= Today && day.Year > 2000 ? await WeekAsync(day) : null;
    }

    public async Task<DispatchWeek> WeekAsync(DateOnly monday) => DispatchWeek.Of(await policies.TodayAsync(), monday);

    public async Task<IReadOnlyList<WeekRow>> IndexAsync() => (await StatesAsync())
        .Select(state => new WeekRow(state.Week, state.Due.Count, state.Sent.Count, state.Sent.Values.Count(at => state.Week.IsLate(at)), Today > state.Week.DueOn ? state.Missing.Count : 0, state.Last))
        .Where(row => row.Due > 0 || row.Last is not null || row.Week.From == DispatchWeek.MondayOf(Today)).ToList();

    /// <summary>The last weeks, the newest first: which projects owe a sheet, when each was first sent, and what became of the week. Read once per request.</summary>
    public async Task<IReadOnlyList<WeekState>> StatesAsync() => states ??= await ReadStatesAsync();

    private async Task<IReadOnlyList<WeekState>> ReadStatesAsync()
    {
        var view = await policies.TodayAsync();
        var all = await db.Projects.AsNoTracking().Include(p => p.Steps).ToListAsync();
        var last = DispatchWeek.MondayOf(Today);
        var first = last.AddDays(-7 * (ListedWeeks - 1));
        var sent = (await db.WeeklySheets.AsNoTracking().Where(s => s.Week >= first && s.Edition == 1).Select(s => new { s.Week, s.ProjectId, s.At }).ToListAsync()).ToLookup(s => s.Week);
        var steps = (await db.WeekSteps.AsNoTracking().Where(s => s.Week >= first).ToListAsync()).ToLookup(s => s.Week);
        return Enumerable.Range(0, ListedWeeks).Select(back => DispatchWeek.Of(view, last.AddDays(-7 * back))).Select(week =>
        {
            var due = all.Where(project => IsDue(project, week)).ToList();
            var ids = due.Select(project => project.Id).ToHashSet();
            return new WeekState(week, due, sent[week.From].Where(each => ids.Contains(each.ProjectId)).ToDictionary(each => each.ProjectId, each => each.At), steps[week.From].MaxBy(step => (step.At, step.Id)));
        }).ToList();
    }

    public async Task<WeekPage> PageAsync(DispatchWeek week)
    {
        var lines = await LinesAsync(week, null);
        var steps = await db.WeekSteps.AsNoTracking().Where(s => s.Week == week.From).OrderBy(s => s.At).ThenBy(s => s.Id).ToListAsync();
        var page = new WeekPage(week, lines, steps, await SumsAsync(week, lines));
        return page with { AgainstApproval = DispatchRules.WhyNotApprove(page, Today) };
    }

    public async Task<WeekLine?> LineAsync(DispatchWeek week, Guid project) => (await LinesAsync(week, project)).SingleOrDefault();

    public Task<bool> IsLockedAsync(DateOnly week) => db.WeekSteps.Where(s => s.Week == week).OrderByDescending(s => s.At).ThenByDescending(s => s.Id).Select(s => s.Kind == WeekStepKind.Approved).FirstOrDefaultAsync();

    private async Task<IReadOnlyList<WeekLine>> LinesAsync(DispatchWeek week, Guid? only)
    {
        var rows = (await projects.RowsAsync()).Where(row => (only is null || row.Project.Id == only) && WasMade(row.Project, week)).ToList();
        var ids = rows.Select(row => row.Project.Id).ToList();
        var editions = (await db.WeeklySheets.AsNoTracking().Where(s => s.Week == week.From && ids.Contains(s.ProjectId)).ToListAsync()).ToLookup(s => s.ProjectId);
        var before = await BeforeAsync(week, ids);
        var recorded = await RecordedAsync(rows.Select(row => row.Project).ToList(), week);
        var returns = (await db.FigureReturns.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(r => r.CountyId == access.Value.Tenant.Id && r.Week == week.From && ids.Contains(r.ProjectId)).OrderBy(r => r.At).ToListAsync()).ToLookup(r => r.ProjectId);
        var replies = await db.ReturnReplies.AsNoTracking().Where(r => ids.Contains(r.ProjectId)).ToDictionaryAsync(r => r.ReturnId);
        return rows.Select(row =>
        {
            var sent = editions[row.Project.Id].OrderBy(sheet => sheet.Edition).ToList();
            var lines = returns[row.Project.Id].Select(each => new ReturnLine(each, each.By, replies.GetValueOrDefault(each.Id), sent.Any(sheet => sheet.Edition > each.Edition))).ToList();
            return new WeekLine(row.Project, row.Street, StageOf(row), sent, before.GetValueOrDefault(row.Project.Id), recorded[row.Project.Id], Standing(row.Project, week, sent.FirstOrDefault()), lines);
        }).ToList();
    }

    private async Task<Dictionary<Guid, WeeklySheet>> BeforeAsync(DispatchWeek week, List<Guid> projects) =>
        (await db.WeeklySheets.AsNoTracking().Where(s => projects.Contains(s.ProjectId) && s.Week < week.From && !db.WeeklySheets.Any(later => later.ProjectId == s.ProjectId && later.Week < week.From && (later.Week > s.Week || (later.Week == s.Week && later.Edition > s.Edition)))).ToListAsync()).ToDictionary(s => s.ProjectId);

    /// <summary>A city does not read what the county's own records are made of, households among them: it sees what was sent.</summary>
    private async Task<IReadOnlyDictionary<Guid, RecordedProject>> RecordedAsync(IReadOnlyCollection<Project> of, DispatchWeek week) => access.Value.Supervises
        ? of.ToDictionary(project => project.Id, project => new RecordedProject(project, new Dictionary<string, FigurePair>(), 0))
        : await records.ReadAsync(of, week);

    /// <summary>The plan years added up: the whole plan on the planned side, also what is in no project yet.</summary>
    private async Task<IReadOnlyList<WeekSum>> SumsAsync(DispatchWeek week, IReadOnlyList<WeekLine> lines)
    {
        var accounts = await records.PlanAccountsAsync(lines.Select(line => line.Project.PlanYear).Distinct().ToList());
        return lines.GroupBy(line => line.Project.PlanYear).OrderByDescending(year => year.Key).Select(year =>
        {
            var figures = Indicators.All.Where(indicator => indicator.Adds).ToDictionary(indicator => indicator.Key, indicator => new FigurePair(Sum(year, line => line.Counted.GetValueOrDefault(indicator.Key).Planned), Sum(year, line => line.Counted.GetValueOrDefault(indicator.Key).Actual)));
            foreach (var (key, pair) in accounts[year.Key].Scale()) figures[key] = pair;
            if (accounts[year.Key].Investment is { } planned) figures[IndicatorKeys.Investment] = figures[IndicatorKeys.Investment] with { Planned = planned };
            foreach (var (key, pair) in WeekLine.Punctuality(week, year).Figures) figures[key] = pair;
            return new WeekSum(year.Key, year.Count(), year.Count(line => line.Sheet is not null), figures);
        }).ToList();
    }

    private static decimal? Sum(IEnumerable<WeekLine> lines, Func<WeekLine, decimal?> of) => FigureArrays.Sum(lines.Select(of));

    private SheetStanding Standing(Project project, DispatchWeek week, WeeklySheet? first) => first switch
    {
        _ when !IsDue(project, week) => SheetStanding.NotDue,
        { } sent => week.IsLate(sent.At) ? SheetStanding.Late : SheetStanding.OnTime,
        null => Today > week.DueOn ? SheetStanding.Missing : SheetStanding.Open,
    };

    private static bool WasMade(Project project, DispatchWeek week) => project.MadeAt <= week.To.AtEndOfDay();

    /// <summary>From the week in which the project was made until it is accepted.</summary>
    private static bool IsDue(Project project, DispatchWeek week) => WasMade(project, week) && !(ProjectSteps.Reached(project.Steps).TryGetValue(AcceptanceRules.Stage, out var accepted) && accepted < week.From);

    private static string StageOf(ProjectRow row)
    {
        var names = string.Join("、", row.Stages.Values.Where(stage => stage.IsNext).Select(stage => stage.Stage.Item.Name));
        return names.Length switch { 0 => "全部环节完成", > WeeklySheet.StageLength => names[..WeeklySheet.StageLength], _ => names };
    }
}
