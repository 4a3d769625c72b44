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
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again("Edit", page);
        return Told(id, await projects.ScheduleAsync(id, form), "计划日期已保存。");
    }

    [HttpPost("stages/{stage}/completion")]
    public Task<IActionResult> Create(Guid id, string stage, StageForm form) => StepAsync(id, stage, form, projects.ReachAsync, "已登记完成。");

    [HttpPost("stages/{stage}/reopening")]
    public Task<IActionResult> Destroy(Guid id, string stage, StageForm form) => StepAsync(id, stage, form, projects.ReopenAsync, "已退回。");

    [HttpPost("stages/{stage}/papers/{paper}"), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> CreatePaper(Guid id, string stage, string paper, PaperForm form, List<IFormFile>? files)
    {
        if (await reader.PageAsync(id) is not { } page || page.Stages.FirstOrDefault(line => line.Stage.Item.Key == stage) is not { } line) return NotFound();
        if (line.Papers.FirstOrDefault(each => each.Asked.Key == paper) is not { } asked) return NotFound();
        return Told(id, ModelState.IsValid ? await projects.AddPaperAsync(page.Project, line.Stage.Item, asked.Asked, form, files ?? []) : Wrong(), "材料已上传。", stage);
    }

    private async Task<IActionResult> StepAsync(Guid id, string stage, StageForm form, Func<Guid, string, StageForm, Task<IReadOnlyList<string>>> step, string done)
    {
        if (await reader.PageAsync(id) is not { } page || page.Stages.All(line => line.Stage.Item.Key != stage)) return NotFound();
        return Told(id, ModelState.IsValid ? await step(id, stage, form) : Wrong(), done, stage);
    }

    private RedirectResult Told(Guid id, IReadOnlyList<string> refusals, string done, string? stage = null) =>
        Told($"{Home}/projects/{id}{(stage is null ? "" : $"#stage-{Uri.EscapeDataString(stage)}")}", refusals, done);
}
