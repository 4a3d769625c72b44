using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Attachments;

/// <summary>The files of one row, and the form for more.</summary>
public sealed record AttachmentList(AttachmentSubject SubjectType, Guid SubjectId, IReadOnlyList<Attachment> Files, IReadOnlyList<AttachmentKind> Kinds, bool CanAdd)
{
    public static async Task<AttachmentList> ReadAsync(PortalDbContext db, CurrentAccess access, AttachmentSubject type, Guid id, params AttachmentKind[] kinds)
    {
        var files = access.May(Duty.ReadAttachments)
            ? await db.Attachments.AsNoTracking().Where(a => a.SubjectType == type && a.SubjectId == id).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).ToListAsync()
            : [];
        return new AttachmentList(type, id, files, kinds, access.May(Duty.EditRegistry));
    }
}

public sealed record AttachmentRefusals(AttachmentPlace Place, int Kept, IReadOnlyList<string> Problems, AttachmentList List);

/// <summary>附件: served as what they are and nothing else.</summary>
[Route("{county}/attachments"), Requires(Duty.ReadAttachments)]
public sealed class AttachmentsController(CurrentAccess access, PortalDbContext db, AttachmentService attachments) : PortalController(access)
{
    private readonly CurrentAccess current = access;

    private const int MostRequest = 100 * 1024 * 1024;

    [HttpGet("{id:guid}")]
    public async Task<IActionResult> Show(Guid id)
    {
        var file = await db.Attachments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.RemovedAt == null);
        if (file is null) return NotFound();
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(file.Sha256)}\"");
        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        Response.Headers.CacheControl = "private, no-cache";
        var disposition = new ContentDispositionHeaderValue(file.IsImage ? "inline" : "attachment");
        disposition.SetHttpFileName(file.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        if (Request.GetTypedHeaders().IfNoneMatch.Any(known => known.Compare(tag, useStrongComparison: false))) return StatusCode(StatusCodes.Status304NotModified);
        var bytes = await db.AttachmentContents.Where(c => c.AttachmentId == id).Select(c => c.Bytes).SingleAsync();
        return File(bytes, file.ContentType, lastModified: file.AddedAt, entityTag: tag);
    }

    [HttpPost(""), Requires(Duty.EditRegistry), RequestSizeLimit(MostRequest), RequestFormLimits(MultipartBodyLengthLimit = MostRequest)]
    public async Task<IActionResult> Create(AttachmentSubject subjectType, Guid subjectId, AttachmentKind kind, string? caption, List<IFormFile>? files)
    {
        var place = ModelState.IsValid ? await attachments.FindAsync(subjectType, subjectId) : null;
        if (place is null) return NotFound();
        var problems = (await ProblemsAsync(place, kind, caption, files ?? [])).ToList();
        if (problems.Count > 0) return Again("New", new AttachmentRefusals(place, Math.Max(0, (files?.Count ?? 0) - problems.Count), problems, await AttachmentList.ReadAsync(db, current, subjectType, subjectId, kind)));
        Notice($"已上传 {files!.Count} 个附件。");
        return Redirect(PageOf(subjectType, subjectId));
    }

    [HttpPost("{id:guid}/removal"), Requires(Duty.EditRegistry)]
    public async Task<IActionResult> CreateRemoval(Guid id, string? reason)
    {
        var file = await db.Attachments.SingleOrDefaultAsync(a => a.Id == id);
        if (file is null) return NotFound();
        var problem = reason?.Length > Attachment.CaptionLength ? $"原因不超过 {Attachment.CaptionLength} 字。" : await attachments.RemoveAsync(file, reason);
        Notice(problem ?? $"已移除{file.FileName}。");
        return Redirect(PageOf(file.SubjectType, file.SubjectId));
    }

    private async Task<IReadOnlyList<string>> ProblemsAsync(AttachmentPlace place, AttachmentKind kind, string? caption, List<IFormFile> files) =>
        !Enum.IsDefined(kind) ? ["请选择附件的种类。"]
        : caption?.Length > Attachment.CaptionLength ? [$"说明不超过 {Attachment.CaptionLength} 字。"]
        : files.Count == 0 ? ["请选择要上传的文件。"]
        : await attachments.AddAndSaveAsync(place, kind, caption, files);

    private string PageOf(AttachmentSubject type, Guid id) => Home + type switch
    {
        AttachmentSubject.Survey => $"/surveys/{id}",
        AttachmentSubject.SiteCheck => $"/site-checks/{id}",
        AttachmentSubject.RecognitionRequest => $"/recognitions/{id}",
        AttachmentSubject.Scheme => $"/schemes/{id}",
        AttachmentSubject.Review => $"/reviews/{id}",
        AttachmentSubject.SiteRecord => $"/site-records/{id}",
        AttachmentSubject.RollEntry => $"/roll-entries/{id}",
        AttachmentSubject.Notice => $"/notices/{id}",
        AttachmentSubject.Acceptance => $"/acceptances/{id}",
        AttachmentSubject.AcceptanceDefect => $"/acceptance-defects/{id}",
        AttachmentSubject.SpotCheck => $"/spot-checks/{id}",
        AttachmentSubject.AcceptanceConfirmation => $"/confirmations/{id}",
        AttachmentSubject.CostSheet => $"/costs/{id}",
        AttachmentSubject.WorksContract => $"/contracts/{id}",
        AttachmentSubject.PaymentRequest => $"/payment-requests/{id}",
        AttachmentSubject.HandoverItem => $"/handovers/{id}",
        _ => $"/estates/{id}",
    };
}
