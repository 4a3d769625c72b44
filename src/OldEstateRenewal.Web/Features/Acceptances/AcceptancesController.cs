using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>竣工验收: the meetings of a project, with defects, spot checks and confirmations.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class AcceptancesController(CurrentAccess access, AcceptanceBook book, AcceptanceService acceptances, ProjectReader projects, TimeProvider time) : PortalController(access)
{
    [HttpGet("projects/{id:guid}/acceptances")]
    public async Task<IActionResult> Index(Guid id) => await book.BoardAsync(id) is { } board ? View(board) : NotFound();

    [HttpGet("acceptances/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await book.SheetAsync(id) is { } sheet ? View(sheet) : NotFound();

    [HttpGet("projects/{id:guid}/acceptances/new"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> New(Guid id) => await projects.PageAsync(id) is { } page ? View(await EditorAsync(page, null, new AcceptanceForm { HeldOn = ChinaTime.Today(time) })) : NotFound();

    [HttpPost("projects/{id:guid}/acceptances"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, AcceptanceForm form)
    {
        if (await projects.PageAsync(id) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again("New", await EditorAsync(page, null, form));
        var (acceptance, refusals) = await acceptances.RecordAsync(page, form);
        if (acceptance is null) return Again("New", await EditorAsync(page, null, form, refusals));
        Notice("已登记验收。上传各方签字的扫描件后，可登记结论。");
        return Redirect($"{Home}/acceptances/{acceptance.Id}");
    }

    [HttpGet("acceptances/{id:guid}/edit"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Edit(Guid id) => await book.FindAsync(id) is { } acceptance && await projects.PageAsync(acceptance.ProjectId) is { } page
        ? View("New", await EditorAsync(page, acceptance, AcceptanceForm.Of(acceptance))) : NotFound();

    [HttpPost("acceptances/{id:guid}"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Update(Guid id, AcceptanceForm form)
    {
        if (await book.FindAsync(id) is not { } acceptance || await projects.PageAsync(acceptance.ProjectId) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again("New", await EditorAsync(page, acceptance, form));
        var refusals = await acceptances.EditAsync(acceptance, page, form);
        var kept = refusals.Contains(AcceptanceService.Stale) ? await RenewAsync(id, form) : null;
        if (refusals.Count > 0) return Again("New", await EditorAsync(page, acceptance, form, refusals) with { Kept = kept });
        Notice("已保存。");
        return Redirect($"{Home}/acceptances/{id}");
    }

    [HttpPost("acceptances/{id:guid}/conclusion"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> CreateConclusion(Guid id, ConclusionForm form)
    {
        if (await book.FindAsync(id) is null) return NotFound();
        var refusals = form.Result is { } result && ModelState.IsValid ? await acceptances.ConcludeAsync(id, result) : ["请选择结论。"];
        if (refusals.Count == 0) Notice($"已登记结论：{form.Result!.Value.Name()}。");
        else TempData["Refusals"] = refusals.ToArray();
        return Redirect($"{Home}/acceptances/{id}");
    }

    private async Task<Acceptance> RenewAsync(Guid id, AcceptanceForm form)
    {
        ModelState.Remove(nameof(form.Version));
        var kept = await book.KeptAsync(id);
        form.Version = kept.Version;
        return kept;
    }

    private async Task<AcceptanceEditor> EditorAsync(ProjectPage page, Acceptance? acceptance, AcceptanceForm form, IReadOnlyList<string>? refusals = null)
    {
        foreach (var refusal in refusals ?? []) ModelState.AddModelError("", refusal);
        return new AcceptanceEditor(page, acceptance, await book.PartiesAsync(page.Project), form);
    }
}
