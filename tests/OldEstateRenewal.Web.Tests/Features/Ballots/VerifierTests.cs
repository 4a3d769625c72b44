using Npgsql;
using OldEstateRenewal.Verifier;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>What the separate verifier finds when a superuser, triggers and foreign keys switched off, changes the rows of a closed ballot.</summary>
public sealed class VerifierTests(PortalFixture fixture)
{
    private const int Edits = 1000;

    /// <summary>What the hashes, the seal and the links between the rows cover, table by table; the rest is told in docs/decisions.</summary>
    private static readonly Dictionary<string, string[]> covered = new()
    {
        ["ballot_votes"] = ["tenant_id", "id", "act_id", "ballot_id", "estate_id", "matter_id", "dwelling_id", "supersedes_id", "choice", "channel", "signed", "proxy", "given_on", "evidence_id", "remark", "recorded_by", "recorded_by_id", "recorded_at", "number", "previous_hash", "hash"],
        ["ballot_heads"] = ["tenant_id", "ballot_id", "estate_id", "number", "hash"],
        ["ballot_results"] = ["tenant_id", "ballot_id", "estate_id", "json", "votes", "head", "seal", "closed_at", "closed_by", "second_by"],
        ["roll_entries"] = ["tenant_id", "id", "ballot_id", "estate_id", "dwelling_id", "supersedes_id", "building", "entrance", "room", "riser", "kind", "holding", "area", "area_source", "inhabited", "owners_json", "exclusion"],
        ["ballot_matters"] = ["tenant_id", "id", "ballot_id", "estate_id", "sequence", "asked_key", "rule_key", "title", "frozen"],
        ["ballots"] = ["tenant_id", "id", "estate_id", "name", "text", "state", "closed_at", "frozen_hash"],
    };

    [Fact]
    public async Task Verify_AfterAThousandRandomEdits_FindsEveryOne()
    {
        var ballot = await ClosedAsync();
        await using var connection = await OpenAsync();
        Assert.Empty(await VerifyAsync(connection, ballot));
        var types = await TypesAsync(connection);
        var (random, missed, made) = (new Random(4), new List<string>(), 0);
        for (var attempts = 0; made < Edits; attempts++)
        {
            Assert.True(attempts < Edits * 3, $"Only {made} of {attempts} edits could be made.");
            var edit = Edit(random, ballot, types);
            await using var transaction = await connection.BeginTransactionAsync();
            if (!await TryAsync(connection, edit)) continue;
            made++;
            if ((await VerifyAsync(connection, ballot)).Count == 0) missed.Add(edit);
        }

        Assert.Empty(missed);
        Assert.Empty(await VerifyAsync(connection, ballot));
    }

