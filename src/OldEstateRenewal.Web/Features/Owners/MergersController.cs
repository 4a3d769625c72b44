using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>Two rows that a person holds to be one owner are put together.</summary>
[Route("{county}/owners/{id:guid}/mergers"), Requires(Duty.EditHouseholds)]
public sealed class MergersController(CurrentAccess access, PortalDbContext db, OwnerService owners, PersonalData secrets) : PortalController(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id, Guid into)
    {
        ModelState.Clear();
        return await PageAsync(id, new MergerForm { Into = into }) is { } page ? View("New", page) : NotFound();
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, MergerForm form)
    {
        var page = await PageAsync(id, form);
        if (page is null) return NotFound();
        if (!ModelState.IsValid) return Again("New", page);
        var (owner, into) = (await db.Owners.SingleAsync(o => o.Id == id), await db.Owners.SingleAsync(o => o.Id == form.Into));
        if (await owners.MergeAsync(owner, into, form.Reason) != SaveOutcome.Saved) return await OvertakenAsync(id, form);
        Notice("已合并；原来的登记保留在历史中。");
        return Redirect($"{Home}/owners/{into.Id}");
    }

    private async Task<MergerPage?> PageAsync(Guid id, MergerForm form) =>
        form.Into != id && form.Into is { } other && await OwnerSheet.ReadAsync(db, secrets, id) is { } owner && await OwnerSheet.ReadAsync(db, secrets, other) is { } into ? new MergerPage(owner, into, form) : null;

    private async Task<IActionResult> OvertakenAsync(Guid id, MergerForm form)
    {
        db.ChangeTracker.Clear();
        ModelState.AddModelError("", "他人刚刚修改了这两位业主，没有合并。请再看一遍。");
        return await PageAsync(id, form) is { } page ? Again("New", page) : NotFound();
    }
}
