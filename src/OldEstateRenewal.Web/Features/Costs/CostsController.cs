using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>造价: the sheets of a project, one sheet, and its form.</summary>
[Route("{county}"), Requires(Duty.ReadFunds)]
public sealed class CostsController(CurrentAccess access, PortalDbContext db, CostReader reader, CostService costs) : PortalController(access)
{
    [HttpGet("projects/{id:guid}/costs")]
    public async Task<IActionResult> Index(Guid id) => await reader.ListAsync(id, new CostStartForm()) is { } list ? View(list) : NotFound();

    [HttpGet("costs/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("projects/{id:guid}/costs"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Create(Guid id, CostStartForm form)
    {
        if (await reader.ProjectAsync(id) is not { } project) return NotFound();
        if (form.Stage is null)
        {
            ModelState.Remove(nameof(form.Stage));
            ModelState.AddModelError("", "请选择列出的造价阶段。");
        }

        var (made, refusals) = ModelState.IsValid ? await costs.StartAsync(project, form.Stage!.Value, form.Reason.OrNull()) : (Guid.Empty, []);
        foreach (var refusal in refusals) ModelState.AddModelError(nameof(form.Reason), refusal);
        if (!ModelState.IsValid) return Again("Index", (await reader.ListAsync(id, form))!);
        Notice($"已开始编制{form.Stage!.Value.Name()}。");
        return Redirect($"{Home}/costs/{made}/edit");
    }

    [HttpGet("costs/{id:guid}/edit"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Edit(Guid id)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        return CostRules.WhyNotEdit(sheet).Count > 0 ? Redirect($"{Home}/costs/{id}") : View(new CostEditor(await reader.CheckAsync(sheet), CostForm.Of(sheet)));
    }

    [HttpPost("costs/{id:guid}"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Update(Guid id, CostForm form)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        var check = await reader.CheckAsync(sheet);
        Check(check, form);
        var refusals = ModelState.IsValid ? await costs.EditAsync(check, form) : [];
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return await AgainAsync(id, form);
        Notice(form.Added > 0 ? $"已保存，新列入 {form.Added} 行，请填写金额。" : "已保存。");
        return Redirect(form.Added > 0 ? $"{Home}/costs/{id}/edit" : $"{Home}/costs/{id}");
    }

    /// <summary>What was typed, over the sheet as it is in the database now.</summary>
    private async Task<IActionResult> AgainAsync(Guid id, CostForm form)
    {
        db.ChangeTracker.Clear();
        if (await reader.FindAsync(id) is not { } now) return NotFound();
        ModelState.Remove(nameof(form.Version));
        form.Version = now.Version;
        return Again("Edit", new CostEditor(await reader.CheckAsync(now), form));
    }

    private void Check(CostCheck check, CostForm form)
    {
        form.Add.RemoveAll(string.IsNullOrEmpty);
        form.AddFees.RemoveAll(string.IsNullOrEmpty);
        if (form.ReviewedOn > check.Today) ModelState.AddModelError(nameof(form.ReviewedOn), "日期不能在今天之后。");
        if (form.Add.Any(key => check.Catalogue.Find(key) is not { Item.Forbidden: false })) ModelState.AddModelError(nameof(form.Add), "请从改造内容清单中选择；禁止事项不得列入。");
        if (form.AddFees.Any(key => check.Catalogue.Find(key) is not { } answer || !CostEditor.IsFee(answer.Item))) ModelState.AddModelError(nameof(form.AddFees), "请从列出的配套费中选择。");
        if (form.AddOthers.Any(kind => !CostEditor.Others.Contains(kind))) ModelState.AddModelError(nameof(form.AddOthers), "请从列出的费用中选择。");
        if (check.Lines.Count + form.Added > CostSheet.MostLines) ModelState.AddModelError(nameof(form.Add), $"一张造价表最多 {CostSheet.MostLines} 行。");
        var lines = check.Lines.ToDictionary(line => line.Id);
        for (var i = 0; i < form.Lines.Count; i++)
        {
            var typed = form.Lines[i];
            if (typed.Contradiction(lines.GetValueOrDefault(typed.Id)?.Kind) is { } wrong) ModelState.AddModelError($"Lines[{i}].UnitCost", wrong);
            if (typed.Place is { } place && !check.Places.ContainsKey(place)) ModelState.AddModelError($"Lines[{i}].Place", "请从列出的部位中选择。");
        }
    }
}
