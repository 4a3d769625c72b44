using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Tenancy;

/// <summary>
/// Addresses that begin with a tenant's key: finds out, afresh, what the person may do there, and puts one transaction around
/// the request. A tenant that is unknown and one that is not the person's look the same: 404.
/// </summary>
public sealed class TenancyMiddleware(RequestDelegate next, PortalDatabase database, AccessLookup lookup)
{
    public const string RouteKey = "county";

    public async Task InvokeAsync(HttpContext http, CurrentAccess current, DatabaseLease lease)
    {
        if (http.GetRouteValue(RouteKey) is not string key)
        {
            await next(http);
            return;
        }

        if (http.User.Identity?.IsAuthenticated != true)
        {
            await http.ChallengeAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        var (access, stampIsFresh) = await lookup.FindAsync(http.User, key);
        if (!stampIsFresh)
        {
            await http.SignOutAsync(IdentityConstants.ApplicationScheme);
            await http.ChallengeAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        if (access is null)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        current.Set(access);
        lease.Give(database.Lease(access.Scope, access.Supervises));
        var context = http.RequestServices.GetRequiredService<PortalDbContext>();
        await using var transaction = await context.Database.BeginTransactionAsync(http.RequestAborted);
        await next(http);
        await transaction.CommitAsync(CancellationToken.None);
    }
}

/// <summary>
/// The context of the current request; outside a tenant's address one that sees no tenant's rows. The container takes it back, and
/// nobody else: a pooled context given back twice would be lent to two requests at once, perhaps of two tenants.
/// </summary>
public sealed class DatabaseLease(PortalDatabase database)
{
    private PortalDbContext? context;

    public PortalDbContext Context => context ??= database.Lease(null);

    public void Give(PortalDbContext given) => context = given;
}
