using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>改造项目: the board of the county, one project, and the making of projects from an issued plan.</summary>
[Route("{county}/projects"), Requires(Duty.ReadProjects)]
public sealed class ProjectsController(CurrentAccess access, ProjectReader reader, ProjectService projects, PolicyShelf policies) : PortalController(access)
{
    private const string AsOne = "one";

    [HttpGet("")]
    public async Task<IActionResult> Index(int? year) => View(await reader.BoardAsync(year));

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("new"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> New(Guid plan) => await projects.OpenEstatesAsync(plan) is var (year, estates)
        ? View(await EditorAsync(plan, year, null, estates, new ProjectForm { Estates = estates.Select(estate => estate.Id).ToList() })) : NotFound();

    [HttpPost(""), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(Guid plan, string? grouping, ProjectForm form)
    {
        if (await projects.OpenEstatesAsync(plan) is not var (year, estates)) return NotFound();
        if (grouping != AsOne) ModelState.Remove(nameof(form.Name));
        await CheckModeAsync(form);
        if (ModelState.IsValid)
            foreach (var refusal in await projects.MakeAsync(year, estates, form, grouping == AsOne)) ModelState.AddModelError(nameof(form.Estates), refusal);
        if (!ModelState.IsValid) return Again("New", await EditorAsync(plan, year, null, estates, form));
        Notice(grouping == AsOne ? "已建立片区项目。" : $"已建立 {form.Estates.Distinct().Count()} 个项目。");
        return Redirect($"{Home}/projects?year={year}");
    }

    [HttpGet("{id:guid}/edit"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Edit(Guid id) => await reader.FindAsync(id) is { } project
        ? View(await EditorAsync(null, project.PlanYear, project, [], new ProjectForm { Name = project.Name, ModeKey = project.ModeKey, Remark = project.Remark, Version = project.Version })) : NotFound();

    [HttpPost("{id:guid}"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Update(Guid id, ProjectForm form)
    {
        if (await reader.FindAsync(id) is not { } project) return NotFound();
        await CheckModeAsync(form);
        if (!ModelState.IsValid) return Again("Edit", await EditorAsync(null, project.PlanYear, project, [], form));
        if (!await projects.EditAsync(project, form))
        {
            ModelState.AddModelError("", "他人刚刚修改了此项目，这次没有保存。您填写的内容仍在下方，请核对后再保存。");
            ModelState.Remove(nameof(form.Version));
            form.Version = await reader.VersionAsync(id);
            return Again("Edit", await EditorAsync(null, project.PlanYear, project, [], form));
        }

        Notice("已保存。");
        return Redirect($"{Home}/projects/{id}");
    }

    private async Task CheckModeAsync(ProjectForm form)
    {
        if (form.ModeKey.OrNull() is { } key && (await policies.TodayAsync()).Find(PolicySections.Modes, key) is null) ModelState.AddModelError(nameof(form.ModeKey), "请从列出的改造方式中选择。");
    }

    private async Task<ProjectEditor> EditorAsync(Guid? plan, int year, Project? project, IReadOnlyList<PlanEstate> estates, ProjectForm form) =>
        new(plan, year, project, estates, (await policies.TodayAsync()).All(PolicySections.Modes), form);
}
