using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>抽取 and 作废 of a fixed list.</summary>
[Route("{county}/spot-checks/lists/{id:guid}"), Requires(Duty.Supervise)]
public sealed class CheckClosingsController(CurrentAccess access, CheckReader reader, CheckService checks) : PortalController(access)
{
    private const string List = "/Features/SpotChecks/CheckLists/Show.cshtml";

    [HttpPost("draw")]
    public async Task<IActionResult> Create(Guid id, CheckDrawForm form)
    {
        if (await reader.ListAsync(id) is not { } page) return NotFound();
        foreach (var refusal in ModelState.IsValid ? await checks.DrawAsync(page, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again(List, page);
        Notice("已抽取，种子、次序和结果不再改动，有关县（市、区）即可查看。");
        return Redirect($"{Home}/spot-checks/lists/{id}");
    }

    [HttpPost("withdrawal")]
    public async Task<IActionResult> Destroy(Guid id, CheckWithdrawalForm form)
    {
        if (await reader.ListAsync(id) is not { } page) return NotFound();
        foreach (var refusal in ModelState.IsValid ? await checks.WithdrawAsync(page, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again(List, page);
        Notice("名单已作废，仍可查看。");
        return Redirect($"{Home}/spot-checks/lists/{id}");
    }
}
