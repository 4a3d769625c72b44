using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>A phone or number, seen once for a reason that is kept. The value stands in this answer and nowhere else.</summary>
[Route("{county}/owners/{id:guid}/revelations"), Requires(Duty.RevealPersonalData)]
public sealed class RevelationsController(CurrentAccess access, PortalDbContext db, OwnerService owners, PersonalData secrets) : PortalController(access)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, RevelationForm form)
    {
        var owner = await db.Owners.SingleOrDefaultAsync(o => o.Id == id);
        if (owner is null) return NotFound();
        if (owner.Box(form.Field) is null && ModelState.IsValid) ModelState.AddModelError("", $"未登记{form.Field.Name()}。");
        if (!ModelState.IsValid) return Again("/Features/Owners/Show.cshtml", (await OwnerSheet.ReadAsync(db, secrets, id))!);
        return View("Show", new Revelation(owner, form.Field, await owners.RevealAsync(owner, form.Field, form.Reason!), form.Reason!));
    }
}
