using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Infrastructure;

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>The portal as it runs in production, in this process, on a database of its own; its clock stands still.</summary>
public sealed class TestPortal : IAsyncDisposable
{
    private static readonly string personalDataKey = Convert.ToBase64String(System.Security.Cryptography.RandomNumberGenerator.GetBytes(32));
    private static readonly Uri address = new("https://portal.test");
    private readonly WebApplication app;
    private readonly FailureLog failures = new();

    private TestPortal(WebApplication app, TestDatabase database, FailureLog failures)
    {
        this.app = app;
        this.failures = failures;
        (Setup, Sql) = (database.Setup, new Sql(database));
    }

    public DatabaseSetup Setup { get; }

    public Sql Sql { get; }

    public PortalDatabase Database => app.Services.GetRequiredService<PortalDatabase>();

    public Readiness Readiness => app.Services.GetRequiredService<Readiness>();

    public IServiceProvider Services => app.Services;

    /// <summary>What went wrong inside, for the message of a failed test.</summary>
    public string Failures => string.Join("\n", failures.Lines);

    public static async Task<TestPortal> StartAsync(TestDatabase database, PortalConnections? connections = null, int? receiptsPerMinute = null, ILoggerProvider? everything = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = "OldEstateRenewal.Web", EnvironmentName = "Production", ContentRootPath = WebFolder() });
        builder.WebHost.UseTestServer();
        var failures = new FailureLog();
        builder.Logging.ClearProviders().AddProvider(failures).SetMinimumLevel(LogLevel.Error);
        if (everything is not null) builder.Logging.AddProvider(everything).SetMinimumLevel(LogLevel.Trace);
        builder.Configuration["Portal:PersonalDataKey"] = personalDataKey;
        if (receiptsPerMinute is { } limit) builder.Configuration["Portal:ReceiptsPerMinute"] = $"{limit}";
        Portal.AddPortal(builder.Services, builder.Configuration, connections ?? database.Setup.Connections);
        builder.Services.AddSingleton<TimeProvider>(new StandingClock());
        // The rules of passwords stay; only the time that one costs is saved.
        builder.Services.Configure<PasswordHasherOptions>(options => options.IterationCount = 1);
        var app = builder.Build();
        Portal.UsePortal(app);
        await app.StartAsync();
        return new TestPortal(app, database, failures);
    }

    /// <summary>A browser: keeps cookies, does not follow redirects by itself.</summary>
    public HttpClient Browser() => new(new CookieContainerHandler { InnerHandler = app.GetTestServer().CreateHandler() }) { BaseAddress = address };

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private static string WebFolder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src/OldEstateRenewal.Web"));
}

/// <summary>21 November 2026, ten in the morning in China.</summary>
public sealed class StandingClock : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => new(2026, 11, 21, 2, 0, 0, TimeSpan.Zero);
}

/// <summary>Keeps the exceptions the portal reports.</summary>
internal sealed class FailureLog : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> lines = new();

    public IEnumerable<string> Lines => lines;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        lines.Enqueue($"{formatter(state, exception)} {exception}");

    public void Dispose()
    {
    }
}
