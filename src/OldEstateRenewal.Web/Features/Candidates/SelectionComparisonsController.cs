using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>Two drafts side by side.</summary>
[Route("{county}/selections/comparison"), Requires(Duty.ReadPlans)]
public sealed class SelectionComparisonsController(CurrentAccess access, SelectionService selections) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid? first, Guid? second) =>
        await selections.FindAsync(first ?? default) is { } one && await selections.FindAsync(second ?? default) is { } other ? View(new SelectionComparison(one, other)) : NotFound();
}
