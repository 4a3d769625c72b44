using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Rows of the registry are no longer as they were seen when the file was read, or when the import was committed.</summary>
internal sealed class RegistryMovedException(IReadOnlyList<int> rows) : Exception("The registry has moved on.")
{
    public IReadOnlyList<int> Rows => rows;
}

/// <summary>The person who asks may no longer see something of what is to be written: it has gone to another street.</summary>
internal sealed class OutOfStreetException() : Exception("Out of the asker's street.");

/// <summary>Writes the changes of a whole file, forward or backward, within the transaction of the context: all of it or nothing.</summary>
internal sealed class RegistryWriter(PortalDbContext db, Guid tenantId, Guid importId, bool backward)
{
    private const int MostTold = 20;
    private const int ManyChanges = 2000;
    private const string intoEnded =
        "select distinct m.number from moved_buildings m join portal.estates e on e.tenant_id = $1 and e.id = m.estate_id where m.act <> 'd' and e.ended_on is not null order by 1";

    // What is written is also told estate by estate, so that the history of one need not open the sealed rows of all.
    private const string touched = """
        insert into portal.import_estates (tenant_id, act_id, import_id, estate_id, kind, file_name, is_undoing, by, at, estates_made, estates_changed, buildings_made, buildings_changed, dwellings_made, dwellings_changed)
        select $1, $4, i.id, t.estate_id, i.kind, i.file_name, $3, current_setting('import.by'), current_setting('import.at')::timestamptz,
            count(distinct t.id) filter (where t.level = 'e' and t.act <> 'u'), count(distinct t.id) filter (where t.level = 'e' and t.act = 'u'),
            count(distinct t.id) filter (where t.level = 'b' and t.act <> 'u'), count(distinct t.id) filter (where t.level = 'b' and t.act = 'u'),
            count(distinct t.id) filter (where t.level = 'd' and t.act <> 'u'), count(distinct t.id) filter (where t.level = 'd' and t.act = 'u')
        from portal.imports i, (
            select 'e' as level, m.id as estate_id, m.id, m.act from moved_estates m
            union all select 'b', m.estate_id, m.id, m.act from moved_buildings m
            union all select 'd', b.estate_id, m.id, m.act from moved_dwellings m join portal.buildings b on b.tenant_id = $1 and b.id = m.building_id
            union all select 'd', b.estate_id, d.id, 'u' from moved_owners m join portal.ownerships o on o.tenant_id = $1 and o.owner_id = m.id and o.until_on is null
                join portal.dwellings d on d.tenant_id = $1 and d.id = o.dwelling_id join portal.buildings b on b.tenant_id = $1 and b.id = d.building_id where m.act = 'u') t
        where i.tenant_id = $1 and i.id = $2 group by i.id, i.kind, i.file_name, t.estate_id
        """;

    private readonly List<StreetImage> streetsMade = [];
    private readonly HashSet<Guid> judged = [];
    private int ordinal;

    /// <summary>Estates whose verdict may have moved: what they are judged by is in their own rows and in those of their buildings.</summary>
    public IReadOnlyCollection<Guid> Judged => judged;

    private NpgsqlConnection Connection => (NpgsqlConnection)db.Database.GetDbConnection();

    public async Task BeginAsync(string by, string fileName, DateTimeOffset at, CancellationToken stop)
    {
        // The first command of the transaction also tells the database whose it is. What a foreign key points at is looked up by its index, also where the
        // planner has last seen the table empty: that plan would read the whole growing table for each row.
        await db.Database.ExecuteSqlAsync($"select set_config('enable_seqscan', {(backward ? "on" : "off")}, true), set_config('import.by', {by}, true), set_config('import.of', left({"导入：" + fileName}, 200), true), set_config('import.at', {at.ToString("O", CultureInfo.InvariantCulture)}, true)", stop);
        foreach (var create in new[] { RegistryTables.Estates.Create, RegistryTables.Buildings.Create, RegistryTables.Dwellings.Create, RegistryTables.Owners.Create, RegistryTables.Ownerships.Create })
            await RunAsync(create, stop);
    }

    /// <summary>Takes in the changes of some rows.</summary>
    public async Task TakeAsync(IReadOnlyList<(int Number, RowChanges Changes)> rows, CancellationToken stop)
    {
        judged.UnionWith(rows.SelectMany(row => row.Changes.Estates ?? []).Select(estate => estate.Id));
        judged.UnionWith(rows.SelectMany(row => row.Changes.Buildings ?? []).Select(building => (building.After ?? building.Before)!.EstateId));
        foreach (var street in rows.SelectMany(row => row.Changes.Streets ?? [])) await MakeStreetAsync(street);
        await CopyAsync(RegistryTables.Estates, rows, changes => changes.Estates, stop);
        await CopyAsync(RegistryTables.Buildings, rows, changes => changes.Buildings, stop);
        await CopyAsync(RegistryTables.Dwellings, rows, changes => changes.Dwellings, stop);
        await CopyAsync(RegistryTables.Owners, rows, changes => changes.Owners, stop);
        await CopyAsync(RegistryTables.Ownerships, rows, changes => changes.Ownerships, stop);
        ordinal += rows.Sum(row => row.Changes.Count);
    }

