using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What the three kinds of work on one import need: who asks for it, and a way to tell how far it is.</summary>
internal sealed class ImportJob(PortalDatabase database, Import import, TimeProvider time, CancellationToken stop)
{
    private static readonly TimeSpan tellEvery = TimeSpan.FromMilliseconds(400);
    private long told;

    public Import Import => import;

    public Guid TenantId => import.TenantId;

    public CancellationToken Stop => stop;

    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>As its uploader, who may be bound to a street.</summary>
    public TenantScope Scope => new(import.TenantId, null, import.StreetId);

    /// <summary>One transaction on behalf of the import.</summary>
    public Task<T> InTransactionAsync<T>(Func<PortalDbContext, Task<T>> work, TenantScope? scope = null) => database.InTransactionAsync(scope ?? Scope, work);

    /// <summary>Tells how far it is, in a short transaction of its own and not too often.</summary>
    public async Task TellAsync(string phase, int done, int? total, bool always = false)
    {
        stop.ThrowIfCancellationRequested();
        if (!always && time.GetElapsedTime(told) < tellEvery) return;
        told = time.GetTimestamp();
        await InTransactionAsync(db => db.Imports.Where(i => i.Id == import.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.Phase, phase).SetProperty(i => i.RowsDone, done).SetProperty(i => i.RowsTotal, total)));
    }
}
