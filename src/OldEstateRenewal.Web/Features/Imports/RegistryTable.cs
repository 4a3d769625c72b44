using Npgsql;
using NpgsqlTypes;

namespace OldEstateRenewal.Web.Features.Imports;

internal sealed record RegistryColumn<T>(string Name, NpgsqlDbType Type, string SqlType, Func<T, object?> Value);

/// <summary>
/// Moves many rows of one registry table at once: COPY to a temporary table (COPY into a table under row-level security is refused), then one
/// statement each to make, to change and to take away. The texts are put together from the names below and nothing else.
/// </summary>
internal sealed class RegistryTable<T>(string name, bool isVersioned, (string Column, string Value)[] constants, (string Column, string Value)[] onUpdate, params RegistryColumn<T>[] columns) where T : class
{
    private readonly string moved = "moved_" + name;

    private string Names => string.Join(", ", columns.Select(column => column.Name));

    private string OfMoved => string.Join(", ", columns.Select(column => "m." + column.Name));

    public string Create =>
        $"create temp table {moved} (ordinal int, number int, act text, id uuid, version bigint, {string.Join(", ", columns.Select(column => $"{column.Name} {column.SqlType}"))}" +
        $"{(isVersioned ? "" : ", was_until_on date, was_share text")}) on commit drop";

    public string Prepare => $"create index on {moved} (id); analyze {moved}";

    /// <summary>Rows that are not as they were seen; the caller reads number and id.</summary>
    public string Stale => $"select distinct m.number from {moved} m left join portal.{name} t on t.tenant_id = $1 and t.id = m.id where m.act <> 'i' and (t.id is null or not ({AsSeen})) order by 1";

    /// <summary>Whether a row that stands is hidden from whom the walls are asked for.</summary>
    public string Hidden => $"select exists (select from {moved} m where m.act <> 'i' and not exists (select from portal.{name} t where t.tenant_id = $1 and t.id = m.id))";

    public string Insert =>
        $"insert into portal.{name} (tenant_id, id, {Names}{(isVersioned ? ", version" : "")}{string.Concat(constants.Select(c => ", " + c.Column))}) " +
        $"select $1, m.id, {OfMoved}{(isVersioned ? ", 0" : "")}{string.Concat(constants.Select(c => ", " + c.Value))} from ({Once('i', true)}) m";

    public string Delete => $"delete from portal.{name} t using ({Once('d', true)}) m where t.tenant_id = $1 and t.id = m.id and {AsSeen}";

    /// <summary>How many rows are to be taken away, and to be changed.</summary>
    public string Expected => $"select count(distinct id) filter (where act = 'd'), count(distinct id) filter (where act = 'u') from {moved}";

    private string AsSeen => isVersioned ? "t.version = m.version" : "t.until_on is not distinct from m.was_until_on and t.share is not distinct from m.was_share";

    public string Update(bool lastWins) =>
        $"update portal.{name} t set {string.Join(", ", columns.Select(column => $"{column.Name} = m.{column.Name}"))}{(isVersioned ? ", version = t.version + 1" : "")}{string.Concat(onUpdate.Select(u => $", {u.Column} = {u.Value}"))} " +
        $"from ({Once('u', lastWins)}) m where t.tenant_id = $1 and t.id = m.id and {AsSeen}";

    public async Task CopyAsync(NpgsqlConnection connection, IEnumerable<(int Number, Change<T> Change)> changes, int ordinal, CancellationToken stop)
    {
        var extra = isVersioned ? "" : ", was_until_on, was_share";
        await using var copy = await connection.BeginBinaryImportAsync($"copy {moved} (ordinal, number, act, id, version, {Names}{extra}) from stdin (format binary)", stop);
        foreach (var (number, change) in changes)
        {
            await copy.StartRowAsync(stop);
            await copy.WriteAsync(ordinal++, NpgsqlDbType.Integer, stop);
            await copy.WriteAsync(number, NpgsqlDbType.Integer, stop);
            await copy.WriteAsync(change.Before is null ? "i" : change.After is null ? "d" : "u", NpgsqlDbType.Text, stop);
            await copy.WriteAsync(change.Id, NpgsqlDbType.Uuid, stop);
            await WriteAsync(copy, change.Version, NpgsqlDbType.Bigint, stop);
            foreach (var column in columns) await WriteAsync(copy, (change.After ?? change.Before) is { } image ? column.Value(image) : null, column.Type, stop);
            if (isVersioned) continue;
            var was = change.Before as OwnershipImage;
            await WriteAsync(copy, was?.UntilOn, NpgsqlDbType.Date, stop);
            await WriteAsync(copy, was?.Share, NpgsqlDbType.Text, stop);
        }

        await copy.CompleteAsync(stop);
    }

    // An owner of several dwellings may be spoken of by several rows: forward the last image holds, backward the first.
    private string Once(char act, bool lastWins) => $"select distinct on (id) * from {moved} where act = '{act}' order by id, ordinal {(lastWins ? "desc" : "asc")}";

    private static Task WriteAsync(NpgsqlBinaryImporter copy, object? value, NpgsqlDbType type, CancellationToken stop) => value is null ? copy.WriteNullAsync(stop) : copy.WriteAsync(value, type, stop);
}

