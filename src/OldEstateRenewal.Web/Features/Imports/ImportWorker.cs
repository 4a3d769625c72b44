using System.Collections.Concurrent;
using System.Threading.Channels;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>Tenants that have asked for work on an import. What is to be done stands in the database; this only saves the waiting.</summary>
public sealed class ImportBell
{
    private readonly Channel<Guid> asked = Channel.CreateUnbounded<Guid>();

    public ChannelReader<Guid> Asked => asked.Reader;

    public void Ring(Guid tenantId) => asked.Writer.TryWrite(tenantId);
}

/// <summary>
/// Does the work on imports behind the pages: one import of a tenant at a time (an advisory lock says so to all instances), as many tenants at once as
/// there are cores. After a crash the work is found again in the database, begun anew, and given up after a few attempts.
/// </summary>
public sealed partial class ImportWorker(PortalDatabase database, ImportBell bell, ImportSeal seal, PersonalData personal, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    private const int MostAttempts = 3;
    private const int LockSpace = 0x1AB0;
    private static readonly TimeSpan sweepEvery = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan longest = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim seats = new(Math.Max(1, Environment.ProcessorCount));
    private readonly ConcurrentDictionary<Guid, byte> busy = new();
    private readonly ConcurrentDictionary<Guid, byte> again = new();

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        // Whoever starts the portal does not wait for this.
        await Task.Yield();
        var sweep = SweepAsync(stoppingToken);
        await foreach (var tenantId in bell.Asked.ReadAllAsync(stoppingToken)) Begin(tenantId, stoppingToken);
        await sweep;
    }

    /// <summary>Looks through all tenants for work that was left lying, at the start and now and then.</summary>
    private async Task SweepAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(sweepEvery);
        do
        {
            try
            {
                foreach (var tenantId in await TenantsAsync())
                    if (await HasWorkAsync(tenantId)) bell.Ring(tenantId);
            }
            catch (Exception problem) when (problem is NpgsqlException or InvalidOperationException)
            {
                SweepFailed(problem);
            }
        }
        while (await timer.WaitForNextTickAsync(stop));
    }

    private Task<List<Guid>> TenantsAsync() => database.InTransactionAsync(null, db => db.Tenants.AsNoTracking().Select(t => t.Id).ToListAsync());

    private async Task<bool> HasWorkAsync(Guid tenantId) => await database.InTransactionAsync(TenantScope.OfTenant(tenantId), async db =>
    {
        await ImportClearing.ClearAsync(db, time.GetUtcNow());
        return await Waiting(db).AnyAsync();
    });

    private void Begin(Guid tenantId, CancellationToken stop)
    {
        again[tenantId] = 0;
        if (!busy.TryAdd(tenantId, 0)) return;
        _ = Task.Run(async () =>
        {
            try
            {
                while (again.TryRemove(tenantId, out _)) await WorkOffAsync(tenantId, stop);
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                // The portal stops; what was begun is found again at the next start.
            }
            catch (Exception problem)
            {
                WorkFailed(tenantId, problem);
            }
            finally
            {
                busy.TryRemove(tenantId, out _);
            }

            if (again.ContainsKey(tenantId)) bell.Ring(tenantId);
        }, CancellationToken.None);
    }

    private async Task WorkOffAsync(Guid tenantId, CancellationToken stop)
    {
        await seats.WaitAsync(stop);
        try
        {
            await using var guard = await database.OpenAsync();
            if (!await LockAsync(guard, tenantId)) return;
            try
            {
                while (await TakeAsync(tenantId) is { } import) await DoAsync(import, stop);
            }
            finally
            {
                await UnlockAsync(guard, tenantId);
            }
        }
        finally
        {
            seats.Release();
        }
    }

    /// <summary>Lost with the process.</summary>
    private static Task<bool> LockAsync(NpgsqlConnection connection, Guid tenantId) => AskAsync(connection, "select pg_try_advisory_lock($1, hashtext($2))", tenantId);

    /// <summary>A connection given back to the pool would keep it until somebody takes it out again.</summary>
    private static Task<bool> UnlockAsync(NpgsqlConnection connection, Guid tenantId) => AskAsync(connection, "select pg_advisory_unlock($1, hashtext($2))", tenantId);

    private static async Task<bool> AskAsync(NpgsqlConnection connection, string query, Guid tenantId)
    {
#pragma warning disable CA2100 // One of the two texts above.
        await using var command = new NpgsqlCommand(query, connection);
#pragma warning restore CA2100
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = LockSpace });
        command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = tenantId.ToString() });
        return (bool)(await command.ExecuteScalarAsync())!;
    }

    private static IQueryable<Import> Waiting(PortalDbContext db) =>
        db.Imports.Where(i => i.State == ImportState.Uploaded || i.State == ImportState.Reading || i.State == ImportState.Committing || i.State == ImportState.Undoing);

    /// <summary>The next import with work to do, noted as begun.</summary>
    private Task<Import?> TakeAsync(Guid tenantId) => database.InTransactionAsync(TenantScope.OfTenant(tenantId), async db =>
    {
        var import = await Waiting(db).AsNoTracking().OrderBy(i => i.UploadedAt).FirstOrDefaultAsync();
        if (import is null) return null;
        if (import.State == ImportState.Uploaded) import.State = ImportState.Reading;
        import.Attempts++;
        await db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, import.State).SetProperty(i => i.Attempts, import.Attempts).SetProperty(i => i.Phase, (string?)null)
            .SetProperty(i => i.RowsDone, 0).SetProperty(i => i.RowsTotal, (int?)null));
        return import;
    });

    private async Task DoAsync(Import import, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(longest);
        var job = new ImportJob(database, import, time, limit.Token);
        try
        {
            if (import.Attempts > MostAttempts) await StopAsync(import, "处理多次中断，已停止。请放弃后重新上传；如再出现，请告知平台运维。");
            else if (import.State == ImportState.Reading) await new ImportReader(job, seal, personal, time).RunAsync();
            else await new ImportCommit(job, seal, time, backward: import.State == ImportState.Undoing).RunAsync();
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            throw;
        }
        catch (Exception problem) when (ImportObstacle.Explain(import, problem) is not null)
        {
            await StopAsync(import, ImportObstacle.Explain(import, problem)!);
        }
        catch (Exception problem)
        {
            JobFailed(import.Id, problem);
            await StopAsync(import, "处理时出错，台账没有改动。请稍后重试；如再出现，请告知平台运维。");
        }
    }

    /// <summary>Nothing was written: a file that cannot be read has failed, a commit or reversal goes back to where it was asked for.</summary>
    private Task<int> StopAsync(Import import, string sentence) => database.InTransactionAsync(TenantScope.OfTenant(import.TenantId), db =>
    {
        var state = import.State switch { ImportState.Committing => ImportState.Read, ImportState.Undoing => ImportState.Committed, _ => ImportState.Failed };
        var problem = sentence.Length <= Import.ProblemLength ? sentence : sentence[..Import.ProblemLength];
        return db.Imports.Where(i => i.Id == import.Id).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, state).SetProperty(i => i.Problem, problem).SetProperty(i => i.Phase, (string?)null)
            .SetProperty(i => i.Attempts, 0).SetProperty(i => i.Version, i => i.Version + 1));
    });

    [LoggerMessage(LogLevel.Error, "Work on import {Import} failed")]
    private partial void JobFailed(Guid import, Exception problem);

    [LoggerMessage(LogLevel.Error, "Work on the imports of tenant {Tenant} failed")]
    private partial void WorkFailed(Guid tenant, Exception problem);

    [LoggerMessage(LogLevel.Warning, "Looking for waiting imports failed")]
    private partial void SweepFailed(Exception problem);
}
