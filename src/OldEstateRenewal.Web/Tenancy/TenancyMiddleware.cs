using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore.Storage;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Tenancy;

/// <summary>
/// Addresses that begin with a tenant's key: finds out, afresh, what the person may do there, and puts one transaction around
/// the request. A tenant that is unknown and one that is not the person's look the same: 404.
/// </summary>
public sealed class TenancyMiddleware(RequestDelegate next, AccessLookup lookup)
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
        lease.Set(access.Scope, access.Supervises);
        await using var transaction = await http.RequestServices.GetRequiredService<PortalDbContext>().Database.BeginTransactionAsync(http.RequestAborted);
        var end = new RequestEnd(http, access, transaction);
        // What has been written is safe before anybody is told so.
        if (!HttpMethods.IsGet(http.Request.Method)) http.Response.OnStarting(end.ReachAsync);
        try
        {
            await next(http);
        }
        catch
        {
            end.GiveUp();
            throw;
        }

        await end.ReachAsync();
    }
}

/// <summary>The end of a request's transaction: reached once, before the first byte of the answer to a write, or never.</summary>
internal sealed class RequestEnd(HttpContext http, Access access, IDbContextTransaction transaction)
{
    private bool isReached;

    public void GiveUp() => isReached = true;

    public async Task ReachAsync()
    {
        if (isReached) return;
        isReached = true;
        if (!access.Supervises) await http.RequestServices.GetRequiredService<VerdictKeeper>().KeepAsync();
        await transaction.CommitAsync(CancellationToken.None);
    }
}

/// <summary>
/// Which context the request gets. The container makes the context, once, and is the only one to give it back: a pooled context given back
/// twice would serve two requests at once.
/// </summary>
public sealed class DatabaseLease(PortalDatabase database)
{
    private TenantScope? scope;
    private bool supervise;
    private bool isTaken;

    /// <summary>On whose behalf the request asks; before anything has asked.</summary>
    public void Set(TenantScope known, bool asSupervisor)
    {
        if (isTaken) throw new InvalidOperationException("The request already asked the database before its tenant was known.");
        (scope, supervise) = (known, asSupervisor);
    }

    public PortalDbContext Take()
    {
        isTaken = true;
        return database.Lease(scope, supervise);
    }
}
