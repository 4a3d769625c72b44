using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>遴选方案: proposed, changed by hand, saved, compared, adopted.</summary>
[Route("{county}/selections"), Requires(Duty.ReadPlans)]
public sealed class SelectionsController(CurrentAccess access, PortalDbContext db, SelectionService selections, TimeProvider time) : PortalController(access)
{
    private const int MostHands = 20_000;

    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await db.SelectionDrafts.AsNoTracking().OrderByDescending(d => d.Year).ThenByDescending(d => d.MadeAt)
        .Select(d => new SelectionRow(d.Id, d.Name, d.Year, d.MadeBy, d.MadeAt, d.Budget, d.MostEstates, d.MostHouseholds, d.Entries.Count(e => e.IsChosen), d.Entries.Where(e => e.IsChosen).Sum(e => e.HouseholdCount),
            Money.FromYuan(d.Entries.Where(e => e.IsChosen).Sum(e => (decimal?)(object?)e.Investment) ?? 0), d.Adoption == null ? null : d.Adoption.At)).ToListAsync());

    [HttpGet("new"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> New(int? year) => View(await selections.ProposeAsync(new SelectionForm { Year = year }));

    [HttpPost("proposals"), Requires(Duty.EditPlans), RequestFormLimits(ValueCountLimit = MostHands)]
    public async Task<IActionResult> CreateProposal(SelectionForm form) => ModelState.IsValid ? View("New", await ProposedAsync(form)) : Again("New", await selections.ProposeAsync(Usable(form)));

    [HttpPost(""), Requires(Duty.EditPlans), RequestFormLimits(ValueCountLimit = MostHands)]
    public async Task<IActionResult> Create(SelectionForm form)
    {
        if (string.IsNullOrWhiteSpace(form.Name)) ModelState.AddModelError(nameof(form.Name), "请填写方案名称。");
        if (!ModelState.IsValid) return Again("New", await selections.ProposeAsync(Usable(form)));
        var proposal = await ProposedAsync(form);
        foreach (var reason in SelectionService.WhyNotSave(proposal)) ModelState.AddModelError("", reason);
        if (proposal.Shown != form.Shown) ModelState.AddModelError("", "限额、人工调整或数据在显示之后有变化，已重新择优。请核对下面的结果，无误再按“保存方案”。");
        if (!ModelState.IsValid) return Again("New", Fresh(proposal));
        Notice("方案已保存。");
        return Redirect($"{Home}/selections/{await selections.SaveAsync(proposal)}");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await FindAsync(id) is { } draft ? View(await SheetAsync(draft)) : NotFound();

    [HttpGet("{id:guid}/list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> ShowList(Guid id, string format) => await FindAsync(id) is { } draft ? new TableFile(SelectionTable.Of(draft, Access, time.GetUtcNow()), format) : NotFound();

    [HttpPost("{id:guid}/adoption"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> CreateAdoption(Guid id)
    {
        if (await FindAsync(id) is not { } draft) return NotFound();
        var refusals = await selections.AdoptAsync(id);
        if (refusals.Count > 0) return Again("Show", (await SheetAsync(draft)) with { WhyNotAdopt = refusals });
        var plan = await selections.PlanAsync(draft.Year);
        Notice($"已采纳：{draft.Entries.Count(entry => entry.IsChosen)} 个小区列入{draft.Year}年计划。");
        return Redirect($"{Home}/plans/{plan!.Id}");
    }

    private async Task<Proposal> ProposedAsync(SelectionForm form) => Fresh(await selections.ProposeAsync(form));

    /// <summary>What stands in the form from now on is what is shown.</summary>
    private Proposal Fresh(Proposal proposal)
    {
        ModelState.Remove(nameof(SelectionForm.Shown));
        return proposal;
    }

    /// <summary>Limits that cannot be read are no limits while the form is shown again.</summary>
    private SelectionForm Usable(SelectionForm form)
    {
        bool Wrong(string name) => ModelState[name]?.Errors.Count > 0;
        return new SelectionForm { Year = form.Year, Name = form.Name, Note = form.Note, Hands = form.Hands, Budget = Wrong(nameof(form.Budget)) ? null : form.Budget, MostEstates = form.MostEstates, MostHouseholds = form.MostHouseholds };
    }

    private Task<SelectionDraft?> FindAsync(Guid id) => selections.FindAsync(id);

    private async Task<SelectionSheet> SheetAsync(SelectionDraft draft)
    {
        var plan = await selections.PlanAsync(draft.Year);
        return new SelectionSheet(draft, plan, SelectionService.WhyNotAdopt(draft, plan));
    }
}
