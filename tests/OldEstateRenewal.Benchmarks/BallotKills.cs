using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using OldEstateRenewal.Verifier;

namespace OldEstateRenewal.Benchmarks;

/// <summary>
/// kill -9 of portal and database in turn while votes arrive. A telephone that has no answer sends the same act again until it has one; in the end every act that was
/// acknowledged is there, once, and nothing else is.
/// </summary>
internal sealed class BallotKills(BallotStage ballot, DatabaseProcess database)
{
    private const int Workers = 32;
    private readonly ConcurrentDictionary<Guid, string> acknowledged = [];
    private readonly ConcurrentBag<string> strange = [];
    private int retries;
    private int unreadable;
    private volatile bool isOver;

    public static async Task RunAsync(int kills)
    {
        await using var stage = await Stage.OpenAsync();
        await using var portal = await PortalProcess.StartAsync(stage);
        using var database = new DatabaseProcess(stage.Folder, stage.Administrator);
        await new BallotKills(await BallotStage.OpenAsync(stage, portal, 2000), database).RunAsync(kills, portal);
    }

    private async Task RunAsync(int kills, PortalProcess portal)
    {
        var clock = Stopwatch.StartNew();
        var homes = ballot.Homes.Select((home, i) => (home.Id, Worker: i % Workers)).ToLookup(home => home.Worker, home => home.Id);
        var workers = Enumerable.Range(0, Workers).Select(worker => Task.Run(() => VoteAsync(homes[worker].ToList(), worker))).ToList();
        var (random, back) = (new Random(2), new List<double>());
        for (var i = 0; i < kills; i++)
        {
            await Task.Delay(random.Next(1000, 4000));
            var down = Stopwatch.StartNew();
            if (i % 2 == 0)
            {
                await portal.KillAsync();
                await portal.StartAsync();
            }
            else
            {
                await database.KillAndStartAsync();
            }

            back.Add(down.Elapsed.TotalSeconds);
        }

        await Task.Delay(1000);
        isOver = true;
        await Task.WhenAll(workers);
        BallotMeasure.Say($"{kills} kills (portal and database in turn) in {clock.Elapsed.TotalSeconds:0} s; back after {back.Average():0.0} s on average, {back.Max():0.0} s at most; {acknowledged.Count} acts acknowledged, {retries} sent again; load average {BallotMeasure.Load()}");
        await CheckAsync();
    }

    private async Task VoteAsync(List<Guid> homes, int seed)
    {
        using var http = ballot.Portal.Client();
        http.Timeout = TimeSpan.FromSeconds(20);
        var (random, seen) = (new Random(seed), homes.ToDictionary(home => home, _ => ""));
        for (var i = 0; !isOver; i++)
        {
            var home = homes[i % homes.Count];
            seen[home] = await ActAsync(http, home, random.Next(3) switch { 0 => "Oppose", 1 => "Abstain", _ => "Agree" }, seen[home]);
        }
    }

    /// <summary>Until there is an answer.</summary>
    private async Task<string> ActAsync(HttpClient http, Guid home, string choice, string seen)
    {
        for (var act = Guid.CreateVersion7(); ; Interlocked.Increment(ref retries))
        {
            try
            {
                using var answer = await ballot.Portal.PostAsync(http, $"/bench/ballots/{ballot.Ballot}/votes", BallotMeasure.Fields(act, home, choice, seen));
                var html = await answer.Content.ReadAsStringAsync();
                if (answer.IsSuccessStatusCode)
                {
                    acknowledged[act] = choice;
                    return BallotMeasure.Seen().Match(html).Groups[1].Value;
                }

                if ((int)answer.StatusCode < 500) strange.Add($"{(int)answer.StatusCode} {home} {choice}");
                if ((int)answer.StatusCode is 409 or 422) return BallotMeasure.Seen().Match(html).Groups[1].Value;
            }
            catch (Exception wrong) when (wrong is HttpRequestException or IOException or TaskCanceledException)
            {
                // No answer says nothing about what was kept.
            }

            await Task.Delay(200);
        }
    }

    private async Task CheckAsync()
    {
        var rows = await ReadAsync();
        await using var connection = new NpgsqlConnection(ballot.Stage.Administrator);
        await connection.OpenAsync();
        var acts = new Dictionary<Guid, (long Rows, string Choice)>();
        await using (var ask = new NpgsqlCommand("select act_id, count(*), min(choice) from portal.ballot_votes where ballot_id = $1 group by act_id", connection) { Parameters = { new NpgsqlParameter<Guid> { TypedValue = ballot.Ballot } } })
        await using (var reader = await ask.ExecuteReaderAsync())
            while (await reader.ReadAsync()) acts[reader.GetGuid(0)] = (reader.GetInt64(1), reader.GetString(2));
        var missing = acknowledged.Count(act => !acts.ContainsKey(act.Key));
        var other = acknowledged.Count(act => acts.TryGetValue(act.Key, out var kept) && kept.Choice != act.Value);
        var doubled = acts.Values.Count(kept => kept.Rows > 1);
        var unknown = acts.Keys.Count(act => !acknowledged.ContainsKey(act));
        var findings = BallotVerifier.Verify(rows);
        BallotMeasure.Say($"acknowledged {acknowledged.Count}: missing {missing}, doubled {doubled}, other than acknowledged {other}, kept and never acknowledged {unknown}; unreadable {unreadable} times; strange answers {strange.Count}; verifier: {rows.Votes.Count} rows, findings {findings.Count}");
        foreach (var line in strange.Take(5).Concat(findings.Take(5))) BallotMeasure.Say(line);
        if (missing + doubled + other + unknown + findings.Count > 0) throw new InvalidOperationException("Votes were lost, doubled or changed.");
    }

    /// <summary>A server that cannot be read has lost nothing: it is asked again.</summary>
    private async Task<BallotRows> ReadAsync()
    {
        while (true)
        {
            try
            {
                await using var connection = new NpgsqlConnection(ballot.Stage.Administrator);
                await connection.OpenAsync();
                return await BallotRows.ReadAsync(connection, ballot.Ballot);
            }
            catch (NpgsqlException) when (unreadable < 50)
            {
                unreadable++;
                await Task.Delay(500);
            }
        }
    }
}
