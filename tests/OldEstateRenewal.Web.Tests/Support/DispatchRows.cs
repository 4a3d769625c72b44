using System.Globalization;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Weekly sheets, approved weeks and bulletins, written past the pages.</summary>
public static class DispatchRows
{
    public const string ThisWeek = "2026-11-16";

    /// <summary>A row in each table of the dispatch; what has a page of its own bears the estate's id.</summary>
    public static Task DispatchAsync(this County county, Guid project, Guid estate, string canary) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.weekly_sheets (tenant_id, id, project_id, plan_year, week, edition, stage, keys, planned, recorded, actual, reasons, problems, photos, by, by_id, at)
          values ('{county.Id}', '{estate}', '{project}', 2027, '2026-11-09', 1, '{canary}', array['investment'], array[null::numeric], array[1::numeric], array[1::numeric], array['{canary}'], '{canary}', 0, '{canary}', gen_random_uuid(), '2026-11-14');
        insert into portal.week_steps (tenant_id, id, week, kind, by, by_id, at) values ('{county.Id}', '{estate}', '2026-11-09', 'Approved', '{canary}', gen_random_uuid(), '2026-11-15');
        insert into portal.week_totals (tenant_id, id, step_id, week, plan_year, projects, sent, keys, planned, actual) values ('{county.Id}', gen_random_uuid(), '{estate}', '2026-11-09', 2027, 1, 1, array['investment'], array[2::numeric], array[1::numeric]);
        insert into portal.figure_returns (tenant_id, id, county_id, project_id, week, edition, indicator_key, text, by, by_id, at) values ('{county.Id}', '{estate}', '{county.Id}', '{project}', '2026-11-09', 1, 'investment', '{canary}', '{canary}', gen_random_uuid(), '2026-11-15');
        insert into portal.return_replies (tenant_id, id, project_id, return_id, text, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{project}', '{estate}', '{canary}', '{canary}', gen_random_uuid(), '2026-11-15');
        insert into portal.bulletins (tenant_id, id, plan_year, month, edition, state, title, opening, taken_at, made_by, made_at, version) values ('{county.Id}', '{estate}', 2027, '2026-10-01', 1, 'Draft', '{canary}', '{canary}', '2026-11-01', '{canary}', '2026-11-01', 0);
        insert into portal.bulletin_rows (tenant_id, id, bulletin_id, county_id, county_name, sequence, mark, keys, planned, actual, before) values ('{county.Id}', gen_random_uuid(), '{estate}', gen_random_uuid(), '{canary}', 1, 'None', array['investment'], array[2::numeric], array[1::numeric], array[null::numeric]);
        insert into portal.bulletin_readings (tenant_id, id, bulletin_id, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{canary}', gen_random_uuid(), '2026-11-01');
        insert into portal.quarterly_returns (tenant_id, id, plan_year, "from", edition, step_id, week, keys, planned, actual, reasons, head, statistician, by, by_id, at) values ('{county.Id}', gen_random_uuid(), 2027, '2026-07-01', 1, '{estate}', '2026-11-09', array['investment'], array[2::numeric], array[1::numeric], array['{canary}'], '{canary}', '{canary}', '{canary}', gen_random_uuid(), '2026-11-15');
        insert into portal.ranking_rules (tenant_id, id, keys, weights, lower, top, praises_all_done, bottom, by, by_id, at) values ('{county.Id}', gen_random_uuid(), array['startRate'], array[100], array[]::text[], 1, false, 1, '{canary}', gen_random_uuid(), '2026-11-01')
        """);

    /// <summary>An approved week with figures: each indicator its own number, so that none can be taken for another.</summary>
    public static Task ApprovedAsync(this County county, string week, int factor, int planYear = 2026, int due = 10, int onTime = 9) => county.ApprovedAsync(week, Figures(factor, due, onTime), planYear);

    public static async Task ApprovedAsync(this County county, string week, IReadOnlyDictionary<string, FigurePair> figures, int planYear = 2026)
    {
        var step = Guid.CreateVersion7();
        string Side(Func<FigurePair, decimal?> of) => string.Join(", ", figures.Values.Select(pair => of(pair)?.ToString(CultureInfo.InvariantCulture) ?? "null"));
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.week_steps (tenant_id, id, week, kind, by, by_id, at) values ('{county.Id}', '{step}', '{week}', 'Approved', '试验', gen_random_uuid(), '{week}'::date + 6);
            insert into portal.week_totals (tenant_id, id, step_id, week, plan_year, projects, sent, keys, planned, actual)
              values ('{county.Id}', gen_random_uuid(), '{step}', '{week}', {planYear}, 10, 10, array[{string.Join(", ", figures.Keys.Select(key => $"'{key}'"))}], array[{Side(pair => pair.Planned)}]::numeric[], array[{Side(pair => pair.Actual)}]::numeric[])
            """);
    }

    public static Dictionary<string, FigurePair> Figures(int factor, int due, int onTime) => Indicators.All.Where(indicator => indicator.Adds).Select((indicator, at) => (indicator, at)).ToDictionary(each => each.indicator.Key, each => each.indicator.Key switch
    {
        IndicatorKeys.ReportsDue => new FigurePair(null, due),
        IndicatorKeys.ReportsOnTime => new FigurePair(null, onTime),
        _ => new FigurePair(each.indicator.HasPlan ? 1000 * (each.at + 1) + factor : null, 10 * (each.at + 1) + factor + (each.indicator.Decimals == 0 ? 0 : 0.25m)),
    });

    /// <summary>A project of an issued plan, with a clerk and a leader.</summary>
    public static async Task<DispatchStage> StageAsync(PortalFixture fixture, params County[] above)
    {
        var county = await County.MakeAsync(fixture.Portal, above: above);
        var estate = await county.EstateAsync("甲小区", "城关街道");
        await county.StepAsync(await county.PlanAsync(2027, estate), "Issued");
        return new DispatchStage(county, estate, await county.ProjectAsync(estate, "甲片区"), await county.ClerkAsync(), await county.ClerkAsync(Role.Leader));
    }
}

public sealed record DispatchStage(County County, Guid Estate, Guid Project, Clerk Clerk, Clerk Leader)
{
    public string Sheet(string week = DispatchRows.ThisWeek) => $"/projects/{Project}/weeks/{week}";

    public async Task<Page> SentAsync(string week = DispatchRows.ThisWeek)
    {
        var page = await (await Clerk.GetAsync(Sheet(week))).PressAsync("报送");
        Assert.Contains("已报送", page.Notice, StringComparison.Ordinal);
        return page;
    }

    public Task<T?> AskAsync<T>(string sql) => County.Portal.Sql.AskAppAsync<T>(County.Scope, sql);
}
