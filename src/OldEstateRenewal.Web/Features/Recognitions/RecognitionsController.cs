using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Recognitions;

public sealed class RecognitionForm
{
    /// <summary>Rule and key of what is applied for: plan-entry/adjoining.</summary>
    [Required(ErrorMessage = "请选择申请认定的事项。")]
    public string? Choice { get; set; }

    [Required(ErrorMessage = "请写明理由。"), StringLength(RecognitionRequest.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class RecognitionStepForm
{
    [Required(ErrorMessage = "请填写日期，如 2026-11-21。")]
    public DateOnly? On { get; set; }

    public bool Approve { get; set; }

    [StringLength(RecognitionStep.RemarkLength, ErrorMessage = "意见不超过 {1} 字。")]
    public string? Remark { get; set; }
}

public sealed record RecognitionEditor(Estate Estate, RecognitionForm Form, IReadOnlyList<RecognitionChoice> Choices);

public sealed record RecognitionSheet(RecognitionRequest Request, AttachmentList Files, IReadOnlyList<string> Refusals, DateOnly Today, string? Remark = null);

/// <summary>例外认定: applied for with reason and proof, approved by another person.</summary>
[Route("{county}"), Requires(Duty.ReadRegistry)]
public sealed class RecognitionsController(CurrentAccess access, PortalDbContext db, RecognitionService recognitions, TimeProvider time) : PortalController(access)
{
    private readonly CurrentAccess current = access;

    [HttpGet("recognitions")]
    public async Task<IActionResult> Index() =>
        View(await db.RecognitionRequests.AsNoTrackingWithIdentityResolution().Include(r => r.Steps).Include(r => r.Estate).OrderByDescending(r => r.AppliedAt).ThenBy(r => r.Id).Take(500).ToListAsync());

    [HttpGet("recognitions/{id:guid}")]
    public async Task<IActionResult> Show(Guid id) => await recognitions.FindAsync(id, forReading: true) is { } request ? View(await SheetAsync(request, [])) : NotFound();

    [HttpGet("estates/{id:guid}/recognitions/new"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> New(Guid id, string? choice) =>
        await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null) is { } estate ? View(new RecognitionEditor(estate, new RecognitionForm { Choice = choice }, await recognitions.ChoicesAsync(id))) : NotFound();

    [HttpPost("estates/{id:guid}/recognitions"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> Create(Guid id, RecognitionForm form)
    {
        var estate = await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null);
        if (estate is null) return NotFound();
        await db.TakeTurnAsync(id);
        var choices = await recognitions.ChoicesAsync(id);
        var choice = choices.FirstOrDefault(each => $"{each.RuleKey}/{each.Key}" == form.Choice);
        if (choice is null && form.Choice is not null) ModelState.AddModelError(nameof(form.Choice), "此事项现在不能申请，请从列出的事项中选择。");
        if (!ModelState.IsValid) return Again("New", new RecognitionEditor(estate, form, choices));
        var request = await recognitions.ApplyAsync(id, estate.Name, choice!, form.Reason!);
        Notice("已提出申请。请上传证明材料，由局（县）领导批准后生效。");
        return Redirect($"{Home}/recognitions/{request.Id}");
    }

    [HttpPost("recognitions/{id:guid}/decision"), Requires(Duty.ApproveRecognitions)]
    public Task<IActionResult> CreateDecision(Guid id, RecognitionStepForm form) =>
        StepAsync(id, form, form.Approve ? RecognitionState.Approved : RecognitionState.Refused, form.Approve ? "已批准。" : "已记录不予批准。");

    [HttpPost("recognitions/{id:guid}/withdrawal"), Requires(Duty.EditRegistry)]
    public Task<IActionResult> CreateWithdrawal(Guid id, RecognitionStepForm form)
    {
        form.On = ChinaTime.Today(time);
        ModelState.Remove(nameof(form.On));
        return StepAsync(id, form, RecognitionState.Withdrawn, "已撤回。");
    }

    private async Task<IActionResult> StepAsync(Guid id, RecognitionStepForm form, RecognitionState kind, string done)
    {
        var request = await recognitions.FindAsync(id);
        if (request is null) return NotFound();
        var refusals = ModelState.IsValid ? await recognitions.StepAsync(request, kind, form.On!.Value, form.Remark) : ModelState.Values.SelectMany(value => value.Errors).Select(error => error.ErrorMessage).ToList();
        if (refusals.Count > 0)
        {
            db.ChangeTracker.Clear();
            return Again("Show", await SheetAsync((await recognitions.FindAsync(id, forReading: true))!, refusals) with { Remark = form.Remark });
        }

        Notice(done);
        return Redirect($"{Home}/recognitions/{id}");
    }

    private async Task<RecognitionSheet> SheetAsync(RecognitionRequest request, IReadOnlyList<string> refusals) =>
        new(request, await AttachmentList.ReadAsync(db, current, AttachmentSubject.RecognitionRequest, request.Id, AttachmentKind.Proof, AttachmentKind.Map, AttachmentKind.Scan, AttachmentKind.Photo), refusals, ChinaTime.Today(time));
}
