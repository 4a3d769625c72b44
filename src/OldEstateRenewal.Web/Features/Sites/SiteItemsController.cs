using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>施工内容: taken from the catalogue, planned, reported.</summary>
[Route("{county}/projects/{id:guid}/site/items"), Requires(Duty.ReadProjects)]
public sealed class SiteItemsController(CurrentAccess access, SiteReader reader, SiteService site, PolicyShelf policies) : SitePages(access)
{
    private const int MostRequest = 100 * 1024 * 1024;

    [HttpGet("new"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> New(Guid id) => await EditorAsync(id, new ItemsForm { Keys = await reader.OfSchemeAsync(id) }) is { } editor ? View(editor) : NotFound();

    [HttpPost(""), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, ItemsForm form)
    {
        if (await EditorAsync(id, form) is not { } editor) return NotFound();
        if (form.Place is { } place && editor.Places.All(each => each.Id != place)) ModelState.AddModelError(nameof(form.Place), "请从列出的小区、楼栋中选择。");
        if (!ModelState.IsValid || !Accepted(await site.AddAsync(editor.Page, editor.Catalogue, form))) return Again("New", editor);
        return Told(Site(id), [], $"已列入 {form.Keys.Distinct().Count()} 项施工内容。");
    }

    [HttpGet("{item:guid}")]
    public async Task<IActionResult> Show(Guid id, Guid item) => await PageAsync(id, item, new ProgressForm()) is { } page ? View(page) : NotFound();

    [HttpPost("{item:guid}"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Update(Guid id, Guid item, ItemPlanForm form)
    {
        if (await PageAsync(id, item, new ProgressForm()) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again("Show", page with { Plan = form });
        if (await site.PlanAsync(item, form)) return Told($"{Site(id)}/items/{item}", [], "计划已保存。");
        ModelState.AddModelError("", "他人刚刚修改了此项，这次没有保存。您填写的内容仍在下方，请核对后再保存。");
        ModelState.Remove(nameof(form.Version));
        form.Version = page.Line.Item.Version;
        return Again("Show", page with { Plan = form, Saved = page.Line.Item });
    }

    [HttpPost("{item:guid}/removal"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Destroy(Guid id, Guid item, ReasonForm form)
    {
        if (await PageAsync(id, item, new ProgressForm()) is not { } page) return NotFound();
        var refusals = ModelState.IsValid ? await site.RemoveAsync(id, item, form.Reason!) : Wrong();
        return Told(refusals.Count == 0 ? Site(id) : $"{Site(id)}/items/{item}", refusals, $"已移出“{page.Line.Item.Name}”。");
    }

    /// <summary>A button of the site page goes back there; the form of the item stays with what was typed.</summary>
    [HttpPost("{item:guid}/progress"), Requires(Duty.EditProjects), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> CreateProgress(Guid id, Guid item, ProgressForm form, List<IFormFile>? photos)
    {
        if (await PageAsync(id, item, form) is not { } page) return NotFound();
        var refusals = ModelState.IsValid ? await site.ReportAsync(id, item, form, photos ?? []) : [];
        if (form.Now) return Told($"{Site(id)}#item-{item}", ModelState.IsValid ? refusals : Wrong(), $"{page.Line.Item.Name} {form.Percent}%，已登记。");
        return !ModelState.IsValid || !Accepted(refusals) ? Again("Show", page) : Told($"{Site(id)}/items/{item}", [], "进度已登记。");
    }

    private async Task<ItemEditor?> EditorAsync(Guid id, ItemsForm form) => await reader.PageAsync(id) is { } page
        ? new ItemEditor(page, (await policies.TodayAsync()).AsOf(page.Project.ProcessOn).All(PolicySections.Works).Where(answer => !answer.Item.Forbidden).ToList(), await reader.PlacesAsync(page.Project), form) : null;

    private async Task<ItemPage?> PageAsync(Guid id, Guid item, ProgressForm form) => await reader.PageAsync(id) is { } page && page.Lines.FirstOrDefault(line => line.Item.Id == item) is { } line
        ? new ItemPage(page, line, form, new ItemPlanForm { PlannedStart = line.Item.PlannedStart, PlannedFinish = line.Item.PlannedFinish, Note = line.Item.Remark, Version = line.Item.Version }) : null;
}
