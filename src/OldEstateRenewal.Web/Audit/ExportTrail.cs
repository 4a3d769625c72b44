using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Audit;

/// <summary>Writes down who took lists of households away. In a transaction of its own, before the first byte: a slow download must not hold up the tenant's chain of entries.</summary>
public sealed class ExportTrail(PortalDatabase database, CurrentAccess access, TimeProvider time)
{
    /// <param name="what">What was taken, in words.</param>
    /// <param name="estateId">The estate, where it was one.</param>
    public Task AddHouseholdsAsync(string what, Guid? estateId) => database.InTransactionAsync(TenantScope.OfTenant(access.Value.Tenant.Id), db =>
    {
        db.AuditEntries.Add(new AuditEntry
        {
            At = time.GetUtcNow(),
            UserId = access.Value.UserId,
            By = access.Value.UserName,
            Kind = "HouseholdsExported",
            SubjectType = "Estate",
            SubjectId = estateId,
            Subject = what.Length <= AuditEntry.SubjectLength ? what : what[..AuditEntry.SubjectLength],
            Changes = "{}",
        });
        return db.SaveChangesAsync();
    });
}
