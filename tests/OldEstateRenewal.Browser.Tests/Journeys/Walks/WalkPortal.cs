using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OldEstateRenewal.Browser.Tests.Support;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Infrastructure;

namespace OldEstateRenewal.Browser.Tests.Journeys.Walks;

/// <summary>The portal as it is on its first day, in this process: a database of its own, a port of its own, and a clock that is set to the days of the plan.</summary>
public sealed class WalkPortal : IAsyncDisposable
{
    public const string Password = "Browser_walks_2026";
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"portal-walk-{Guid.NewGuid():N}");
    private EmbeddedPostgres? postgres;
    private WebApplication? app;

    static WalkPortal() => Environment.SetEnvironmentVariable("PORTAL_ADMIN_PASSWORD", Password);

    public WalkClock Clock { get; } = new();

    public FailureNotes Failures { get; } = new();

    public string Address { get; private set; } = "";

    public static async Task<WalkPortal> StartAsync(params string[][] accounts)
    {
        var portal = new WalkPortal();
        try
        {
            await portal.RunAsync(accounts);
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
        if (app is not null) await app.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>The accounts are made as the operator of an installation makes them.</summary>
    private async Task RunAsync(string[][] accounts)
    {
        postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder, Durable = false }, CancellationToken.None);
        await new DatabaseSetup(postgres.ConnectionString).CreateDatabaseAsync("walk");
        var setup = new DatabaseSetup(new Npgsql.NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = "walk" }.ConnectionString);
        await setup.PrepareAsync();
        foreach (var account in accounts) Assert.Equal(0, await AdministratorCommand.RunAsync(setup, account));
        app = Build(setup.Connections);
        await app.StartAsync();
        Address = app.Urls.Single();
    }

    private WebApplication Build(PortalConnections connections)
    {
        // Development finds the static files where the build left them.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "OldEstateRenewal.Web", EnvironmentName = "Development", ContentRootPath = Path.Combine(Repository.Folder, "src", "OldEstateRenewal.Web") });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders().AddProvider(Failures).SetMinimumLevel(LogLevel.Error);
        builder.Configuration["Portal:RequireHttps"] = "false";
        builder.Configuration["Portal:PersonalDataKey"] = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
        Portal.AddPortal(builder.Services, builder.Configuration, connections);
        builder.Services.AddSingleton<TimeProvider>(Clock);
        var built = builder.Build();
        Portal.UsePortal(built);
        return built;
    }
}

/// <summary>Runs as clocks do, from the morning it was set to.</summary>
public sealed class WalkClock : TimeProvider
{
    private long ahead;

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref ahead));

    public DateOnly Today => DateOnly.FromDateTime(GetUtcNow().AddHours(8).DateTime);

    /// <summary>Nine in the morning in China.</summary>
    public void Set(DateOnly day) => Interlocked.Exchange(ref ahead, (new DateTimeOffset(day.ToDateTime(new TimeOnly(9, 0)), TimeSpan.FromHours(8)) - System.GetUtcNow()).Ticks);
}

/// <summary>What went wrong inside, for the message of a failed test.</summary>
public sealed class FailureNotes : ILoggerProvider, ILogger
{
    private readonly List<string> lines = [];

    public override string ToString()
    {
        lock (lines) return string.Join('\n', lines);
    }

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        lock (lines) lines.Add($"{formatter(state, exception)} {exception}");
    }

    public void Dispose()
    {
    }
}
