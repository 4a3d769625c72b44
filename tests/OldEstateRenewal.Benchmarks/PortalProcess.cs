using System.Diagnostics;
using System.Net.Sockets;

namespace OldEstateRenewal.Benchmarks;

/// <summary>The portal in a process of its own, so that it can be killed, and so that the driver's work is not counted as the portal's.</summary>
internal sealed class PortalProcess : IAsyncDisposable
{
    public const string Serve = "serve";
    public const string Database = "BENCH_DATABASE";
    private readonly Stage stage;
    private Process? process;
    private string cookie = "";
    private string token = "";

    private PortalProcess(Stage stage, string address) => (this.stage, Address) = (stage, address);

    public string Address { get; }

    public TimeSpan ProcessorTime => process!.TotalProcessorTime;

    public static async Task<PortalProcess> StartAsync(Stage stage)
    {
        var portal = new PortalProcess(stage, $"http://127.0.0.1:{FreePort()}");
        await portal.StartAsync();
        portal.cookie = await PortalUnderTest.SignInAsync(portal.Address);
        using var http = portal.Client();
        using var first = await http.GetAsync("/bench/policies");
        portal.cookie += "; " + string.Join("; ", first.Headers.GetValues("Set-Cookie").Select(each => each.Split(';')[0]));
        portal.token = PortalUnderTest.TokenIn(await first.Content.ReadAsStringAsync());
        return portal;
    }

    /// <summary>Starts it, and waits until it answers.</summary>
    public async Task StartAsync()
    {
        // Started by "dotnet run" this process is the program itself, not dotnet.
        string[] program = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet" ? [typeof(PortalProcess).Assembly.Location] : [];
        var start = new ProcessStartInfo(Environment.ProcessPath!, [.. program, Serve, Address]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment[Database] = stage.Administrator;
        process = Process.Start(start)!;
        process.OutputDataReceived += (_, _) => { };
        process.ErrorDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(5) };
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if ((await http.GetAsync("/healthz")).IsSuccessStatusCode) return;
            }
            catch (Exception wrong) when (wrong is HttpRequestException or TaskCanceledException && attempt < 600)
            {
                if (process.HasExited) throw new InvalidOperationException($"The portal ended with {process.ExitCode}.", wrong);
                await Task.Delay(50);
            }
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        process!.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }

    /// <summary>Signed in, with the token of a form; each has connections of its own.</summary>
    public HttpClient Client(int connections = 1)
    {
        var http = new HttpClient(new SocketsHttpHandler { UseCookies = false, AllowAutoRedirect = false, MaxConnectionsPerServer = connections, UseProxy = false }) { BaseAddress = new Uri(Address), Timeout = TimeSpan.FromSeconds(120) };
        if (cookie.Length > 0) http.DefaultRequestHeaders.Add("Cookie", cookie);
        return http;
    }

    public Task<HttpResponseMessage> PostAsync(HttpClient http, string path, params (string Name, string Value)[] fields) =>
        http.PostAsync(path, new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value))]));

    private static int FreePort()
    {
        using var listener = new TcpListener(System.Net.IPAddress.Loopback, 0);
        listener.Start();
        return ((System.Net.IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        if (process is { HasExited: false }) await KillAsync();
    }
}
