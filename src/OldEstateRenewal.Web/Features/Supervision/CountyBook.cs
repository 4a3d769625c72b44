using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Dispatches;
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
        // Each table is gone through once: county by county, the wall would be asked for each.
        var rows = await db.Database.SqlQuery<TotalRow>($"""
            with last as (select distinct on (s.tenant_id, s.week) s.tenant_id, s.id from portal.week_steps s where s.week <= {last} order by s.tenant_id, s.week, s.at desc, s.id desc),
              newest as (select distinct on (w.tenant_id) w.* from portal.week_totals w join last on last.tenant_id = w.tenant_id and last.id = w.step_id where w.plan_year = {planYear} and w.week <= {last} order by w.tenant_id, w.week desc)
            select t.id, t.key, t.name, w.week, coalesce(w.projects, 0) as projects, coalesce(w.sent, 0) as sent, w.keys, w.planned, w.actual
            from portal.tenants t left join newest w on w.tenant_id = t.id where {city} = any (t.ancestor_ids) order by t.key
            """).ToListAsync();
        return rows.Select(row => new CountyFigures(row.Id, row.Key, row.Name, row.Week, row.Projects, row.Sent, row.Figures)).ToList();
    }

    /// <summary>How many sheets were due, and on time, in the approved weeks that ended in these days.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Due, int OnTime)>> PunctualityAsync(int planYear, DateOnly from, DateOnly to)
    {
        var (city, first, last) = (access.Value.Tenant.Id, from.AddDays(-6), to.AddDays(-6));
        var rows = await db.Database.SqlQuery<TotalRow>($"""
            with last as (select distinct on (s.tenant_id, s.week) s.tenant_id, s.id from portal.week_steps s where s.week between {first} and {last} order by s.tenant_id, s.week, s.at desc, s.id desc)
            select t.id, t.key, t.name, w.week, w.projects, w.sent, w.keys, w.planned, w.actual
            from portal.tenants t join portal.week_totals w on w.tenant_id = t.id and w.plan_year = {planYear} and w.week between {first} and {last} join last on last.tenant_id = w.tenant_id and last.id = w.step_id
            where {city} = any (t.ancestor_ids)
            """).ToListAsync();
        return rows.GroupBy(row => row.Id).ToDictionary(county => county.Key, county => (
            county.Sum(row => (int)(row.Figures.GetValueOrDefault(IndicatorKeys.ReportsDue).Actual ?? 0)), county.Sum(row => (int)(row.Figures.GetValueOrDefault(IndicatorKeys.ReportsOnTime).Actual ?? 0))));
    }

    /// <summary>The start rate of each county over the last weeks in tenths of a percent, oldest first; null where a week was not approved.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<decimal?>>> TrendAsync(int planYear, DateOnly lastMonday, int weeks)
    {
        var (city, first) = (access.Value.Tenant.Id, lastMonday.AddDays(-7 * (weeks - 1)));
        var rate = Rates.Find(RateKeys.Start)!;
        var (done, whole) = (rate.Numerator.Key, rate.Denominator.Key);
        var rows = await db.Database.SqlQuery<TrendRow>($"""
            with last as (select distinct on (s.tenant_id, s.week) s.tenant_id, s.week, s.id from portal.week_steps s where s.week between {first} and {lastMonday} order by s.tenant_id, s.week, s.at desc, s.id desc)
            select t.id, w.week, w.actual[array_position(w.keys, {done})] as done, w.planned[array_position(w.keys, {whole})] as whole
            from portal.tenants t join portal.week_totals w on w.tenant_id = t.id and w.plan_year = {planYear} and w.week between {first} and {lastMonday} join last on last.tenant_id = w.tenant_id and last.id = w.step_id
            where {city} = any (t.ancestor_ids)
            """).ToListAsync();
        return rows.GroupBy(row => row.Id).ToDictionary(county => county.Key, county =>
        {
            var byWeek = county.ToDictionary(row => row.Week, row => row.Tenths);
            return (IReadOnlyList<decimal?>)Enumerable.Range(0, weeks).Select(at => byWeek.GetValueOrDefault(first.AddDays(7 * at))).ToList();
        });
    }

    public async Task<IReadOnlyList<int>> YearsAsync() => await db.WeekTotals.IgnoreQueryFilters(unfiltered).Select(t => t.PlanYear).Distinct().OrderByDescending(year => year).ToListAsync();

    public async Task<RankingRule> RuleAsync() => await db.RankingRules.AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).FirstOrDefaultAsync() ?? RankingRule.Proposed(access.Value.Tenant.Id);

    private sealed record TrendRow(Guid Id, DateOnly Week, decimal? Done, decimal? Whole)
    {
        public decimal? Tenths => Done is { } done && Whole is { } whole && whole != 0 ? Math.Round(done * 1000 / whole, MidpointRounding.AwayFromZero) : null;
    }

    private sealed record TotalRow(Guid Id, string Key, string Name, DateOnly? Week, int Projects, int Sent, string[]? Keys, decimal?[]? Planned, decimal?[]? Actual)
    {
        public IReadOnlyDictionary<string, FigurePair> Figures => Keys is null ? new Dictionary<string, FigurePair>() : FigureArrays.Pairs(Keys, Planned!, Actual!);
    }
}
