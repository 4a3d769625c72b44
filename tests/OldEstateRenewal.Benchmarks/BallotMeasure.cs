using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Npgsql;
using OldEstateRenewal.Verifier;
using OldEstateRenewal.Web.Features.Ballots;

namespace OldEstateRenewal.Benchmarks;

/// <summary>10 000 votes to one estate over many connections, a fifth sent twice, a twentieth corrected afterwards; then closed, and counted by others.</summary>
internal sealed partial class BallotMeasure
{
    private const int Connections = 128;
    private readonly BallotStage ballot;
    private readonly ConcurrentBag<(double Milliseconds, int Status)> answers = [];
    private readonly ConcurrentDictionary<Guid, (string Choice, string Seen)> ledger = [];

    private BallotMeasure(BallotStage ballot) => this.ballot = ballot;

    public static async Task RunAsync(int homes)
    {
        await using var stage = await Stage.OpenAsync();
        await using var portal = await PortalProcess.StartAsync(stage);
        var clock = Stopwatch.StartNew();
        var measure = new BallotMeasure(await BallotStage.OpenAsync(stage, portal, homes));
        Say($"one estate of {homes} dwellings with its ballot open: {clock.Elapsed.TotalSeconds:0.0} s; load average {Load()}");
        await measure.VoteAsync();
        await measure.CheckAsync();
    }

    private async Task VoteAsync()
    {
        using var http = ballot.Portal.Client(Connections);
        var random = new Random(1);
        var acts = ballot.Homes.Select((home, i) => new Act(home.Id, Guid.CreateVersion7(), random.Next(100) switch { < 80 => "Agree", < 95 => "Oppose", _ => "Abstain" }, "")).ToList();
        // Sent twice at once, or a little later, as a telephone on a bad line does.
        var sends = acts.Select((act, i) => (act, At: (double)i)).Concat(acts.Where((_, i) => i % 5 == 0).Select((act, i) => (act, At: i * 5 + random.NextDouble() * 40))).OrderBy(send => send.At).Select(send => send.act).ToList();
        var (clock, worked) = (Stopwatch.StartNew(), ballot.Portal.ProcessorTime);
        await Parallel.ForEachAsync(sends, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (act, _) => await SendAsync(http, act));
        Report($"{acts.Count} votes, {sends.Count} sends, {Connections} connections", clock.Elapsed, ballot.Portal.ProcessorTime - worked);
        clock.Restart();
        var corrections = acts.Where((_, i) => i % 20 == 3).Select(act => act with { ActId = Guid.CreateVersion7(), Choice = act.Choice == "Agree" ? "Oppose" : "Agree", Seen = ledger[act.Home].Seen }).ToList();
        worked = ballot.Portal.ProcessorTime;
        await Parallel.ForEachAsync(corrections, new ParallelOptions { MaxDegreeOfParallelism = Connections }, async (act, _) => await SendAsync(http, act));
        Report($"{corrections.Count} corrections", clock.Elapsed, ballot.Portal.ProcessorTime - worked);
    }

    private sealed record Act(Guid Home, Guid ActId, string Choice, string Seen);

    private async Task SendAsync(HttpClient http, Act act)
    {
        var clock = Stopwatch.StartNew();
        using var answer = await ballot.Portal.PostAsync(http, $"/bench/ballots/{ballot.Ballot}/votes", Fields(act.ActId, act.Home, act.Choice, act.Seen));
        var html = await answer.Content.ReadAsStringAsync();
        answers.Add((clock.Elapsed.TotalMilliseconds, (int)answer.StatusCode));
        if (answer.IsSuccessStatusCode) ledger[act.Home] = (act.Choice, Seen().Match(html).Groups[1].Value);
    }

    internal static (string, string)[] Fields(Guid act, Guid home, string choice, string seen)
    {
        var fields = new[] { ("ActId", $"{act}"), ("DwellingId", $"{home}"), ("Choice", choice), ("Channel", "Paper"), ("Signed", "true") };
        return seen.Length == 0 ? fields : [.. fields, ("Seen", seen)];
    }

    private void Report(string what, TimeSpan took, TimeSpan worked)
    {
        var times = answers.Select(answer => answer.Milliseconds).Order().ToList();
        Say($"{what}: {took.TotalSeconds:0.0} s ({times.Count / took.TotalSeconds:0} a second); p50 {At(times, 0.5):0} ms, p95 {At(times, 0.95):0} ms, p99 {At(times, 0.99):0} ms, most {times[^1]:0} ms; 5xx {answers.Count(answer => answer.Status >= 500)}, not 200 {answers.Count(answer => answer.Status != 200)}; processor time of the portal {worked.TotalSeconds:0.0} s; load average {Load()}");
        answers.Clear();
    }

    private static double At(List<double> times, double share) => times[Math.Min(times.Count - 1, (int)(times.Count * share))];

    /// <summary>The driver's ledger, the sealed result, and the separate verifier's own count of the rows: all three the same.</summary>
    private async Task CheckAsync()
    {
        await ballot.CloseNowAsync();
        var clock = Stopwatch.StartNew();
        while (await ballot.AskAsync<string>($"select state from portal.ballots where id = '{ballot.Ballot}'") != "Closed") await Task.Delay(200);
        Say($"closed by the portal itself {clock.Elapsed.TotalSeconds:0.0} s after its time (looked for every 15 s)");
        var paper = ResultPaper.Read(await ballot.AskAsync<string>($"select json from portal.ballot_results where ballot_id = '{ballot.Ballot}'")).Matters[0].Parts[0];
        var agreeing = ballot.Homes.Where(home => ledger.TryGetValue(home.Id, out var said) && said.Choice == "Agree").ToList();
        Say($"sealed: {paper.Heads.Agreeing} of {paper.Heads.Whole} agree, {paper.Area.Agreeing / 100m:0.00} of {paper.Area.Whole / 100m:0.00} ㎡; driver's ledger: {agreeing.Count} of {ballot.Homes.Count}, {agreeing.Sum(home => home.Area):0.00} of {ballot.Homes.Sum(home => home.Area):0.00} ㎡");
        await using var connection = new NpgsqlConnection(ballot.Stage.Administrator);
        await connection.OpenAsync();
        clock.Restart();
        var rows = await BallotRows.ReadAsync(connection, ballot.Ballot);
        var findings = BallotVerifier.Verify(rows);
        Say($"verifier: {rows.Votes.Count} rows in {clock.Elapsed.TotalSeconds:0.00} s ({rows.Votes.Count / clock.Elapsed.TotalSeconds:0} rows a second), findings {findings.Count}");
        foreach (var finding in findings.Take(10)) Say(finding);
        if (findings.Count > 0 || paper.Heads.Agreeing != agreeing.Count || paper.Area.Agreeing != agreeing.Sum(home => home.Area) * 100) throw new InvalidOperationException("The counts differ.");
    }

    internal static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

    internal static void Say(string text) => Console.WriteLine(text);

    internal static string Load() => File.ReadAllText("/proc/loadavg").Split(' ')[0];

    [GeneratedRegex("data-seen=\"([^\"]*)\"")]
    internal static partial Regex Seen();
}
