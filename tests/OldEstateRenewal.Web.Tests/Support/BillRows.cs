using System.Globalization;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>A unit of a building; null areas are not known.</summary>
public sealed record Flat(string Room, int Storey, decimal? Area, string Kind = "Dwelling", string Owner = "王甲乙");

/// <summary>A line of a fixed share sheet: what it costs, what of it owners pay, and by which rule.</summary>
public sealed record SharedLine(string Name, decimal Cost, decimal Owners)
{
    public string? RuleDocument { get; init; }
    public string? RuleKey { get; init; }
    public Guid? Estate { get; init; }
    public Guid? Building { get; init; }
    public Guid Id { get; } = Guid.CreateVersion7();
}

/// <summary>Dwellings, fixed share sheets and payments, written past the pages.</summary>
public static class BillRows
{
    public static async Task<Guid> HouseAsync(this County county, Guid estate, string name, int sequence, params Flat[] flats)
    {
        var id = Guid.CreateVersion7();
        var sql = $"insert into portal.buildings (tenant_id, id, estate_id, name, sequence, is_demonstration, version) values ('{county.Id}', '{id}', '{estate}', '{name}', {sequence}, false, 0);";
        for (var i = 0; i < flats.Length; i++)
        {
            var (flat, dwelling, owner) = (flats[i], Guid.CreateVersion7(), Guid.CreateVersion7());
            sql += $"""
                insert into portal.owners (tenant_id, id, name, kind, version) values ('{county.Id}', '{owner}', '{flat.Owner}', 'Person', 0);
                insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, registered_area, version) values ('{county.Id}', '{dwelling}', '{id}', 1, {flat.Storey}, '{flat.Room}', {i + 1}, 1, '{flat.Kind}', 'Owned', {Number(flat.Area)}, 0);
                insert into portal.ownerships (tenant_id, id, dwelling_id, owner_id, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{dwelling}', '{owner}', '试验', '2026-11-01');
                """;
        }

        await county.Portal.Sql.AppAsync(county.Scope, sql);
        return id;
    }

    /// <summary>Many equal flats at once: so many storeys with so many to each.</summary>
    public static Task BlocksAsync(this County county, Guid estate, int buildings, int storeys, int perStorey) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.buildings (tenant_id, id, estate_id, name, sequence, is_demonstration, version) select '{county.Id}', gen_random_uuid(), '{estate}', n || '号楼', n, false, 0 from generate_series(1, {buildings}) n;
        insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, registered_area, version)
          select '{county.Id}', gen_random_uuid(), b.id, 1, s, s || lpad(p::text, 2, '0'), p, 1, 'Dwelling', 'Owned', 60 + p + s * 0.37, 0 from portal.buildings b, generate_series(1, {storeys}) s, generate_series(1, {perStorey}) p where b.estate_id = '{estate}';
        insert into portal.owners (tenant_id, id, name, kind, version) select '{county.Id}', d.id, '王甲乙', 'Person', 0 from portal.dwellings d join portal.buildings b on b.id = d.building_id where b.estate_id = '{estate}';
        insert into portal.ownerships (tenant_id, id, dwelling_id, owner_id, recorded_by, recorded_at) select '{county.Id}', gen_random_uuid(), d.id, d.id, '试验', '2026-11-01' from portal.dwellings d join portal.buildings b on b.id = d.building_id where b.estate_id = '{estate}'
        """);

    /// <summary>A fixed cost sheet and the fixed share sheet of it.</summary>
    public static async Task<Guid> FixedSharesAsync(this County county, Guid project, params SharedLine[] lines)
    {
        var (scheme, costs, shares) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var sql = $"""
            insert into portal.schemes (tenant_id, id, project_id, number, state, sources, answers_json, has_proof, made_by, made_at, version) select '{county.Id}', '{scheme}', '{project}', count(*) + 1, 'Discarded', '{"{}"}', '{"{}"}', false, '试验', '2026-11-01', 0 from portal.schemes where project_id = '{project}';
            insert into portal.cost_sheets (tenant_id, id, project_id, stage, number, state, scheme_id, has_proof, made_by, made_at, version) select '{county.Id}', '{costs}', '{project}', 'Budget', count(*) + 1, 'Draft', '{scheme}', false, '试验', '2026-11-01', 0 from portal.cost_sheets where project_id = '{project}';
            insert into portal.share_sheets (tenant_id, id, project_id, cost_sheet_id, number, state, applied_on, made_by, made_at, version) select '{county.Id}', '{shares}', '{project}', '{costs}', count(*) + 1, 'Draft', '2026-11-01', '试验', '2026-11-01', 0 from portal.share_sheets where project_id = '{project}';
            """;
        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i];
            sql += $"""
                insert into portal.cost_lines (tenant_id, id, sheet_id, project_id, sequence, kind, name, estate_id, building_id, traits, lump_sum, cost) values ('{county.Id}', '{line.Id}', '{costs}', '{project}', {i + 1}, 'Works', '{line.Name}', {Id(line.Estate)}, {Id(line.Building)}, '{"{}"}', {Number(line.Cost)}, {Number(line.Cost)});
                insert into portal.share_lines (tenant_id, id, sheet_id, project_id, cost_line_id, rule_document, rule_key, clause, working) values ('{county.Id}', '{line.Id}', '{shares}', '{project}', '{line.Id}', {Text(line.RuleDocument)}, {Text(line.RuleKey)}, '《试验办法》第一条', '试验');
                insert into portal.share_amounts (tenant_id, line_id, project_id, payer, name, sequence, amount) values ('{county.Id}', '{line.Id}', '{project}', 'owners', '业主', 1, {Number(line.Owners)}), ('{county.Id}', '{line.Id}', '{project}', 'project', '其他资金', 2, {Number(line.Cost - line.Owners)});
                """;
        }

        await county.Portal.Sql.AppAsync(county.Scope, sql + $"""
            update portal.cost_sheets set state = 'Fixed', fixed_at = now(), fixed_by = '试验' where id = '{costs}';
            update portal.share_sheets set state = 'Fixed', fixed_at = now(), fixed_by = '试验' where id = '{shares}'
            """);
        return shares;
    }

    /// <summary>Another estate in a project.</summary>
    public static Task JoinAsync(this County county, Guid project, Guid estate, int sequence = 2) => county.Portal.Sql.AppAsync(county.Scope, $"insert into portal.project_estates (tenant_id, project_id, estate_id, plan_year, sequence) values ('{county.Id}', '{project}', '{estate}', 2027, {sequence})");

    /// <summary>What a dwelling has paid, or what takes a payment back.</summary>
    public static async Task<Guid> PaidAsync(this County county, Guid estate, Guid dwelling, decimal amount, Guid? reverses = null)
    {
        var id = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.owner_payments (tenant_id, id, estate_id, building_id, dwelling_id, kind, method, amount, year, number, received_on, reverses_id, recorded_by, recorded_by_id, recorded_at)
            select '{county.Id}', '{id}', '{estate}', d.building_id, d.id, '{(reverses is null ? "Payment" : "Reversal")}', 'Cash', {Number(amount)}, 2026, (select count(*) + 1 from portal.owner_payments), '2026-11-21', {Id(reverses)}, '试验', gen_random_uuid(), '2026-11-21 02:00Z' from portal.dwellings d where d.id = '{dwelling}'
            """);
        return id;
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Id(Guid? id) => id is null ? "null" : $"'{id}'";

    private static string Text(string? text) => text is null ? "null" : $"'{text}'";
}
