using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>A cost sheet is fixed (确定), or given up (放弃).</summary>
[Route("{county}/costs/{id:guid}"), Requires(Duty.EditFunds)]
public sealed class CostStepsController(CurrentAccess access, CostReader reader, CostService costs) : PortalController(access)
{
    [HttpPost("fixing")]
    public async Task<IActionResult> Create(Guid id, CostStepForm form) =>
        await reader.FindAsync(id) is null ? NotFound() : Told($"{Home}/costs/{id}", ModelState.IsValid ? await costs.FixAsync(id, form.Version) : ["页面已过期，请刷新后再试。"], "造价已确定。");

    [HttpPost("discarding")]
    public async Task<IActionResult> Destroy(Guid id, CostStepForm form) =>
        await reader.FindAsync(id) is not { } sheet ? NotFound() : Told($"{Home}/costs/{id}", ModelState.IsValid ? await costs.DiscardAsync(sheet, form.Version) : ["页面已过期，请刷新后再试。"], "已放弃该版。");
}
