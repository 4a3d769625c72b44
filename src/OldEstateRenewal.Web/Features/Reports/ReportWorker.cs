using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Tenants that have asked for reports behind the pages. What is to be done stands in the database; this only saves the waiting.</summary>
public sealed class ReportBell
{
    private readonly Channel<Guid> asked = Channel.CreateUnbounded<Guid>();

    public ChannelReader<Guid> Asked => asked.Reader;

    public void Ring(Guid tenantId) => asked.Writer.TryWrite(tenantId);
}

/// <summary>
/// Makes reports behind the pages: as many at once as there are cores, one after the other tenant's, whichever portal takes it first. One whose portal
/// was lost is found again by its silence, and given up after a few attempts.
/// </summary>
public sealed partial class ReportWorker(PortalDatabase database, ReportBell bell, ReportJob job, TimeProvider time, ILogger<ReportWorker> log) : BackgroundService
{
    private const int MostAttempts = 3;
    private static readonly TimeSpan sweepEvery = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan silentFor = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the portal does not wait for this.
        await Task.Yield();
        var hands = Enumerable.Range(0, Math.Max(1, Environment.ProcessorCount)).Select(_ => WorkAsync(stoppingToken));
        await Task.WhenAll([SweepAsync(stoppingToken), .. hands]);
    }

    /// <summary>One report, then the bell again: a tenant with many keeps no other waiting.</summary>
    private async Task WorkAsync(CancellationToken stop)
    {
        await foreach (var tenantId in bell.Asked.ReadAllAsync(stop))
        {
            try
            {
                if (await TakeAsync(tenantId) is not { } file) continue;
                await DoAsync(file, stop);
                bell.Ring(tenantId);
            }
            catch (Exception problem) when (problem is not OperationCanceledException)
            {
                WorkFailed(tenantId, problem);
            }
        }
    }

    /// <summary>Looks through all tenants for work that was left lying, at the start and now and then.</summary>
    private async Task SweepAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(sweepEvery);
        do
        {
            try
            {
                foreach (var tenantId in await database.InTransactionAsync(null, db => db.Tenants.AsNoTracking().Select(t => t.Id).ToListAsync()))
                    if (await database.InTransactionAsync(TenantScope.OfTenant(tenantId), db => db.ReportFiles.AnyAsync(f => f.State == ReportState.Waiting || f.State == ReportState.Running))) bell.Ring(tenantId);
            }
            catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
            {
                SweepFailed(problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    /// <summary>The next report that nobody has in hand, noted as begun; an archive after the reports that go into it.</summary>
    private Task<ReportFile?> TakeAsync(Guid tenantId) => database.InTransactionAsync(TenantScope.OfTenant(tenantId), async db =>
    {
        var now = time.GetUtcNow();
        var silentSince = now - silentFor;
        var found = await db.Database.SqlQuery<Guid>($"""
            select f.id as "Value" from portal.report_files f where f.tenant_id = {tenantId} and (f.state = 'Waiting' or (f.state = 'Running' and f.beat_at < {silentSince}))
              and (f.format <> 'Zip' or not exists (select from portal.report_files p where p.tenant_id = f.tenant_id and p.batch_id = f.id and p.state in ('Waiting', 'Running')))
            order by f.year, f.number limit 1 for update skip locked
            """).ToListAsync();
        if (found is not [var id]) return null;
        await db.ReportFiles.Where(f => f.Id == id).ExecuteUpdateAsync(set => set.SetProperty(f => f.State, ReportState.Running).SetProperty(f => f.Attempts, f => f.Attempts + 1).SetProperty(f => f.BeatAt, now).SetProperty(f => f.Percent, 0));
        return await db.ReportFiles.AsNoTracking().SingleAsync(f => f.Id == id);
    });

    private async Task DoAsync(ReportFile file, CancellationToken stop)
    {
        try
        {
            if (file.Attempts > MostAttempts) await job.FailAsync(file, "生成多次中断，已停止。请重新生成；如再出现，请告知平台运维。");
            else await job.RunAsync(file, stop);
        }
        catch (OperationCanceledException) when (!stop.IsCancellationRequested)
        {
            // Somebody has cancelled it: its row says so already.
        }
        catch (Exception problem) when (problem is not OperationCanceledException)
        {
            JobFailed(file.Id, problem);
            await job.FailAsync(file, "生成时出错。请稍后重新生成；如再出现，请告知平台运维。");
        }
    }

    [LoggerMessage(LogLevel.Error, "Report {File} failed")]
    private partial void JobFailed(Guid file, Exception problem);

    [LoggerMessage(LogLevel.Error, "Work on the reports of tenant {Tenant} failed")]
    private partial void WorkFailed(Guid tenant, Exception problem);

    [LoggerMessage(LogLevel.Warning, "Looking for waiting reports failed")]
    private partial void SweepFailed(Exception problem);
}
