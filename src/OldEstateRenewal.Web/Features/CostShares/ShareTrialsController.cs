using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>假设测算: other quantities, prices, shares or numbers of households. Nothing is saved.</summary>
[Route("{county}/shares/{id:guid}/trial"), Requires(Duty.ReadFunds)]
public sealed class ShareTrialsController(CurrentAccess access, ShareReader reader) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        var check = await reader.CheckAsync(sheet);
        return View(new ShareTrial(check, ShareTrialForm.Of(check), null));
    }

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, ShareTrialForm form)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        var check = await reader.CheckAsync(sheet);
        Check(check, form);
        return ModelState.IsValid ? View("Show", new ShareTrial(check, form, ShareTrial.Work(check, form))) : Again("Show", new ShareTrial(check, form, null));
    }

    private void Check(ShareCheck check, ShareTrialForm form)
    {
        var rules = check.Calculation.Rows(check.CostSheet.Lines, check.ChoiceOf).ToDictionary(row => row.Line.Id, row => row.Rule?.Item);
        for (var i = 0; i < form.Lines.Count; i++)
        {
            if (form.Lines[i].Contradiction is { } both) ModelState.AddModelError($"Lines[{i}].UnitCost", both);
            foreach (var share in rules.GetValueOrDefault(form.Lines[i].Id)?.Shares ?? [])
                if (Supplied.Wrong(share, share.Asks is null ? null : form.Lines[i].Supplied.GetValueOrDefault(share.Payer)) is { } wrong) ModelState.AddModelError($"Lines[{i}].Supplied[{share.Payer}]", wrong);
        }
    }
}
