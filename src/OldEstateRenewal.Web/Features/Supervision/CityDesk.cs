using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Supervision;

/// <summary>Writes in a city's own tenant, in a transaction of its own: the request of a city's person only reads, through the supervisors' database role.</summary>
public sealed class CityDesk(PortalDatabase database, CurrentAccess access, TimeProvider time)
{
    public Task<IReadOnlyList<string>> WriteAsync(Func<PortalDbContext, Task<IReadOnlyList<string>>> act) => database.InTransactionAsync(TenantScope.OfTenant(access.Value.Tenant.Id), act);

    public void Note(PortalDbContext own, string kind, ITenantOwned subject, Guid id, string name, string? remark = null) => own.AuditEntries.Add(new AuditEntry
    {
        At = time.GetUtcNow(),
        UserId = access.Value.UserId,
        By = access.Value.UserName,
        Kind = kind,
        SubjectType = subject.GetType().Name,
        SubjectId = id,
        Subject = name,
        Changes = "{}",
        Remark = remark,
    });
}
