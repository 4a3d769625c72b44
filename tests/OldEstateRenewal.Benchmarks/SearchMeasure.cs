using System.Diagnostics;
using System.Globalization;
using Npgsql;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Benchmarks;

/// <summary>The search box and the lists as files, over HTTP, on a county of 500 estates with 100 000 dwellings and owners.</summary>
internal static class SearchMeasure
{
    private const int Rounds = 100;
    private static readonly string[] asked = ["测速小区07", "cs", "红旗", "hqxq", "王建", "王", "wj", "wjg", "3-1-201", "测速大院123 2-201", "测速大院123 3号楼", "13800012345"];

    public static async Task RunAsync()
    {
        await using var stage = await Stage.OpenAsync();
        var scope = TenantScope.OfTenant(stage.TenantId).ToSql();
        await using (var connection = new NpgsqlConnection(stage.Setup.Connections.App))
        {
            await connection.OpenAsync();
            var clock = Stopwatch.StartNew();
            await RunAsync(connection, scope + Stock.Replace("{tenant}", $"{stage.TenantId}", StringComparison.Ordinal));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"stock of 100 000 dwellings: {clock.Elapsed.TotalSeconds:0.0} s"));
            await stage.Setup.AnalyzeAsync();
            foreach (var line in await PlanAsync(connection, scope, stage.TenantId)) Console.WriteLine(line);
        }

        await using var portal = await PortalUnderTest.StartAsync(stage);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = new Uri(portal.Address) };
        http.DefaultRequestHeaders.Add("Cookie", portal.Cookie);
        using var first = await http.GetAsync("/bench/search");
        var cookie = string.Join("; ", first.Headers.TryGetValues("Set-Cookie", out var set) ? set.Select(each => each.Split(';')[0]) : []);
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        http.DefaultRequestHeaders.Add("HX-Request", "true");
        var token = PortalUnderTest.TokenIn(await first.Content.ReadAsStringAsync());
        foreach (var typed in asked) await AskAsync(http, token, typed);
        foreach (var path in new[] { "/bench/estates", "/bench/estates?q=hq", "/bench/estates/dwellings.xlsx" }) await FetchAsync(http, path);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"largest memory: {Process.GetCurrentProcess().PeakWorkingSet64 / 1024 / 1024} MB"));
    }

    private static async Task AskAsync(HttpClient http, string token, string typed)
    {
        var times = new List<double>();
        var length = 0;
        for (var i = 0; i < Rounds + 5; i++)
        {
            var clock = Stopwatch.StartNew();
            using var answer = await http.PostAsync("/bench/search", new FormUrlEncodedContent(new Dictionary<string, string> { ["find"] = typed, ["__RequestVerificationToken"] = token }));
            length = (await answer.EnsureSuccessStatusCode().Content.ReadAsStringAsync()).Split("<li>").Length - 1;
            if (i >= 5) times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Report($"{typed} ({length} found)", times);
    }

    private static async Task FetchAsync(HttpClient http, string path)
    {
        var times = new List<double>();
        for (var i = 0; i < 5; i++)
        {
            var clock = Stopwatch.StartNew();
            await http.GetByteArrayAsync(path);
            times.Add(clock.Elapsed.TotalMilliseconds);
        }

        Report(path, times);
    }

    private static void Report(string what, List<double> times)
    {
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what,-36} p50 {times[times.Count / 2],8:0.0} ms   p95 {times[(int)(times.Count * 0.95)],8:0.0} ms"));
    }

    private static async Task<List<string>> PlanAsync(NpgsqlConnection connection, string scope, Guid tenant)
    {
        var lines = new List<string>();
        await using var transaction = await connection.BeginTransactionAsync();
#pragma warning disable CA2100 // No input goes into these texts.
        await using (var set = new NpgsqlCommand(scope + "prepare asked (uuid, text, text) as select o.id, o.name, o.kind from portal.owners o where o.tenant_id = $1 and o.name collate \"C\" >= $2 and o.name collate \"C\" < $3 order by o.name collate \"C\" limit 20", connection, transaction)) await set.ExecuteNonQueryAsync();
        await using var explain = new NpgsqlCommand($"explain (analyze, costs off) execute asked ('{tenant}', '王', '王\U0010ffff')", connection, transaction);
#pragma warning restore CA2100
        await using var reader = await explain.ExecuteReaderAsync();
        while (await reader.ReadAsync()) lines.Add(reader.GetString(0));
        return lines;
    }

    private static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var transaction = await connection.BeginTransactionAsync();
#pragma warning disable CA2100 // No input goes into this text.
        await using var command = new NpgsqlCommand(sql, connection, transaction) { CommandTimeout = 600 };
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync();
        await transaction.CommitAsync();
    }

    // 450 further estates; each of the 500 gets 5 buildings of 4 entrances with 10 dwellings, each with an owner.
    private const string Stock = """
        insert into portal.estates (tenant_id, id, name, address, built_years, building_count, household_count, floor_area, is_demonstration, version)
          select '{tenant}', gen_random_uuid(), case when i % 50 = 0 then '红旗小区' || i else '测速大院' || i end, '测速路' || i || '号', '{1995}', 5, 200, 20000 + i, false, 0 from generate_series(51, 500) i;
        insert into portal.buildings (tenant_id, id, estate_id, name, sequence, built_year, storeys, entrances, household_count, is_demonstration, version)
          select tenant_id, gen_random_uuid(), id, b + 10 || '号楼', b + 10, 1995, 5, 4, 40, false, 0 from portal.estates, generate_series(1, 5) b where tenant_id = '{tenant}';
        update portal.buildings set name = sequence - 10 || '栋' where sequence > 10;
        update portal.buildings set name = '3号楼' where sequence = 13;
        create temp table made on commit drop as select gen_random_uuid() as home, gen_random_uuid() as person, b.id as building, e, s, p, row_number() over () as n
          from portal.buildings b, generate_series(1, 4) e, generate_series(1, 5) s, generate_series(1, 2) p where b.tenant_id = '{tenant}' and b.sequence > 10;
        insert into portal.dwellings (tenant_id, id, building_id, entrance, storey, room, position, span, kind, holding, registered_area, version)
          select '{tenant}', home, building, e, s, s || '0' || p, p, 1, 'Dwelling', 'Owned', 60 + n % 50, 0 from made;
        insert into portal.owners (tenant_id, id, name, kind, version)
          select '{tenant}', person, substr('王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗', (n * 7 % 20)::int + 1, 1) || substr('建国志强秀英桂兰玉梅淑珍文军海涛春燕晓红', (n * 13 % 20)::int + 1, 1) || substr('国强英兰梅珍军涛燕红华明芳平伟敏静丽勇杰', (n / 20 % 20)::int + 1, 1), 'Person', 0 from made;
        insert into portal.ownerships (tenant_id, id, dwelling_id, owner_id, recorded_by, recorded_at) select '{tenant}', gen_random_uuid(), home, person, '测速', now() from made;
        insert into portal.audit_entries (tenant_id, at, by, kind, subject_type, subject, changes) values ('{tenant}', now(), '测速', 'DemonstrationLoaded', 'Tenant', '测速', '{}')
        """;
}
