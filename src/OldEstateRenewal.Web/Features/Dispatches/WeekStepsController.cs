using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>审定 and 重开 of a week.</summary>
[Route("{county}/dispatch/" + DispatchesController.Week), Requires(Duty.ApproveWeeks)]
public sealed class WeekStepsController(CurrentAccess access, WeekReader reader, WeekService weeks) : PortalController(access)
{
    [HttpPost("approval")]
    public async Task<IActionResult> Create(string week, WeekStepForm form)
    {
        if (await reader.WeekAsync(week) is not { } of) return NotFound();
        var refusals = ModelState.IsValid ? await weeks.ApproveAsync(of, form) : Wrong();
        return refusals.Count > 0 ? await AgainAsync(of, refusals) : Told($"{Home}/dispatch/{week}", [], $"{of.Name}已审定锁定。");
    }

    [HttpPost("reopening")]
    public async Task<IActionResult> Destroy(string week, WeekStepForm form)
    {
        if (await reader.WeekAsync(week) is not { } of) return NotFound();
        var refusals = ModelState.IsValid ? await weeks.ReopenAsync(of, form) : Wrong();
        return refusals.Count > 0 ? await AgainAsync(of, refusals) : Told($"{Home}/dispatch/{week}", [], $"{of.Name}已重开，更正后须重新审定。");
    }

    private async Task<IActionResult> AgainAsync(DispatchWeek week, IReadOnlyList<string> refusals)
    {
        ModelState.Remove(nameof(WeekStepForm.Reason));
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        ViewData["Reason"] = Request.Form[nameof(WeekStepForm.Reason)].ToString();
        return Again("/Features/Dispatches/Dispatches/Show.cshtml", await reader.PageAsync(week));
    }
}
