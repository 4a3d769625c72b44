using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text.RegularExpressions;

namespace OldEstateRenewal.Benchmarks;

/// <summary>A file of 100 000 dwellings over HTTP: read, committed, found, read again as the same, and undone; seconds and the largest memory of each.</summary>
internal static partial class ImportMeasure
{
    private const int Patience = 290;

    public static async Task RunAsync(int rounds)
    {
        await using var stage = await Stage.OpenAsync();
        await using var portal = await PortalUnderTest.StartAsync(stage);
        var path = Path.Combine(Path.GetTempPath(), $"import-{Environment.ProcessId}.xlsx");
        ImportFile.Write(path);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{ImportFile.Dwellings} dwellings in {new FileInfo(path).Length / 1024} KB; load {File.ReadAllText("/proc/loadavg")[..4]}, memory at the start {Memory.Settle()} MB"));
        try
        {
            using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false }) { BaseAddress = new Uri(portal.Address) };
            http.DefaultRequestHeaders.Add("Cookie", portal.Cookie);
            for (var round = 1; round <= rounds; round++) await new Round(http, path).RunAsync(round);
        }
        finally
        {
            File.Delete(path);
        }
    }

    /// <summary>Largest resident memory since last asked, as the system counts it.</summary>
    private static class Memory
    {
        public static long Settle()
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            Forget();
            return Peak();
        }

        public static void Forget() => File.WriteAllText("/proc/self/clear_refs", "5");

        public static long Peak() => long.Parse(File.ReadLines("/proc/self/status").First(line => line.StartsWith("VmHWM", StringComparison.Ordinal)).Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) / 1024;
    }

    private sealed class Round(HttpClient http, string path)
    {
        private string token = "";

        public async Task RunAsync(int number)
        {
            var first = await PhaseAsync(number, "upload", UploadAsync);
            await PhaseAsync(number, "read, match, stage", () => SettleAsync(first, "待核对"));
            await PhaseAsync(number, "commit", () => StepAsync(first, "commitment", "已导入"));
            await PhaseAsync(number, "find one by phone", FindAsync);
            var second = await PhaseAsync(number, "upload again", UploadAsync);
            await PhaseAsync(number, "read, all the same", () => SettleAsync(second, "待核对"));
            await StepAsync(second, "disposal", "已放弃");
            await PhaseAsync(number, "undo", () => StepAsync(first, "reversal", "已撤销"));
        }

        private static async Task<T> PhaseAsync<T>(int number, string what, Func<Task<T>> work)
        {
            Memory.Forget();
            var (clock, before) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
            var result = await work();
            var busy = Environment.CpuUsage.TotalTime - before;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{number}  {what,-20} {clock.Elapsed.TotalSeconds,7:0.00} s   of the portal {busy.TotalSeconds,6:0.00} s   {Memory.Peak(),4} MB{(result is string page && Rows().Match(page) is { Success: true } rows ? "   " + rows.Value : "")}"));
            return result;
        }

        private async Task<Uri> UploadAsync()
        {
            await FreshAsync("/bench/imports/new");
            await using var file = File.OpenRead(path);
            var content = new StreamContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("Dwellings"), "Kind" }, { content, "File", "dwellings.xlsx" } };
            using var answer = await http.PostAsync("/bench/imports", form);
            return answer.Headers.Location ?? throw new InvalidOperationException($"Not taken: {(int)answer.StatusCode}");
        }

        private async Task<string> StepAsync(Uri import, string step, string state)
        {
            var page = await FreshAsync(import.ToString());
            var version = VersionField().Match(page).Groups[1].Value;
            using var answer = await http.PostAsync($"{import}/{step}", new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = token, ["Version"] = version }));
            return await SettleAsync(import, state);
        }

        private async Task<string> SettleAsync(Uri import, string state)
        {
            for (var clock = Stopwatch.StartNew(); clock.Elapsed.TotalSeconds < Patience; await Task.Delay(200))
            {
                var page = await http.GetStringAsync(import);
                if (page.Contains("<progress", StringComparison.Ordinal)) continue;
                return page.Contains($">{state}</span>", StringComparison.Ordinal) ? page : throw new InvalidOperationException($"Not {state}: {ProblemText().Match(page).Value}");
            }

            throw new TimeoutException(state);
        }

        private async Task<string> FindAsync()
        {
            using var asked = new HttpRequestMessage(HttpMethod.Post, "/bench/search") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["find"] = ImportFile.LastPhone, ["__RequestVerificationToken"] = token }) };
            asked.Headers.Add("HX-Request", "true");
            using var answer = await http.SendAsync(asked);
            var page = await answer.Content.ReadAsStringAsync();
            return page.Contains("<li>", StringComparison.Ordinal) ? page : throw new InvalidOperationException("The last dwelling's owner is not found.");
        }

        private async Task<string> FreshAsync(string address)
        {
            using var answer = await http.GetAsync(address);
            if (answer.Headers.TryGetValues("Set-Cookie", out var set)) http.DefaultRequestHeaders.Add("Cookie", string.Join("; ", set.Select(each => each.Split(';')[0])));
            var page = await answer.Content.ReadAsStringAsync();
            token = PortalUnderTest.TokenIn(page);
            return page;
        }
    }

    [GeneratedRegex("新增 [0-9]+ 行，修改 [0-9]+ 行")]
    private static partial Regex Rows();

    [GeneratedRegex("name=\"Version\" value=\"([0-9]+)\"")]
    private static partial Regex VersionField();

    [GeneratedRegex("<div class=\"problem\".*?</div>", RegexOptions.Singleline)]
    private static partial Regex ProblemText();
}
