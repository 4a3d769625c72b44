using Microsoft.EntityFrameworkCore;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>The totals that count, as the database's view tells: a week that was opened again does not count until it is approved anew.</summary>
public static class CountingTotals
{
    public static IQueryable<WeekTotal> Counting(this DbSet<WeekTotal> totals) => totals.FromSql($"select * from portal.counting_totals").AsNoTracking();

    /// <summary>Of each of these counties the newest week that counts; the newest are found by their keys alone, because their figures are wide.</summary>
    public static IQueryable<WeekTotal> Newest(this DbSet<WeekTotal> totals, Guid[] counties, int planYear, DateOnly first, DateOnly last) => totals.FromSql($"""
        select w.* from portal.week_totals w join (select distinct on (c.tenant_id) c.tenant_id, c.id from portal.counting_totals c
          where c.tenant_id = any ({counties}) and c.plan_year = {planYear} and c.week between {first} and {last} order by c.tenant_id, c.week desc) newest on newest.tenant_id = w.tenant_id and newest.id = w.id
        """).AsNoTracking();
}
