using System.Globalization;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>One line of a cost sheet as a test writes it.</summary>
public sealed record CostRow(string Name, decimal Cost, string? Item = null, string Kind = "Works", string ClassName = "基础类")
{
    public string? Ownership { get; init; }

    public string? Section { get; init; }

    public string[] Traits { get; init; } = [];

    public decimal? Quantity { get; init; }

    public decimal? UnitCost { get; init; }

    public decimal? Rate { get; init; }
}

/// <summary>Schemes and cost sheets already fixed, written past the pages.</summary>
public static class CostRows
{
    public static async Task<Guid> FixedSchemeAsync(this County county, Guid project, int number, params CostRow[] items)
    {
        var scheme = Guid.CreateVersion7();
        var rows = items.Select((item, at) => $"insert into portal.scheme_items (tenant_id, id, scheme_id, project_id, sequence, item_key, name, class_name, quantity, unit, unit_cost, lump_sum, ownership, section) values ('{county.Id}', gen_random_uuid(), '{scheme}', '{project}', {at + 1}, '{item.Item}', '{item.Name}', '{item.ClassName}', {Number(item.Quantity)}, {(item.Quantity is null ? "null" : "'㎡'")}, {Number(item.UnitCost)}, {(item.UnitCost is null ? Number(item.Cost) : "null")}, {Text(item.Ownership)}, {Text(item.Section)});");
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.schemes (tenant_id, id, project_id, number, state, sources, answers_json, has_proof, made_by, made_at, version) values ('{county.Id}', '{scheme}', '{project}', {number}, 'Draft', '{"{}"}', '{"{}"}', false, '试验', '2026-11-01', 0);
            {string.Join('\n', rows)}
            update portal.schemes set state = 'Fixed', fixed_at = '2026-11-02', fixed_by = '试验', text = '试验' where id = '{scheme}';
            """);
        return scheme;
    }

    /// <summary>A fixed sheet of a stage, on a scheme of its own.</summary>
    public static async Task<Guid> FixedCostAsync(this County county, Guid project, string stage, params CostRow[] lines)
    {
        var scheme = await county.FixedSchemeAsync(project, 100 + (await county.Portal.Sql.AskAppAsync<int>(county.Scope, "select count(*)::int from portal.schemes")));
        var sheet = Guid.CreateVersion7();
        var rows = lines.Select((line, at) => $"insert into portal.cost_lines (tenant_id, id, sheet_id, project_id, sequence, kind, item_key, name, class_name, ownership, section, traits, quantity, unit, unit_cost, lump_sum, rate, cost) values ('{county.Id}', gen_random_uuid(), '{sheet}', '{project}', {at + 1}, '{line.Kind}', {Text(line.Item)}, '{line.Name}', '{line.ClassName}', {Text(line.Ownership)}, {Text(line.Section)}, '{{{string.Join(',', line.Traits)}}}', {Number(line.Quantity)}, {(line.Quantity is null ? "null" : "'㎡'")}, {Number(line.UnitCost)}, {(line.UnitCost is null && line.Rate is null ? Number(line.Cost) : "null")}, {Number(line.Rate)}, {Number(line.Cost)});");
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.cost_sheets (tenant_id, id, project_id, stage, number, state, scheme_id, has_proof, made_by, made_at, version) values ('{county.Id}', '{sheet}', '{project}', '{stage}', 1, 'Draft', '{scheme}', false, '试验', '2026-11-03', 0);
            {string.Join('\n', rows)}
            update portal.cost_sheets set state = 'Fixed', fixed_at = '2026-11-04', fixed_by = '试验' where id = '{sheet}';
            """);
        return sheet;
    }

    private static string Number(decimal? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "null";

    private static string Text(string? text) => text is null ? "null" : $"'{text}'";
}