    [Fact]
    public async Task Verify_AfterTheWholeChainIsWrittenAnew_FindsItAgainstThePrintedHeadAlone()
    {
        var ballot = await ClosedAsync();
        await using var connection = await OpenAsync();
        var rows = await BallotRows.ReadAsync(connection, ballot);
        var (head, seal) = (Convert.ToHexString(rows.Votes[^1].Hash), Convert.ToHexString(rows.Result!.Seal));
        Assert.Empty(BallotVerifier.Verify(rows, head, seal));
        await using var transaction = await connection.BeginTransactionAsync();

        // A remark changes no figure: everything is made to agree with it.
        Assert.True(await TryAsync(connection, $$"""
            update portal.ballot_votes set remark = '后补' where ballot_id = '{{ballot}}' and number = 3;
            do $$ declare row portal.ballot_votes; last bytea; begin
              select frozen_hash into last from portal.ballots where id = '{{ballot}}';
              for row in select * from portal.ballot_votes where ballot_id = '{{ballot}}' order by number loop
                row.previous_hash := last; last := portal.vote_hash(row);
                update portal.ballot_votes set previous_hash = row.previous_hash, hash = last where id = row.id;
              end loop;
              update portal.ballot_heads set hash = last where ballot_id = '{{ballot}}';
              update portal.ballot_results set head = last, seal = sha256((select frozen_hash from portal.ballots where id = '{{ballot}}') || last || convert_to(json, 'UTF8')) where ballot_id = '{{ballot}}';
            end $$
            """));

        var rewritten = await BallotRows.ReadAsync(connection, ballot);
        Assert.Empty(BallotVerifier.Verify(rewritten));
        Assert.Contains("整条链可能被重写", Assert.Single(BallotVerifier.Verify(rewritten, head)), StringComparison.Ordinal);
        Assert.Contains("封存码与打印件上的不符", Assert.Single(BallotVerifier.Verify(rewritten, printedSeal: seal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_AnUnknownBallot_SaysSo()
    {
        await using var connection = await OpenAsync();
        Assert.Single(await VerifyAsync(connection, Guid.NewGuid()));
    }

    /// <summary>Three matters of different kinds, an owner of two dwellings, a vote corrected, one taken back, one dwelling only asked; closed by two persons.</summary>
    private async Task<Guid> ClosedAsync()
    {
        var stage = await BallotStage.MakeAsync(fixture, [.. BallotStage.Homes(11, 88.25m), ("业主1", 40.5m)]);
        var ballot = (await stage.OpenAsync("plan-entry/plan-entry", "scheme-consultation/scheme-consultation", "scheme/fund-use")).Id;
        var homes = (await stage.DwellingsAsync())!;
        foreach (var (home, i) in homes.Take(9).Select((home, i) => (home, i)))
            Assert.Equal(200, (await BallotStage.VoteAsync(stage.Bureau, ballot, home, i % 4 == 3 ? "Oppose" : "Agree")).Status);
        foreach (var (home, choice) in new[] { (homes[2], "Oppose"), (homes[4], "Abstain"), (homes[5], "") })
            Assert.Equal(200, (await BallotStage.VoteAsync(stage.Bureau, ballot, home, choice, seen: (await SeenAsync(stage, ballot, home))!)).Status);
        await stage.Bureau.ForgeAsync($"/ballots/{ballot}/units/{homes[10]}/contact-attempts", ("Channel", "Phone"), ("Outcome", "Asked"));
        await stage.CloseAsync(ballot);
        return ballot;
    }

    private static Task<string?> SeenAsync(BallotStage stage, Guid ballot, Guid home) =>
        stage.County.Portal.Sql.AskAppAsync<string>(stage.County.Scope, $"select string_agg(matter_id || ':' || id, ' ') from portal.ballot_votes where ballot_id = '{ballot}' and dwelling_id = '{home}'");

    private static string Edit(Random random, Guid ballot, Dictionary<string, string> types)
    {
        string Row(string table) => $"(select ctid from portal.{table} where {(table == "ballots" ? "id" : "ballot_id")} = '{ballot}' order by md5(ctid::text || '{random.Next()}') limit 1)";
        var tables = covered.Keys.ToArray();
        // The votes themselves are what is worth changing.
        var table = random.Next(2) == 0 ? "ballot_votes" : tables[random.Next(tables.Length)];
        switch (random.Next(8))
        {
            case 0: return $"delete from portal.{table} where ctid = {Row(table)}";
            case 1: return $"insert into portal.ballot_votes select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid(), 'act_id', gen_random_uuid(), 'supersedes_id', case when {random.Next(2)} = 0 then v.id end, 'dwelling_id', (select dwelling_id from portal.roll_entries where ctid = {Row("roll_entries")}), 'number', {random.Next(1, 60)}))).* from portal.ballot_votes v where ctid = {Row("ballot_votes")}";
            case 2:
                var column = new[] { "choice", "dwelling_id", "matter_id", "hash", "recorded_by", "act_id", "recorded_at" }[random.Next(7)];
                return $"with pair as (select a.ctid as first, b.ctid as second, a.{column} as one, b.{column} as two from portal.ballot_votes a, portal.ballot_votes b where a.ctid = {Row("ballot_votes")} and b.ctid = {Row("ballot_votes")} and a.{column} is distinct from b.{column}) update portal.ballot_votes set {column} = case when ctid = first then two else one end from pair where ctid in (first, second)";
            case 3:
                var cut = random.Next(1, 6);
                return $"""
                    delete from portal.ballot_votes where ballot_id = '{ballot}' and number > (select number from portal.ballot_heads where ballot_id = '{ballot}') - {cut};
                    update portal.ballot_heads h set (number, hash) = (select number, hash from portal.ballot_votes where ballot_id = '{ballot}' order by number desc limit 1) where ballot_id = '{ballot}';
                    update portal.ballot_results set votes = votes - {random.Next(2) * cut} where ballot_id = '{ballot}'
                    """;
            default:
                var changed = covered[table][random.Next(covered[table].Length)];
                return $"update portal.{table} set {changed} = {Other(changed, types[$"{table}.{changed}"])} where ctid = {Row(table)}";
        }
    }

    /// <summary>A value that it did not have.</summary>
    private static string Other(string column, string type) => type switch
    {
        "uuid" => "gen_random_uuid()",
        "boolean" => $"not {column}",
        "date" => $"coalesce({column}, date '2026-01-01') + 1",
        "timestamp with time zone" => $"{column} + interval '1 microsecond'",
        "bigint" or "integer" => $"{column} + 1",
        "numeric" => $"{column} + 0.01",
        "bytea" => $"sha256({column})",
        _ => column == "choice" ? "case when choice = 'Agree' then 'Oppose' else 'Agree' end" : $"coalesce({column}, '') || 'x'",
    };

    private async Task<NpgsqlConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(fixture.Portal.Sql.Administrator);
        await connection.OpenAsync();
        return connection;
    }

    private static async Task<IReadOnlyList<string>> VerifyAsync(NpgsqlConnection connection, Guid ballot) => BallotVerifier.Verify(await BallotRows.ReadAsync(connection, ballot));

#pragma warning disable CA2100 // The edits above.
    /// <summary>False where it changed nothing, or a constraint stood in its way.</summary>
    private static async Task<bool> TryAsync(NpgsqlConnection connection, string edit)
    {
        try
        {
            await using (var off = new NpgsqlCommand("set local session_replication_role = replica", connection)) await off.ExecuteNonQueryAsync();
            await using var command = new NpgsqlCommand(edit, connection);
            return await command.ExecuteNonQueryAsync() != 0;
        }
        catch (PostgresException problem) when (problem.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.NotNullViolation or PostgresErrorCodes.CheckViolation or PostgresErrorCodes.StringDataRightTruncation)
        {
            return false;
        }
    }
#pragma warning restore CA2100

    private static async Task<Dictionary<string, string>> TypesAsync(NpgsqlConnection connection)
    {
        await using var ask = new NpgsqlCommand("select table_name || '.' || column_name, data_type from information_schema.columns where table_schema = 'portal'", connection);
        await using var reader = await ask.ExecuteReaderAsync();
        var types = new Dictionary<string, string>();
        while (await reader.ReadAsync()) types[reader.GetString(0)] = reader.GetString(1);
        return types;
    }
}
