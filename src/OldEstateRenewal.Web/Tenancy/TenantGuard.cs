using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Eligibility;

namespace OldEstateRenewal.Web.Tenancy;

/// <summary>
/// Before anything is saved: new rows get the tenant of the scope, rows of another tenant are refused, versions move on, and a change
/// without an audit entry is refused. A convenience in front of the database's own walls.
/// </summary>
public sealed class TenantGuard : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check((PortalDbContext)eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check((PortalDbContext)eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private static void Check(PortalDbContext context)
    {
        var changed = context.ChangeTracker.Entries<ITenantOwned>().Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted).ToList();
        if (changed.Count == 0) return;
        var tenantId = context.Scope?.TenantId ?? throw new CrossTenantException("No tenant is set: tenant rows cannot be saved.");
        foreach (var entry in changed)
        {
            if (entry.State == EntityState.Added && entry.Entity.TenantId == Guid.Empty) entry.Entity.TenantId = tenantId;
            if (entry.Entity.TenantId != tenantId) throw new CrossTenantException($"A row of another tenant ({entry.Metadata.ShortName()}) cannot be saved.");
            if (entry is { State: EntityState.Modified, Entity: IVersioned versioned }) versioned.Version++;
        }

        // What follows from audited changes is a dated record in itself; votes are a chain of their own.
        if (changed.All(entry => entry is { State: EntityState.Added, Entity: VerdictRecord or BallotVote })) return;
        if (!changed.Any(entry => entry.Entity is AuditEntry)) throw new InvalidOperationException("A change must be saved together with its audit entry.");
    }
}

/// <summary>Code tried to save a row of a tenant it does not act for: a bug, never a user's mistake.</summary>
public sealed class CrossTenantException(string message) : Exception(message);
