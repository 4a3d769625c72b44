using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>Issues passes for lorries. The whole county waits its turn for a number, so that none is given twice and none is left out.</summary>
public sealed class PassService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> IssueAsync(Guid projectId, PassForm form)
    {
        var today = ChinaTime.Today(time);
        if (form.UntilOn < today) return ["截止日期已过，不能出具。"];
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var plate = form.PlateKept;
        if (await db.GreenPasses.FirstOrDefaultAsync(p => p.ProjectId == projectId && p.Plate == plate && p.VoidedAt == null && p.FromOn <= form.UntilOn && form.FromOn <= p.UntilOn) is { } other) return [$"{plate} 在此期间已有证明：{other.Name}（{other.FromOn:yyyy-MM-dd} 至 {other.UntilOn:yyyy-MM-dd}）。"];
        var last = await db.GreenPasses.Where(p => p.Year == today.Year).MaxAsync(p => (int?)p.Number) ?? 0;
        var pass = new GreenPass
        {
            ProjectId = projectId,
            Year = today.Year,
            Number = last + 1,
            Kind = form.Kind!.Value,
            Plate = plate,
            Route = form.Route!.Trim(),
            FromOn = form.FromOn!.Value,
            UntilOn = form.UntilOn!.Value,
            IssuedBy = access.Value.UserName,
            IssuedAt = time.GetUtcNow(),
        };
        db.GreenPasses.Add(pass);
        audit.Add("PassIssued", pass, $"{pass.Name} {pass.Plate}");
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> VoidAsync(GreenPass pass, string reason)
    {
        if (pass.VoidedAt is not null) return ["此证明已作废。"];
        (pass.VoidedAt, pass.VoidedBy, pass.VoidReason) = (time.GetUtcNow(), access.Value.UserName, reason.Trim());
        audit.Add("PassVoided", pass, $"{pass.Name} {pass.Plate}", reason.Trim());
        await db.SaveChangesAsync();
        return [];
    }
}
