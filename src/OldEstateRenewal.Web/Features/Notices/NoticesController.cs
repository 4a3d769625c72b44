using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using Duty = OldEstateRenewal.Web.Security.Duty;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>公示 of a project: drafted, posted, proven, concluded.</summary>
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
        var (rules, results) = (await reader.RulesAsync(project), await reader.ResultsAsync(project));
        var known = rules.FirstOrDefault(each => each.Item.Key == rule)?.Item.Key;
        var form = await drafts.WriteAsync(project, Enum.IsDefined(kind) ? kind : NoticeKind.Other, known, results.Any(result => result.Id == ballot) ? ballot : null);
        ModelState.Clear();
        return View("Edit", new NoticeEditor(project, null, form, rules, results, null));
    }

    [HttpPost("projects/{id:guid}/notices"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Create(Guid id, NoticeForm form)
    {
        if (await reader.ProjectAsync(id) is not { } project) return NotFound();
        var (editor, rule) = await CheckAsync(project, null, form);
        if (!ModelState.IsValid) return Again("Edit", editor);
        var notice = await notices.AddAsync(project, form, rule);
        Notice("已拟稿。核对后打印张贴，再登记张贴日期。");
        return Redirect($"{Home}/notices/{notice.Id}");
    }

    [HttpGet("notices/{id:guid}/edit"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Edit(Guid id) => await reader.FindAsync(id) is { } notice && await reader.ProjectAsync(notice.ProjectId) is { } project
        ? View(new NoticeEditor(project, notice, NoticeForm.Of(notice), await reader.RulesAsync(project), await reader.ResultsAsync(project), null)) : NotFound();

    [HttpPost("notices/{id:guid}"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> Update(Guid id, NoticeForm form)
    {
        if (await reader.FindAsync(id) is not { } notice || await reader.ProjectAsync(notice.ProjectId) is not { } project) return NotFound();
        var (editor, rule) = await CheckAsync(project, notice, form);
        if (!ModelState.IsValid) return Again("Edit", editor);
        var refusals = await notices.EditAsync(notice, form, rule);
        if (refusals.Count > 0) return await StaleAsync(editor, id, form, refusals);
        Notice("已保存。");
        return Redirect($"{Home}/notices/{id}");
    }

    private async Task<IActionResult> StaleAsync(NoticeEditor editor, Guid id, NoticeForm form, IReadOnlyList<string> refusals)
    {
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        var current = await reader.FindAsync(id);
        form.Version = current?.Version ?? form.Version;
        ModelState.Remove(nameof(form.Version));
        return Again("Edit", editor with { Current = current });
    }

    private async Task<(NoticeEditor Editor, NoticeRule? Rule)> CheckAsync(Project project, Notice? notice, NoticeForm form)
    {
        var (rules, results) = (await reader.RulesAsync(project), await reader.ResultsAsync(project));
        var rule = rules.FirstOrDefault(each => each.Item.Key == form.RuleKey)?.Item;
        if (form.RuleKey.OrNull() is not null && rule is null) ModelState.AddModelError(nameof(form.RuleKey), "请从列出的依据中选择。");
        if (rule is not null) ModelState.Remove(nameof(form.Days));
        if (rule is null && form.Days is null && form.RuleKey.OrNull() is null) ModelState.AddModelError(nameof(form.Days), "文件未规定期限的，请填写天数。");
        if (form.Ballot is { } ballot && results.All(result => result.Id != ballot)) ModelState.AddModelError(nameof(form.Ballot), "请从列出的表决中选择。");
        return (new NoticeEditor(project, notice, form, rules, results, null), rule);
    }
}
