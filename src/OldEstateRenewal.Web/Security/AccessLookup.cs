using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Security;

/// <summary>One indexed read per request: is the sign-in still good, and what may the person do in this tenant.</summary>
public sealed class AccessLookup(PortalDatabase database, IOptions<IdentityOptions> identity)
{
    private static readonly Func<PortalDbContext, Guid, string, Task<Row?>> find = EF.CompileAsyncQuery((PortalDbContext db, Guid userId, string key) =>
        (from user in db.Users
         where user.Id == userId
         from tenant in db.Tenants.Where(t => t.Key == key).DefaultIfEmpty()
         from membership in db.Memberships
             .Where(m => m.UserId == userId && (m.TenantId == tenant!.Id || (m.Role == Role.City && tenant.AncestorIds.Contains(m.TenantId))))
             .OrderBy(m => m.TenantId == tenant!.Id ? 0 : 1).Take(1).DefaultIfEmpty()
         select new Row(user.SecurityStamp, user.DisplayName, tenant, membership)).AsNoTracking().FirstOrDefault());

    public async Task<(Access? Access, bool StampIsFresh)> FindAsync(ClaimsPrincipal person, string tenantKey)
    {
        var userId = Guid.Parse(person.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var row = await database.InTransactionAsync(TenantScope.OfPerson(userId), db => find(db, userId, tenantKey));
        if (row is null || row.SecurityStamp != person.FindFirstValue(identity.Value.ClaimsIdentity.SecurityStampClaimType)) return (null, false);
        if (row.Tenant is null || row.Membership is null) return (null, true);
        return (new Access(userId, row.DisplayName, row.Tenant, row.Membership.Role, row.Membership.StreetId), true);
    }

    /// <summary>The tenants the person is a member of, for the page after signing in.</summary>
    public Task<List<MembershipRow>> MembershipsAsync(Guid userId) => database.InTransactionAsync(TenantScope.OfPerson(userId), db =>
        (from membership in db.Memberships
         where membership.UserId == userId
         join tenant in db.Tenants on membership.TenantId equals tenant.Id
         orderby tenant.Key
         select new MembershipRow(tenant.Key, tenant.Name, membership.Role)).ToListAsync());

    private sealed record Row(string? SecurityStamp, string DisplayName, Tenant? Tenant, Membership? Membership);
}

public sealed record MembershipRow(string TenantKey, string TenantName, Role Role);
