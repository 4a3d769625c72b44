using Microsoft.AspNetCore.Mvc;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>The steps of a notice: posted, withdrawn, concluded, worded anew.</summary>
[Route("{county}/notices/{id:guid}"), Requires(Duty.EditPlans)]
public sealed class NoticeStepsController(CurrentAccess access, NoticeReader reader, NoticeService notices) : PortalController(access)
{
    [HttpPost("posting")]
    public Task<IActionResult> CreatePosting(Guid id, NoticeStepForm form) => StepAsync(id, "posting", notice => notices.PostAsync(notice, form), "已登记张贴，公示期开始。");

    [HttpPost("withdrawal")]
    public Task<IActionResult> CreateWithdrawal(Guid id, NoticeStepForm form) => StepAsync(id, "withdrawal", notice => notices.WithdrawAsync(notice, form), "已撤回。");

    [HttpPost("conclusion")]
    public Task<IActionResult> CreateConclusion(Guid id, NoticeStepForm form) => StepAsync(id, "conclusion", notice => notices.ConcludeAsync(notice, form), "公示已办结，可以下载公示情况说明。");

    [HttpPost("revisions")]
    public async Task<IActionResult> CreateRevision(Guid id)
    {
        if (await reader.FindAsync(id) is not { } notice) return NotFound();
        var (draft, refusals) = await notices.ReviseAsync(notice);
        if (draft is null) return await RefusedAsync(id, "revision", refusals);
        Notice("已另拟新稿。改好后重新张贴，公示期重新起算。");
        return Redirect($"{Home}/notices/{draft.Id}/edit");
    }

    private async Task<IActionResult> StepAsync(Guid id, string step, Func<Notice, Task<IReadOnlyList<string>>> act, string done)
    {
        if (await reader.FindAsync(id) is not { } notice) return NotFound();
        if (!ModelState.IsValid) return await RefusedAsync(id, step, []);
        var refusals = await act(notice);
        if (refusals.Count > 0) return await RefusedAsync(id, step, refusals);
        Notice(done);
        return Redirect($"{Home}/notices/{id}");
    }

    private async Task<IActionResult> RefusedAsync(Guid id, string step, IReadOnlyList<string> refusals)
    {
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
        ModelState.Remove("Version");
        return Again("~/Features/Notices/Notices/Show.cshtml", (await reader.PageAsync(id))! with { Failed = step });
    }
}

/// <summary>Photographs of the posted notice, and what people object.</summary>
[Route("{county}/notices/{id:guid}"), Requires(Duty.EditProjects)]
public sealed class NoticeProofsController(CurrentAccess access, NoticeReader reader, NoticeService notices) : PortalController(access)
{
    private const int MostRequest = 100 * 1024 * 1024;
    private const string Page = "~/Features/Notices/Notices/Show.cshtml";

    [HttpPost("photos"), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> CreatePhoto(Guid id, NoticePhotoForm form, List<IFormFile>? files)
    {
        if (await reader.PageAsync(id) is not { } page) return NotFound();
        Refuse(ModelState.IsValid ? await notices.AddPhotoAsync(page, form, files ?? []) : []);
        if (!ModelState.IsValid) return Again(Page, (await reader.PageAsync(id))! with { Failed = "photo" });
        Notice("照片已登记。");
        return Redirect($"{Home}/notices/{id}");
    }

    [HttpPost("objections")]
    public async Task<IActionResult> CreateObjection(Guid id, ObjectionForm form)
    {
        if (await reader.FindAsync(id) is not { } notice) return NotFound();
        Refuse(ModelState.IsValid ? await notices.AddObjectionAsync(notice, form) : []);
        if (!ModelState.IsValid) return Again(Page, (await reader.PageAsync(id))! with { Failed = "objection", Objection = form });
        Notice("异议已登记。");
        return Redirect($"{Home}/notices/{id}");
    }

    [HttpPost("objections/{objection:guid}/replies"), Requires(Duty.EditPlans)]
    public async Task<IActionResult> CreateReply(Guid id, Guid objection, ReplyForm form)
    {
        if (await reader.PageAsync(id) is not { } page || page.Objections.FirstOrDefault(each => each.Id == objection) is not { } found) return NotFound();
        Refuse(ModelState.IsValid ? await notices.ReplyAsync(found, form) : []);
        if (!ModelState.IsValid) return Again(Page, page with { Failed = "reply", Reply = form, Replied = objection });
        Notice("答复已登记。");
        return Redirect($"{Home}/notices/{id}");
    }

    private void Refuse(IReadOnlyList<string> refusals)
    {
        foreach (var refusal in refusals) ModelState.AddModelError("", refusal);
    }
}
