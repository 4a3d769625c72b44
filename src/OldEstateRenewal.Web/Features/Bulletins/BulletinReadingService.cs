using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>签收 of a bulletin by a person of a county; signed twice counts once.</summary>
public sealed class BulletinReadingService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> SignAsync(BulletinPage page)
    {
        var id = page.Bulletin.Id;
        await db.TakeTurnAsync($"{access.Value.UserId} {id}");
        if (await db.BulletinReadings.AnyAsync(r => r.BulletinId == id && r.ById == access.Value.UserId)) return [];
        var reading = new BulletinReading { TenantId = access.Value.Tenant.Id, BulletinId = id, By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.BulletinReadings.Add(reading);
        audit.Add("BulletinRead", reading, $"{BulletinWords.NameOf(page.Bulletin)} {page.Bulletin.Number}");
        await db.SaveChangesAsync();
        return [];
    }
}
