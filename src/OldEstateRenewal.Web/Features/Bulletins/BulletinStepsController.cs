using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>重新取数 and 印发 of a draft.</summary>
[Route("{county}/bulletins/{id:guid}"), Requires(Duty.Supervise)]
public sealed class BulletinStepsController(CurrentAccess access, BulletinReader reader, BulletinService bulletins) : PortalController(access)
{
    [HttpPost("snapshot")]
    public async Task<IActionResult> Update(Guid id, BulletinStepForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        return Told($"{Home}/bulletins/{id}", await bulletins.RefreshAsync(page.Bulletin, form.Version), "已重新取数，文字已按新数重拟。");
    }

    [HttpPost("issue")]
    public async Task<IActionResult> Create(Guid id, BulletinIssueForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        foreach (var refusal in ModelState.IsValid ? await bulletins.IssueAsync(page.Bulletin, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again("/Features/Bulletins/Bulletins/Show.cshtml", page with { Issue = form });
        Notice("已印发，各县（市、区）可查看并签收。");
        return Redirect($"{Home}/bulletins/{id}");
    }
}
