using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Infrastructure;
using OldEstateRenewal.Web.Tests.Support;

[assembly: AssemblyFixture(typeof(PortalFixture))]

namespace OldEstateRenewal.Web.Tests.Support;

/// <summary>One PostgreSQL for all tests. The database is built by the product's own migrations once; every other database is a clone.</summary>
public sealed class PortalFixture : IAsyncLifetime
{
    private const string Prepared = "prepared";
    private readonly string folder = Path.Combine(Path.GetTempPath(), $"portal-tests-{Guid.NewGuid():N}");
    private readonly SemaphoreSlim oneClone = new(1);
    private readonly SemaphoreSlim oneDemonstration = new(1);
    private EmbeddedPostgres? postgres;
    private TestPortal? portal;
    private TestPortal? demonstration;

    public TestPortal Portal => portal!;

    public async ValueTask InitializeAsync()
    {
        // Every clone has pools of its own, and they grow with the processors of the machine.
        var settings = new Dictionary<string, string> { ["max_connections"] = "800" };
        postgres = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder, Durable = false, Settings = settings }, CancellationToken.None);
        await new DatabaseSetup(postgres.ConnectionString).CreateDatabaseAsync(Prepared);
        await SetupOf(Prepared, pooling: false).Setup.PrepareAsync();
        portal = await TestPortal.StartAsync(await CloneAsync(), receiptsPerMinute: 100_000);
        await portal.Readiness.CheckAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (demonstration is not null) await demonstration.DisposeAsync();
        if (portal is not null) await portal.DisposeAsync();
        if (postgres is not null) await postgres.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public Task<County> CountyAsync(string[]? chain = null, string[]? streets = null) => County.MakeAsync(Portal, chain, streets);

    /// <summary>A database of one's own, as the product's migrations make it.</summary>
    public async Task<TestDatabase> CloneAsync()
    {
        var name = $"clone_{Guid.NewGuid():N}";
        await oneClone.WaitAsync();
        try
        {
            await using var connection = new NpgsqlConnection(postgres!.ConnectionString);
            await connection.OpenAsync();
            await using var create = new NpgsqlCommand($"create database {name} template {Prepared} strategy file_copy", connection);
            await create.ExecuteNonQueryAsync();
        }
        finally
        {
            oneClone.Release();
        }

        return SetupOf(name, pooling: true);
    }

    /// <summary>The portal with the demonstration's data, loaded by the product itself, once for all who read it.</summary>
    public async Task<TestPortal> DemonstrationAsync()
    {
        await oneDemonstration.WaitAsync();
        try
        {
            return demonstration ??= await LoadDemonstrationAsync();
        }
        finally
        {
            oneDemonstration.Release();
        }
    }

    public async Task<TestPortal> LoadDemonstrationAsync()
    {
        var loaded = await TestPortal.StartAsync(await CloneAsync());
        await new Web.Features.Demonstration.DemonstrationLoader(loaded.Database, loaded.Setup, loaded.Services.GetRequiredService<Web.Security.PersonalData>()).LoadAsync(County.Password);
        return loaded;
    }

    private TestDatabase SetupOf(string database, bool pooling)
    {
        var administrator = new NpgsqlConnectionStringBuilder(postgres!.ConnectionString) { Database = database, SearchPath = "portal", Pooling = pooling, MaxPoolSize = 10 }.ConnectionString;
        return new TestDatabase(administrator, new DatabaseSetup(administrator));
    }
}

/// <summary>A database and its administrator.</summary>
public sealed record TestDatabase(string Administrator, DatabaseSetup Setup);
