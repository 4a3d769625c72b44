using Microsoft.EntityFrameworkCore.Storage;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Supervision;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>
/// Where a tenant's reports are kept. A county's person writes within the request; a city's request only reads, as supervisor, so its register is opened beside it, on behalf of the city itself, in a
/// transaction of its own.
/// </summary>
public sealed class ReportRegister(PortalDbContext db, PortalDatabase database, CurrentAccess access, AuditTrail audit, CityDesk desk) : IAsyncDisposable
{
    private PortalDbContext? own;
    private IDbContextTransaction? transaction;

    public async Task<PortalDbContext> OpenAsync()
    {
        if (!access.Value.Supervises) return db;
        own ??= database.Lease(TenantScope.OfTenant(access.Value.Tenant.Id));
        transaction ??= await own.Database.BeginTransactionAsync();
        return own;
    }

    public void Note(string kind, ITenantOwned subject, Guid id, string name, string? remark = null)
    {
        if (own is null) audit.Add(kind, subject, name, remark);
        else desk.Note(own, kind, subject, id, name, remark);
    }

    /// <summary>Of a county, kept with the request; of a city, kept now.</summary>
    public async Task SaveAsync()
    {
        await (own ?? db).SaveChangesAsync();
        if (transaction is null) return;
        await transaction.CommitAsync();
        await transaction.DisposeAsync();
        transaction = null;
    }

    public async ValueTask DisposeAsync()
    {
        if (transaction is not null) await transaction.DisposeAsync();
        if (own is not null) await own.DisposeAsync();
    }
}
