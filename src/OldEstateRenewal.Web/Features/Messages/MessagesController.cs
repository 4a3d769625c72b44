using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Messages;

/// <summary>督办通知 as it is read, by the city that sends it and by the counties it is sent to, and answered.</summary>
[Route("{county}/messages"), Requires(Duty.ReadMessages)]
public sealed class MessagesController(CurrentAccess access, MessageReader reader, MessageDesk desk) : PortalController(access)
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await reader.IndexAsync());

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (page.Message.State == MessageState.Sent && await desk.ReadAsync(page.Message)) page = (await reader.PageAsync(id))!;
        return View(page);
    }

    [HttpPost("{id:guid}/answers"), Requires(Duty.AnswerMessages)]
    public async Task<IActionResult> Create(Guid id, MessageAnswerForm form)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        if (!ModelState.IsValid) return Again("Show", page with { Answer = form });
        await desk.AnswerAsync(page.Message, form);
        Notice("已答复，市级可以看到。");
        return Redirect($"{Home}/messages/{id}");
    }
}
