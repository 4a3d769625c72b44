using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>
/// 到期截止: closes the ballots whose time is over by the clock of the database, tenant by tenant, each in a transaction of its own. What is due stands in the
/// database, so a restart loses nothing; several portals on one database wait for each other at the ballot's row, and the second finds it closed.
/// </summary>
public sealed partial class DueClosures(IServiceScopeFactory scopes, PortalDatabase database, ILogger<DueClosures> log) : BackgroundService
{
    private const string By = "系统";
    private static readonly TimeSpan sweepEvery = TimeSpan.FromSeconds(15);

    /// <summary>Closes what is due in every tenant; returns how many were closed.</summary>
    public async Task<int> RunAsync()
    {
        var closed = 0;
        foreach (var tenant in await database.InTransactionAsync(null, db => db.Tenants.AsNoTracking().OrderBy(t => t.Key).ToListAsync())) closed += await CloseAsync(tenant);
        return closed;
    }

    /// <summary>What goes wrong in one tenant, or with one ballot, keeps no other from being closed.</summary>
    public async Task<int> CloseAsync(Tenant tenant)
    {
        var closed = 0;
        try
        {
            foreach (var id in await DueAsync(tenant)) closed += await TryAsync(tenant, id);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            SweepFailed(tenant.Key, problem);
        }

        return closed;
    }

    /// <summary>The application's clock is not asked.</summary>
    private Task<List<Guid>> DueAsync(Tenant tenant) => database.InTransactionAsync(TenantScope.OfTenant(tenant.Id), db =>
        db.Database.SqlQuery<Guid>($"select id as \"Value\" from portal.ballots where tenant_id = {tenant.Id} and state = 'Open' and closes_at <= clock_timestamp() order by closes_at").ToListAsync());

    private async Task<int> TryAsync(Tenant tenant, Guid id)
    {
        try
        {
            using var scope = scopes.CreateScope();
            var access = new Access(Guid.Empty, By, tenant, Role.Platform, null);
            scope.ServiceProvider.GetRequiredService<DatabaseLease>().Set(access.Scope, asSupervisor: false);
            scope.ServiceProvider.GetRequiredService<CurrentAccess>().Set(access);
            await using var transaction = await scope.ServiceProvider.GetRequiredService<PortalDbContext>().Database.BeginTransactionAsync();
            var refusals = await scope.ServiceProvider.GetRequiredService<ClosureService>().CloseAsync(id);
            await transaction.CommitAsync();
            return refusals.Count == 0 ? 1 : 0;
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            ClosureFailed(id, tenant.Key, problem);
            return 0;
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the portal does not wait for this.
        await Task.Yield();
        using var timer = new PeriodicTimer(sweepEvery);
        do
        {
            try
            {
                await RunAsync();
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                SweepFailed("(all)", problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    [LoggerMessage(LogLevel.Error, "Ballot {Ballot} of {Tenant} is due and could not be closed; it is tried again")]
    private partial void ClosureFailed(Guid ballot, string tenant, Exception problem);

    [LoggerMessage(LogLevel.Error, "Looking for due ballots of {Tenant} failed; it is tried again")]
    private partial void SweepFailed(string tenant, Exception problem);
}
