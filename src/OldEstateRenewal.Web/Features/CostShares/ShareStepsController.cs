using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>A share sheet is fixed (确定), or given up (放弃).</summary>
[Route("{county}/shares/{id:guid}"), Requires(Duty.EditFunds)]
public sealed class ShareStepsController(CurrentAccess access, ShareReader reader, ShareService shares) : PortalController(access)
{
    [HttpPost("fixing")]
    public async Task<IActionResult> Create(Guid id, CostStepForm form) =>
        await reader.FindAsync(id) is null ? NotFound() : Told($"{Home}/shares/{id}", ModelState.IsValid ? await shares.FixAsync(id, form.Version) : ["页面已过期，请刷新后再试。"], "费用分担已确定，金额、条款和计算过程已固定。");

    [HttpPost("discarding")]
    public async Task<IActionResult> Destroy(Guid id, CostStepForm form) =>
        await reader.FindAsync(id) is not { } sheet ? NotFound() : Told($"{Home}/shares/{id}", ModelState.IsValid ? await shares.DiscardAsync(sheet, form.Version) : ["页面已过期，请刷新后再试。"], "已放弃该版。");
}
