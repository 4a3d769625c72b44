using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sessions;

/// <summary>The way from the front door to the tenant one works for.</summary>
[AllowAnonymous]
public sealed class HomeController(AccessLookup lookup) : Controller
{
    [HttpGet("/")]
    public async Task<IActionResult> Index()
    {
        if (User.Identity?.IsAuthenticated != true) return Redirect("/sign-in");
        var memberships = await lookup.MembershipsAsync(Guid.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!));
        if (memberships is [{ Role: Role.Platform }]) return Redirect($"/{memberships[0].TenantKey}/operations");
        return memberships is [var only] ? Redirect("/" + only.TenantKey) : View(memberships);
    }
}
