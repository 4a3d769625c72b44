namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>A drawn list with findings in several states and evaluations in several, on the projects of <see cref="SupervisionSeed"/>: written past the pages, generated, and only for looking at.</summary>
internal static class CheckSeed
{
    public const string List = "01900000-0000-7000-8000-0000000000c1";
    public const string OpenList = "01900000-0000-7000-8000-0000000000c2";
    public const string Lot = "01900000-0000-7000-8000-0000000000c3";
    public const string Finding = "01900000-0000-7000-8000-0000000000c4";
    public const string Answered = "01900000-0000-7000-8000-0000000000c5";
    public const string Evaluation = "01900000-0000-7000-8000-0000000000e1";
    public const string Draft = "01900000-0000-7000-8000-0000000000e2";
    public const string Unfilled = "01900000-0000-7000-8000-0000000000e3";

    private const string Seed = "双色球 03 11 25";

    public const string Sql = $"""
        do $seed$
        declare t uuid; c uuid; p record; n int := 0; visit uuid := gen_random_uuid(); y int := extract(year from now()); e uuid; items uuid[]; r uuid := gen_random_uuid(); list uuid;
        begin
          select id into t from portal.tenants where key = 'donge';
          select id into c from portal.tenants where key = 'liaocheng';
          perform set_config('app.tenant', c::text, true);
          if exists (select from portal.check_lists where id = '{List}') then return; end if;
          foreach list in array array['{List}', '{OpenList}']::uuid[] loop
            n := 0;
            insert into portal.check_lists (tenant_id, id, title, plan_year, places, basis, candidates, fixed_by, fixed_by_id, fixed_at) values (c, list, case when list = '{List}' then y || '年项目随机抽查' else '在建项目随机抽查' end, y, 1, '聊城市实施方案第六部分', 2, '演示', gen_random_uuid(), now() - interval '20 days');
            perform set_config('app.tenant', t::text, true);
            create temp table shown on commit drop as select id, name from portal.projects where tenant_id = t and plan_year = y order by name limit 2;
            perform set_config('app.tenant', c::text, true);
            for p in select * from shown order by name loop
              n := n + 1;
              insert into portal.check_candidates (tenant_id, id, list_id, sequence, county_id, county_key, county_name, project_id, project_name, phase, code) values (c, gen_random_uuid(), list, n, t, 'donge', '东阿县', p.id, p.name, 'UnderWay', 'donge-' || y || '-' || right(replace(p.id::text, '-', ''), 12));
            end loop;
            drop table shown;
          end loop;
          insert into portal.check_closings (tenant_id, id, list_id, kind, seed, source, caller, by, by_id, at) values (c, '{List}', '{List}', 'Drawn', '{Seed}', '当日开奖号码', '市审计局 演示', '演示', gen_random_uuid(), now() - interval '19 days');
          n := 0;
          for p in select *, encode(sha256(convert_to('{Seed}|' || code, 'UTF8')), 'hex') as hash from portal.check_candidates where list_id = '{List}' order by 12 loop
            n := n + 1;
            insert into portal.check_lots (tenant_id, id, list_id, closing_id, candidate_id, county_id, project_id, place, hash, is_drawn) values (c, case n when 1 then '{Lot}'::uuid else gen_random_uuid() end, '{List}', '{List}', p.id, t, p.project_id, n, p.hash, n = 1);
            if n = 1 then
              insert into portal.check_visits (tenant_id, id, list_id, lot_id, county_id, project_id, visited_on, visitors, remark, by, by_id, at) values (c, visit, '{List}', '{Lot}', t, p.project_id, current_date - 15, '市住建局 演示甲、演示乙', '查看现场和资料', '演示', gen_random_uuid(), now() - interval '15 days');
              insert into portal.check_findings (tenant_id, id, visit_id, lot_id, county_id, project_id, sequence, text, severity, due_on) values (c, '{Finding}', visit, '{Lot}', t, p.project_id, 1, '2号楼外墙保温板局部脱落，未按方案设置锚栓', 'Grave', current_date - 3), (c, '{Answered}', visit, '{Lot}', t, p.project_id, 2, '施工围挡不全，未设安全警示', 'Minor', current_date + 5);
              perform set_config('app.tenant', t::text, true);
              insert into portal.finding_mendings (tenant_id, id, finding_id, project_id, text, mended_on, by, by_id, at) values (t, '{Answered}', '{Answered}', p.project_id, '已补齐围挡 60 米，设警示牌 8 块', current_date - 5, '演示', gen_random_uuid(), now() - interval '5 days');
              insert into portal.finding_mendings (tenant_id, id, finding_id, project_id, text, mended_on, by, by_id, at) values (t, '{Finding}', '{Finding}', p.project_id, '已重新粘贴', current_date - 8, '演示', gen_random_uuid(), now() - interval '8 days');
              perform set_config('app.tenant', c::text, true);
              insert into portal.finding_verdicts (tenant_id, id, finding_id, mending_id, county_id, project_id, kind, reason, by, by_id, at) values (c, gen_random_uuid(), '{Finding}', '{Finding}', t, p.project_id, 'SentBack', '锚栓仍未补，须按方案整改', '演示', gen_random_uuid(), now() - interval '7 days');
            end if;
          end loop;
          insert into portal.check_quotas (tenant_id, id, list_id, closing_id, county_id, county_name, candidates, drawn) values (c, gen_random_uuid(), '{List}', '{List}', t, '东阿县', 2, 1);
          foreach e in array array['{Evaluation}', '{Draft}', '{Unfilled}']::uuid[] loop
            insert into portal.evaluations (tenant_id, id, year, name, full_marks, grades, bonus_limit, basis, state, made_by, made_at, version) values (c, e, case e when '{Evaluation}' then y - 1 else y end, case e when '{Draft}' then '城镇老旧小区改造绩效评价（拟订）' else '城镇老旧小区改造绩效评价' end, 100, '优秀 超过95；良好 85以上；合格 75以上；差', 5, '指标取自聊城市实施方案第六部分；分值、等次为系统建议', 'Draft', '演示', now(), 0);
            insert into portal.evaluation_criteria (tenant_id, id, evaluation_id, sequence, "group", name, marks, needs_evidence, rate_key) values (c, gen_random_uuid(), e, 1, '立项', '改造项目按时立项批复', 20, true, null), (c, gen_random_uuid(), e, 2, '开工', '按计划开工（开工率）', 30, false, 'startRate'), (c, gen_random_uuid(), e, 3, '竣工', '按计划完工（完工率）', 30, false, 'completionRate'), (c, gen_random_uuid(), e, 4, '物业管理长效机制', '建立物业管理长效机制', 20, true, 'managementRate');
            if e <> '{Draft}' then update portal.evaluations set state = 'Published', published_by = '演示', published_at = now() where id = e; end if;
          end loop;
          select array_agg(id order by sequence) into items from portal.evaluation_criteria where evaluation_id = '{Evaluation}';
          perform set_config('app.tenant', t::text, true);
          insert into portal.self_assessments (tenant_id, id, evaluation_id, state, items, marks, remarks, figures, saved_by, saved_at, sent_by, sent_at, version) values (t, gen_random_uuid(), '{Evaluation}', 'Sent', items, array[20, 28, 25, 18]::numeric[], array['全部批复', null, '两个项目跨年', '已引入专业物业']::text[], array[null, '开工率（小区） 93.8%（15 ÷ 16），截至上年末', '完工率（小区） 81.3%（13 ÷ 16），截至上年末', null]::text[], '演示', now(), '演示', now(), 0);
          perform set_config('app.tenant', c::text, true);
          insert into portal.evaluation_rounds (tenant_id, id, evaluation_id, edition, state, opened_by, opened_at, version) values (c, r, '{Evaluation}', 1, 'Open', '演示', now(), 0);
          insert into portal.county_reviews (tenant_id, id, round_id, county_id, items, marks, reasons, points, whys, by, at, version) values (c, gen_random_uuid(), r, t, items, array[20, 26, 25, 18]::numeric[], array[null, '一个小区未实质开工', null, null]::text[], array[2]::numeric[], array['经验做法全市推广']::text[], '演示', now(), 0);
          insert into portal.county_results (tenant_id, id, round_id, county_id, county_name, sequence, self, total, grade, rank) values (c, gen_random_uuid(), r, t, '东阿县', 1, 91, 91, '良好', 1);
          update portal.evaluation_rounds set state = 'Published', published_by = '演示', published_at = now() where id = r;
        end $seed$;
        """;
}
