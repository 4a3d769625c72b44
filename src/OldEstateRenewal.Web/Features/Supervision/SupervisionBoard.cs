using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>Reads the city's view of its counties: all of them in a table, or one with the sheets of a week.</summary>
public sealed class SupervisionBoard(PortalDbContext db, CountyBook counties, PolicyShelf policies, CurrentAccess access, TimeProvider time)
{
    /// <summary>So many counties at a time, by their places: a province with more turns pages.</summary>
    public const int PageSize = 200;

    private const int TrendWeeks = 12;
    private const int AmberDays = 30;
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    /// <param name="page">From 1; null for all counties, as in a file.</param>
    public async Task<CityPage> CityAsync(int? year, int? page)
    {
        var (today, years) = (ChinaTime.Today(time), await counties.YearsAsync());
        var shown = year ?? years.Cast<int?>().FirstOrDefault();
        var rule = await counties.RuleAsync();
        var all = await counties.ReadAsync(shown ?? 0, today);
        var ranking = Ranking.Of(rule.Criteria, all.Select(county => new RankedBody(county.Id.ToString(), county.Name, county.Figures)).ToList());
        var byId = all.ToDictionary(county => county.Id.ToString());
        var milestones = await MilestonesAsync(shown, today);
        var rows = page is { } of ? ranking.Rows.Skip((Math.Max(of, 1) - 1) * PageSize).Take(PageSize).ToList() : ranking.Rows;
        var trend = page is null ? new Dictionary<Guid, IReadOnlyList<decimal?>>() : await counties.TrendAsync(shown ?? 0, DispatchWeek.MondayOf(today), TrendWeeks, rows.Select(row => byId[row.Body.Key].Id).ToArray());
        var lines = rows.Select(row => new CountyLine(byId[row.Body.Key], row, TrafficLight.Of(LightRule, milestones(row.Body.Figures), row.Body.Figures), trend.GetValueOrDefault(byId[row.Body.Key].Id) ?? [])).ToList();
        return new CityPage(shown, years, lines, all.Count, all.Count(county => county.HasReported), Math.Max(page ?? 1, 1), FigureTotals.Of(all.Where(county => county.HasReported).Select(county => (county.Name, county.Figures)).ToList()), rule, today);
    }

    public async Task<CountyPage?> CountyAsync(string key, DateOnly? monday)
    {
        var city = access.Value.Tenant.Id;
        if (await db.Tenants.Where(t => t.Key == key && t.AncestorIds.Contains(city)).Select(t => new { t.Id, t.Key, t.Name }).SingleOrDefaultAsync() is not { } county) return null;
        var weeks = await db.WeeklySheets.IgnoreQueryFilters(unfiltered).Where(s => s.TenantId == county.Id).Select(s => s.Week).Distinct().OrderByDescending(week => week).Take(TrendWeeks).ToListAsync();
        var totals = await db.WeekTotals.Counting().IgnoreQueryFilters(unfiltered).Where(t => t.TenantId == county.Id && (weeks.Contains(t.Week) || t.Week == monday)).OrderByDescending(t => t.PlanYear).ToListAsync();
        var approved = totals.Select(total => total.Week).ToHashSet();
        var shown = monday ?? weeks.Cast<DateOnly?>().FirstOrDefault(week => approved.Contains(week!.Value)) ?? weeks.Cast<DateOnly?>().FirstOrDefault() ?? DispatchWeek.MondayOf(ChinaTime.Today(time));
        return new CountyPage(county.Key, county.Name, county.Id, DispatchWeek.Of(await policies.TodayAsync(), shown), approved.Contains(shown), weeks.Select(week => (week, approved.Contains(week))).ToList(), await SheetsAsync(county.Id, shown), totals.Where(total => total.Week == shown).ToList());
    }

    public async Task<WeeklySheet?> SheetAsync(Guid county, Guid sheet) => await db.WeeklySheets.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(s => s.TenantId == county && s.Id == sheet && !db.WeeklySheets.IgnoreQueryFilters(unfiltered).Any(later => later.TenantId == s.TenantId && later.ProjectId == s.ProjectId && later.Week == s.Week && later.Edition > s.Edition)).SingleOrDefaultAsync();

    private async Task<IReadOnlyList<CitySheet>> SheetsAsync(Guid county, DateOnly week)
    {
        var sheets = await db.WeeklySheets.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(s => s.TenantId == county && s.Week == week).ToListAsync();
        var ids = sheets.Select(sheet => sheet.ProjectId).Distinct().ToList();
        var projects = await db.Projects.IgnoreQueryFilters(unfiltered).Where(p => p.TenantId == county && ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, Streets = p.Estates.Select(e => e.Estate!.Street!.Name).Distinct().ToList() }).ToDictionaryAsync(p => p.Id);
        var returns = (await db.FigureReturns.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(r => r.CountyId == county && r.Week == week).OrderBy(r => r.At).ToListAsync()).ToLookup(r => r.ProjectId);
        var replies = await db.ReturnReplies.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(r => r.TenantId == county && ids.Contains(r.ProjectId)).ToDictionaryAsync(r => r.ReturnId);
        return sheets.GroupBy(sheet => sheet.ProjectId).Select(editions =>
        {
            var (newest, project) = (editions.MaxBy(sheet => sheet.Edition)!, projects[editions.Key]);
            return new CitySheet(newest, project.Name, string.Join("、", project.Streets), editions.Count(), returns[editions.Key].Select(each => new ReturnLine(each, each.By, replies.GetValueOrDefault(each.Id), newest.Edition > each.Edition)).ToList());
        }).OrderBy(sheet => sheet.Street, StringComparer.Ordinal).ThenBy(sheet => sheet.Project, StringComparer.Ordinal).ToList();
    }

    /// <summary>Nothing in the documents gives limits for a light: these are the product's, and the page says so.</summary>
    private static LightRule LightRule { get; } = new(AmberDays, [new LightLimit(RateKeys.OnTime, new Fraction(9, 10), new Fraction(6, 10))]);

    /// <summary>The city's milestones of start and completion of a plan year, done when all is.</summary>
    private async Task<Func<IReadOnlyDictionary<string, FigurePair>, IReadOnlyList<LightMilestone>>> MilestonesAsync(int? year, DateOnly today)
    {
        var view = await policies.TodayAsync();
        var due = year is not { } of ? [] : view.All(PolicySections.Milestones).Select(milestone => (milestone.Item.Name, milestone.Item.Stage, DueOn: milestone.Item.DueOn(of))).Where(each => each.DueOn is not null && RateOf(each.Stage) is not null).ToList();
        return figures => due.Select(each =>
        {
            var rate = RateOf(each.Stage)!;
            var isDone = Rates.Find(rate)!.Of(figures).Value >= Fraction.One;
            return new LightMilestone(each.Name, DueState.Of(each.DueOn!.Value, isDone ? each.DueOn : null, today), rate);
        }).ToList();
    }

    private static string? RateOf(ProjectStage stage) => stage switch { ProjectStage.Started => RateKeys.Start, ProjectStage.BasicallyDone or ProjectStage.Done or ProjectStage.Accepted => RateKeys.Completion, _ => null };
}
