using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>Records what the county decided to take of a project's residual.</summary>
public sealed class CountyShareService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> RecordAsync(ProjectFunding page, CountyShareForm form)
    {
        if (page.Residual.WhyNotRecord is { } reason) return [reason];
        await db.TakeTurnAsync(page.Project.Id);
        if (await db.CountyShares.AnyAsync(s => s.Id == form.ActId)) return [];
        var share = new CountyShare { TenantId = access.Value.Tenant.Id, Id = form.ActId!.Value, ProjectId = page.Project.Id, Share = Supplied.Plain(form.Share)!, Basis = form.Basis!.Trim(), By = access.Value.UserName, At = time.GetUtcNow() };
        db.CountyShares.Add(share);
        audit.Add("CountyShareRecorded", share, $"{page.Project.Name} {share.Share}", share.Basis);
        await db.SaveChangesAsync();
        return [];
    }
}
