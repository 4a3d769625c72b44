using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>The stages of a project: planned (计划日期), completed (完成), reopened (退回), with their papers (材料).</summary>
[Route("{county}/projects/{id:guid}"), Requires(Duty.EditProjects)]
public sealed class ProjectStagesController(CurrentAccess access, ProjectReader reader, ProjectService projects) : PortalController(access)
{
    private const int MostRequest = 100 * 1024 * 1024;

    [HttpGet("schedule"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Edit(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("schedule"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Update(Guid id, ScheduleForm form)
    {
        if (!ModelState.IsValid) return await reader.PageAsync(id) is { } page ? Again("Edit", page) : NotFound();
        return await projects.ScheduleAsync(id, form) is { } refusals ? Told(id, refusals, "计划日期已保存。") : NotFound();
    }

    [HttpPost("stages/{stage}/completion")]
    public Task<IActionResult> Create(Guid id, string stage, StageForm form) => StepAsync(id, stage, () => projects.ReachAsync(id, stage, form), "已登记完成。");

    [HttpPost("stages/{stage}/reopening")]
    public Task<IActionResult> Destroy(Guid id, string stage, StageForm form) => StepAsync(id, stage, () => projects.ReopenAsync(id, stage, form), "已退回。");

    [HttpPost("stages/{stage}/papers/{paper}"), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public Task<IActionResult> CreatePaper(Guid id, string stage, string paper, PaperForm form, List<IFormFile>? files) => StepAsync(id, stage, () => projects.AddPaperAsync(id, stage, paper, form, files ?? []), "材料已上传。");

    /// <summary>The service answers null for what it does not know: that is 404, whatever was typed.</summary>
    private async Task<IActionResult> StepAsync(Guid id, string stage, Func<Task<IReadOnlyList<string>?>> step, string done)
    {
        var refusals = ModelState.IsValid ? await step() : await projects.StageAsync(id, stage) is null ? null : Wrong();
        return refusals is null ? NotFound() : Told(id, refusals, done, stage);
    }

    private RedirectResult Told(Guid id, IReadOnlyList<string> refusals, string done, string? stage = null) =>
        Told($"{Home}/projects/{id}{(stage is null ? "" : $"#stage-{Uri.EscapeDataString(stage)}")}", refusals, done);
}
