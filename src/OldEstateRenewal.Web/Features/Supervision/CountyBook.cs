using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>A county with the figures of its newest approved week; without one there are none.</summary>
public sealed record CountyFigures(Guid Id, string Key, string Name, DateOnly? Week, int Projects, int Sent, IReadOnlyDictionary<string, FigurePair> Figures)
{
    public bool HasReported => Week is not null;
}

/// <summary>
/// Reads the approved weeks of a city's counties. A week that was opened again does not count until it is approved anew; then the one before it stands. No household data is
/// among it, and the supervisors' database role sees its own counties only.
/// </summary>
public sealed class CountyBook(PortalDbContext db, CurrentAccess access)
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    /// <param name="until">The last day: weeks that end later are left out.</param>
    public async Task<IReadOnlyList<CountyFigures>> ReadAsync(int planYear, DateOnly until)
    {
        var (city, last) = (access.Value.Tenant.Id, until.AddDays(-6));
        var rows = await db.Database.SqlQuery<TotalRow>($"""
            select t.id, t.key, t.name, w.week, coalesce(w.projects, 0) as projects, coalesce(w.sent, 0) as sent, w.keys, w.planned, w.actual
            from portal.tenants t left join lateral (
              select w.* from portal.week_totals w where w.tenant_id = t.id and w.plan_year = {planYear} and w.week <= {last}
                and w.step_id = (select s.id from portal.week_steps s where s.tenant_id = w.tenant_id and s.week = w.week order by s.at desc, s.id desc limit 1)
              order by w.week desc limit 1) w on true
            where {city} = any (t.ancestor_ids) order by t.key
            """).ToListAsync();
        return rows.Select(row => new CountyFigures(row.Id, row.Key, row.Name, row.Week, row.Projects, row.Sent, row.Figures)).ToList();
    }

    /// <summary>How many sheets were due, and on time, in the approved weeks that ended in these days.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Due, int OnTime)>> PunctualityAsync(int planYear, DateOnly from, DateOnly to)
    {
        var (city, first, last) = (access.Value.Tenant.Id, from.AddDays(-6), to.AddDays(-6));
        var rows = await db.Database.SqlQuery<TotalRow>($"""
            select t.id, t.key, t.name, w.week, w.projects, w.sent, w.keys, w.planned, w.actual
            from portal.tenants t join portal.week_totals w on w.tenant_id = t.id and w.plan_year = {planYear} and w.week between {first} and {last}
              and w.step_id = (select s.id from portal.week_steps s where s.tenant_id = w.tenant_id and s.week = w.week order by s.at desc, s.id desc limit 1)
            where {city} = any (t.ancestor_ids)
            """).ToListAsync();
        return rows.GroupBy(row => row.Id).ToDictionary(county => county.Key, county => (
            county.Sum(row => (int)(row.Figures.GetValueOrDefault(IndicatorKeys.ReportsDue).Actual ?? 0)), county.Sum(row => (int)(row.Figures.GetValueOrDefault(IndicatorKeys.ReportsOnTime).Actual ?? 0))));
    }

    /// <summary>One rate or figure of each county over the last weeks, oldest first; null where a week was not approved.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<decimal?>>> TrendAsync(int planYear, DateOnly lastMonday, int weeks, Func<IReadOnlyDictionary<string, FigurePair>, decimal?> of)
    {
        var (city, first) = (access.Value.Tenant.Id, lastMonday.AddDays(-7 * (weeks - 1)));
        var rows = await db.Database.SqlQuery<TotalRow>($"""
            select t.id, t.key, t.name, w.week, w.projects, w.sent, w.keys, w.planned, w.actual
            from portal.tenants t join portal.week_totals w on w.tenant_id = t.id and w.plan_year = {planYear} and w.week between {first} and {lastMonday}
              and w.step_id = (select s.id from portal.week_steps s where s.tenant_id = w.tenant_id and s.week = w.week order by s.at desc, s.id desc limit 1)
            where {city} = any (t.ancestor_ids)
            """).ToListAsync();
        return rows.GroupBy(row => row.Id).ToDictionary(county => county.Key, county =>
        {
            var byWeek = county.ToDictionary(row => row.Week!.Value, row => of(row.Figures));
            return (IReadOnlyList<decimal?>)Enumerable.Range(0, weeks).Select(at => byWeek.GetValueOrDefault(first.AddDays(7 * at))).ToList();
        });
    }

    public async Task<IReadOnlyList<int>> YearsAsync() => await db.WeekTotals.IgnoreQueryFilters(unfiltered).Select(t => t.PlanYear).Distinct().OrderByDescending(year => year).ToListAsync();

    public async Task<RankingRule> RuleAsync() => await db.RankingRules.AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).FirstOrDefaultAsync() ?? RankingRule.Proposed(access.Value.Tenant.Id);

    private sealed record TotalRow(Guid Id, string Key, string Name, DateOnly? Week, int Projects, int Sent, string[]? Keys, decimal?[]? Planned, decimal?[]? Actual)
    {
        public IReadOnlyDictionary<string, FigurePair> Figures => Keys is null ? new Dictionary<string, FigurePair>() : Keys.Select((key, at) => (key, Pair: new FigurePair(Planned![at], Actual![at]))).ToDictionary(each => each.key, each => each.Pair);
    }
}
