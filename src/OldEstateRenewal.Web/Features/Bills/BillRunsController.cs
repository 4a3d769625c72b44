using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>分户账单 of a project: its runs, the form of a 试算, one run.</summary>
[Route("{county}"), Requires(Duty.ReadBills)]
public sealed class BillRunsController(CurrentAccess access, BillReader reader, BillRunService runs) : PortalController(access)
{
    [HttpGet("projects/{id:guid}/bills")]
    public async Task<IActionResult> Index(Guid id) => await reader.IndexAsync(id) is { } index ? View(index) : NotFound();

    [HttpGet("projects/{id:guid}/bills/new"), Requires(Duty.EditBills)]
    public async Task<IActionResult> New(Guid id)
    {
        ModelState.Clear();
        if (await reader.ProjectAsync(id) is null) return NotFound();
        return await reader.EditorAsync(id, null) is { Against.Count: 0 } editor ? View(editor) : Redirect($"{Home}/projects/{id}/bills");
    }

    [HttpPost("projects/{id:guid}/bills"), Requires(Duty.EditBills)]
    public async Task<IActionResult> Create(Guid id, BillForm form)
    {
        if (await reader.ProjectAsync(id) is null) return NotFound();
        if (await reader.EditorAsync(id, form) is not { } editor) return Told($"{Home}/projects/{id}/bills", BillRules.WhyNotDraft(null), "");
        var choices = Choices(editor);
        var refusals = ModelState.IsValid ? await runs.DraftAsync(editor.Project, editor.Sheet, form, choices) : [];
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again("New", editor);
        Notice("已试算，尚未出账。请逐批核对后出账。");
        return Redirect($"{Home}/projects/{id}/bills");
    }

    [HttpGet("bill-runs/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("bill-runs/{id:guid}/discarding"), Requires(Duty.EditBills)]
    public async Task<IActionResult> Destroy(Guid id, BillStepForm form)
    {
        if (await reader.RunAsync(id) is not { } run) return NotFound();
        var refusals = ModelState.IsValid ? await runs.DiscardAsync(run, form.Version) : Wrong();
        return Told(refusals.Count == 0 ? $"{Home}/projects/{run.ProjectId}/bills" : $"{Home}/bill-runs/{id}", refusals, "已放弃试算。");
    }

    /// <summary>What was chosen, checked against what there is to choose.</summary>
    private List<LineChoice> Choices(BillEditor editor)
    {
        var form = editor.Form;
        foreach (var reason in editor.Against) ModelState.AddModelError("", reason);
        if (form.SheetId != editor.Sheet.Id) ModelState.AddModelError("", "填写期间费用分担表已另行确定，请刷新后重新填写。");
        form.Kinds = form.Kinds.Where(Enum.IsDefined).Distinct().ToList();
        if (form.Kinds.Count == 0) ModelState.AddModelError(nameof(form.Kinds), "请选择计收哪些种类的房屋。");
        var chosen = new List<LineChoice>();
        for (var i = 0; i < form.Lines.Count; i++)
        {
            if (form.Lines[i].Include && editor.Lines.FirstOrDefault(line => line.Id == form.Lines[i].Id) is { } line && chosen.All(choice => choice.Line.Id != line.Id)) chosen.Add(new LineChoice(line, Decided(line, form.Lines[i], i)));
        }

        if (editor.Before.Count > 0 && chosen.Count < editor.Lines.Count) ModelState.AddModelError(nameof(form.Lines), "差额账单须把全部项目一起计入。");
        else if ((chosen.Count == 0 && editor.Before.Count == 0) || chosen.Count >= BillRun.MostParts) ModelState.AddModelError(nameof(form.Lines), chosen.Count == 0 ? "请至少选择一项。" : $"一批最多 {BillRun.MostParts - 1} 项。");
        if (chosen.Any(choice => choice.Decided is not null) && form.Basis.OrNull() is null) ModelState.AddModelError(nameof(form.Basis), "按业主约定分摊的，请写明依据（表决结果、协议名称和日期）。");
        return chosen;
    }

    private HouseholdSplit? Decided(OwnersLine line, BillLineForm typed, int at)
    {
        if (line.Own is not null || typed.Split is not { } by) return null;
        if (!Enum.IsDefined(by)) ModelState.AddModelError($"Lines[{at}].Split", "请从列出的分摊方式中选择。");
        if (!by.HasStoreys()) return new HouseholdSplit(by, []);
        var (steps, problem) = SplitText.Parse(typed.Coefficients);
        problem ??= SplitText.Write(steps)!.Length > BillPart.CoefficientsLength ? "楼层系数过长。" : null;
        if (problem is not null) ModelState.AddModelError($"Lines[{at}].Coefficients", problem);
        return new HouseholdSplit(by, steps);
    }
}
