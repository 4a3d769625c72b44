using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>What the controllers of a site have in common: told on the page that one comes back to, or beside the form.</summary>
public abstract class SitePages(CurrentAccess access) : PortalController(access)
{
    protected string Site(Guid id) => $"{Home}/projects/{id}/site";

    protected bool Accepted(IReadOnlyList<string> refusals)
    {
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        return ModelState.IsValid;
    }
}

/// <summary>施工现场: the site of a project on one page, for a phone first.</summary>
[Route("{county}/projects/{id:guid}/site"), Requires(Duty.ReadProjects)]
public sealed class SiteController(CurrentAccess access, SiteReader reader) : SitePages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();
}
