using System.Globalization;
using System.Runtime.Versioning;
using OldEstateRenewal.Benchmarks;
using OldEstateRenewal.Web.Data;

[assembly: SupportedOSPlatform("linux")]

// `-- search` measures the search box on 500 estates with 100 000 dwellings and owners instead.
if (args is ["search", ..])
{
    await SearchMeasure.RunAsync();
    return;
}

// `-- import 3` measures the import of 100 000 dwellings, three times over.
if (args is ["import", ..])
{
    await ImportMeasure.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 3);
    return;
}

// `-- ballots 10000` sends as many votes to one estate, closes and recounts; `-- ballots kill 50` kills portal and database so often while votes arrive.
if (args is ["ballots", ..])
{
    if (args is ["ballots", "kill", ..]) await BallotKills.RunAsync(args.Length > 2 ? int.Parse(args[2], CultureInfo.InvariantCulture) : 50);
    else await BallotMeasure.RunAsync(args.Length > 1 ? int.Parse(args[1], CultureInfo.InvariantCulture) : 10_000);
    return;
}

// The portal in a process of its own, for the above.
if (args is [PortalProcess.Serve, var address])
{
    await using var served = PortalUnderTest.Build(new DatabaseSetup(Environment.GetEnvironmentVariable(PortalProcess.Database)!).Connections, address);
    await served.RunAsync();
    return;
}

// Measures the page of 50 estates against a floor written by hand, in turn in one run: `dotnet run -c Release -- 5` for five rounds. Needs wrk.
var rounds = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 5;
await using var stage = await Stage.OpenAsync();
await using var floor = await Floor.StartAsync(stage);
await using var portal = await PortalUnderTest.StartAsync(stage);
Contender[] contenders = [new("floor", floor.Address, Floor.Cookie), new("50 estates", portal.Address + "/bench/estates", portal.Cookie), new("plan of 50", portal.Address + stage.PlanPath, portal.Cookie), new("one estate", portal.Address + stage.EstatePath, portal.Cookie), new("workbench", portal.Address + "/bench", portal.Cookie), new("policies", portal.Address + "/bench/policies", portal.Cookie)];
foreach (var contender in contenders) await Wrk.RunAsync(contender, seconds: 4);
var figures = contenders.ToDictionary(contender => contender, _ => new List<Figure>());
for (var round = 0; round < rounds; round++)
    foreach (var contender in contenders) figures[contender].Add(await Wrk.RunAsync(contender, seconds: 5));
var best = Wrk.Median(figures[contenders[0]].Select(figure => figure.RequestsPerSecond));
foreach (var (contender, runs) in figures)
{
    var median = Wrk.Median(runs.Select(run => run.RequestsPerSecond));
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{contender.Name,-12} {median,8:0} req/s   {median / best,5:0.00} of the floor   p99 {Wrk.Median(runs.Select(run => run.P99)),6:0.0} ms   refused {runs.Sum(run => run.Refused)}"));
}
