using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>资金 of a year.</summary>
[Route("{county}/funding"), Requires(Duty.ReadFunds)]
public sealed class FundingController(CurrentAccess access, FundingReader reader) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(int? year) => View(await reader.PageAsync(year));
}

/// <summary>The money of a year as files.</summary>
[Route("{county}/funding"), Requires(Duty.ReadFunds)]
public sealed class FundingDocumentsController(CurrentAccess access, FundingReader reader, TimeProvider time) : PortalController(access)
{
    [HttpGet("list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(int? year, string format) => new TableFile(FundingTables.Grants(await reader.PageAsync(year), Access, time.GetUtcNow()), format);

    [HttpGet("acts.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Show(int? year, string format) => new TableFile(FundingTables.Acts(await reader.PageAsync(year), Access, time.GetUtcNow()), format);
}

/// <summary>One grant and what became of it.</summary>
[Route("{county}/grants"), Requires(Duty.ReadFunds)]
public sealed class GrantsController(CurrentAccess access, FundingReader reader, FundingService funding) : PortalController(access)
{
    [HttpGet("new"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> New(int? year) => View(await EditorAsync(new GrantForm { PlanYear = reader.Within(year) }));

    [HttpPost(""), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Create(GrantForm form)
    {
        var (id, refusals) = ModelState.IsValid ? await funding.AddAsync(form) : (null, []);
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        return id is null ? Again("New", await EditorAsync(form)) : Told($"{Home}/grants/{id}", [], "资金已登记。接着登记申请、批复。");
    }

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.GrantAsync(id, new ActForm { ActId = Guid.CreateVersion7(), On = reader.Today }) is { } page ? View(page) : NotFound();

    [HttpPost("{id:guid}/acts"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> CreateAct(Guid id, ActForm form)
    {
        if (await reader.GrantAsync(id, form) is not { } page) return NotFound();
        if (ModelState.IsValid) foreach (var refusal in await funding.ActAsync(id, form)) ModelState.AddModelError("", refusal);
        return ModelState.IsValid ? Told($"{Home}/grants/{id}", [], $"{form.Kind!.Value.Name()} {Domain.Money.FromYuan(form.Amount!.Value).InYuan()} 元，已登记。") : Again("Show", page);
    }

    [HttpPost("{id:guid}/acts/{act:guid}/revocation"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> DestroyAct(Guid id, Guid act, RevocationForm form)
    {
        if (await reader.FindAsync(id) is not { } standing || standing.Grant.Acts.All(each => each.Id != act)) return NotFound();
        return Told($"{Home}/grants/{id}", ModelState.IsValid ? await funding.RevokeAsync(id, act, form) : Wrong(), "已撤销。");
    }

    private async Task<GrantEditor> EditorAsync(GrantForm form) => new(
        form, (await reader.SourcesAsync()).Where(source => source.Item.Kind == FundingKind.Source && source.Item.Key != FundingRules.Residents).ToList(), await reader.ProjectsAsync(reader.Within(form.PlanYear)));
}

/// <summary>资金用途 of a project: each yuan of cost has a source, each yuan of source a use.</summary>
[Route("{county}/projects/{id:guid}/funding"), Requires(Duty.ReadFunds)]
public sealed class ProjectFundingController(CurrentAccess access, PortalDbContext db, ProjectFundingReader reader, UseService uses, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("uses"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Create(Guid id, UseForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (ModelState.IsValid) foreach (var refusal in await uses.AddAsync(id, form)) ModelState.AddModelError("", refusal);
        return ModelState.IsValid ? Told($"{Home}/projects/{id}/funding", [], $"已安排 {Domain.Money.FromYuan(form.Amount!.Value).InYuan()} 元。") : Again("Show", page with { Form = form });
    }

    [HttpPost("uses/{use:guid}/revocation"), Requires(Duty.EditFunds)]
    public async Task<IActionResult> Destroy(Guid id, Guid use, Sites.ReasonForm form)
    {
        if (!await db.FundingUses.AnyAsync(u => u.Id == use && u.ProjectId == id)) return NotFound();
        return Told($"{Home}/projects/{id}/funding", ModelState.IsValid ? await uses.RevokeAsync(id, use, form.Reason!) : Wrong(), "用途已撤销。");
    }

    [HttpGet("list.{format:regex(^(pdf|xlsx)$)}")]
    public async Task<IActionResult> Index(Guid id, string format) => await reader.PageAsync(id) is { } page ? new TableFile(FundingTables.Uses(page, Access, time.GetUtcNow()), format) : NotFound();
}

/// <summary>县财政承担比例 of a project, where the document leaves it to the county.</summary>
[Route("{county}/projects/{id:guid}/funding/county-share"), Requires(Duty.EditFunds)]
public sealed class CountySharesController(CurrentAccess access, ProjectFundingReader reader, CountyShareService shares) : PortalController(access)
{
    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, CountyShareForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (ModelState.IsValid) foreach (var refusal in await shares.RecordAsync(page, form)) ModelState.AddModelError("", refusal);
        return ModelState.IsValid ? Told($"{Home}/projects/{id}/funding#residual", [], "县级承担比例已登记。") : Again("/Features/Funding/ProjectFunding/Show.cshtml", page with { ShareForm = form });
    }
}
