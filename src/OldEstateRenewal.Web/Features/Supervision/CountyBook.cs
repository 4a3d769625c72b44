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
/// Reads the approved weeks of a city's counties. No household data is among it, and the supervisors' database role sees its own counties only; they are named in every question
/// all the same, because only so an index is found (<see cref="TableRights.RollsUp"/>).
/// </summary>
public sealed class CountyBook(PortalDbContext db, CurrentAccess access)
{
    private const int RecentDays = 28;
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    /// <param name="until">The last day: weeks that end later are left out.</param>
    public async Task<IReadOnlyList<CountyFigures>> ReadAsync(int planYear, DateOnly until)
    {
        var (counties, last) = (await CountiesAsync(), until.AddDays(-6));
        var totals = new Dictionary<Guid, WeekTotal>();
        // Almost all have approved lately; only who has not is looked for in all the weeks before.
        await ReadAsync(totals, counties, planYear, last.AddDays(-RecentDays), last);
        await ReadAsync(totals, counties.Where(county => !totals.ContainsKey(county.Id)), planYear, DateOnly.MinValue, last);
        return counties.Select(county => totals.TryGetValue(county.Id, out var total)
            ? new CountyFigures(county.Id, county.Key, county.Name, total.Week, total.Projects, total.Sent, total.Figures)
            : new CountyFigures(county.Id, county.Key, county.Name, null, 0, 0, new Dictionary<string, FigurePair>())).ToList();
    }

    /// <summary>How many sheets were due, and on time, in the approved weeks that ended in these days.</summary>
    public async Task<IReadOnlyDictionary<Guid, (int Due, int OnTime)>> PunctualityAsync(int planYear, DateOnly from, DateOnly to)
    {
        var ids = (await CountiesAsync()).Select(county => county.Id).ToArray();
        var totals = await Totals(ids, planYear, from.AddDays(-6), to.AddDays(-6)).ToListAsync();
        return totals.GroupBy(total => total.TenantId).ToDictionary(county => county.Key, county => (Sum(county, IndicatorKeys.ReportsDue), Sum(county, IndicatorKeys.ReportsOnTime)));
    }

    /// <summary>The start rate of some counties over the last weeks in tenths of a percent, oldest first; null where a week was not approved.</summary>
    public async Task<IReadOnlyDictionary<Guid, IReadOnlyList<decimal?>>> TrendAsync(int planYear, DateOnly lastMonday, int weeks, Guid[] ids)
    {
        var first = lastMonday.AddDays(-7 * (weeks - 1));
        var rate = Rates.Find(RateKeys.Start)!;
        var (done, whole) = (rate.Numerator.Key, rate.Denominator.Key);
        var rows = await db.Database.SqlQuery<TrendRow>($"""
            select tenant_id as county, week, actual[array_position(keys, {done})] as done, planned[array_position(keys, {whole})] as whole
            from portal.counting_totals where tenant_id = any ({ids}) and plan_year = {planYear} and week between {first} and {lastMonday}
            """).ToListAsync();
        return rows.GroupBy(row => row.County).ToDictionary(county => county.Key, county =>
        {
            var byWeek = county.ToDictionary(row => row.Week, row => new Rate(rate, row.Done, row.Whole).Tenths);
            return (IReadOnlyList<decimal?>)Enumerable.Range(0, weeks).Select(at => byWeek.GetValueOrDefault(first.AddDays(7 * at))).ToList();
        });
    }

    public async Task<IReadOnlyList<int>> YearsAsync()
    {
        var ids = (await CountiesAsync()).Select(county => county.Id).ToArray();
        return await db.WeekTotals.IgnoreQueryFilters(unfiltered).Where(total => ids.Contains(total.TenantId)).Select(total => total.PlanYear).Distinct().OrderByDescending(year => year).ToListAsync();
    }

    public async Task<RankingRule> RuleAsync() => await db.RankingRules.AsNoTracking().OrderByDescending(r => r.At).ThenByDescending(r => r.Id).FirstOrDefaultAsync() ?? RankingRule.Proposed(access.Value.Tenant.Id);

    /// <summary>The counties of the city, by their keys.</summary>
    public async Task<IReadOnlyList<CountyName>> CountiesAsync()
    {
        var city = access.Value.Tenant.Id;
        return known ??= await db.Tenants.Where(t => t.AncestorIds.Contains(city)).OrderBy(t => t.Key).Select(t => new CountyName(t.Id, t.Key, t.Name)).ToListAsync();
    }

    private IReadOnlyList<CountyName>? known;

    private async Task ReadAsync(Dictionary<Guid, WeekTotal> totals, IEnumerable<CountyName> counties, int planYear, DateOnly first, DateOnly last)
    {
        var ids = counties.Select(county => county.Id).ToArray();
        if (ids.Length == 0) return;
        foreach (var total in await db.WeekTotals.Newest(ids, planYear, first, last).IgnoreQueryFilters(unfiltered).ToListAsync()) totals[total.TenantId] = total;
    }

    private IQueryable<WeekTotal> Totals(Guid[] ids, int planYear, DateOnly first, DateOnly last) =>
        db.WeekTotals.Counting().IgnoreQueryFilters(unfiltered).Where(total => ids.Contains(total.TenantId) && total.PlanYear == planYear && total.Week >= first && total.Week <= last);

    private static int Sum(IEnumerable<WeekTotal> totals, string key) => (int)totals.Sum(total => FigureArrays.At(total.Keys, key, total.Actual) ?? 0);

    private sealed record TrendRow(Guid County, DateOnly Week, decimal? Done, decimal? Whole);
}

/// <summary>A county of a city by its names.</summary>
public sealed record CountyName(Guid Id, string Key, string Name);
