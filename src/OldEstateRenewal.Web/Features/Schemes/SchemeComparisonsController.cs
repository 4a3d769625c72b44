using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>两版对照.</summary>
[Route("{county}/schemes/{id:guid}/comparison"), Requires(Duty.ReadProjects)]
public sealed class SchemeComparisonsController(CurrentAccess access, SchemeReader reader) : PortalController(access)
{
    /// <param name="id">The later version.</param>
    /// <param name="with">Another version of the same project; the one before it unless said.</param>
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, Guid? with)
    {
        if (await reader.FindAsync(id) is not { } scheme) return NotFound();
        var others = (await reader.VersionsAsync(scheme.ProjectId)).Where(other => other.Id != id && other.State != SchemeState.Discarded).ToList();
        var chosen = others.FirstOrDefault(other => other.Id == with) ?? others.FirstOrDefault(other => other.Number < scheme.Number) ?? others.FirstOrDefault();
        if (chosen is null || await reader.FindAsync(chosen.Id) is not { } other) return NotFound();
        var (earlier, later) = other.Number < scheme.Number ? (other, scheme) : (scheme, other);
        return View(SchemeComparison.Of(await reader.CheckAsync(earlier), await reader.CheckAsync(later)));
    }
}
