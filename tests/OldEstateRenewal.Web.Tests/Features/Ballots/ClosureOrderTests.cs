using Npgsql;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>
/// Every order in which recording, correcting and closing can be interleaved step by step, over connections of their own under READ COMMITTED: whatever the
/// order, what is published is what is there.
/// </summary>
public sealed class ClosureOrderTests(PortalFixture fixture)
{
    private const string Lock = "select from portal.ballots where id = '{ballot}' for update";

    [Fact]
    public async Task Orders_OfRecordCorrectClose_AllPublishWhatIsThere()
    {
        var outcomes = await RunAsync(Lock);

        Assert.Equal(210, outcomes.Count);
        Assert.All(outcomes, outcome => Assert.Equal(outcome.There, outcome.Published));
        // Both happen: votes before the close are in it, votes after it are refused.
        Assert.Contains(outcomes, outcome => outcome.Refused == 0);
        Assert.Contains(outcomes, outcome => outcome.Refused == 1);
        Assert.Contains(outcomes, outcome => outcome.Refused == 2);
    }

    [Fact]
    public async Task Orders_WithoutTheLock_PublishWhatIsNotThere() => Assert.Contains(await RunAsync("select 1"), outcome => outcome.There != outcome.Published);

    private sealed record Outcome(string Order, string? Published, string? There, int Refused);

