using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evidence;

/// <summary>佐证材料: served as what they are and nothing else, to the county and to its city.</summary>
[Route("{county}/evidence"), Requires(Duty.ReadProjects)]
public sealed class EvidenceController(CurrentAccess access, EvidenceShelf shelf) : PortalController(access)
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await shelf.FindAsync(id) is not { } paper) return NotFound();
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        Response.Headers.CacheControl = "private, no-cache";
        var disposition = new ContentDispositionHeaderValue(paper.IsImage ? "inline" : "attachment");
        disposition.SetHttpFileName(paper.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        return File(await shelf.BytesAsync(paper), paper.ContentType);
    }
}
