using System.Globalization;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>Costs, shares and money already there, written past the pages.</summary>
public static class FundRows
{
    /// <summary>A fixed cost sheet and a fixed share sheet upon it; one payer a line.</summary>
    public static async Task SharesAsync(this County county, Guid project, params (string? Item, string Name, string Payer, decimal Amount)[] lines)
    {
        var (cost, share) = (await county.CostAsync(project, "Contract", lines.Select(line => ("Works", line.Item, line.Name, line.Amount)).ToArray()), Guid.CreateVersion7());
        var rows = string.Join("\n", lines.Select((line, at) => $"""
            with line as (insert into portal.share_lines (tenant_id, id, sheet_id, project_id, cost_line_id, clause) select tenant_id, gen_random_uuid(), '{share}', project_id, id, '试验条款' from portal.cost_lines where sheet_id = '{cost}' and sequence = {at + 1} returning *)
            insert into portal.share_amounts (tenant_id, line_id, project_id, payer, name, sequence, amount) select tenant_id, id, project_id, '{line.Payer}', '{line.Payer}方', 1, {Number(line.Amount)} from line;
            """));
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.share_sheets (tenant_id, id, project_id, cost_sheet_id, number, state, applied_on, made_by, made_at, version) values ('{county.Id}', '{share}', '{project}', '{cost}', 1, 'Draft', '2026-11-01', '试验', '2026-11-01', 0);
            {rows}
            update portal.share_sheets set state = 'Fixed', fixed_by = '试验', fixed_at = '2026-11-02' where id = '{share}'
            """);
    }

    /// <summary>A fixed cost sheet of a stage.</summary>
    public static async Task<Guid> CostAsync(this County county, Guid project, string stage, params (string Kind, string? Item, string Name, decimal Cost)[] lines)
    {
        var (scheme, sheet) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var rows = string.Join("\n", lines.Select((line, at) => $"""
            insert into portal.cost_lines (tenant_id, id, sheet_id, project_id, sequence, kind, item_key, name, traits, lump_sum, cost) values ('{county.Id}', gen_random_uuid(), '{sheet}', '{project}', {at + 1}, '{line.Kind}', {(line.Item is null ? "null" : $"'{line.Item}'")}, '{line.Name}', '{"{}"}', {Number(line.Cost)}, {Number(line.Cost)});
            """));
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.schemes (tenant_id, id, project_id, number, state, sources, answers_json, has_proof, made_by, made_at, fixed_at, fixed_by, text, version)
              select '{county.Id}', '{scheme}', '{project}', coalesce(max(number), 0) + 1, 'Fixed', '{"{}"}', '{"{}"}', false, '试验', '2026-11-01', '2026-11-02', '试验', '试验', 0 from portal.schemes where project_id = '{project}';
            insert into portal.cost_sheets (tenant_id, id, project_id, stage, number, state, scheme_id, has_proof, made_by, made_at, version) values ('{county.Id}', '{sheet}', '{project}', '{stage}', 1, 'Draft', '{scheme}', false, '试验', '2026-11-01', 0);
            {rows}
            update portal.cost_sheets set state = 'Fixed', fixed_by = '试验', fixed_at = '2026-11-02' where id = '{sheet}'
            """);
        return sheet;
    }

    /// <summary>Money approved, received and allotted to the project.</summary>
    public static async Task<Guid> GrantAsync(this County county, Guid project, decimal amount, string source = "central-subsidy", string name = "中央补助第一批")
    {
        var grant = Guid.CreateVersion7();
        var acts = string.Join("\n", new[] { "Approved", "Received", "Allotted" }.Select(kind => $"""
            insert into portal.funding_acts (tenant_id, id, grant_id, kind, amount, "on", project_id, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '{grant}', '{kind}', {Number(amount)}, '2026-11-01', {(kind == "Allotted" ? $"'{project}'" : "null")}, '试验', gen_random_uuid(), '2026-11-01');
            """));
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.funding_grants (tenant_id, id, plan_year, source_key, source_name, name, made_by, made_at) select tenant_id, '{grant}', plan_year, '{source}', '{source}来源', '{name}', '试验', '2026-11-01' from portal.projects where id = '{project}';
            {acts}
            """);
        return grant;
    }

    public static Task AcceptedAsync(this County county, Guid project, string on) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.acceptances (tenant_id, id, project_id, held_on, has_proof, result, recorded_by, recorded_at, version) values ('{county.Id}', gen_random_uuid(), '{project}', '{on}', true, 'Passed', '试验', '2026-11-01', 0)
        """);

    public static Task ProvedAsync(this County county, string table, Guid id) => county.Portal.Sql.AppAsync(county.Scope, $"update portal.{table} set has_proof = true where id = '{id}'");

    /// <summary>Debit less credit of an account.</summary>
    public static async Task<decimal> BalanceAsync(this County county, string account) =>
        await county.Portal.Sql.AskAppAsync<decimal?>(county.Scope, $"select sum(debit - credit) from portal.ledger_postings where account = '{account}'") ?? 0;

    private static string Number(decimal number) => number.ToString(CultureInfo.InvariantCulture);
}
