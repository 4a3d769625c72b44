using Npgsql;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Infrastructure;

/// <summary>The database to work on: the one named by ConnectionStrings:Portal, or the portal's own.</summary>
public sealed class PortalPostgres : IAsyncDisposable
{
    private const string DatabaseName = "portal";
    private readonly EmbeddedPostgres? embedded;

    private PortalPostgres(DatabaseSetup setup, EmbeddedPostgres? embedded) => (Setup, this.embedded) = (setup, embedded);

    public DatabaseSetup Setup { get; }

    /// <summary>Completes when the portal's own server has ended, asked or not; never for a database of others.</summary>
    public Task Exited => embedded?.Exited ?? Task.Delay(Timeout.Infinite);

    public static async Task<PortalPostgres> StartAsync(IConfiguration configuration, ILogger logger)
    {
        if (configuration.GetConnectionString("Portal") is { Length: > 0 } given) return new PortalPostgres(new DatabaseSetup(given), null);
        var folder = configuration["Portal:DataFolder"] ?? throw new PortalStartException("请设置 ConnectionStrings__Portal（已有数据库）或 Portal__DataFolder（自带数据库的数据目录）。");
        var embedded = await EmbeddedPostgres.StartAsync(new EmbeddedPostgresOptions { DataFolder = folder, Log = line => logger.LogDebug("{Line}", line) }, CancellationToken.None);
        await new DatabaseSetup(embedded.ConnectionString).CreateDatabaseAsync(DatabaseName);
        return new PortalPostgres(new DatabaseSetup(new NpgsqlConnectionStringBuilder(embedded.ConnectionString) { Database = DatabaseName }.ConnectionString), embedded);
    }

    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;
}
