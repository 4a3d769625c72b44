using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Messages;

/// <summary>拟稿 and 发出 of a city's messages.</summary>
[Route("{county}/messages"), Requires(Duty.Supervise)]
public sealed class MessageDraftsController(CurrentAccess access, MessageReader reader, MessageService messages) : PortalController(access)
{
    private const string NewPage = "/Features/Messages/Messages/New.cshtml";
    private const string ShowPage = "/Features/Messages/Messages/Show.cshtml";

    [HttpGet("new")]
    public async Task<IActionResult> New() => View(NewPage, new MessageEditor(new MessageForm(), await reader.CountiesAsync()));

    [HttpPost("")]
    public async Task<IActionResult> Create(MessageForm form)
    {
        var choice = await reader.CountiesAsync();
        Check(form, choice);
        if (!ModelState.IsValid) return Again(NewPage, new MessageEditor(form, choice));
        var id = await messages.StartAsync(form);
        Notice("已存为拟稿，请核对后发出。");
        return Redirect($"{Home}/messages/{id}");
    }

    [HttpPost("{id:guid}")]
    public async Task<IActionResult> Update(Guid id, MessageForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        Check(form, page.Choice);
        foreach (var refusal in ModelState.IsValid ? await messages.EditAsync(id, form) : []) ModelState.AddModelError("", refusal);
        if (!ModelState.IsValid) return Again(ShowPage, page with { Form = form });
        Notice("已保存。");
        return Redirect($"{Home}/messages/{id}");
    }

    [HttpPost("{id:guid}/sending")]
    public async Task<IActionResult> Edit(Guid id, MessageStepForm form)
    {
        if (await reader.PageAsync(id) is null) return NotFound();
        return Told($"{Home}/messages/{id}", await messages.SendAsync(id, form.Version), "已发出，所选县（市、区）即可查看；内容不再改动。");
    }

    [HttpPost("{id:guid}/removal")]
    public async Task<IActionResult> Destroy(Guid id, MessageStepForm form)
    {
        if (await reader.PageAsync(id) is null) return NotFound();
        var refusals = await messages.DiscardAsync(id, form.Version);
        return Told(refusals.Count == 0 ? $"{Home}/messages" : $"{Home}/messages/{id}", refusals, "拟稿已删除。");
    }

    private void Check(MessageForm form, IReadOnlyList<(Guid Id, string Name)> choice)
    {
        if (form.Counties.Count == 0) ModelState.AddModelError(nameof(form.Counties), "请至少选择一个县（市、区）。");
        else if (form.Counties.Any(id => choice.All(county => county.Id != id))) ModelState.AddModelError(nameof(form.Counties), "请从列出的县（市、区）中选择。");
        if (form.AnswerBy < reader.Today) ModelState.AddModelError(nameof(form.AnswerBy), "答复期限不能早于今天。");
    }
}
