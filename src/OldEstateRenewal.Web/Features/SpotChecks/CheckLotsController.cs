using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>A drawn project and the visits to it.</summary>
[Route("{county}/spot-checks/lots/{id:guid}"), Requires(Duty.ReadProjects)]
public sealed class CheckLotsController(CurrentAccess access, CheckReader reader, CheckDesk desk) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => await reader.LotAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("visits"), Requires(Duty.Supervise)]
    public async Task<IActionResult> Create(Guid id, CheckVisitForm form)
    {
        if (await reader.LotAsync(id) is not { } page) return NotFound();
        foreach (var (field, text) in ModelState.IsValid ? await desk.VisitAsync(page, form) : []) ModelState.AddModelError(field, text);
        if (!ModelState.IsValid) return Again("Show", page with { Visit = form });
        Notice(form.IsClean ? "已登记，未发现问题。" : $"已登记 {form.Filled.Count} 个问题，已告知县级整改。");
        return Redirect($"{Home}/spot-checks/lots/{id}");
    }
}
