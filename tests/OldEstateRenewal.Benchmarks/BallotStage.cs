using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Benchmarks;

/// <summary>One estate of many dwellings with an open ballot on the use of the maintenance fund, prepared and opened through the pages.</summary>
internal sealed partial class BallotStage(Stage stage, PortalProcess portal)
{
    public Guid Ballot { get; private set; }
    public Guid Matter { get; private set; }
    public IReadOnlyList<(Guid Id, decimal Area)> Homes { get; private set; } = [];
    public Stage Stage => stage;
    public PortalProcess Portal => portal;

    public static async Task<BallotStage> OpenAsync(Stage stage, PortalProcess portal, int homes)
    {
        var ballot = new BallotStage(stage, portal);
        var estate = await ballot.FillAsync(homes);
        using var http = portal.Client();
        await ballot.PrepareAsync(http, estate);
        return ballot;
    }

    private async Task<Guid> FillAsync(int homes)
    {
        var (tenant, estate) = (stage.TenantId, Guid.CreateVersion7());
        await RunAsync(stage.Setup.Connections.App, TenantScope.OfTenant(tenant).ToSql() + string.Create(CultureInfo.InvariantCulture, $"""
            insert into portal.estates (tenant_id, id, name, address, built_years, building_count, household_count, floor_area, is_demonstration, version) values ('{tenant}', '{estate}', '万户小区', '测速路', '{"{1995}"}', {homes / 200}, {homes}, 900000, false, 0);
            insert into portal.buildings (tenant_id, id, estate_id, name, sequence, built_year, storeys, entrances, household_count, is_demonstration, version)
              select '{tenant}', gen_random_uuid(), '{estate}', b || '号楼', b, 1995, 20, 5, 200, false, 0 from generate_series(1, {homes / 200}) b;
            create temp table made on commit drop as select gen_random_uuid() as home, gen_random_uuid() as person, b.id as building, e, s, p, row_number() over () as n
              from portal.buildings b, generate_series(1, 5) e, generate_series(1, 20) s, generate_series(1, 2) p where b.tenant_id = '{tenant}' and b.estate_id = '{estate}';
            insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, registered_area, version)
              select '{tenant}', home, building, e, s, s || '0' || p, p, 1, 'Dwelling', 'Owned', 60 + n % 50 + (n % 97) * 0.01, 0 from made;
            insert into portal.owners (tenant_id, id, name, kind, version) select '{tenant}', person, '业主' || n, 'Person', 0 from made;
            insert into portal.ownerships (tenant_id, id, dwelling_id, owner_id, recorded_by, recorded_at) select '{tenant}', gen_random_uuid(), home, person, '测速', now() from made;
            insert into portal.audit_entries (tenant_id, at, by, kind, subject_type, subject, changes) values ('{tenant}', now(), '测速', 'DemonstrationLoaded', 'Tenant', '测速', '{"{}"}')
            """));
        await stage.Setup.AnalyzeAsync();
        return estate;
    }

    private async Task PrepareAsync(HttpClient http, Guid estate)
    {
        var made = await portal.PostAsync(http, $"/bench/estates/{estate}/ballots", ("Name", "测速表决"), ("Text", "是否同意使用维修资金。"), ("ClosesOn", "2099-12-31"), ("ClosesTime", "18:00"), ("Matters", "scheme/fund-use"));
        Ballot = Guid.Parse(Last().Match(made.Headers.Location!.ToString()).Value);
        foreach (var (step, text) in new[] { ("roll-check", ""), ("roll-display", "公告栏"), ("opening", "") }) await portal.PostAsync(http, $"/bench/ballots/{Ballot}/{step}", ("Text", text));
        if (await AskAsync<string>($"select state from portal.ballots where id = '{Ballot}'") != "Open") throw new InvalidOperationException("The ballot did not open: " + await http.GetStringAsync($"/bench/ballots/{Ballot}"));
        Matter = await AskAsync<Guid>($"select id from portal.ballot_matters where ballot_id = '{Ballot}'");
        var ids = await AskAsync<Guid[]>($"select array_agg(dwelling_id order by id) from portal.roll_entries where ballot_id = '{Ballot}'");
        var areas = await AskAsync<decimal[]>($"select array_agg(area order by id) from portal.roll_entries where ballot_id = '{Ballot}'");
        Homes = ids.Zip(areas).ToList();
    }

    /// <summary>As the administrator, past the walls.</summary>
    public async Task<T> AskAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(stage.Administrator);
        await connection.OpenAsync();
#pragma warning disable CA2100 // No input goes into these texts.
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 120 };
#pragma warning restore CA2100
        return (T)(await command.ExecuteScalarAsync())!;
    }

    public Task CloseNowAsync() => RunAsync(stage.Administrator, $"set local session_replication_role = replica; update portal.ballots set closes_at = clock_timestamp() where id = '{Ballot}'");

    public static async Task RunAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
#pragma warning disable CA2100 // No input goes into these texts.
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 600 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    [GeneratedRegex("[0-9a-f-]{36}$")]
    private static partial Regex Last();
}
