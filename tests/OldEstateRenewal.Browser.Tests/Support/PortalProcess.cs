using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.InteropServices;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Infrastructure;

namespace OldEstateRenewal.Browser.Tests.Support;

/// <summary>The real portal with the demonstration's data: its own process, its own PostgreSQL, a free port. Nothing outlives the tests.</summary>
public sealed class PortalProcess : IAsyncDisposable
{
    public const string Password = "Browser_tests_2026";

    private static readonly TimeSpan startLimit = TimeSpan.FromMinutes(3);
    private readonly List<string> lines = [];
    private readonly TaskCompletionSource ended = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly EmbeddedPostgres postgres;
    private readonly string folder;
    private Process? process;

    private PortalProcess(EmbeddedPostgres postgres, string folder) => (this.postgres, this.folder) = (postgres, folder);

    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort()}");

    public static async Task<PortalProcess> StartAsync()
    {
        var folder = Path.Combine(Path.GetTempPath(), $"portal-browser-{Guid.NewGuid():N}");
        var postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder, Durable = false }, CancellationToken.None);
        var portal = new PortalProcess(postgres, folder);
        try
        {
            await new DatabaseSetup(postgres.ConnectionString).CreateDatabaseAsync("portal");
            portal.Start();
            await portal.WaitUntilReadyAsync();
            return portal;
        }
        catch
        {
            await portal.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        process?.Kill(entireProcessTree: true);
        if (process is not null) await ended.Task;
        await postgres.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Writes past the pages, as the database's administrator.</summary>
    public async Task SeedAsync(string sql)
    {
        await using var source = Npgsql.NpgsqlDataSource.Create(ConnectionString());
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private void Start()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "OldEstateRenewal.Web.dll");
        var dotnet = Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..", "dotnet"));
        // The kernel's parent-death signal keeps a portal from outliving tests that were killed.
        var start = new ProcessStartInfo("setpriv", ["--pdeathsig=KILL", "--", dotnet, program])
        {
            WorkingDirectory = Path.Combine(Repository.Folder, "src", "OldEstateRenewal.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in start.Environment.Keys.Where(IsOfAPortal).ToList()) start.Environment.Remove(name);
        // Development finds the static files where the build left them; elsewhere they are published beside the program.
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["ConnectionStrings__Portal"] = ConnectionString();
        start.Environment["Portal__Demonstration"] = "true";
        start.Environment["Portal__PersonalDataKey"] = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        start.Environment["PORTAL_DEMO_PASSWORD"] = Password;
        var running = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        // That signal belongs to the thread that forked: this one lives as long as the portal.
        new Thread(() => Run(start, running)) { IsBackground = true, Name = "portal" }.Start();
        running.Task.GetAwaiter().GetResult();
    }

    private void Run(ProcessStartInfo start, TaskCompletionSource running)
    {
        try
        {
            process = Process.Start(start)!;
            process.OutputDataReceived += (_, line) => Keep(line.Data);
            process.ErrorDataReceived += (_, line) => Keep(line.Data);
            process.BeginOutputReadLine();
            process.BeginErrorReadLine();
            running.SetResult();
            process.WaitForExit();
        }
        catch (Exception problem)
        {
            running.TrySetException(problem);
        }

        ended.SetResult();
    }

    private async Task WaitUntilReadyAsync()
    {
        using var http = new HttpClient { BaseAddress = Address };
        var clock = Stopwatch.StartNew();
        while (!await IsReadyAsync(http))
        {
            if (ended.Task.IsCompleted || clock.Elapsed > startLimit) throw new InvalidOperationException($"The portal did not start:\n{Output()}");
            await Task.Delay(100);
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri("/readyz", UriKind.Relative));
            return answer.IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }

    private string ConnectionString() => new Npgsql.NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = "portal" }.ConnectionString;

    private void Keep(string? line)
    {
        lock (lines) if (line is not null) lines.Add(line);
    }

    /// <summary>What the portal wrote to its log.</summary>
    public string Output()
    {
        lock (lines) return string.Join('\n', lines);
    }

    private static bool IsOfAPortal(string name) =>
        name.StartsWith("Portal", StringComparison.OrdinalIgnoreCase) || name.StartsWith("ConnectionStrings", StringComparison.Ordinal) || name.StartsWith("ASPNETCORE_", StringComparison.Ordinal);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
