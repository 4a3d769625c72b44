using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>减免与救助 of a bill, and their revocation.</summary>
[Route("{county}"), Requires(Duty.EditBills)]
public sealed class ReliefsController(CurrentAccess access, PortalDbContext db, BillReader reader, ReliefService reliefs) : PortalController(access)
{
    private const string Page = "/Features/Bills/Bills/Show.cshtml";

    [HttpPost("bills/{id:guid}/reliefs")]
    public async Task<IActionResult> Create(Guid id, ReliefForm form)
    {
        if (await reader.BillAsync(id) is not { } page) return NotFound();
        if (form.ActId == Guid.Empty) ModelState.AddModelError("", "页面已失效，请刷新后重录。");
        if (form.Kind is { } kind && kind is not (ReliefKind.Exemption or ReliefKind.Aid)) ModelState.AddModelError(nameof(form.Kind), "请选择减免或救助。");
        if (form.SourceKey is { } key && page.Sources.All(source => source.Item.Key != key)) ModelState.AddModelError(nameof(form.SourceKey), "请从列出的资金来源中选择。");
        var refusals = ModelState.IsValid ? await reliefs.RelieveAsync(id, form) : [];
        foreach (var refusal in refusals) ModelState.AddModelError(nameof(form.Amount), refusal);
        if (!ModelState.IsValid) return Again(Page, page with { Relief = form });
        Notice($"已登记{form.Kind!.Value.Name()}。");
        return Redirect($"{Home}/bills/{id}");
    }

    [HttpPost("reliefs/{id:guid}/revocation")]
    public async Task<IActionResult> Destroy(Guid id, ReliefRevocationForm form)
    {
        if (await db.BillReliefs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id) is not { } relief) return NotFound();
        return Told($"{Home}/bills/{relief.BillId}", ModelState.IsValid ? await reliefs.RevokeAsync(relief, form.Reason!) : Wrong(), "已撤销此笔减免。");
    }
}
