using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>拟稿: a city draws up a bulletin and edits its text.</summary>
[Route("{county}/bulletins"), Requires(Duty.Supervise)]
public sealed class BulletinDraftsController(CurrentAccess access, BulletinReader reader, BulletinService bulletins) : PortalController(access)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(BulletinStartForm form)
    {
        var (id, refusals) = ModelState.IsValid ? await bulletins.StartAsync(form) : (Guid.Empty, []);
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again("/Features/Bulletins/Bulletins/Index.cshtml", await reader.IndexAsync());
        Notice("已按审定的周调度取数并拟稿，请核对文字后印发。");
        return Redirect($"{Home}/bulletins/{id}");
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, BulletinForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        foreach (var refusal in ModelState.IsValid ? await bulletins.EditAsync(id, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again("/Features/Bulletins/Bulletins/Show.cshtml", page with { Form = form });
        Notice("文字已保存。");
        return Redirect($"{Home}/bulletins/{id}");
    }
}
