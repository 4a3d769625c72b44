using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace OldEstateRenewal.Benchmarks;

/// <summary>The database server as a process to be killed, and started again as it was: same user, same port, same settings.</summary>
internal sealed class DatabaseProcess(string folder, string administrator) : IDisposable
{
    private Process? restarted;

    /// <summary>kill -9 of the server; its backends notice by themselves.</summary>
    public async Task<TimeSpan> KillAndStartAsync()
    {
        var id = int.Parse((await File.ReadAllLinesAsync(Path.Combine(folder, "data", "postgres", "cluster", "postmaster.pid")))[0], CultureInfo.InvariantCulture);
        var command = (await File.ReadAllTextAsync($"/proc/{id}/cmdline")).Split('\0', StringSplitOptions.RemoveEmptyEntries);
        var status = await File.ReadAllLinesAsync($"/proc/{id}/status");
        string Own(string line) => status.Single(each => each.StartsWith(line, StringComparison.Ordinal)).Split('\t', ' ', StringSplitOptions.RemoveEmptyEntries)[1];
        var (user, group) = (Own("Uid:"), Own("Gid:"));
        using (var server = Process.GetProcessById(id)) server.Kill();
        var clock = Stopwatch.StartNew();
        while (!await AnswersAsync())
        {
            if (restarted is null or { HasExited: true } || restarted.Id == id) Start(command, user, group);
            await Task.Delay(100);
        }

        return clock.Elapsed;
    }

    private void Start(string[] command, string user, string group)
    {
        restarted?.Dispose();
        restarted = Process.Start(new ProcessStartInfo("setpriv", ["--reuid", user, "--regid", group, "--clear-groups", .. command]) { WorkingDirectory = "/", RedirectStandardError = true, RedirectStandardOutput = true })!;
        restarted.ErrorDataReceived += (_, _) => { };
        restarted.OutputDataReceived += (_, _) => { };
        restarted.BeginErrorReadLine();
        restarted.BeginOutputReadLine();
    }

    private async Task<bool> AnswersAsync()
    {
        try
        {
            await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(administrator) { Pooling = false, Timeout = 2 }.ConnectionString);
            await connection.OpenAsync();
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    public void Dispose()
    {
        if (restarted is { HasExited: false }) restarted.Kill();
        restarted?.Dispose();
    }
}
