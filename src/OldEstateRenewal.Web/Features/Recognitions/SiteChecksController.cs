using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Recognitions;

public sealed class SiteCheckForm
{
    private const string TooLong = "不超过 {1} 字。";

    [Required(ErrorMessage = "请填写审核认定日期，如 2026-11-21。")]
    public DateOnly? CheckedOn { get; set; }

    [Required(ErrorMessage = "请填写住建局参加人员。"), StringLength(SiteCheck.PeopleLength, ErrorMessage = TooLong)]
    public string? Bureau { get; set; }

    [Required(ErrorMessage = "请填写街道（乡镇）参加人员。"), StringLength(SiteCheck.PeopleLength, ErrorMessage = TooLong)]
    public string? StreetPeople { get; set; }

    [Required(ErrorMessage = "请填写社区参加人员。"), StringLength(SiteCheck.PeopleLength, ErrorMessage = TooLong)]
    public string? CommunityPeople { get; set; }

    [Required(ErrorMessage = "请填写设计单位参加人员。"), StringLength(SiteCheck.PeopleLength, ErrorMessage = TooLong)]
    public string? Designer { get; set; }

    [Required(ErrorMessage = "请选择结论。"), EnumDataType(typeof(SiteCheckOutcome), ErrorMessage = "请选择结论。")]
    public SiteCheckOutcome? Outcome { get; set; }

    [StringLength(SiteCheck.RemarkLength, ErrorMessage = "意见不超过 {1} 字。")]
    public string? Remark { get; set; }
}

public sealed record SiteCheckEditor(Estate Estate, SiteCheckForm Form);

public sealed record SiteCheckSheet(SiteCheck Check, bool IsSuperseded, AttachmentList Files);

/// <summary>现场审核认定: who was there, what they found.</summary>
[Route("{county}"), Requires(Duty.ReadRegistry)]
public sealed class SiteChecksController(CurrentAccess access, PortalDbContext db, AuditTrail audit, TimeProvider time) : PortalController(access)
{
    private readonly CurrentAccess current = access;

    [HttpGet("site-checks/{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var check = await db.SiteChecks.AsNoTracking().Include(c => c.Estate).SingleOrDefaultAsync(c => c.Id == id);
        if (check is null) return NotFound();
        var later = await db.SiteChecks.AnyAsync(c => c.EstateId == check.EstateId && c.RecordedAt > check.RecordedAt);
        return View(new SiteCheckSheet(check, later, await AttachmentList.ReadAsync(db, current, AttachmentSubject.SiteCheck, id, AttachmentKind.Scan, AttachmentKind.Photo)));
    }

    [HttpGet("estates/{id:guid}/site-checks/new"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> New(Guid id) => await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null) is { } estate ? View(new SiteCheckEditor(estate, new SiteCheckForm { CheckedOn = ChinaTime.Today(time) })) : NotFound();

    [HttpPost("estates/{id:guid}/site-checks"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> Create(Guid id, SiteCheckForm form)
    {
        var estate = await db.Estates.SingleOrDefaultAsync(e => e.Id == id && e.EndedOn == null);
        if (estate is null) return NotFound();
        if (form.CheckedOn > ChinaTime.Today(time)) ModelState.AddModelError(nameof(form.CheckedOn), "审核认定日期不能晚于今天。");
        if (!ModelState.IsValid) return Again("New", new SiteCheckEditor(estate, form));
        var check = await RecordAsync(estate, form);
        Notice("已登记审核认定。请上传签字扫描件，结论方可生效。");
        return Redirect($"{Home}/site-checks/{check.Id}");
    }

    private async Task<SiteCheck> RecordAsync(Estate estate, SiteCheckForm form)
    {
        var check = new SiteCheck
        {
            EstateId = estate.Id,
            SurveyId = await db.Surveys.Where(s => s.EstateId == estate.Id).OrderByDescending(s => s.RecordedAt).ThenByDescending(s => s.Id).Select(s => (Guid?)s.Id).FirstOrDefaultAsync(),
            CheckedOn = form.CheckedOn!.Value,
            Bureau = form.Bureau!.Trim(),
            StreetPeople = form.StreetPeople!.Trim(),
            CommunityPeople = form.CommunityPeople!.Trim(),
            Designer = form.Designer!.Trim(),
            Outcome = form.Outcome!.Value,
            Remark = string.IsNullOrWhiteSpace(form.Remark) ? null : form.Remark.Trim(),
            RecordedBy = Access.UserName,
            RecordedAt = time.GetUtcNow(),
        };
        await db.TakeTurnAsync(estate.Id);
        if (await LastAsync(estate.Id) is { } last && last.SaysTheSameAs(check)) return last;
        db.SiteChecks.Add(check);
        audit.Add("SiteCheckRecorded", check, estate.Name, check.Remark);
        await db.SaveChangesAsync();
        return check;
    }

    private Task<SiteCheck?> LastAsync(Guid estate) => db.SiteChecks.AsNoTracking().Where(c => c.EstateId == estate).OrderByDescending(c => c.RecordedAt).ThenByDescending(c => c.Id).FirstOrDefaultAsync();
}
