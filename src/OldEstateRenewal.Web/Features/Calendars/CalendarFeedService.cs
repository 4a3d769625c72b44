using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Calendars;

/// <summary>Makes and revokes the address of the person who asks; there is one at most.</summary>
public sealed class CalendarFeedService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private const string Name = "日历订阅";

    public Task<CalendarFeed?> CurrentAsync()
    {
        var me = access.Value.UserId;
        return db.CalendarFeeds.SingleOrDefaultAsync(f => f.PersonId == me && f.RevokedAt == null);
    }

    /// <summary>A new address; the token is told this once and kept nowhere.</summary>
    public async Task<string> MakeAsync()
    {
        await RevokeAsync();
        var token = CalendarToken.Make(access.Value.Tenant.Id);
        var feed = new CalendarFeed { TenantId = access.Value.Tenant.Id, PersonId = access.Value.UserId, TokenHash = CalendarToken.Hash(token), MadeAt = time.GetUtcNow() };
        db.CalendarFeeds.Add(feed);
        audit.Add("CalendarFeedMade", feed, Name);
        await db.SaveChangesAsync();
        return token;
    }

    public async Task<bool> RevokeAsync()
    {
        await db.TakeTurnAsync($"calendar {access.Value.Tenant.Id} {access.Value.UserId}");
        if (await CurrentAsync() is not { } feed) return false;
        feed.RevokedAt = time.GetUtcNow();
        audit.Add("CalendarFeedRevoked", feed, Name);
        await db.SaveChangesAsync();
        return true;
    }
}
