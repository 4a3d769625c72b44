using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>改造方案: the versions of a project, one version, and its form.</summary>
[Route("{county}"), Requires(Duty.ReadProjects)]
public sealed class SchemesController(CurrentAccess access, PortalDbContext db, SchemeReader reader, SchemeService schemes) : PortalController(access)
{
    [HttpGet("projects/{id:guid}/schemes")]
    public async Task<IActionResult> Index(Guid id) => await reader.ListAsync(id, new SchemeRevisionForm()) is { } list ? View(list) : NotFound();

    [HttpGet("schemes/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await reader.PageAsync(id) is { } page ? View(page) : NotFound();

    [HttpPost("projects/{id:guid}/schemes"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Create(Guid id, SchemeRevisionForm form)
    {
        if (await reader.ProjectAsync(id) is not { } project) return NotFound();
        var (made, refusals) = ModelState.IsValid ? await schemes.StartAsync(project, form) : (Guid.Empty, []);
        foreach (var refusal in refusals) ModelState.AddModelError(nameof(form.Reason), refusal);
        if (!ModelState.IsValid) return Again("Index", (await reader.ListAsync(id, form))!);
        Notice("已开始编制。请勾选改造内容，保存后填写数量和单价。");
        return Redirect($"{Home}/schemes/{made}/edit");
    }

    [HttpGet("schemes/{id:guid}/edit"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Edit(Guid id)
    {
        if (await reader.FindAsync(id) is not { } scheme) return NotFound();
        return SchemeRules.WhyNotEdit(scheme).Count > 0 ? Redirect($"{Home}/schemes/{id}") : View(new SchemeEditor(await reader.CheckAsync(scheme), SchemeForm.Of(scheme)));
    }

    [HttpPost("schemes/{id:guid}"), Requires(Duty.EditProjects)]
    public async Task<IActionResult> Update(Guid id, SchemeForm form)
    {
        if (await reader.FindAsync(id) is not { } scheme) return NotFound();
        var check = await reader.CheckAsync(scheme);
        Check(check, form);
        var refusals = ModelState.IsValid ? await schemes.EditAsync(check, form) : [];
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return await AgainAsync(id, form);
        Notice(form.Add.Count > 0 ? $"已保存，新列入 {form.Add.Count} 项，请填写数量和单价。" : "已保存。");
        return Redirect(form.Add.Count > 0 ? $"{Home}/schemes/{id}/edit" : $"{Home}/schemes/{id}");
    }

    /// <summary>What was typed, over the version as it is in the database now.</summary>
    private async Task<IActionResult> AgainAsync(Guid id, SchemeForm form)
    {
        db.ChangeTracker.Clear();
        if (await reader.FindAsync(id) is not { } now) return NotFound();
        ModelState.Remove(nameof(form.Version));
        form.Version = now.Version;
        return Again("Edit", new SchemeEditor(await reader.CheckAsync(now), form));
    }

    private void Check(SchemeCheck check, SchemeForm form)
    {
        form.Sources.RemoveAll(string.IsNullOrEmpty);
        form.Add.RemoveAll(string.IsNullOrEmpty);
        if (form.ManagementKey.OrNull() is { } key && check.Managements.All(mode => mode.Item.Key != key)) ModelState.AddModelError(nameof(form.ManagementKey), "请从列出的物业管理方式中选择。");
        if (form.Sources.Count > Scheme.MostSources || form.Sources.Any(source => check.View.Find(PolicySections.Funding, source) is null)) ModelState.AddModelError(nameof(form.Sources), "请从列出的资金来源中选择。");
        if (form.Add.Any(item => check.Catalogue.Find(item) is not { Item.Forbidden: false })) ModelState.AddModelError(nameof(form.Add), "请从改造内容清单中选择；禁止事项不得列入。");
        if (check.Scheme.Items.Count + form.Add.Count > Scheme.MostItems) ModelState.AddModelError(nameof(form.Add), $"一个方案最多 {Scheme.MostItems} 项。");
        foreach (var (item, text) in form.Explained.Where(each => each.Value?.Length > SchemeItem.RemarkLength)) ModelState.AddModelError($"Explained[{item}]", $"说明不超过 {SchemeItem.RemarkLength} 字。");
        for (var i = 0; i < form.Items.Count; i++)
        {
            if (form.Items[i].Contradiction is { } wrong) ModelState.AddModelError($"Items[{i}].UnitCost", wrong);
            if (form.Items[i].Place is { } place && !check.Places.ContainsKey(place)) ModelState.AddModelError($"Items[{i}].Place", "请从列出的部位中选择。");
            if (form.Items[i].Layer.OrNull() is { } layer && SchemeWords.LayerName(layer) is null) ModelState.AddModelError($"Items[{i}].Layer", "请从列出的层次中选择。");
        }
    }
}
