using System.Diagnostics;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Supervision;

/// <summary>A city with many counties and a year of weeks. The limits are wide, because others run beside it; the figures are printed.</summary>
public sealed class CitySpeedTests(PortalFixture fixture, ITestOutputHelper output)
{
    [Fact]
    public async Task Bulletin_TenCountiesHundredEstatesAYearOfWeeks_InSeconds()
    {
        var city = await CityAsync(10, 52, sheets: 100);
        var clerk = await city.ClerkAsync(Role.City);
        var form = await clerk.GetAsync("/bulletins");

        var watch = Stopwatch.StartNew();
        var page = await form.Fill("月份", "2026-10").Fill("计划年度", "2026").PressAsync("取数拟稿");
        output.WriteLine($"bulletin drafted and shown: {watch.ElapsedMilliseconds} ms");
        Assert.Equal(10, page.Rows().Count);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
        watch.Restart();
        await clerk.DownloadAsync($"/bulletins/{page.Id}/paper.pdf");
        output.WriteLine($"as PDF: {watch.ElapsedMilliseconds} ms");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5));
        output.WriteLine($"roll-up of 10 counties: {await MedianAsync(clerk)} ms");
    }

    [Fact]
    public async Task RollUp_2800Counties_InTime()
    {
        var city = await CityAsync(2800, 12, sheets: 0);
        var clerk = await city.ClerkAsync(Role.City);

        var median = await MedianAsync(clerk);

        output.WriteLine($"roll-up of 2800 counties: {median} ms");
        Assert.True(median < 15_000);
    }

    private static async Task<long> MedianAsync(Clerk clerk)
    {
        var times = new List<long>();
        for (var i = 0; i < 7; i++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await clerk.SendAsync(HttpMethod.Get, $"{clerk.County!.Home}/supervision?year=2026");
            Assert.Equal(200, (int)answer.StatusCode);
            times.Add(watch.ElapsedMilliseconds);
        }

        return times.Order().ElementAt(times.Count / 2);
    }

    private async Task<County> CityAsync(int counties, int weeks, int sheets)
    {
        var city = await County.CityAsync(fixture.Portal);
        var keys = string.Join(", ", DispatchRows.Figures(1, 10, 9).Keys.Select(key => $"'{key}'"));
        var figures = string.Join(", ", Enumerable.Repeat("(10 + n % 7)::numeric", Indicators.All.Count(indicator => indicator.Adds)));
        await fixture.Portal.Sql.AdministratorAsync($"""
            insert into portal.tenants (id, key, name, level, policy_chain, ancestor_ids, is_demonstration)
              select md5('{city.Id}' || n)::uuid, 'x' || left(md5('{city.Id}' || n), 20), '县' || n, 'County', array['x', 'nation'], array['{city.Id}']::uuid[], false from generate_series(1, {counties}) n;
            insert into portal.week_steps (tenant_id, id, week, kind, by, by_id, at)
              select md5('{city.Id}' || n)::uuid, md5('{city.Id}' || n || w)::uuid, '2026-11-09'::date - 7 * w, 'Approved', 'x', gen_random_uuid(), '2026-11-15'::timestamptz - make_interval(days => 7 * w) from generate_series(1, {counties}) n, generate_series(0, {weeks - 1}) w;
            insert into portal.week_totals (tenant_id, id, step_id, week, plan_year, projects, sent, keys, planned, actual)
              select md5('{city.Id}' || n)::uuid, gen_random_uuid(), md5('{city.Id}' || n || w)::uuid, '2026-11-09'::date - 7 * w, 2026, 100, 100, array[{keys}], array[{figures}], array[{figures}] from generate_series(1, {counties}) n, generate_series(0, {weeks - 1}) w;
            insert into portal.projects (tenant_id, id, plan_year, name, process_on, made_by, made_at, version)
              select md5('{city.Id}' || n)::uuid, md5('{city.Id}' || n || 'p' || p)::uuid, 2026, '项目' || p, '2026-01-01', 'x', '2025-10-01', 0 from generate_series(1, {counties}) n, generate_series(1, {sheets}) p;
            alter table portal.weekly_sheets disable trigger keep_week;
            insert into portal.weekly_sheets (tenant_id, id, project_id, plan_year, week, edition, stage, keys, planned, recorded, actual, reasons, photos, by, by_id, at)
              select md5('{city.Id}' || n)::uuid, gen_random_uuid(), md5('{city.Id}' || n || 'p' || p)::uuid, 2026, '2026-11-09'::date - 7 * w, 1, 'x', array[{keys}], array[{figures}], array[{figures}], array[{figures}], array_fill(null::text, array[{Indicators.All.Count(indicator => indicator.Adds)}]), 0, 'x', gen_random_uuid(), '2026-11-14'
              from generate_series(1, {counties}) n, generate_series(1, {sheets}) p, generate_series(0, {weeks - 1}) w;
            alter table portal.weekly_sheets enable trigger keep_week;
            analyze portal.week_totals; analyze portal.week_steps; analyze portal.tenants; analyze portal.weekly_sheets
            """);
        return city;
    }
}
