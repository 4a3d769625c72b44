using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Npgsql;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Data;

/// <summary>The connection strings of the two roles the portal works as; neither owns anything.</summary>
public sealed record PortalConnections(string App, string Supervisor);

/// <summary>Leases contexts: the app's for a tenant's own people, the supervisors' (SELECT only) for a city looking at its counties.</summary>
public sealed class PortalDatabase : IAsyncDisposable
{
    private readonly NpgsqlDataSource appSource;
    private readonly NpgsqlDataSource supervisorSource;
    private readonly PooledDbContextFactory<PortalDbContext> app;
    private readonly PooledDbContextFactory<PortalDbContext> supervisor;

    public PortalDatabase(PortalConnections connections)
    {
        (appSource, app) = Open(connections.App);
        (supervisorSource, supervisor) = Open(connections.Supervisor);
    }

    /// <summary>A context that asks on behalf of <paramref name="scope"/>; null sees no tenant's rows.</summary>
    public PortalDbContext Lease(TenantScope? scope, bool supervise = false)
    {
        var context = (supervise ? supervisor : app).CreateDbContext();
        context.Scope = scope;
        context.ScopedTransaction = null;
        context.Unjudged.Clear();
        return context;
    }

    /// <summary>A connection of the app, for what is asked without a context.</summary>
    public ValueTask<NpgsqlConnection> OpenAsync() => appSource.OpenConnectionAsync();

    /// <summary>One transaction of a job, a command or a test on behalf of <paramref name="scope"/>.</summary>
    public async Task<T> InTransactionAsync<T>(TenantScope? scope, Func<PortalDbContext, Task<T>> work, bool supervise = false)
    {
        await using var context = Lease(scope, supervise);
        await using var transaction = await context.Database.BeginTransactionAsync();
        var result = await work(context);
        await transaction.CommitAsync();
        return result;
    }

    public async ValueTask DisposeAsync()
    {
        await appSource.DisposeAsync();
        await supervisorSource.DisposeAsync();
    }

    public static DbContextOptions<PortalDbContext> Options(NpgsqlDataSource source) => Configure(new DbContextOptionsBuilder<PortalDbContext>(), npgsql => npgsql.UseNpgsql(source, History));

    internal static DbContextOptions<PortalDbContext> Configure(DbContextOptionsBuilder<PortalDbContext> builder, Action<DbContextOptionsBuilder> use)
    {
        use(builder);
        builder.AddInterceptors(new TenantScopeInterceptor(), new ScopedTransactionInterceptor(), new TenantGuard(), new VerdictWatch());
        return builder.Options;
    }

    internal static void History(Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure.NpgsqlDbContextOptionsBuilder npgsql) => npgsql.MigrationsHistoryTable("migrations", "portal");

    private static (NpgsqlDataSource, PooledDbContextFactory<PortalDbContext>) Open(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        // A connection that is not reset, or shared between requests, would carry one tenant's settings into another's request.
        if (settings.NoResetOnClose || settings.Multiplexing) throw new InvalidOperationException("数据库连接不得使用 No Reset On Close 或 Multiplexing：会使租户相混。");
        var source = NpgsqlDataSource.Create(settings);
        return (source, new PooledDbContextFactory<PortalDbContext>(Options(source)));
    }
}
