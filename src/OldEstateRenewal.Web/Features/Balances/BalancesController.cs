using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using BalanceSide = OldEstateRenewal.Domain.Planning.BalanceSide;

namespace OldEstateRenewal.Web.Features.Balances;

/// <summary>资金平衡测算: those of a project, one of them, and its form.</summary>
[Route("{county}"), Requires(Duty.ReadFunds)]
public sealed class BalancesController(CurrentAccess access, PortalDbContext db, BalanceReader reader, BalanceService balances) : PortalController(access)
{
    private const int EmptyRows = 3;

    [HttpGet("projects/{id:guid}/balances")]
    public async Task<IActionResult> Index(Guid id) => await reader.ListAsync(id) is { } list ? View(list) : NotFound();

    [HttpGet("balances/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.FindAsync(id) is { } sheet ? View(await reader.ViewAsync(sheet)) : NotFound();

    [HttpPost("projects/{id:guid}/balances"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Create(Guid id)
    {
        if (await reader.ProjectAsync(id) is not { } project) return NotFound();
        var (made, refusals) = await balances.StartAsync(project);
        return refusals.Count > 0 ? Told($"{Home}/projects/{id}/balances", refusals, "") : Redirect($"{Home}/balances/{made}/edit");
    }

    [HttpGet("balances/{id:guid}/edit"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Edit(Guid id)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        return BalanceRules.WhyNotEdit(sheet).Count > 0 ? Redirect($"{Home}/balances/{id}") : View(new BalanceEditor(await reader.ViewAsync(sheet), WithRows(BalanceForm.Of(sheet))));
    }

    [HttpPost("balances/{id:guid}"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Update(Guid id, BalanceForm form)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        var view = await reader.ViewAsync(sheet);
        Check(view, form);
        var refusals = ModelState.IsValid ? await balances.EditAsync(view, form) : [];
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return await AgainAsync(id, form);
        Notice("已保存。");
        return Redirect($"{Home}/balances/{id}");
    }

    /// <summary>What was typed, over the sheet as it is in the database now.</summary>
    private async Task<IActionResult> AgainAsync(Guid id, BalanceForm form)
    {
        db.ChangeTracker.Clear();
        if (await reader.FindAsync(id) is not { } now) return NotFound();
        ModelState.Remove(nameof(form.Version));
        form.Version = now.Version;
        return Again("Edit", new BalanceEditor(await reader.ViewAsync(now), WithRows(form)));
    }

    private static BalanceForm WithRows(BalanceForm form)
    {
        for (var i = form.Lines.Count(line => line.IsEmpty); i < EmptyRows; i++) form.Lines.Add(new BalanceLineForm());
        return form;
    }

    private void Check(BalanceView view, BalanceForm form)
    {
        if (form.Lines.Count > BalanceSheet.MostLines) ModelState.AddModelError("", $"最多 {BalanceSheet.MostLines} 行。");
        if (form.DiscountRate is { } rate && decimal.Round(rate, 4) != rate) ModelState.AddModelError(nameof(form.DiscountRate), "折现率最多 4 位小数。");
        for (var i = 0; i < form.Lines.Count; i++)
        {
            var line = form.Lines[i];
            if (line.IsEmpty || line.Remove) continue;
            foreach (var (field, text) in line.Problems()) ModelState.AddModelError($"Lines[{i}].{field}", text);
            if (!Enum.IsDefined(line.Side)) ModelState.AddModelError($"Lines[{i}].Side", "请选择收益或支出。");
            if (line.RevenueKey.OrNull() is { } key && view.Revenues.All(revenue => revenue.Item.Key != key)) ModelState.AddModelError($"Lines[{i}].RevenueKey", "请从列出的收益来源中选择。");
            if (line.Side == BalanceSide.Cost && line.RevenueKey.OrNull() is not null && line.Name.OrNull() is null) ModelState.AddModelError($"Lines[{i}].Name", "支出请写明名称。");
        }
    }
}

/// <summary>A balance is fixed (确定), or given up (放弃).</summary>
[Route("{county}/balances/{id:guid}"), Requires(Duty.EditFunds)]
public sealed class BalanceStepsController(CurrentAccess access, BalanceReader reader, BalanceService balances) : PortalController(access)
{
    [HttpPost("fixing")]
    public async Task<IActionResult> Create(Guid id, BalanceStepForm form) =>
        await reader.FindAsync(id) is not { } sheet ? NotFound() : Told(Of(id), ModelState.IsValid ? await balances.FixAsync(await reader.ViewAsync(sheet), form.Version!.Value) : Wrong(), "测算已确定。");

    [HttpPost("discarding")]
    public async Task<IActionResult> Destroy(Guid id, BalanceStepForm form) =>
        await reader.FindAsync(id) is not { } sheet ? NotFound() : Told(Of(id), ModelState.IsValid ? await balances.DiscardAsync(sheet, form.Version!.Value) : Wrong(), "已放弃。");

    private string Of(Guid id) => $"{Home}/balances/{id}";
}

/// <summary>平衡测算表 as PDF and Excel.</summary>
[Route("{county}/balances/{id:guid}"), Requires(Duty.ReadFunds)]
public sealed class BalanceDocumentsController(CurrentAccess access, BalanceReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("document.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(Guid id, string format) =>
        await reader.FindAsync(id) is { } sheet ? new TableFile(BalanceTable.Of(await reader.ViewAsync(sheet), Access, time.GetUtcNow()), format) : NotFound();
}
