using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>估算、预算、合同价、结算对照.</summary>
[Route("{county}/projects/{id:guid}/cost-comparison"), Requires(Duty.ReadFunds)]
public sealed class CostComparisonsController(CurrentAccess access, CostReader reader) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => await reader.CompareAsync(id) is { } comparison ? View(comparison) : NotFound();
}
