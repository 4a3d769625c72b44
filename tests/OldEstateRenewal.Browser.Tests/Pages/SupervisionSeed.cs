namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Two projects of 东阿县 on their way, with approved weeks behind them: written past the pages, generated, and only for looking at and for the journey to the bulletin.</summary>
internal static class SupervisionSeed
{
    public const string Project = "演示一号小区改造";
    public const string Bulletin = "01900000-0000-7000-8000-000000000002";

    public const string Sql = $"""
        do $seed$
        declare t uuid; c uuid; plan uuid := gen_random_uuid(); p uuid; e record; y int := extract(year from now()); n int := 0; w date; step uuid;
        begin
          select id into t from portal.tenants where key = 'donge';
          select id into c from portal.tenants where key = 'liaocheng';
          perform set_config('app.tenant', t::text, true);
          if exists (select from portal.projects where tenant_id = t and name = '{Project}') then return; end if;
          insert into portal.annual_plans (tenant_id, id, year, revision, created_by, created_at, version) values (t, plan, y, 1, '演示', now(), 0);
          for e in select * from portal.estates where tenant_id = t and name in ('演示一号小区', '演示二号小区') order by name loop
            n := n + 1; p := gen_random_uuid();
            insert into portal.plan_entries (tenant_id, id, plan_id, estate_id, sequence, name, built_years, building_count, household_count, floor_area, investment) values (t, gen_random_uuid(), plan, e.id, n, e.name, array[]::int[], e.building_count, e.household_count, e.floor_area, 3000000);
            insert into portal.projects (tenant_id, id, plan_year, name, process_on, made_by, made_at, version) values (t, p, y, e.name || '改造', current_date - 100, '演示', now() - interval '90 days', 0);
            insert into portal.project_estates (tenant_id, project_id, estate_id, plan_year, sequence) values (t, p, e.id, y, 1);
            if n = 1 then insert into portal.project_steps (tenant_id, id, project_id, stage_key, kind, "on", by, by_id, at) values (t, gen_random_uuid(), p, 'start', 'Reached', current_date - 40, '演示', gen_random_uuid(), now() - interval '40 days'); end if;
          end loop;
          insert into portal.plan_steps (tenant_id, id, plan_id, kind, by, at) values (t, gen_random_uuid(), plan, 'Issued', '演示', now());
          for k in 2..9 loop
            w := date_trunc('week', now())::date - 7 * k; step := gen_random_uuid();
            insert into portal.week_steps (tenant_id, id, week, kind, by, by_id, at) values (t, step, w, 'Approved', '演示', gen_random_uuid(), w + 7);
            insert into portal.week_totals (tenant_id, id, step_id, week, plan_year, projects, sent, keys, planned, actual) values (t, gen_random_uuid(), step, w, y, 2, 2,
              array['estates', 'households', 'startedEstates', 'startedHouseholds', 'completedEstates', 'completedHouseholds', 'investment', 'received', 'paid', 'overdueProblems', 'reportsDue', 'reportsOnTime'],
              array[2, 200, null, null, null, null, 6000000, 6000000, null, null, null, null]::numeric[], array[2, 200, case when k < 6 then 1 else 0 end, case when k < 6 then 100 else 0 end, 0, 0, 250000 * (9 - k), 3000000, 120000 * (9 - k), 0, 2, 2 - k % 2]::numeric[]);
          end loop;
          perform set_config('app.tenant', c::text, true);
          insert into portal.bulletins (tenant_id, id, plan_year, month, edition, state, title, opening, praise, naming, demands, taken_at, made_by, made_at, version) values (c, '{Bulletin}', y - 1, date_trunc('month', now())::date, 1, 'Draft', '关于全市城镇老旧小区改造进展情况的通报', E'截至本月底，聊城市列入计划 2 个小区。\n已开工 1 个，开工率 50.0%。', '对东阿县予以表扬：综合得分第 1 名。', null, E'请各县（市、区）加快开工。', now(), '演示', now(), 0);
          insert into portal.bulletin_rows (tenant_id, id, bulletin_id, county_id, county_name, sequence, week, rank, previous_rank, points, mark, keys, planned, actual, before) values (c, gen_random_uuid(), '{Bulletin}', t, '东阿县', 1, date_trunc('week', now())::date - 14, 1, 2, 63.5, 'Praised',
            array['estates', 'households', 'startedEstates', 'completedEstates', 'investment', 'received', 'paid', 'reportsDue', 'reportsOnTime'], array[2, 200, null, null, 6000000, 6000000, null, null, null]::numeric[], array[2, 200, 1, 0, 1750000, 3000000, 840000, 8, 7]::numeric[], array[2, 200, 0, 0, 500000, 3000000, 240000, 8, 6]::numeric[]);
        end $seed$;
        """;
}
