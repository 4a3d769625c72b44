using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>One owner and what is owned.</summary>
[Route("{county}/owners"), Requires(Duty.ReadHouseholds)]
public sealed class OwnersController(CurrentAccess access, PortalDbContext db, OwnerService owners, PersonalData secrets) : PortalController(access)
{
    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await OwnerSheet.ReadAsync(db, secrets, id) is { } page ? View(page) : NotFound();

    [HttpGet("{id:guid}/edit"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Edit(Guid id)
    {
        var owner = await db.Owners.SingleOrDefaultAsync(o => o.Id == id);
        return owner is null ? NotFound() : View("Edit", Editor(owner, OwnerForm.Of(owner)));
    }

    [HttpPost("{id:guid}"), Requires(Duty.EditHouseholds)]
    public async Task<IActionResult> Update(Guid id, OwnerForm form)
    {
        var owner = await db.Owners.SingleOrDefaultAsync(o => o.Id == id);
        if (owner is null) return NotFound();
        if (!ModelState.IsValid) return Again("Edit", Editor(owner, form));
        if (await owners.EditAsync(owner, form) != SaveOutcome.Saved) return await StaleAsync(id, form);
        Notice("已保存业主资料。");
        return Redirect($"{Home}/owners/{id}");
    }

    private async Task<IActionResult> StaleAsync(Guid id, OwnerForm form)
    {
        db.ChangeTracker.Clear();
        if (await db.Owners.SingleOrDefaultAsync(o => o.Id == id) is not { } current) return NotFound();
        ModelState.AddModelError("", "您编辑期间，他人已修改并保存了此业主。您填写的内容仍在下方；核对后再次保存将以您填写的为准。");
        ModelState.Remove(nameof(form.Version));
        form.Version = current.Version;
        return Again("Edit", Editor(current, form) with { Current = OwnerForm.Of(current) });
    }

    private OwnerEditor Editor(Owner owner, OwnerForm form) => new(owner, form, owner.Masked(secrets, PersonalField.Phone), owner.Masked(secrets, PersonalField.IdNumber));
}
