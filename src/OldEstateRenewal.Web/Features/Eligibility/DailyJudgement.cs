using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Eligibility;

/// <summary>
/// 按日复核: documents come into force and lapse by the date alone, so every estate is judged once a day, at the start and after each midnight in
/// China. Several portals on one database take turns by tenant.
/// </summary>
public sealed class DailyJudgement(IServiceScopeFactory scopes, TimeProvider time, ILogger<DailyJudgement> logger) : BackgroundService
{
    private const string By = "系统";
    private static readonly TimeSpan afterMidnight = TimeSpan.FromMinutes(5);

    /// <summary>Judges every county; returns how many records were written.</summary>
    public async Task<int> RunAsync()
    {
        List<Tenant> tenants;
        using (var scope = scopes.CreateScope())
        {
            await using var db = scope.ServiceProvider.GetRequiredService<PortalDatabase>().Lease(null);
            tenants = await db.Tenants.AsNoTracking().Where(t => t.Level == PolicyLevel.County).OrderBy(t => t.Key).ToListAsync();
        }

        var written = 0;
        foreach (var tenant in tenants) written += await TryAsync(tenant);
        return written;
    }

    /// <summary>What goes wrong in one county keeps no other from being judged.</summary>
    private async Task<int> TryAsync(Tenant tenant)
    {
        try
        {
            return await JudgeAsync(tenant);
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            logger.LogError(problem, "The daily judgement of {Tenant} failed; it is tried again tomorrow", tenant.Key);
            return 0;
        }
    }

    /// <summary>Judges one county in a transaction of its own.</summary>
    public async Task<int> JudgeAsync(Tenant tenant)
    {
        using var scope = scopes.CreateScope();
        var access = new Access(Guid.Empty, By, tenant, Role.Platform, null);
        scope.ServiceProvider.GetRequiredService<DatabaseLease>().Set(access.Scope, asSupervisor: false);
        var db = scope.ServiceProvider.GetRequiredService<PortalDbContext>();
        await using var transaction = await db.Database.BeginTransactionAsync();
        var files = await db.PolicyFiles.IgnoreQueryFilters([PortalDbContext.TenantFilter]).OrderBy(file => file.AddedAt).ThenBy(file => file.Id).Select(file => file.Id).ToListAsync();
        scope.ServiceProvider.GetRequiredService<CurrentAccess>().Set(access with { PolicyFileIds = files });
        var mine = await db.Database.SqlQuery<bool>($"select pg_try_advisory_xact_lock(hashtextextended({tenant.Id.ToString()}, 0)) as \"Value\"").SingleAsync();
        var written = mine ? await scope.ServiceProvider.GetRequiredService<VerdictKeeper>().JudgeAsync(null, "按日复核", By) : 0;
        await transaction.CommitAsync();
        return written;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await RunAsync();
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                logger.LogError(problem, "The daily judgement failed; it is tried again tomorrow");
            }

            await Task.Delay(UntilTomorrow(), time, stoppingToken);
        }
    }

    private TimeSpan UntilTomorrow()
    {
        var now = time.GetUtcNow().ToChina();
        return now.Date.AddDays(1) - now.DateTime + afterMidnight;
    }
}
