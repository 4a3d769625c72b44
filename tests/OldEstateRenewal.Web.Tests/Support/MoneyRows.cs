namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Money already there, written past the pages: a row in each of its tables. What has a page of its own bears the estate's id, so that its address can be made.</summary>
public static class MoneyRows
{
    public static async Task MoneyAsync(this County county, Guid project, Guid estate, Guid building, Guid dwelling, string canary)
    {
        var (line, share, part) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var t = county.Id;
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.cost_sheets (tenant_id, id, project_id, stage, number, state, scheme_id, has_proof, made_by, made_at, version)
              select '{t}', '{estate}', '{project}', 'Estimate', 1, 'Draft', s.id, false, '{canary}', '2026-11-02', 0 from portal.schemes s where s.project_id = '{project}' and s.state = 'Fixed' limit 1;
            insert into portal.cost_lines (tenant_id, id, sheet_id, project_id, sequence, kind, item_key, name, class_name, traits, quantity, unit, unit_cost, cost) values ('{t}', '{line}', '{estate}', '{project}', 1, 'Works', 'roads', '{canary}', '基础类', '{"{}"}', 10, '㎡', 5, 50);
            update portal.cost_sheets set state = 'Fixed', fixed_by = '{canary}', fixed_at = '2026-11-02' where id = '{estate}';
            insert into portal.share_sheets (tenant_id, id, project_id, cost_sheet_id, number, state, applied_on, made_by, made_at, version) values ('{t}', '{estate}', '{project}', '{estate}', 1, 'Draft', '2026-11-02', '{canary}', '2026-11-02', 0);
            insert into portal.share_lines (tenant_id, id, sheet_id, project_id, cost_line_id, clause, working) values ('{t}', '{share}', '{estate}', '{project}', '{line}', '{canary}', '{canary}');
            insert into portal.share_amounts (tenant_id, line_id, project_id, payer, name, sequence, amount) values ('{t}', '{share}', '{project}', 'owners', '{canary}', 1, 5), ('{t}', '{share}', '{project}', 'project', '{canary}', 2, 45);
            update portal.share_sheets set state = 'Fixed', fixed_by = '{canary}', fixed_at = '2026-11-02' where id = '{estate}';
            insert into portal.bill_runs (tenant_id, id, project_id, estate_id, share_sheet_id, number, state, total, bill_count, made_by, made_at, version) values ('{t}', '{estate}', '{project}', '{estate}', '{estate}', 1, 'Draft', 5, 1, '{canary}', '2026-11-02', 0);
            insert into portal.bill_parts (tenant_id, id, run_id, estate_id, sequence, share_line_id, name, clause, cost, amount, split) values ('{t}', '{part}', '{estate}', '{estate}', 0, '{share}', '{canary}', '{canary}', 50, 5, 'Area');
            insert into portal.bills (tenant_id, id, run_id, estate_id, building_id, dwelling_id, number, area, storey, amounts, amount) values ('{t}', '{estate}', '{estate}', '{estate}', '{building}', '{dwelling}', 1, 80, 1, '{"{500}"}', 5);
            update portal.bill_runs set state = 'Issued', issued_by = '{canary}', issued_at = '2026-11-02', due_on = '2026-12-01' where id = '{estate}';
            insert into portal.bill_reliefs (tenant_id, id, bill_id, estate_id, kind, amount, source_key, reason, by, by_id, at) values ('{t}', '{estate}', '{estate}', '{estate}', 'Exemption', 1, 'local-budget', '{canary}', '{canary}', gen_random_uuid(), '2026-11-03');
            insert into portal.payment_reminders (tenant_id, id, bill_id, estate_id, channel, "on", outstanding, by, at) values ('{t}', gen_random_uuid(), '{estate}', '{estate}', 'Door', '2026-11-03', 4, '{canary}', '2026-11-03');
            insert into portal.bank_files (tenant_id, id, street_id, file_name, sha256, line_count, total, uploaded_by, uploaded_at) select '{t}', '{estate}', e.street_id, '{canary}', '\x00', 1, 2, '{canary}', '2026-11-03' from portal.estates e where e.id = '{estate}';
            insert into portal.bank_lines (tenant_id, id, file_id, street_id, sequence, "on", amount, payer, fingerprint, state, version) select '{t}', '{estate}', '{estate}', e.street_id, 1, '2026-11-03', 2, '{canary}', '\x00', 'Open', 0 from portal.estates e where e.id = '{estate}';
            insert into portal.bank_column_choices (tenant_id, street_id, layout, "column", at) select '{t}', e.street_id, '{canary}', 'On', 0 from portal.estates e where e.id = '{estate}';
            insert into portal.owner_payments (tenant_id, id, estate_id, building_id, dwelling_id, kind, method, amount, year, number, received_on, recorded_by, recorded_by_id, recorded_at) values ('{t}', '{estate}', '{estate}', '{building}', '{dwelling}', 'Payment', 'Cash', 2, 2026, 1, '2026-11-03', '{canary}', gen_random_uuid(), '2026-11-03');
            insert into portal.day_closings (tenant_id, id, office_id, "on", receipts, total, cash_booked, cash_counted, by, by_id, at) select '{t}', '{estate}', e.street_id, '2026-11-03', 1, 2, 2, 2, '{canary}', gen_random_uuid(), '2026-11-03' from portal.estates e where e.id = '{estate}';
            insert into portal.ledger_entries (tenant_id, id, year, number, kind, "on", project_id, estate_id, text, source_id, by, at) values ('{t}', '{estate}', 2026, 1, 'Received', '2026-11-03', '{project}', '{estate}', '{canary}', '{estate}', '{canary}', '2026-11-03');
            insert into portal.ledger_postings (tenant_id, entry_id, sequence, account, debit, credit) values ('{t}', '{estate}', 1, 'Cash', 2, 0), ('{t}', '{estate}', 2, 'OwnersReceivable', 0, 2);
            insert into portal.funding_grants (tenant_id, id, plan_year, source_key, source_name, name, earmarked_id, made_by, made_at) values ('{t}', '{estate}', 2027, 'central-subsidy', '{canary}', '{canary}', '{project}', '{canary}', '2026-11-02');
            insert into portal.funding_acts (tenant_id, id, grant_id, kind, amount, "on", project_id, reference, by, by_id, at) values ('{t}', '{estate}', '{estate}', 'Approved', 45, '2026-11-02', '{project}', '{canary}', '{canary}', gen_random_uuid(), '2026-11-02');
            insert into portal.funding_uses (tenant_id, id, project_id, grant_id, share_line_id, payer, amount, by, at) values ('{t}', '{estate}', '{project}', '{estate}', '{share}', 'project', 45, '{canary}', '2026-11-02');
            insert into portal.county_shares (tenant_id, id, project_id, share, basis, by, at) values ('{t}', '{estate}', '{project}', '60%', '{canary}', '{canary}', '2026-11-02');
            insert into portal.subsidy_notices (tenant_id, id, plan_year, source_key, estates, households, buildings, area, amount, reference, "on", by, at) values ('{t}', '{estate}', 2027, 'central-subsidy', 1, 1, 1, 80, 45, '{canary}', '2026-11-02', '{canary}', '2026-11-02');
            insert into portal.works_contracts (tenant_id, id, project_id, kind, firm, name, number, signed_on, amount, progress_cap, retention_rate, retention_months, has_proof, made_by, made_at) values ('{t}', '{estate}', '{project}', 'Works', '{canary}', '{canary}', '{canary}', '2026-11-02', 50, 80, 3, 24, false, '{canary}', '2026-11-02');
            insert into portal.contract_changes (tenant_id, id, contract_id, project_id, difference, "on", reason, by, at) values ('{t}', '{estate}', '{estate}', '{project}', 1, '2026-11-02', '{canary}', '{canary}', '2026-11-02');
            insert into portal.payment_requests (tenant_id, id, contract_id, project_id, number, kind, work_done, amount, retained, has_proof, made_at) values ('{t}', '{estate}', '{estate}', '{project}', 1, 'Progress', 10, 8, 1, false, '2026-11-02');
            insert into portal.payment_steps (tenant_id, id, request_id, project_id, kind, "on", by, by_id, at) values ('{t}', '{estate}', '{estate}', '{project}', 'Asked', '2026-11-02', '{canary}', gen_random_uuid(), '2026-11-02');
            insert into portal.payment_sources (tenant_id, id, request_id, project_id, grant_id, source_key, amount) values ('{t}', '{estate}', '{estate}', '{project}', '{estate}', 'central-subsidy', 7);
            insert into portal.final_accounts (tenant_id, id, project_id, cost_sheet_id, amount, approved_on, reference, by, at) values ('{t}', '{estate}', '{project}', '{estate}', 50, '2026-11-02', '{canary}', '{canary}', '2026-11-02');
            insert into portal.balance_sheets (tenant_id, id, project_id, number, state, mode_key, first_year, years, made_by, made_at, version) values ('{t}', '{estate}', '{project}', 1, 'Draft', 'x', 2027, 10, '{canary}', '2026-11-02', 0);
            insert into portal.balance_lines (tenant_id, id, sheet_id, project_id, sequence, side, name, from_year, until_year, quantity, unit, unit_amount, growth, basis) values ('{t}', gen_random_uuid(), '{estate}', '{project}', 1, 'Income', '{canary}', 2027, 2036, 1, '项', 100, 0, '{canary}')
            """);
    }
}
