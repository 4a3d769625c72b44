using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using Duty = OldEstateRenewal.Web.Security.Duty;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>公示 of a project or of the county: drafted, posted, proven, concluded.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class NoticesController(CurrentAccess access, NoticeReader reader, NoticeService notices, NoticeDrafts drafts) : PortalController(access)
{
    [HttpGet("projects/{id:guid}/notices")]
    public async Task<IActionResult> Index(Guid id) => await reader.ListAsync(id) is { } list ? View(list) : NotFound();

    [HttpGet("notices/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpGet("projects/{id:guid}/notices/new"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> New(Guid id, NoticeKind kind, string? rule, Guid? ballot)
    {
        if (await reader.ProjectAsync(id) is not { } project) return NotFound();
        var blank = await reader.EditorAsync(project, null, new NoticeForm());
        var known = blank.Rules.FirstOrDefault(each => each.Item.Key == rule)?.Item.Key;
        var form = await drafts.WriteAsync(project, Enum.IsDefined(kind) ? kind : NoticeKind.Other, known, blank.Results.Any(result => result.Id == ballot) ? ballot : null);
        form.SchemeId = blank.Versions.Newest?.Id;
        ModelState.Clear();
        return View("Edit", blank with { Form = form });
    }

    [HttpPost("projects/{id:guid}/notices"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(Guid id, NoticeForm form) => await reader.ProjectAsync(id) is { } project ? await CreateAsync(project, form) : NotFound();

    [HttpGet("notices/{id:guid}/edit"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Edit(Guid id) => await FindAsync(id) is var (notice, project) ? View(await reader.EditorAsync(project, notice, NoticeForm.Of(notice))) : NotFound();

    [HttpPost("notices/{id:guid}"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Update(Guid id, NoticeForm form)
    {
        if (await FindAsync(id) is not var (notice, project)) return NotFound();
        var editor = await reader.EditorAsync(project, notice, form);
        Check(editor);
        if (!ModelState.IsValid) return Again("Edit", editor);
        var refusals = await notices.EditAsync(notice, form, editor.Rule?.Item);
        if (refusals.Count > 0) return await StaleAsync(editor, id, form, refusals);
        Notice("已保存。");
        return Redirect($"{Home}/notices/{id}");
    }

    /// <summary>The notices of the county itself: the list of the year's plan, an announcement.</summary>
    [HttpGet("notices")]
    public async Task<IActionResult> IndexCounty() => View("Index", await reader.CountyAsync());

    [HttpGet("notices/new"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> NewCounty(NoticeKind kind, Guid? plan)
    {
        var form = await drafts.WriteAsync(NoticeWords.Fits(kind, false) && Enum.IsDefined(kind) ? kind : NoticeKind.Other, plan);
        ModelState.Clear();
        return View("Edit", await reader.EditorAsync(null, null, form));
    }

    [HttpPost("notices"), Requires(Duty.EditPlans)]
    public Task<IActionResult> CreateCounty(NoticeForm form) => CreateAsync(null, form);

    private async Task<IActionResult> CreateAsync(Project? project, NoticeForm form)
    {
        var editor = await reader.EditorAsync(project, null, form);
        Check(editor);
        if (!ModelState.IsValid) return Again("Edit", editor);
        var notice = await notices.AddAsync(project, form, editor.Rule?.Item);
        Notice("已拟稿。核对后打印张贴，再登记张贴日期。");
        return Redirect($"{Home}/notices/{notice.Id}");
    }

    /// <summary>A notice that the person may see, with its project where it has one.</summary>
    private async Task<(Notice Notice, Project? Project)?> FindAsync(Guid id)
    {
        if (await reader.FindAsync(id) is not { } notice) return null;
        var project = notice.ProjectId is { } of ? await reader.ProjectAsync(of) : null;
        return notice.ProjectId is not null && project is null ? null : (notice, project);
    }

    private async Task<IActionResult> StaleAsync(NoticeEditor editor, Guid id, NoticeForm form, IReadOnlyList<string> refusals)
    {
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        var current = await reader.FindAsync(id);
        form.Version = current?.Version ?? form.Version;
        ModelState.Remove(nameof(form.Version));
        return Again("Edit", editor with { Current = current });
    }

    private void Check(NoticeEditor editor)
    {
        var (form, rule) = (editor.Form, editor.Rule);
        if (form.RuleKey.OrNull() is not null && rule is null) ModelState.AddModelError(nameof(form.RuleKey), "请从列出的依据中选择。");
        if (rule is not null) ModelState.Remove(nameof(form.Days));
        if (rule is null && form.Days is null && form.RuleKey.OrNull() is null) ModelState.AddModelError(nameof(form.Days), "文件未规定期限的，请填写天数。");
        if (form.Kind is { } kind && Enum.IsDefined(kind) && !editor.Kinds.Contains(kind)) ModelState.AddModelError(nameof(form.Kind), "改造方案、表决结果的公示，请在项目的“公示”中拟稿。");
        if (form.Ballot is { } ballot && editor.Results.All(result => result.Id != ballot)) ModelState.AddModelError(nameof(form.Ballot), "请从列出的表决中选择。");
        if (form.Kind != NoticeKind.Scheme) return;
        if (form.SchemeId is { } scheme && editor.Versions.Fixed.All(version => version.Id != scheme)) ModelState.AddModelError(nameof(form.SchemeId), "请从列出的方案版本中选择。");
        if (form.SchemeId is null && editor.Versions.Fixed.Count > 0) ModelState.AddModelError(nameof(form.SchemeId), "请选择公示的是哪一版改造方案；方案调整后，公示是否仍有效据此判断。");
    }
}
