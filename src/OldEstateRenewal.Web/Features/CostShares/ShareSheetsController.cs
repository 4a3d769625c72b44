using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.CostShares;

public sealed record SharePage(ShareCheck Check, IReadOnlyList<string> AgainstFixing);

public sealed record ShareEditor(ShareCheck Check, ShareForm Form);

/// <summary>费用分担: the sheets of a project, one sheet, and its form.</summary>
[Route("{county}"), Requires(Duty.ReadFunds)]
public sealed class ShareSheetsController(CurrentAccess access, PortalDbContext db, ShareReader reader, ShareService shares, TimeProvider time) : PortalController(access)
{
    /// <param name="id">The project.</param>
    /// <param name="cost">The cost sheet chosen already.</param>
    [HttpGet("projects/{id:guid}/shares")]
    public async Task<IActionResult> Index(Guid id, Guid? cost) => await reader.ListAsync(id, new ShareStartForm { CostSheetId = cost, AppliedOn = ChinaTime.Today(time) }) is { } list ? View(list) : NotFound();

    [HttpGet("shares/{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        var check = await reader.CheckAsync(sheet);
        return View(new SharePage(check, ShareRules.WhyNotFix(check)));
    }

    [HttpPost("projects/{id:guid}/shares"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Create(Guid id, ShareStartForm form)
    {
        if (await reader.ListAsync(id, form) is not { } list) return NotFound();
        var cost = list.Costs.FirstOrDefault(sheet => sheet.Id == form.CostSheetId);
        if (cost is null) ModelState.AddModelError(nameof(form.CostSheetId), "请选择已确定的造价表。");
        if (form.AppliedOn is null && ModelState.IsValid) ModelState.AddModelError(nameof(form.AppliedOn), "请填写适用日期。");
        if (form.AppliedOn > ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.AppliedOn), "适用日期不能在今天之后。");
        var (made, refusals) = ModelState.IsValid ? await shares.StartAsync(id, cost!, form.AppliedOn!.Value) : (Guid.Empty, []);
        foreach (var refusal in refusals) ModelState.AddModelError(nameof(form.CostSheetId), refusal);
        if (!ModelState.IsValid) return Again("Index", list);
        Notice("已按政策计算。请核对各行适用的规则，补齐须录入的比例和金额。");
        return Redirect($"{Home}/shares/{made}");
    }

    [HttpGet("shares/{id:guid}/edit"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Edit(Guid id)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        if (ShareRules.WhyNotEdit(sheet).Count > 0) return Redirect($"{Home}/shares/{id}");
        var check = await reader.CheckAsync(sheet);
        return View(new ShareEditor(check, ShareForm.Of(check)));
    }

    [HttpPost("shares/{id:guid}"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Update(Guid id, ShareForm form)
    {
        if (await reader.FindAsync(id) is not { } sheet) return NotFound();
        var check = await reader.CheckAsync(sheet);
        Check(check, form);
        var refusals = ModelState.IsValid ? await shares.EditAsync(check, form) : [];
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return await AgainAsync(id, form);
        Notice("已保存。");
        return Redirect($"{Home}/shares/{id}");
    }

    /// <summary>What was typed, over the sheet as it is in the database now.</summary>
    private async Task<IActionResult> AgainAsync(Guid id, ShareForm form)
    {
        db.ChangeTracker.Clear();
        if (await reader.FindAsync(id) is not { } now) return NotFound();
        ModelState.Remove(nameof(form.Version));
        form.Version = now.Version;
        return Again("Edit", new ShareEditor(await reader.CheckAsync(now), form));
    }

    private void Check(ShareCheck check, ShareForm form)
    {
        if (form.AppliedOn is null && ModelState.GetFieldValidationState(nameof(form.AppliedOn)) != Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid) ModelState.AddModelError(nameof(form.AppliedOn), "请填写适用日期。");
        if (form.AppliedOn > check.Today) ModelState.AddModelError(nameof(form.AppliedOn), "适用日期不能在今天之后。");
        var rows = check.Outcome.Rows.Where(row => check.LineOf(row.Line) is not null).ToDictionary(row => check.LineOf(row.Line)!.Id);
        for (var i = 0; i < form.Lines.Count; i++)
        {
            var typed = form.Lines[i];
            if (!rows.TryGetValue(typed.Id, out var row)) continue;
            var chosen = typed.Rule.OrNull();
            var rule = chosen is null ? (row.Applying is [var first, ..] ? first : null) : row.Applying.FirstOrDefault(answer => $"{answer.Document.Key}|{answer.Item.Key}" == chosen);
            if (chosen is not null && rule is null) ModelState.AddModelError($"Lines[{i}].Rule", "请从列出的规则中选择。");
            if (typed.Payer.OrNull() is { } payer && ShareWords.ByHand.All(each => each.Key != payer)) ModelState.AddModelError($"Lines[{i}].Payer", "请从列出的承担方中选择。");
            foreach (var share in rule?.Item.Shares ?? [])
                if (Supplied.Wrong(share, share.Asks is null ? null : typed.Supplied.GetValueOrDefault(share.Payer)) is { } wrong) ModelState.AddModelError($"Lines[{i}].Supplied[{share.Payer}]", wrong);
        }
    }
}
