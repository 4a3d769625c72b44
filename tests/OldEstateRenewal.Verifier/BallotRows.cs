using Npgsql;

namespace OldEstateRenewal.Verifier;

public sealed record BallotRow(Guid Id, Guid TenantId, Guid EstateId, string Name, string Text, string State, DateTime? ClosesAt, DateTime? ClosedAt, byte[]? FrozenHash);

public sealed record MatterRow(Guid Id, Guid EstateId, int Sequence, string AskedKey, string RuleKey, string Title, string? Frozen);

public sealed record RollRow(Guid Id, Guid EstateId, Guid DwellingId, Guid? SupersedesId, string Building, int Entrance, string Room, string? Riser, string Kind, string Holding, decimal Area, string AreaSource, bool Inhabited, string Owners, string? Exclusion)
{
    public string UnitKey => $"{Building}-{Entrance}-{Room}";

    public long Hundredths => (long)(Area * 100);
}

/// <param name="Payload">What the database has of the row, as text; the hashing is done here.</param>
public sealed record VoteRow(Guid Id, Guid EstateId, Guid MatterId, Guid DwellingId, Guid? SupersedesId, string? Choice, string Channel, bool Signed, string? Proxy, DateTime RecordedAt, long Number, byte[] PreviousHash, byte[] Hash, string Payload);

public sealed record HeadRow(Guid EstateId, long Number, byte[] Hash);

public sealed record ResultRow(Guid EstateId, string Json, long Votes, byte[] Head, byte[] Seal, DateTime ClosedAt, string ClosedBy, string? SecondBy);

public sealed record StepRow(string Kind, string By, DateTime At);

/// <summary>Everything that is kept of one ballot, read in one snapshot.</summary>
public sealed record BallotRows(BallotRow? Ballot, IReadOnlyList<MatterRow> Matters, IReadOnlyList<RollRow> Roll, IReadOnlyList<VoteRow> Votes, HeadRow? Head, ResultRow? Result, IReadOnlyList<StepRow> Steps, IReadOnlyList<Guid> Asked)
{
    private const string Payload = """
        jsonb_build_array(tenant_id, ballot_id, number, id, act_id, matter_id, dwelling_id, supersedes_id, choice, channel, signed, proxy, given_on, evidence_id, remark, recorded_by, recorded_by_id,
          (extract(epoch from recorded_at) * 1000000)::bigint)::text
        """;

    /// <summary>Within the transaction that is open on the connection.</summary>
    public static async Task<BallotRows> ReadAsync(NpgsqlConnection connection, Guid ballot, Guid? tenant = null, bool readOnly = false)
    {
        if (readOnly) await RunAsync(connection, "set transaction read only");
        if (tenant is { } known) await RunAsync(connection, $"set local app.tenant = '{known}'");
        Task<List<T>> Rows<T>(string sql, Func<NpgsqlDataReader, T> read) => ReadAsync(connection, sql, ballot, read);
        return new BallotRows(
            (await Rows("select id, tenant_id, estate_id, name, text, state, closes_at, closed_at, frozen_hash from portal.ballots where id = $1", r => new BallotRow(r.GetGuid(0), r.GetGuid(1), r.GetGuid(2), r.GetString(3), r.GetString(4), r.GetString(5), Time(r, 6), Time(r, 7), Bytes(r, 8)))).SingleOrDefault(),
            await Rows("select id, estate_id, sequence, asked_key, rule_key, title, frozen from portal.ballot_matters where ballot_id = $1 and tenant_id = (select tenant_id from portal.ballots where id = $1) order by sequence", r => new MatterRow(r.GetGuid(0), r.GetGuid(1), r.GetInt32(2), r.GetString(3), r.GetString(4), r.GetString(5), Text(r, 6))),
            await Rows("select id, estate_id, dwelling_id, supersedes_id, building, entrance, room, riser, kind, holding, area, area_source, inhabited, owners_json, exclusion from portal.roll_entries where ballot_id = $1 and tenant_id = (select tenant_id from portal.ballots where id = $1)",
                r => new RollRow(r.GetGuid(0), r.GetGuid(1), r.GetGuid(2), Id(r, 3), r.GetString(4), r.GetInt32(5), r.GetString(6), Text(r, 7), r.GetString(8), r.GetString(9), r.GetDecimal(10), r.GetString(11), r.GetBoolean(12), r.GetString(13), Text(r, 14))),
            await Rows($"select id, estate_id, matter_id, dwelling_id, supersedes_id, choice, channel, signed, proxy, recorded_at, number, previous_hash, hash, {Payload} from portal.ballot_votes where ballot_id = $1 and tenant_id = (select tenant_id from portal.ballots where id = $1) order by number",
                r => new VoteRow(r.GetGuid(0), r.GetGuid(1), r.GetGuid(2), r.GetGuid(3), Id(r, 4), Text(r, 5), r.GetString(6), r.GetBoolean(7), Text(r, 8), r.GetDateTime(9), r.GetInt64(10), Bytes(r, 11)!, Bytes(r, 12)!, r.GetString(13))),
            (await Rows("select estate_id, number, hash from portal.ballot_heads where ballot_id = $1 and tenant_id = (select tenant_id from portal.ballots where id = $1)", r => new HeadRow(r.GetGuid(0), r.GetInt64(1), Bytes(r, 2)!))).SingleOrDefault(),
            (await Rows("select estate_id, json, votes, head, seal, closed_at, closed_by, second_by from portal.ballot_results where ballot_id = $1 and tenant_id = (select tenant_id from portal.ballots where id = $1)", r => new ResultRow(r.GetGuid(0), r.GetString(1), r.GetInt64(2), Bytes(r, 3)!, Bytes(r, 4)!, r.GetDateTime(5), r.GetString(6), Text(r, 7)))).SingleOrDefault(),
            await Rows("select kind, by, at from portal.ballot_steps where ballot_id = $1 and tenant_id = (select tenant_id from portal.ballots where id = $1) order by at", r => new StepRow(r.GetString(0), r.GetString(1), r.GetDateTime(2))),
            await Rows("select distinct dwelling_id from portal.contact_attempts where ballot_id = $1 and tenant_id = (select tenant_id from portal.ballots where id = $1) and outcome in ('Asked', 'Refused')", r => r.GetGuid(0)));
    }

    private static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Guid? Id(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);

    private static DateTime? Time(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);

    private static byte[]? Bytes(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetFieldValue<byte[]>(column);

#pragma warning disable CA2100 // Only the texts above and a Guid.
    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task<List<T>> ReadAsync<T>(NpgsqlConnection connection, string sql, Guid ballot, Func<NpgsqlDataReader, T> read)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = ballot });
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<T>();
        while (await reader.ReadAsync()) rows.Add(read(reader));
        return rows;
    }
#pragma warning restore CA2100
}
