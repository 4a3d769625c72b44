namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>Costs, shares, bills, payments, funding and a contract of one project of the demonstration, written past the pages: generated, and only for looking at.</summary>
internal static class MoneySeed
{
    private const string Id = "01900000-0000-7000-8000-000000000001";

    public const string Sql = $"""
        do $seed$
        declare t uuid; p uuid; e uuid; scheme uuid := gen_random_uuid(); facade uuid := gen_random_uuid(); water uuid := gen_random_uuid(); design uuid := gen_random_uuid();
          own uuid := gen_random_uuid(); own_water uuid := gen_random_uuid(); own_design uuid := gen_random_uuid(); whole numeric;
        begin
          select id into t from portal.tenants where key = 'linqu';
          perform set_config('app.tenant', t::text, true);
          select pr.id, pe.estate_id into p, e from portal.projects pr join portal.project_estates pe on pe.tenant_id = pr.tenant_id and pe.project_id = pr.id where pr.tenant_id = t and pr.name = '财政局家属院';
          insert into portal.schemes (tenant_id, id, project_id, number, state, sources, answers_json, has_proof, made_by, made_at, fixed_by, fixed_at, text, version) values (t, scheme, p, 1, 'Fixed', array['central-subsidy'], '{"{}"}', true, '演示', now(), '演示', now(), '演示方案', 0);
          insert into portal.cost_sheets (tenant_id, id, project_id, stage, number, state, scheme_id, has_proof, made_by, made_at, version) values (t, '{Id}', p, 'Estimate', 1, 'Draft', scheme, true, '演示', now(), 0);
          insert into portal.cost_lines (tenant_id, id, sheet_id, project_id, sequence, kind, item_key, name, class_name, ownership, section, traits, quantity, unit, unit_cost, lump_sum, cost) values
            (t, facade, '{Id}', p, 1, 'Works', 'facade', '建筑外立面', '完善类', null, null, array[]::text[], 2400, '㎡', 120.5, null, 289200),
            (t, water, '{Id}', p, 2, 'Works', 'water-supply', '供水', '基础类', 'NotUtility', 'InFlat', array[]::text[], null, null, null, 100000, 100000),
            (t, design, '{Id}', p, 3, 'Design', null, '设计费', null, null, null, array[]::text[], null, null, null, 12000, 12000);
          update portal.cost_sheets set state = 'Fixed', fixed_by = '演示', fixed_at = now() where id = '{Id}';
          insert into portal.share_sheets (tenant_id, id, project_id, cost_sheet_id, number, state, applied_on, household_count, area, made_by, made_at, version) values (t, '{Id}', p, '{Id}', 1, 'Draft', '2024-06-20', 16, 1500, '演示', now(), 0);
          insert into portal.share_lines (tenant_id, id, sheet_id, project_id, cost_line_id, basis, clause, working) values
            (t, own, '{Id}', p, facade, null, '临政办字〔2024〕17号 三.（二）4', E'输入：费用 289200.00 元\n业主 10%：28920.00 元\n项目其他资金承担其余：260280.00 元'),
            (t, own_water, '{Id}', p, water, null, '临政办字〔2024〕17号 三.（二）2', E'输入：费用 100000.00 元\n供水企业 1/3：33333.33 元\n业主承担其余：66666.67 元'),
            (t, own_design, '{Id}', p, design, '局务会议纪要', null, '由项目其他资金承担');
          insert into portal.share_amounts (tenant_id, line_id, project_id, payer, name, sequence, amount) values
            (t, own, p, 'owners', '业主', 1, 28920), (t, own, p, 'project', '项目其他资金', 2, 260280), (t, own_water, p, 'utility', '供水企业', 1, 33333.33), (t, own_water, p, 'owners', '业主', 2, 66666.67), (t, own_design, p, 'project', '项目其他资金', 1, 12000);
          update portal.share_sheets set state = 'Fixed', fixed_by = '演示', fixed_at = now() where id = '{Id}';
          insert into portal.bill_runs (tenant_id, id, project_id, estate_id, share_sheet_id, number, state, total, bill_count, how_to_pay, due_on, made_by, made_at, version) values (t, '{Id}', p, e, '{Id}', 1, 'Draft', 95586.67, 0, '到社区居委会缴现金，或转账至街道收款专户，附言写房号。', '2024-08-31', '演示', now(), 0);
          insert into portal.bill_parts (tenant_id, id, run_id, estate_id, sequence, share_line_id, name, clause, cost, amount, split) values
            (t, gen_random_uuid(), '{Id}', e, 0, own, '建筑外立面', '临政办字〔2024〕17号 三.（二）4', 289200, 28920, 'Area'), (t, gen_random_uuid(), '{Id}', e, 1, own_water, '供水', '临政办字〔2024〕17号 三.（二）2', 100000, 66666.67, 'Area');
          insert into portal.bills (tenant_id, id, run_id, estate_id, building_id, dwelling_id, number, area, storey, amounts, amount)
            select t, case when n = 1 then '{Id}'::uuid else gen_random_uuid() end, '{Id}', e, building_id, id, n, area, storey, array[a, b], (a + b) / 100.0 from (
              select d.id, d.building_id, d.storey, d.area, n,
                floor(2892000 * d.area / sum(d.area) over ())::bigint + case when n = 1 then 2892000 - sum(floor(2892000 * d.area / w.total)::bigint) over () else 0 end as a,
                floor(6666667 * d.area / sum(d.area) over ())::bigint + case when n = 1 then 6666667 - sum(floor(6666667 * d.area / w.total)::bigint) over () else 0 end as b
              from (select dw.id, dw.building_id, dw.storey, coalesce(dw.registered_area, dw.measured_area, dw.contract_area, 80) area, row_number() over (order by dw.building_id, dw.entrance, dw.storey, dw.room) n
                from portal.dwellings dw join portal.buildings bu on bu.tenant_id = dw.tenant_id and bu.id = dw.building_id where bu.tenant_id = t and bu.estate_id = e and dw.removed_on is null) d
              cross join (select sum(coalesce(dw.registered_area, dw.measured_area, dw.contract_area, 80)) total from portal.dwellings dw join portal.buildings bu on bu.tenant_id = dw.tenant_id and bu.id = dw.building_id where bu.tenant_id = t and bu.estate_id = e and dw.removed_on is null) w) shared;
          update portal.bill_runs set state = 'Issued', issued_by = '演示', issued_at = '2024-07-01', bill_count = (select count(*) from portal.bills where run_id = '{Id}'), total = 95586.67 where id = '{Id}';
          insert into portal.owner_payments (tenant_id, id, estate_id, building_id, dwelling_id, kind, method, amount, year, number, received_on, recorded_by, recorded_by_id, recorded_at, office_id)
            select t, gen_random_uuid(), e, building_id, dwelling_id, 'Payment', case when number % 2 = 0 then 'Cash' else 'Transfer' end, case when number % 3 = 0 then 500 else amount end, 2024, row_number() over (order by number), '2024-07-10', '演示', gen_random_uuid(), '2024-07-10', (select street_id from portal.estates where tenant_id = t and id = e)
            from portal.bills where run_id = '{Id}' and number <= 9;
          select sum(amount) into whole from portal.owner_payments where tenant_id = t and estate_id = e;
          insert into portal.ledger_entries (tenant_id, id, year, number, kind, "on", project_id, estate_id, text, source_id, by, at) values
            (t, '{Id}', 2024, 1, 'Billed', '2024-07-01', p, e, '财政局家属院第1批账单出账', '{Id}', '演示', now()), (t, gen_random_uuid(), 2024, 2, 'Received', '2024-07-10', p, e, '收款合计', '{Id}', '演示', now());
          insert into portal.ledger_postings (tenant_id, entry_id, sequence, account, debit, credit) values (t, '{Id}', 1, 'OwnersReceivable', 95586.67, 0), (t, '{Id}', 2, 'OwnersShare', 0, 95586.67);
          insert into portal.ledger_postings (tenant_id, entry_id, sequence, account, debit, credit) select t, id, 1, 'OwnersAccount', whole, 0 from portal.ledger_entries where tenant_id = t and number = 2 union all select t, id, 2, 'OwnersReceivable', 0, whole from portal.ledger_entries where tenant_id = t and number = 2;
          insert into portal.funding_grants (tenant_id, id, plan_year, source_key, source_name, name, earmarked_id, account, made_by, made_at) values (t, '{Id}', 2024, 'central-subsidy', '中央补助资金', '2024年第一批中央补助', p, '老旧小区改造专户', '演示', now());
          insert into portal.funding_acts (tenant_id, id, grant_id, kind, amount, "on", project_id, reference, voucher, by, by_id, at) values
            (t, gen_random_uuid(), '{Id}', 'Approved', 272280, '2024-06-20', null, '鲁财综〔2024〕1号', null, '演示', gen_random_uuid(), now()), (t, gen_random_uuid(), '{Id}', 'Received', 200000, '2024-07-01', null, '鲁财综〔2024〕1号', '记-0701', '演示', gen_random_uuid(), now()), (t, gen_random_uuid(), '{Id}', 'Allotted', 200000, '2024-07-02', p, '临财〔2024〕5号', null, '演示', gen_random_uuid(), now());
          insert into portal.funding_uses (tenant_id, id, project_id, grant_id, share_line_id, payer, amount, by, at) values (t, gen_random_uuid(), p, '{Id}', own, 'project', 150000, '演示', now());
          insert into portal.works_contracts (tenant_id, id, project_id, kind, firm, name, number, signed_on, amount, progress_cap, retention_rate, retention_months, has_proof, made_by, made_at) values (t, '{Id}', p, 'Works', '演示建筑公司', '财政局家属院改造施工', 'LQ-2024-01', '2024-06-25', 389200, 80, 3, 24, true, '演示', now());
          insert into portal.payment_requests (tenant_id, id, contract_id, project_id, number, kind, work_done, amount, retained, has_proof, made_at) values (t, '{Id}', '{Id}', p, 1, 'Progress', 100000, 80000, 2400, true, now());
          insert into portal.payment_sources (tenant_id, id, request_id, project_id, grant_id, source_key, amount) values (t, gen_random_uuid(), '{Id}', p, '{Id}', 'central-subsidy', 77600);
          insert into portal.payment_steps (tenant_id, id, request_id, project_id, kind, "on", by, by_id, at) values (t, gen_random_uuid(), '{Id}', p, 'Asked', '2024-08-01', '演示甲', gen_random_uuid(), now());
          insert into portal.payment_steps (tenant_id, id, request_id, project_id, kind, "on", by, by_id, at) values (t, gen_random_uuid(), '{Id}', p, 'Checked', '2024-08-02', '演示乙', gen_random_uuid(), now());
          insert into portal.balance_sheets (tenant_id, id, project_id, number, state, mode_key, first_year, years, assumptions, made_by, made_at, version) values (t, '{Id}', p, 1, 'Draft', '4n', 2024, 10, '车位满租，租金不变。', '演示', now(), 0);
          insert into portal.balance_lines (tenant_id, id, sheet_id, project_id, sequence, side, name, from_year, until_year, quantity, unit, unit_amount, growth, basis) values (t, gen_random_uuid(), '{Id}', p, 1, 'Cost', '改造支出', 2024, 2024, 1, '项', 401200, 0, '造价表'), (t, gen_random_uuid(), '{Id}', p, 2, 'Income', '停车管理收费', 2025, 2033, 40, '个', 1200, 2, '同类小区收费标准');
        end $seed$;
        """;
}
