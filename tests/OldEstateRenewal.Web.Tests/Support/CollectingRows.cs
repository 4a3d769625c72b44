using System.Globalization;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>What owners pay for: its name, the works item of the catalogue, and what it is of each dwelling.</summary>
public sealed record OwedFor(string Name, string? ItemKey, decimal Each);

/// <summary>Issued bills with their entry in the ledger, written past the pages.</summary>
public static class CollectingRows
{
    /// <summary>Bills every dwelling of the estate the same for each thing; dwellings without owners too.</summary>
    public static async Task<Guid> BilledAsync(this County county, Guid project, Guid estate, string? due, params OwedFor[] owed)
    {
        var (scheme, costs, shares, run, entry) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var count = await county.Portal.Sql.AskAppAsync<long>(county.Scope, $"select count(*) from portal.dwellings d join portal.buildings b on b.tenant_id = d.tenant_id and b.id = d.building_id where b.estate_id = '{estate}'");
        var each = owed.Sum(part => part.Each);
        var sql = $"""
            insert into portal.schemes (tenant_id, id, project_id, number, state, sources, answers_json, has_proof, made_by, made_at, version) select '{county.Id}', '{scheme}', '{project}', count(*) + 1, 'Discarded', '{"{}"}', '{"{}"}', false, '试验', '2026-11-01', 0 from portal.schemes where project_id = '{project}';
            insert into portal.cost_sheets (tenant_id, id, project_id, stage, number, state, scheme_id, has_proof, made_by, made_at, version) select '{county.Id}', '{costs}', '{project}', 'Budget', count(*) + 1, 'Draft', '{scheme}', false, '试验', '2026-11-01', 0 from portal.cost_sheets where project_id = '{project}';
            insert into portal.share_sheets (tenant_id, id, project_id, cost_sheet_id, number, state, applied_on, made_by, made_at, version) select '{county.Id}', '{shares}', '{project}', '{costs}', count(*) + 1, 'Draft', '2026-11-01', '试验', '2026-11-01', 0 from portal.share_sheets where project_id = '{project}';
            insert into portal.bill_runs (tenant_id, id, project_id, estate_id, share_sheet_id, number, state, due_on, total, bill_count, made_by, made_at, version) select '{county.Id}', '{run}', '{project}', '{estate}', '{shares}', count(*) + 1, 'Draft', {(due is null ? "null" : $"'{due}'")}, {Yuan(each * count)}, {count}, '试验', '2026-11-01', 0 from portal.bill_runs where estate_id = '{estate}';
            """;
        for (var i = 0; i < owed.Length; i++)
        {
            var (part, id) = (owed[i], Guid.CreateVersion7());
            sql += $"""
                insert into portal.cost_lines (tenant_id, id, sheet_id, project_id, sequence, kind, item_key, name, traits, lump_sum, cost) values ('{county.Id}', '{id}', '{costs}', '{project}', {i + 1}, 'Works', {(part.ItemKey is null ? "null" : $"'{part.ItemKey}'")}, '{part.Name}', '{"{}"}', {Yuan(part.Each * count)}, {Yuan(part.Each * count)});
                insert into portal.share_lines (tenant_id, id, sheet_id, project_id, cost_line_id) values ('{county.Id}', '{id}', '{shares}', '{project}', '{id}');
                insert into portal.share_amounts (tenant_id, line_id, project_id, payer, name, sequence, amount) values ('{county.Id}', '{id}', '{project}', 'owners', '业主', 1, {Yuan(part.Each * count)});
                insert into portal.bill_parts (tenant_id, id, run_id, estate_id, sequence, share_line_id, name, clause, cost, amount, split) values ('{county.Id}', '{id}', '{run}', '{estate}', {i}, '{id}', '{part.Name}', '《试验办法》第一条', {Yuan(part.Each * count)}, {Yuan(part.Each * count)}, 'Dwelling');
                """;
        }

        sql += $"""
            update portal.cost_sheets set state = 'Fixed', fixed_at = '2026-11-01', fixed_by = '试验' where id = '{costs}';
            update portal.share_sheets set state = 'Fixed', fixed_at = '2026-11-01', fixed_by = '试验' where id = '{shares}';
            insert into portal.bills (tenant_id, id, run_id, estate_id, building_id, dwelling_id, number, area, storey, amounts, amount)
              select '{county.Id}', gen_random_uuid(), '{run}', '{estate}', d.building_id, d.id, row_number() over (order by b.sequence, b.name, d.entrance, d.room), coalesce(d.registered_area, 0), d.storey, array[{string.Join(", ", owed.Select(part => (part.Each * 100).ToString("0", CultureInfo.InvariantCulture)))}]::bigint[], {Yuan(each)}
              from portal.dwellings d join portal.buildings b on b.tenant_id = d.tenant_id and b.id = d.building_id where b.estate_id = '{estate}';
            update portal.bill_runs set state = 'Issued', issued_by = '试验', issued_at = '2026-11-01' where id = '{run}';
            insert into portal.ledger_entries (tenant_id, id, year, number, kind, "on", project_id, estate_id, text, source_id, by, at) select '{county.Id}', '{entry}', 2026, coalesce(max(number), 0) + 1, 'Billed', '2026-11-01', '{project}', '{estate}', '出账', '{run}', '试验', '2026-11-01' from portal.ledger_entries where year = 2026;
            insert into portal.ledger_postings (tenant_id, entry_id, sequence, account, debit, credit) values ('{county.Id}', '{entry}', 1, 'OwnersReceivable', {Yuan(each * count)}, 0), ('{county.Id}', '{entry}', 2, 'OwnersShare', 0, {Yuan(each * count)})
            """;
        await county.Portal.Sql.AppAsync(county.Scope, sql);
        return run;
    }

    private static string Yuan(decimal amount) => amount.ToString("0.00", CultureInfo.InvariantCulture);
}
