using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Handovers;

/// <summary>设施移交: the list of a project and the receipt of each facility.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class HandoversController(CurrentAccess access, HandoverService handovers) : PortalController(access)
{
    private const int MostRequest = 100 * 1024 * 1024;

    [HttpGet("projects/{id:guid}/handovers")]
    public async Task<IActionResult> Index(Guid id) => await handovers.BoardAsync(id, new HandoverListForm()) is { } board ? View(board) : NotFound();

    [HttpPost("projects/{id:guid}/handovers"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, HandoverListForm form)
    {
        if (await handovers.BoardAsync(id, form) is not { } board) return NotFound();
        if (ModelState.IsValid)
            foreach (var refusal in await handovers.ListAsync(board, form)) ModelState.AddModelError(nameof(form.Others), refusal);
        if (!ModelState.IsValid) return Again("Index", board);
        Notice("已列入移交清单。");
        return Redirect($"{Home}/projects/{id}/handovers");
    }

    [HttpGet("handovers/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await handovers.SheetAsync(id) is { } sheet ? View(sheet) : NotFound();

    [HttpPost("handovers/{id:guid}"), Requires(Duty.EditProjects), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> Update(Guid id, HandoverForm form, List<IFormFile>? files)
    {
        if (await handovers.SheetAsync(id, form) is not { } sheet) return NotFound();
        var refusals = ModelState.IsValid ? await handovers.ReceiveAsync(sheet, form, files ?? []) : [];
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (refusals.Contains(HandoverService.Stale)) form.Version = await RenewedAsync(sheet.Item);
        if (!ModelState.IsValid) return Again("Show", sheet);
        Notice(sheet.Item.HasProof ? "已登记移交。" : "已登记移交。请上传签字的接收单扫描件。");
        return Redirect($"{Home}/handovers/{id}");
    }

    [HttpPost("handovers/{id:guid}/removal"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Destroy(Guid id)
    {
        if (await handovers.SheetAsync(id) is not { } sheet) return NotFound();
        var refusals = await handovers.RemoveAsync(sheet);
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (refusals.Count > 0) return Again("Show", sheet);
        Notice($"已将{sheet.Item.Name}移出清单。");
        return Redirect($"{Home}/projects/{sheet.Item.ProjectId}/handovers");
    }

    private async Task<long> RenewedAsync(HandoverItem item)
    {
        ModelState.Remove(nameof(HandoverForm.Version));
        return await handovers.RenewAsync(item);
    }
}

/// <summary>移交清单、接收单 as papers.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class HandoverDocumentsController(CurrentAccess access, HandoverService handovers, TimeProvider time) : PortalController(access)
{
    [HttpGet("projects/{id:guid}/handovers.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(Guid id, string format) => await handovers.BoardAsync(id, new HandoverListForm()) is { } board
        ? new TableFile(HandoverTable.Make(board.Project, board.Items, Access.Tenant, time.GetUtcNow().ToChina()), format) : NotFound();

    [HttpGet("handovers/{id:guid}/receipt.pdf")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await handovers.SheetAsync(id) is not { } sheet || await handovers.BoardAsync(sheet.Item.ProjectId, new HandoverListForm()) is not { } board) return NotFound();
        var receipt = new HandoverReceipt(sheet.Item, board.Project.Estates.OrderBy(e => e.Sequence).Select(e => e.Estate!.Name).ToList(), Access.Tenant, time.GetUtcNow().ToChina());
        return new PaperFile(receipt.Head, PaperFile.Sheet, receipt.Draw);
    }
}