    private async Task<List<Outcome>> RunAsync(string closersFirstStep)
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2));
        var homes = (await stage.DwellingsAsync())!;
        await using var sessions = await Sessions.OpenAsync(stage.County);
        var outcomes = new List<Outcome>();
        foreach (var order in Orders("", 2, 2, 3))
        {
            var ballot = await BallotAsync(stage, homes);
            outcomes.Add(await sessions.RunAsync(order, Steps(stage.County.Id, ballot, homes, closersFirstStep), ballot));
        }

        return outcomes;
    }

    private static IEnumerable<string> Orders(string begun, int record, int correct, int close)
    {
        if (record + correct + close == 0) yield return begun;
        if (record > 0) foreach (var order in Orders(begun + 'R', record - 1, correct, close)) yield return order;
        if (correct > 0) foreach (var order in Orders(begun + 'C', record, correct - 1, close)) yield return order;
        if (close > 0) foreach (var order in Orders(begun + 'K', record, correct, close - 1)) yield return order;
    }

    private static Dictionary<char, string[]> Steps(Guid tenant, Guid ballot, Guid[] homes, string closersFirstStep) => new()
    {
        ['R'] = [Vote(tenant, ballot, homes[1], "null", "Agree"), "commit"],
        ['C'] = [Vote(tenant, ballot, homes[0], $"'{ballot}'", "Oppose"), "commit"],
        ['K'] =
        [
            closersFirstStep.Replace("{ballot}", $"{ballot}", StringComparison.Ordinal),
            $"""
            insert into portal.ballot_steps (tenant_id, id, ballot_id, estate_id, kind, by, by_id, at) select tenant_id, gen_random_uuid(), id, estate_id, kind, kind, gen_random_uuid(), now() from portal.ballots, unnest(array['ClosureAsked', 'Closed']) kind where id = '{ballot}';
            insert into portal.ballot_results (tenant_id, ballot_id, estate_id, json, votes, head, seal, closed_at, closed_by)
              select b.tenant_id, b.id, b.estate_id, ({Count(ballot)}), h.number, h.hash, h.hash, now(), 'x' from portal.ballots b join portal.ballot_heads h on h.ballot_id = b.id where b.id = '{ballot}';
            update portal.ballots set state = 'Closed', closed_at = clock_timestamp() where id = '{ballot}'
            """,
            "commit",
        ],
    };

    /// <summary>Rows, current votes, those that agree, number and hash of the last.</summary>
    private static string Count(Guid ballot) => $"""
        select concat_ws(' ', count(*), count(*) filter (where not corrected), count(*) filter (where not corrected and choice = 'Agree'), (array_agg(encode(hash, 'hex') order by number desc))[1])
        from (select v.*, exists (select from portal.ballot_votes n where n.supersedes_id = v.id) as corrected from portal.ballot_votes v where v.ballot_id = '{ballot}') votes
        """;

    private static string Vote(Guid tenant, Guid ballot, Guid home, string supersedes, string choice, string? id = null) => $"""
        insert into portal.ballot_votes (tenant_id, id, act_id, ballot_id, estate_id, matter_id, dwelling_id, supersedes_id, choice, channel, signed, recorded_by, recorded_by_id, recorded_at, number, previous_hash, hash)
          select tenant_id, {(id is null ? "gen_random_uuid()" : $"'{id}'")}, gen_random_uuid(), '{ballot}', estate_id, '{ballot}', '{home}', {supersedes}, '{choice}', 'Paper', true, 'x', gen_random_uuid(), now(), 0, '\x', '\x' from portal.ballots where tenant_id = '{tenant}' and id = '{ballot}'
        """;

    /// <summary>An open ballot of two dwellings; the first has agreed.</summary>
    private static async Task<Guid> BallotAsync(BallotStage stage, Guid[] homes)
    {
        var ballot = Guid.CreateVersion7();
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"""
            insert into portal.ballots (tenant_id, id, estate_id, name, text, state, closes_at, made_by, made_by_id, made_at, version) values ('{stage.County.Id}', '{ballot}', '{stage.Estate}', 'x', 'x', 'Draft', '2099-01-01', 'x', gen_random_uuid(), now(), 0);
            insert into portal.ballot_matters (tenant_id, id, ballot_id, estate_id, sequence, asked_key, rule_key, title, frozen, rule_words) values ('{stage.County.Id}', '{ballot}', '{ballot}', '{stage.Estate}', 1, 'plan-entry', 'plan-entry', 'x', $json${FrozenQuestions.PlanEntry}$json$, 'x');
            update portal.ballots set state = 'Displayed' where id = '{ballot}';
            insert into portal.roll_entries (tenant_id, id, ballot_id, estate_id, dwelling_id, building_id, building, entrance, storey, room, position, span, kind, holding, area, area_source, inhabited, owners_json, sheet_code, receipt_code, receipt_mark, by, at)
              select tenant_id, gen_random_uuid(), '{ballot}', '{stage.Estate}', id, building_id, '1号楼', entrance, storey, room, position, span, kind, holding, registered_area, 'Register', true, '[]', '00000000', '\x00', '\x00', 'x', now() from portal.dwellings where id in ('{homes[0]}', '{homes[1]}');
            update portal.ballots set state = 'Open', opened_at = now(), frozen_hash = '\x00' where id = '{ballot}';
            {Vote(stage.County.Id, ballot, homes[0], "null", "Agree", $"{ballot}")}
            """);
        return ballot;
    }

    /// <summary>Three connections that take turns, and one that watches who waits for whom.</summary>
    private sealed class Sessions : IAsyncDisposable
    {
        private readonly Dictionary<char, Session> known = [];
        private readonly NpgsqlConnection watch;
        private readonly County county;

        private Sessions(County county, NpgsqlConnection watch) => (this.county, this.watch) = (county, watch);

        public static async Task<Sessions> OpenAsync(County county)
        {
            var connections = new NpgsqlConnectionStringBuilder(county.Portal.Setup.Connections.App) { Pooling = false }.ConnectionString;
            async Task<NpgsqlConnection> OneAsync()
            {
                var connection = new NpgsqlConnection(connections);
                await connection.OpenAsync();
                return connection;
            }

            var sessions = new Sessions(county, await OneAsync());
            foreach (var name in "RCK") sessions.known[name] = new Session(await OneAsync());
            return sessions;
        }

        public async Task<Outcome> RunAsync(string order, Dictionary<char, string[]> steps, Guid ballot)
        {
            foreach (var session in known.Values) session.Begin(county.Scope.ToSql());
            await SettleAsync();
            var next = known.Keys.ToDictionary(name => name, _ => 0);
            foreach (var name in order)
            {
                known[name].Do(steps[name][next[name]++]);
                await SettleAsync();
            }

            await Task.WhenAll(known.Values.Select(session => session.Last)).WaitAsync(TimeSpan.FromSeconds(30));
            return new Outcome(order, await county.Portal.Sql.AskAppAsync<string>(county.Scope, $"select json from portal.ballot_results where ballot_id = '{ballot}'"), await county.Portal.Sql.AskAppAsync<string>(county.Scope, Count(ballot)),
                known.Values.Count(session => session.Refused == Web.Data.BallotTriggers.NotOpen));
        }

        /// <summary>Until every session is through with its steps, or waits for another.</summary>
        private async Task SettleAsync()
        {
            foreach (var session in known.Values)
                while (!session.Last.IsCompleted && !await IsBlockedAsync(session.Pid)) await Task.Yield();
        }

        private async Task<bool> IsBlockedAsync(int pid)
        {
            await using var ask = new NpgsqlCommand("select cardinality(pg_blocking_pids($1)) > 0", watch);
            ask.Parameters.Add(new NpgsqlParameter<int> { TypedValue = pid });
            return (bool)(await ask.ExecuteScalarAsync())!;
        }

        public async ValueTask DisposeAsync()
        {
            await watch.DisposeAsync();
            foreach (var session in known.Values) await session.DisposeAsync();
        }
    }

    private sealed class Session(NpgsqlConnection connection) : IAsyncDisposable
    {
        public int Pid { get; } = connection.ProcessID;

        public Task Last { get; private set; } = Task.CompletedTask;

        public string? Refused { get; private set; }

        public void Begin(string scope)
        {
            Refused = null;
            Last = SendAsync(Task.CompletedTask, "begin isolation level read committed; " + scope);
        }

        public void Do(string step) => Last = SendAsync(Last, step);

        private async Task SendAsync(Task before, string step)
        {
            await before;
            try
            {
#pragma warning disable CA2100 // The steps above.
                await using var command = new NpgsqlCommand(step, connection);
#pragma warning restore CA2100
                // A transaction that was refused ends in a rollback, whatever it asks for.
                if (Refused is null || step == "commit") await command.ExecuteNonQueryAsync();
            }
            catch (PostgresException problem)
            {
                Refused = problem.SqlState;
            }
        }

        public ValueTask DisposeAsync() => connection.DisposeAsync();
    }
}
