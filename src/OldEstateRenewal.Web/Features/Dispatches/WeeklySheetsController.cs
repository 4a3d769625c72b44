using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>A project's sheet of one week: read, filled in, sent, corrected.</summary>
[Route("{county}/projects/{id:guid}/weeks/" + DispatchesController.Week), Requires(Duty.ReadProjects)]
public sealed class WeeklySheetsController(CurrentAccess access, WeekReader reader, WeeklySheetService sheets) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id, string week) => await EditorAsync(id, week, null) is { } editor ? View(editor) : NotFound();

    [HttpPost(""), Requires(Duty.SendWeeklySheets)]
    public async Task<IActionResult> Create(Guid id, string week, WeeklySheetForm form)
    {
        if (await EditorAsync(id, week, form) is not { } editor) return NotFound();
        if (ModelState.IsValid)
        {
            foreach (var refusal in await sheets.SendAsync(editor.Week, editor.Line, form)) ModelState.AddModelError(FieldOf(form, refusal), refusal.Text);
        }

        if (!ModelState.IsValid) return Again("Show", editor);
        Notice(form.Edition == 0 ? $"{editor.Line.Project.Name} {editor.Week.Name}已报送。" : "更正已报送，原报数保留。");
        return Redirect($"{Home}/dispatch/{week}");
    }

    private async Task<WeeklySheetEditor?> EditorAsync(Guid id, string week, WeeklySheetForm? form)
    {
        if (await reader.WeekAsync(week) is not { } of || await reader.LineAsync(of, id) is not { } line) return null;
        var isLocked = await reader.IsLockedAsync(of.From);
        return new WeeklySheetEditor(of, line, form ?? WeeklySheetForm.Of(line), DispatchRules.WhyNotSend(of, isLocked, reader.Today), isLocked);
    }

    /// <summary>Beside the reason where one is asked for, else beside the figure.</summary>
    private static string FieldOf(WeeklySheetForm form, SheetRefusal refusal)
    {
        var at = refusal.Key is null ? -1 : form.Figures.FindIndex(figure => figure.Key == refusal.Key);
        return at >= 0 ? $"Figures[{at}].{(refusal.AsksReason ? "Reason" : "Actual")}" : refusal.Key == nameof(WeeklySheetForm.Correction) ? nameof(WeeklySheetForm.Correction) : "";
    }
}