    /// <summary>Writes what was taken in.</summary>
    /// <exception cref="RegistryMovedException">Something has changed since it was seen; nothing is to be committed.</exception>
    public async Task WriteAsync(Func<int, Task> tell, CancellationToken stop)
    {
        var step = 0;
        foreach (var (prepare, stale) in new[]
        {
            (RegistryTables.Estates.Prepare, RegistryTables.Estates.Stale), (RegistryTables.Buildings.Prepare, RegistryTables.Buildings.Stale), (RegistryTables.Dwellings.Prepare, RegistryTables.Dwellings.Stale),
            (RegistryTables.Owners.Prepare, RegistryTables.Owners.Stale), (RegistryTables.Ownerships.Prepare, RegistryTables.Ownerships.Stale),
        })
        {
            await RunAsync(prepare, stop);
            await CheckAsync(stale, stop);
        }

        await CheckAsync(intoEnded, stop);
        // Forward parents come first; backward what hangs on them goes first.
        var steps = new List<Func<Task>>
        {
            () => WriteAsync(RegistryTables.Estates, stop), () => WriteAsync(RegistryTables.Buildings, stop), () => WriteAsync(RegistryTables.Dwellings, stop),
            () => WriteAsync(RegistryTables.Owners, stop), () => WriteAsync(RegistryTables.Ownerships, stop),
        };
        if (backward)
        {
            steps.Reverse();
            await TellEstatesAsync(stop);
        }

        foreach (var write in steps)
        {
            await tell(step++);
            await write();
        }

        // Plans made for a small registry would take minutes over a large one; autovacuum notices too late.
        if (ordinal > ManyChanges && !backward) await RunAsync("select portal.analyze_registry()", stop);
        if (!backward) await TellEstatesAsync(stop);
    }

    /// <summary>A street's clerk takes back only what still lies in the street: asked of the walls themselves, with the clerk's eyes.</summary>
    /// <exception cref="OutOfStreetException">Something lies elsewhere by now.</exception>
    public async Task RequireStreetAsync(Guid streetId, CancellationToken stop)
    {
        await db.Database.ExecuteSqlAsync($"select set_config('app.street', {streetId.ToString()}, true)", stop);
        foreach (var hidden in new[] { RegistryTables.Estates.Hidden, RegistryTables.Buildings.Hidden, RegistryTables.Dwellings.Hidden, RegistryTables.Ownerships.Hidden })
            if (await AnyAsync(hidden, stop)) throw new OutOfStreetException();
        await db.Database.ExecuteSqlAsync($"select set_config('app.street', '', true)", stop);
    }

    /// <summary>While all that was touched still stands, or stands already.</summary>
    private async Task TellEstatesAsync(CancellationToken stop)
    {
        await using var command = Command(touched, tenantId);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = importId });
        command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = backward });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7() });
        await command.ExecuteNonQueryAsync(stop);
    }

    private async Task<bool> AnyAsync(string query, CancellationToken stop)
    {
        await using var command = Command(query, tenantId);
        return (bool)(await command.ExecuteScalarAsync(stop))!;
    }

    private async Task WriteAsync<T>(RegistryTable<T> table, CancellationToken stop) where T : class
    {
        var (deleted, updated) = await ExpectedAsync(table.Expected, stop);
        // What goes makes room for what comes. Somebody may have been quicker since it was checked: then a row is missing from the count.
        if (deleted > 0 && await RunAsync(table.Delete, stop, tenantId) != deleted) throw new RegistryMovedException([]);
        if (updated > 0 && await RunAsync(table.Update(lastWins: !backward), stop, tenantId) != updated) throw new RegistryMovedException([]);
        await RunAsync(table.Insert, stop, tenantId);
    }

    private async Task MakeStreetAsync(Change<StreetImage> street)
    {
        // A street once made stays: others may have begun to use it.
        if (!backward && street.After is { } made && !streetsMade.Contains(made))
        {
            await db.Database.ExecuteSqlAsync($"insert into streets (tenant_id, id, name) values ({tenantId}, {street.Id}, {made.Name})");
            streetsMade.Add(made);
        }
    }

    private async Task CopyAsync<T>(RegistryTable<T> table, IReadOnlyList<(int Number, RowChanges Changes)> rows, Func<RowChanges, List<Change<T>>?> of, CancellationToken stop) where T : class
    {
        var changes = rows.SelectMany(row => (of(row.Changes) ?? []).Select(change => (row.Number, backward ? change.Inverse() : change)));
        if (rows.Any(row => of(row.Changes) is not null)) await table.CopyAsync(Connection, changes, ordinal, stop);
    }

    private async Task CheckAsync(string query, CancellationToken stop)
    {
        await using var command = Command(query, tenantId);
        await using var read = await command.ExecuteReaderAsync(stop);
        var rows = new List<int>();
        while (rows.Count < MostTold && await read.ReadAsync(stop)) rows.Add(read.GetInt32(0));
        if (rows.Count > 0) throw new RegistryMovedException(rows);
    }

    private async Task<(long Deleted, long Updated)> ExpectedAsync(string query, CancellationToken stop)
    {
        await using var command = Command(query, null);
        await using var read = await command.ExecuteReaderAsync(stop);
        await read.ReadAsync(stop);
        return (read.GetInt64(0), read.GetInt64(1));
    }

    private async Task<int> RunAsync(string text, CancellationToken stop, Guid? tenant = null)
    {
        await using var command = Command(text, tenant);
        return await command.ExecuteNonQueryAsync(stop);
    }

    private NpgsqlCommand Command(string text, Guid? tenant)
    {
#pragma warning disable CA2100 // Only names of our own tables and columns are in these texts.
        var command = new NpgsqlCommand(text, Connection) { CommandTimeout = 0 };
#pragma warning restore CA2100
        if (tenant is { } id) command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = id });
        return command;
    }
}
