using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>A version is fixed (确定), or given up (放弃).</summary>
[Route("{county}/schemes/{id:guid}"), Requires(Duty.EditPlans)]
public sealed class SchemeStepsController(CurrentAccess access, SchemeReader reader, SchemeService schemes) : PortalController(access)
{
    [HttpPost("fixing")]
    public async Task<IActionResult> Create(Guid id, SchemeStepForm form) =>
        await reader.FindAsync(id) is null ? NotFound() : Told(id, ModelState.IsValid ? await schemes.FixAsync(id, form.Version) : ["页面已过期，请刷新后再试。"], "方案已确定，文本已固定。");

    [HttpPost("discarding")]
    public async Task<IActionResult> Destroy(Guid id, SchemeStepForm form) =>
        await reader.FindAsync(id) is not { } scheme ? NotFound() : Told(id, ModelState.IsValid ? await schemes.DiscardAsync(scheme, form.Version) : ["页面已过期，请刷新后再试。"], "已放弃该版。");

    private RedirectResult Told(Guid id, IReadOnlyList<string> refusals, string done) => Told($"{Home}/schemes/{id}", refusals, done);
}