/// <summary>The tables of the registry, parents first.</summary>
internal static class RegistryTables
{


    public static readonly RegistryTable<EstateImage> Estates = new("estates", true, [("is_demonstration", "false")], [],
        Text<EstateImage>("name", e => e.Name), Id<EstateImage>("street_id", e => e.StreetId), Text<EstateImage>("community", e => e.Community), Text<EstateImage>("address", e => e.Address),
        new("built_years", NpgsqlDbType.Array | NpgsqlDbType.Integer, "int[]", e => e.BuiltYears), Whole<EstateImage>("building_count", e => e.BuildingCount),
        Whole<EstateImage>("household_count", e => e.HouseholdCount), Number<EstateImage>("floor_area", e => e.FloorArea), Number<EstateImage>("site_area", e => e.SiteArea),
        Text<EstateImage>("former_unit", e => e.FormerUnit), Text<EstateImage>("land", e => e.Land), Text<EstateImage>("place", e => e.Place), Text<EstateImage>("remark", e => e.Remark));

    public static readonly RegistryTable<BuildingImage> Buildings = new("buildings", true, [("is_demonstration", "false")], [],
        Id<BuildingImage>("estate_id", b => b.EstateId), Text<BuildingImage>("name", b => b.Name), Whole<BuildingImage>("sequence", b => b.Sequence), Whole<BuildingImage>("built_year", b => b.BuiltYear),
        Whole<BuildingImage>("storeys", b => b.Storeys), Whole<BuildingImage>("entrances", b => b.Entrances), Whole<BuildingImage>("household_count", b => b.HouseholdCount),
        Number<BuildingImage>("floor_area", b => b.FloorArea), Text<BuildingImage>("structure", b => b.Structure), Text<BuildingImage>("remark", b => b.Remark));

    public static readonly RegistryTable<DwellingImage> Dwellings = new("dwellings", true, [], [],
        Id<DwellingImage>("building_id", d => d.BuildingId), Whole<DwellingImage>("entrance", d => d.Entrance), Whole<DwellingImage>("storey", d => d.Storey), Text<DwellingImage>("room", d => d.Room),
        Whole<DwellingImage>("position", d => d.Position), Whole<DwellingImage>("span", d => d.Span), Text<DwellingImage>("kind", d => d.Kind), Text<DwellingImage>("holding", d => d.Holding),
        Number<DwellingImage>("registered_area", d => d.RegisteredArea), Number<DwellingImage>("measured_area", d => d.MeasuredArea), Number<DwellingImage>("contract_area", d => d.ContractArea),
        Text<DwellingImage>("occupancy", d => d.Occupancy), Text<DwellingImage>("riser", d => d.Riser), Text<DwellingImage>("remark", d => d.Remark));

    public static readonly RegistryTable<OwnerImage> Owners = new("owners", true, [], [],
        Text<OwnerImage>("name", o => o.Name), Text<OwnerImage>("kind", o => o.Kind), Bytes<OwnerImage>("phone", o => o.Phone), Bytes<OwnerImage>("phone_mark", o => o.PhoneMark),
        Bytes<OwnerImage>("id_number", o => o.IdNumber), Bytes<OwnerImage>("id_number_mark", o => o.IdNumberMark));

    /// <summary>Who recorded it and when are settings of the transaction.</summary>
    public static readonly RegistryTable<OwnershipImage> Ownerships = new("ownerships", false, [("recorded_by", "current_setting('import.by')"), ("recorded_at", "current_setting('import.at')::timestamptz")],
        [
            ("ending", "case when m.until_on is null then null else coalesce(t.ending, 'Transfer') end"), ("ending_remark", "case when m.until_on is null then null else coalesce(t.ending_remark, current_setting('import.of')) end"),
            ("ended_by", "case when m.until_on is null then null else coalesce(t.ended_by, current_setting('import.by')) end"), ("ended_at", "case when m.until_on is null then null else coalesce(t.ended_at, current_setting('import.at')::timestamptz) end"),
        ],
        Id<OwnershipImage>("dwelling_id", o => o.DwellingId), Id<OwnershipImage>("owner_id", o => o.OwnerId), Day<OwnershipImage>("from_on", o => o.FromOn), Day<OwnershipImage>("until_on", o => o.UntilOn),
        Text<OwnershipImage>("share", o => o.Share));

    private static RegistryColumn<T> Text<T>(string name, Func<T, object?> value) => new(name, NpgsqlDbType.Text, "text", value);

    private static RegistryColumn<T> Id<T>(string name, Func<T, object?> value) => new(name, NpgsqlDbType.Uuid, "uuid", value);

    private static RegistryColumn<T> Whole<T>(string name, Func<T, object?> value) => new(name, NpgsqlDbType.Integer, "int", value);

    private static RegistryColumn<T> Number<T>(string name, Func<T, object?> value) => new(name, NpgsqlDbType.Numeric, "numeric(14,2)", value);

    private static RegistryColumn<T> Bytes<T>(string name, Func<T, object?> value) => new(name, NpgsqlDbType.Bytea, "bytea", value);

    private static RegistryColumn<T> Day<T>(string name, Func<T, object?> value) => new(name, NpgsqlDbType.Date, "date", value);
}
