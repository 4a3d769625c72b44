namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>A sent quarterly form of 东阿县 and a bulletin being drafted, over the weeks of the demonstration: written past the pages, generated, and only for looking at.</summary>
internal static class SupervisionSeed
{
    public const string Project = "演示一号小区改造";
    public const string Bulletin = "01900000-0000-7000-8000-000000000002";

    /// <summary>The plan year of the seed: the database's, which runs with the machine.</summary>
    public static int Year => DateTime.Now.Year;

    /// <summary>The quarter in which the last approved weeks lie.</summary>
    public static string Quarter => OldEstateRenewal.Domain.Supervision.Quarter.Of(DateOnly.FromDateTime(DateTime.Now.AddDays(-21))).Path;

    public const string Sql = $"""
        do $seed$
        declare t uuid; c uuid; y int := extract(year from now());
        begin
          select id into t from portal.tenants where key = 'donge';
          select id into c from portal.tenants where key = 'liaocheng';
          perform set_config('app.tenant', t::text, true);
          if exists (select from portal.quarterly_returns where tenant_id = t) then return; end if;
          insert into portal.quarterly_returns (tenant_id, id, plan_year, "from", edition, step_id, week, keys, planned, actual, reasons, head, statistician, by, by_id, at)
            select t, gen_random_uuid(), y, date_trunc('quarter', now())::date, 1, wt.step_id, wt.week, wt.keys, wt.planned, wt.actual, array_fill(null::text, array[cardinality(wt.keys)]), '演示负责人', '演示统计员', '演示', gen_random_uuid(), now() from portal.week_totals wt where wt.tenant_id = t order by wt.week desc limit 1;
          perform set_config('app.tenant', c::text, true);
          insert into portal.bulletins (tenant_id, id, plan_year, month, edition, state, title, opening, praise, naming, demands, taken_at, made_by, made_at, version) values (c, '{Bulletin}', y - 1, date_trunc('month', now())::date, 1, 'Draft', '关于全市城镇老旧小区改造进展情况的通报', E'截至本月底，聊城市列入计划 2 个小区。\n已开工 1 个，开工率 50.0%。', '对东阿县予以表扬：综合得分第 1 名。', null, E'请各县（市、区）加快开工。', now(), '演示', now(), 0);
          insert into portal.bulletin_rows (tenant_id, id, bulletin_id, county_id, county_name, sequence, week, rank, previous_rank, points, mark, keys, planned, actual, before) values (c, gen_random_uuid(), '{Bulletin}', t, '东阿县', 1, date_trunc('week', now())::date - 14, 1, 2, 63.5, 'Praised',
            array['estates', 'households', 'startedEstates', 'completedEstates', 'investment', 'received', 'paid', 'reportsDue', 'reportsOnTime'], array[2, 200, null, null, 6000000, 6000000, null, null, null]::numeric[], array[2, 200, 1, 0, 1750000, 3000000, 840000, 8, 7]::numeric[], array[2, 200, 0, 0, 500000, 3000000, 240000, 8, 6]::numeric[]);
        end $seed$;
        """;
}
