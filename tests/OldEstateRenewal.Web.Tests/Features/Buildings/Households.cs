using System.Globalization;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Buildings;

/// <summary>A dwelling as a test wants it; owners by name, the same name being the same row within one call.</summary>
internal sealed record Home(string Room, decimal? Area = 80m, string Kind = "Dwelling", string Holding = "Owned", params string[] Owners)
{
    public int Entrance { get; init; } = 1;
    public int Storey { get; init; } = 1;
    public int Position { get; init; }
    public int Span { get; init; } = 1;
}

internal static class Households
{
    public static async Task<Guid> EmptyBuildingAsync(this County county, Guid estate, string name = "1号楼")
    {
        var id = Guid.CreateVersion7();
        await county.Portal.Sql.AppAsync(county.Scope, $"insert into portal.buildings (tenant_id, id, estate_id, name, sequence, is_demonstration, version) values ('{county.Id}', '{id}', '{estate}', '{name}', 1, false, 0)");
        return id;
    }

    public static async Task<(Guid Estate, Guid Building)> WithAsync(this County county, params Home[] homes)
    {
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var building = await county.EmptyBuildingAsync(estate);
        await county.HomesAsync(building, homes);
        return (estate, building);
    }

    public static async Task HomesAsync(this County county, Guid building, params Home[] homes)
    {
        var owners = new Dictionary<string, Guid>();
        var sql = new List<string>();
        foreach (var home in homes)
        {
            var id = Guid.CreateVersion7();
            sql.Add($"insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, registered_area, version) values ('{county.Id}', '{id}', '{building}', {home.Entrance}, {home.Storey}, '{home.Room}', {home.Position}, {home.Span}, '{home.Kind}', '{home.Holding}', {home.Area?.ToString(CultureInfo.InvariantCulture) ?? "null"}, 0)");
            foreach (var name in home.Owners)
            {
                if (owners.TryAdd(name, Guid.CreateVersion7())) sql.Add($"insert into portal.owners (tenant_id, id, name, kind, version) values ('{county.Id}', '{owners[name]}', '{name}', '{(name.EndsWith('厂') ? OwnerKind.Organisation : OwnerKind.Person)}', 0)");
                sql.Add($"insert into portal.ownerships (tenant_id, id, dwelling_id, owner_id, from_on, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{id}', '{owners[name]}', '2005-01-01', '试验', '2026-11-01')");
            }
        }

        await county.Portal.Sql.AppAsync(county.Scope, string.Join(";\n", sql));
    }

    public static async Task<Guid> DwellingAsync(this County county, string room) => await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, $"select id from portal.dwellings where room = '{room}'");

    public static async Task<Guid> OwnerAsync(this County county, string name) => await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, $"select id from portal.owners where name = '{name}' order by id limit 1");

    public static Task<string?> AskAsync(this County county, string sql) => county.Portal.Sql.AskAppAsync<string>(county.Scope, sql);
}
