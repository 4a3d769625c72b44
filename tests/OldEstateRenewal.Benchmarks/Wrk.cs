using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace OldEstateRenewal.Benchmarks;

internal sealed record Contender(string Name, string Address, string Cookie);

internal sealed record Figure(double RequestsPerSecond, double P99, int Refused);

/// <summary>wrk from Debian, 16 connections, one thread.</summary>
internal static partial class Wrk
{
    public static async Task<Figure> RunAsync(Contender contender, int seconds)
    {
        var start = new ProcessStartInfo("wrk", ["-t1", "-c16", $"-d{seconds}s", "--latency", "-H", "Cookie: " + contender.Cookie, contender.Address]) { RedirectStandardOutput = true };
        using var wrk = Process.Start(start)!;
        var text = await wrk.StandardOutput.ReadToEndAsync();
        await wrk.WaitForExitAsync();
        return new Figure(Number(Requests().Match(text)), P99(text), (int)Number(Refused().Match(text)));
    }

    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted[sorted.Count / 2];
    }

    private static double P99(string text)
    {
        var match = Latency().Match(text);
        return !match.Success ? 0 : match.Groups[2].Value switch { "us" => Number(match) / 1000, "s" => Number(match) * 1000, _ => Number(match) };
    }

    private static double Number(Match match) => match.Success ? double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Requests();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Latency();

    [GeneratedRegex(@"Non-2xx or 3xx responses: (\d+)")]
    private static partial Regex Refused();
}
