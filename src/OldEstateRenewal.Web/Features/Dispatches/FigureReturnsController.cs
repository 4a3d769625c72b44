using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>Within a county: a figure sent back to who sent it, and the answer.</summary>
[Route("{county}/projects/{id:guid}/weeks/" + DispatchesController.Week + "/returns")]
public sealed class FigureReturnsController(CurrentAccess access, WeekReader reader, ReturnService returns, WeeklySheetService sheets) : PortalController(access)
{
    [HttpPost(""), Requires(Duty.ReturnFigures)]
    public async Task<IActionResult> Create(Guid id, string week, FigureReturnForm form)
    {
        if (await LineAsync(id, week) is not { } line) return NotFound();
        var refusals = ModelState.IsValid ? await returns.ReturnAsync(line, form) : Wrong();
        return Told($"{Home}/projects/{id}/weeks/{week}", refusals, "已退回，数字未改动。");
    }

    [HttpPost("{returned:guid}/reply"), Requires(Duty.SendWeeklySheets)]
    public async Task<IActionResult> Update(Guid id, string week, Guid returned, ReturnReplyForm form)
    {
        if (await LineAsync(id, week) is not { } line || line.Returns.FirstOrDefault(each => each.Return.Id == returned) is not { } of) return NotFound();
        var refusals = ModelState.IsValid ? await sheets.ReplyAsync(line, of, form) : Wrong();
        return Told($"{Home}/projects/{id}/weeks/{week}", refusals, "已答复。");
    }

    private async Task<WeekLine?> LineAsync(Guid id, string week) => await reader.WeekAsync(week) is { } of ? await reader.LineAsync(of, id) : null;
}
