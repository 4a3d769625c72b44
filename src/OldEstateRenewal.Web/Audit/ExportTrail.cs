using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Audit;

/// <summary>Writes down who took lists of households away. In a transaction of its own, before the first byte: a slow download must not hold up the tenant's chain of entries.</summary>
public sealed class ExportTrail(PortalDatabase database, CurrentAccess access, TimeProvider time)
{
    /// <param name="what">What was taken, in words.</param>
    /// <param name="estateId">The estate, where it was one.</param>
    public Task AddHouseholdsAsync(string what, Guid? estateId) => AddAsync("HouseholdsExported", "Estate", what, estateId);

    /// <summary>Who took the archive of a project away.</summary>
    public Task AddArchiveAsync(Guid projectId, string name) => AddAsync("ArchiveExported", "Project", name, projectId);

    private Task<int> AddAsync(string kind, string subjectType, string what, Guid? subjectId) => database.InTransactionAsync(TenantScope.OfTenant(access.Value.Tenant.Id), db =>
    {
        db.AuditEntries.Add(new AuditEntry
        {
            At = time.GetUtcNow(),
            UserId = access.Value.UserId,
            By = access.Value.UserName,
            Kind = kind,
            SubjectType = subjectType,
            SubjectId = subjectId,
            Subject = what.Length <= AuditEntry.SubjectLength ? what : what[..AuditEntry.SubjectLength],
            Changes = "{}",
        });
        return db.SaveChangesAsync();
    });
}
