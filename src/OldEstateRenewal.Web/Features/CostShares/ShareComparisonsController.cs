using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>两份文件对照: the same sheet under another document. Nothing is saved.</summary>
[Route("{county}/shares/{id:guid}/comparison"), Requires(Duty.ReadFunds)]
public sealed class ShareComparisonsController(CurrentAccess access, ShareReader reader) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, string? with) => await ReadAsync(id, new ShareComparisonForm { With = with }) is { } comparison ? View(comparison) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, ShareComparisonForm form)
    {
        if (await ReadAsync(id, form) is not { } comparison) return NotFound();
        if (comparison.Other is null) ModelState.AddModelError(nameof(form.With), "请选择列出的文件。");
        else
        {
            foreach (var (key, _, share) in comparison.AskedFractions) if (Supplied.Wrong(share, form.Fractions.GetValueOrDefault(key)) is { } wrong) ModelState.AddModelError($"Fractions[{key}]", wrong);
            foreach (var (key, _, share) in comparison.AskedAmounts) if (Supplied.Wrong(share, form.Amounts.GetValueOrDefault(key)) is { } wrong) ModelState.AddModelError($"Amounts[{key}]", wrong);
        }

        return ModelState.IsValid ? View("Show", comparison) : Again("Show", comparison);
    }

    private async Task<ShareComparison?> ReadAsync(Guid id, ShareComparisonForm form)
    {
        if (await reader.FindAsync(id) is not { } sheet) return null;
        var documents = await reader.DocumentsAsync();
        var other = documents.FirstOrDefault(document => document.Key == form.With);
        return new ShareComparison(await reader.CheckAsync(sheet), documents, other, other is null ? null : await reader.ViewAsync(other, sheet.AppliedOn), form);
    }
}
