using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>问题和整改.</summary>
[Route("{county}/projects/{id:guid}/site/problems"), Requires(Duty.ReadProjects)]
public sealed class SiteProblemsController(CurrentAccess access, SiteReader reader, DiaryService diary) : SitePages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => await reader.PageAsync(id) is { } page ? View(reader.ProblemsOf(page)) : NotFound();

    [HttpGet("new"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> New(Guid id, Guid? item) => await reader.PageAsync(id) is { } page
        ? View(new SiteForm<ProblemForm>(page, new ProblemForm { FoundOn = page.Today, ItemId = item, EstateId = page.Lines.FirstOrDefault(line => line.Item.Id == item)?.Item.EstateId })) : NotFound();

    [HttpPost(""), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, ProblemForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (!ModelState.IsValid || !Accepted(await diary.FindAsync(page, form))) return Again("New", new SiteForm<ProblemForm>(page, form));
        return Told($"{Site(id)}/problems", [], "问题已登记。");
    }

    [HttpGet("{problem:guid}")]
    public async Task<IActionResult> Show(Guid id, Guid problem) => await reader.ProblemAsync(id, problem, new ProblemStepForm()) is { } page ? View(page) : NotFound();

    [HttpPost("{problem:guid}/steps"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> CreateStep(Guid id, Guid problem, ProblemStepForm form)
    {
        if (await reader.ProblemAsync(id, problem, form) is not { } page) return NotFound();
        if (!ModelState.IsValid || !Accepted(await diary.StepAsync(problem, form))) return Again("Show", page);
        return Told($"{Site(id)}/problems/{problem}", [], $"{form.Kind!.Value.Name()}，已登记。");
    }
}

/// <summary>检查.</summary>
[Route("{county}/projects/{id:guid}/site/inspections"), Requires(Duty.ReadProjects)]
public sealed class SiteInspectionsController(CurrentAccess access, SiteReader reader, DiaryService diary) : SitePages(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index(Guid id) => await reader.InspectionsAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("new"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> New(Guid id, InspectionKind? kind)
    {
        ModelState.Clear();
        return await reader.PageAsync(id) is { } page ? View(new SiteForm<InspectionForm>(page, new InspectionForm { Kind = kind, On = page.Today })) : NotFound();
    }

    [HttpPost(""), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, InspectionForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (!ModelState.IsValid || !Accepted(await diary.InspectAsync(page, form))) return Again("New", new SiteForm<InspectionForm>(page, form));
        return Told($"{Site(id)}/inspections", [], "检查已登记。");
    }
}

/// <summary>材料检验.</summary>
[Route("{county}/projects/{id:guid}/site/tests"), Requires(Duty.EditProjects)]
public sealed class SiteTestsController(CurrentAccess access, SiteReader reader, DiaryService diary) : SitePages(access)
{
    [HttpGet("new")]
    public async Task<IActionResult> New(Guid id) => await reader.PageAsync(id) is { } page ? View(new SiteForm<TestForm>(page, new TestForm { On = page.Today })) : NotFound();

    [HttpPost("")]
    public async Task<IActionResult> Create(Guid id, TestForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (!ModelState.IsValid || !Accepted(await diary.TestAsync(page, form))) return Again("New", new SiteForm<TestForm>(page, form));
        return Told($"{Site(id)}/inspections", [], "材料检验已登记。");
    }
}
