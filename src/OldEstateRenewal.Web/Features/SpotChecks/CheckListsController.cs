using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>随机抽查: the lists of a city and what came of them; a county sees what concerns it.</summary>
[Route("{county}/spot-checks"), Requires(Duty.ReadProjects)]
public sealed class CheckListsController(CurrentAccess access, CheckReader reader, CheckPool pool, CheckService checks, TimeProvider time) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await reader.IndexAsync());

    [HttpGet("findings.{format:regex(^(pdf|xlsx|docx)$)}")]
    public async Task<IActionResult> ShowFindings(string format) => new TableFile(CheckTables.Findings(await reader.IndexAsync(), Access, time.GetUtcNow()), format);

    [HttpGet("lists/new"), Requires(Duty.Supervise)]
    public async Task<IActionResult> New(int? year, ProjectPhase? phase) => View("New", await DraftAsync(new CheckListForm { PlanYear = year, Phase = phase }));

    [HttpPost("lists"), Requires(Duty.Supervise)]
    public async Task<IActionResult> Create(CheckListForm form)
    {
        var (id, refusals) = ModelState.IsValid ? await checks.FixAsync(form) : (Guid.Empty, []);
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again("New", await DraftAsync(form));
        Notice("名单已固定，不再改动。现在可以当场报出种子并抽取。");
        return Redirect($"{Home}/spot-checks/lists/{id}");
    }

    [HttpGet("lists/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.ListAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("lists/{id:guid}/table.{format:regex(^(pdf|xlsx|docx)$)}")]
    public async Task<IActionResult> ShowTable(Guid id, string format) => await reader.ListAsync(id) is { } page ? new TableFile(CheckTables.List(page, Access, time.GetUtcNow()), format) : NotFound();

    private async Task<CheckListDraft> DraftAsync(CheckListForm form)
    {
        var years = await pool.YearsAsync();
        form.PlanYear ??= years.Cast<int?>().FirstOrDefault() ?? ChinaTime.Today(time).Year;
        return new CheckListDraft(form, await pool.ReadAsync(form.PlanYear.Value, form.Phase), years);
    }
}
