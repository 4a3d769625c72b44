using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Search;

/// <summary>
/// One box for estates, buildings, dwellings and owners. Always a POST: what is typed may be a person's name, and addresses end in logs and histories.
/// </summary>
[Route("{county}/search"), Requires(Duty.ReadRegistry)]
public sealed class SearchController(CurrentAccess access, PortalSearch search) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await search.FindAsync(null));

    [HttpPost("")]
    public async Task<IActionResult> Create([FromForm] string? find)
    {
        var hits = await search.FindAsync(ModelState.IsValid ? find : null);
        return Request.Headers.ContainsKey("HX-Request") ? PartialView("Hits", hits) : View("Index", hits);
    }
}
