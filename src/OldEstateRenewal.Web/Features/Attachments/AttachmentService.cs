using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Recognitions;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Attachments;

/// <summary>What the files of one act hang on.</summary>
public sealed record AttachmentPlace(AttachmentSubject SubjectType, Guid SubjectId, Guid? EstateId, string Name);

/// <summary>Hangs files on rows and takes them off.</summary>
public sealed class AttachmentService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    /// <summary>The row of that kind and id, as far as the person may see it.</summary>
    public async Task<AttachmentPlace?> FindAsync(AttachmentSubject type, Guid id)
    {
        var estate = type switch
        {
            AttachmentSubject.Estate => await db.Estates.Where(e => e.Id == id).Select(e => (Guid?)e.Id).SingleOrDefaultAsync(),
            AttachmentSubject.Survey => await db.Surveys.Where(s => s.Id == id).Select(s => (Guid?)s.EstateId).SingleOrDefaultAsync(),
            AttachmentSubject.SiteCheck => await db.SiteChecks.Where(s => s.Id == id).Select(s => (Guid?)s.EstateId).SingleOrDefaultAsync(),
            AttachmentSubject.RollEntry => await db.RollEntries.Where(r => r.Id == id).Select(r => (Guid?)r.EstateId).SingleOrDefaultAsync(),
            AttachmentSubject.Notice => await FirstEstateAsync(db.Notices.Where(n => n.Id == id && n.ProjectId != null).Select(n => n.ProjectId!.Value)),
            AttachmentSubject.ProjectPaper => await FirstEstateAsync(db.ProjectPapers.Where(p => p.Id == id).Select(p => p.ProjectId)),
            AttachmentSubject.Scheme => await FirstEstateAsync(db.Schemes.Where(s => s.Id == id).Select(s => s.ProjectId)),
            AttachmentSubject.Review => await FirstEstateAsync(db.Reviews.Where(r => r.Id == id).Select(r => r.ProjectId)),
            AttachmentSubject.SiteRecord => await db.SiteItems.Where(i => i.Id == id).Select(i => (Guid?)i.EstateId).SingleOrDefaultAsync()
                ?? await db.SiteProblems.Where(p => p.Id == id).Select(p => (Guid?)p.EstateId).SingleOrDefaultAsync()
                ?? await db.SiteInspections.Where(i => i.Id == id).Select(i => (Guid?)i.EstateId).SingleOrDefaultAsync(),
            AttachmentSubject.Acceptance => await FirstEstateAsync(db.Acceptances.Where(a => a.Id == id).Select(a => a.ProjectId)),
            AttachmentSubject.AcceptanceDefect => await FirstEstateAsync(db.AcceptanceDefects.Where(d => d.Id == id).Select(d => d.ProjectId)),
            AttachmentSubject.SpotCheck => await FirstEstateAsync(db.SpotChecks.Where(c => c.Id == id).Select(c => c.ProjectId)),
            AttachmentSubject.AcceptanceConfirmation => await FirstEstateAsync(db.AcceptanceConfirmations.Where(c => c.Id == id).Select(c => c.ProjectId)),
            AttachmentSubject.HandoverItem => await FirstEstateAsync(db.HandoverItems.Where(i => i.Id == id).Select(i => i.ProjectId)),
            AttachmentSubject.CostSheet => await FirstEstateAsync(db.CostSheets.Where(s => s.Id == id).Select(s => s.ProjectId)),
            AttachmentSubject.WorksContract => await FirstEstateAsync(db.WorksContracts.Where(c => c.Id == id).Select(c => c.ProjectId)),
            AttachmentSubject.PaymentRequest => await FirstEstateAsync(db.PaymentRequests.Where(r => r.Id == id).Select(r => r.ProjectId)),
            _ => await db.RecognitionRequests.Where(r => r.Id == id).Select(r => (Guid?)r.EstateId).SingleOrDefaultAsync(),
        };
        var name = estate is null ? null : await db.Estates.Where(e => e.Id == estate).Select(e => e.Name).SingleOrDefaultAsync();
        return name is null ? null : new AttachmentPlace(type, id, estate!.Value, name);
    }

    /// <summary>Files of a project lie with its first estate, as far as the person may see it.</summary>
    public Task<Guid?> FirstEstateAsync(Guid project) => FirstEstateAsync(db.Projects.Where(p => p.Id == project).Select(p => p.Id));

    private Task<Guid?> FirstEstateAsync(IQueryable<Guid> projects) => db.ProjectEstates.Where(e => projects.Contains(e.ProjectId)).OrderBy(e => e.Sequence).Select(e => (Guid?)e.EstateId).FirstOrDefaultAsync();

    /// <summary>Adds those that may be kept and tells of each other why not. The caller saves.</summary>
    public async Task<IReadOnlyList<string>> AddAsync(AttachmentPlace place, AttachmentKind kind, string? caption, IReadOnlyCollection<IFormFile> files)
    {
        var problems = new List<string>();
        await db.TakeTurnAsync(place.EstateId ?? place.SubjectId);
        if (await ClosedAsync(place.SubjectType, place.SubjectId) is { } closed) return [closed];
        var known = await db.Attachments.AsNoTracking().Where(a => a.SubjectType == place.SubjectType && a.SubjectId == place.SubjectId && a.RemovedAt == null).ToListAsync();
        var room = Attachment.MostPerSubject - known.Count;
        foreach (var file in files)
        {
            var (cleaned, problem) = room <= 0 ? (null, $"已有 {Attachment.MostPerSubject} 个附件，请先移除不用的") : await FileCheck.ReadAsync(file);
            if (cleaned is null)
            {
                problems.Add($"{SafeName(file.FileName, "")}：{problem}。");
                continue;
            }

            var added = Make(place, kind, caption, file.FileName, cleaned);
            // The same form sent twice: what hangs there already is not hung there again.
            if (known.Any(added.IsTheSameAs)) continue;
            Add(place, added, cleaned.Bytes);
            room--;
        }

        return problems;
    }

    /// <summary>Takes a file off; it stays in the list with the reason, and is no longer shown.</summary>
    public async Task<string?> RemoveAsync(Attachment file, string? reason)
    {
        if (file.RemovedAt is not null) return "此附件已移除。";
        if (string.IsNullOrWhiteSpace(reason)) return "请写明移除的原因。";
        if (file.SubjectType == AttachmentSubject.RollEntry && await db.RollEntries.AnyAsync(r => r.Id == file.SubjectId && db.Ballots.Any(b => b.Id == r.BallotId && b.State == Ballots.BallotState.Closed))) return "表决已截止，凭证不能移除。";
        if (file.SubjectType == AttachmentSubject.Notice && await db.Notices.AnyAsync(n => n.Id == file.SubjectId && n.State == Notices.NoticeState.Concluded)) return "公示已办结，照片不能移除。";
        if (await ClosedAsync(file.SubjectType, file.SubjectId) is { } closed) return closed;
        if (file.SubjectType == AttachmentSubject.Acceptance && await db.Acceptances.AnyAsync(a => a.Id == file.SubjectId && a.Result != null)) return "验收结论已登记，附件不能移除；如有变化，请另登记一次验收。";
        if (await HoldsAsync(file)) return "此附件是已批准认定的证明，不能移除；如认定有误，请先撤回认定。";
        (file.RemovedAt, file.RemovedBy, file.RemovalReason) = (time.GetUtcNow(), access.Value.UserName, reason.Trim());
        audit.Add("AttachmentRemoved", file, file.FileName, reason.Trim());
        await ProveAsync(file, await OthersAsync(file));
        await db.SaveChangesAsync();
        return null;
    }

    /// <summary>The name without folders and without what would harm a header; the extension tells what the file is.</summary>
    public static string SafeName(string name, string extension)
    {
        var leaf = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        if (extension.Length > 0 && leaf.LastIndexOf('.') is > 0 and var dot) leaf = leaf[..dot];
        var plain = string.Concat(leaf.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter) && char.GetUnicodeCategory(letter) != System.Globalization.UnicodeCategory.Format)).Trim(' ', '.', '"');
        if (plain.Length == 0) plain = "附件";
        var room = Attachment.NameLength - extension.Length;
        return (plain.Length > room ? plain[..room] : plain) + extension;
    }

    private Attachment Make(AttachmentPlace place, AttachmentKind kind, string? caption, string name, CheckedFile file) => new()
    {
        TenantId = access.Value.Tenant.Id,
        EstateId = place.EstateId,
        SubjectType = place.SubjectType,
        SubjectId = place.SubjectId,
        Kind = kind,
        FileName = SafeName(name, file.Extension),
        ContentType = file.ContentType,
        Size = file.Bytes.Length,
        Sha256 = SHA256.HashData(file.Bytes),
        Caption = string.IsNullOrWhiteSpace(caption) ? null : caption.Trim(),
        AddedBy = access.Value.UserName,
        AddedAt = time.GetUtcNow(),
    };

    private void Add(AttachmentPlace place, Attachment added, byte[] bytes)
    {
        db.Attachments.Add(added);
        db.AttachmentContents.Add(new AttachmentContent { TenantId = added.TenantId, AttachmentId = added.Id, Bytes = bytes });
        audit.Add("AttachmentAdded", added, $"{place.Name} · {added.FileName}");
    }

    /// <summary>Adds, tells the row that it has its proof, and saves.</summary>
    public async Task<IReadOnlyList<string>> AddAndSaveAsync(AttachmentPlace place, AttachmentKind kind, string? caption, IReadOnlyCollection<IFormFile> files)
    {
        var problems = await AddAsync(place, kind, caption, files);
        if (db.ChangeTracker.Entries<Attachment>().FirstOrDefault() is not { } any) return problems;
        if (Proves(any.Entity.SubjectType, any.Entity.Kind)) await ProveAsync(any.Entity, true);
        await db.SaveChangesAsync();
        return problems;
    }

    private async Task ProveAsync(Attachment file, bool proven)
    {
        IProven? row = file.SubjectType switch
        {
            AttachmentSubject.SiteCheck => await db.SiteChecks.SingleOrDefaultAsync(s => s.Id == file.SubjectId),
            AttachmentSubject.RecognitionRequest => await db.RecognitionRequests.SingleOrDefaultAsync(r => r.Id == file.SubjectId),
            AttachmentSubject.ProjectPaper => await db.ProjectPapers.SingleOrDefaultAsync(p => p.Id == file.SubjectId),
            AttachmentSubject.Scheme => await db.Schemes.SingleOrDefaultAsync(s => s.Id == file.SubjectId),
            AttachmentSubject.Review => await db.Reviews.SingleOrDefaultAsync(r => r.Id == file.SubjectId),
            AttachmentSubject.Acceptance => await db.Acceptances.SingleOrDefaultAsync(a => a.Id == file.SubjectId),
            AttachmentSubject.SpotCheck => await db.SpotChecks.SingleOrDefaultAsync(c => c.Id == file.SubjectId),
            AttachmentSubject.AcceptanceConfirmation => await db.AcceptanceConfirmations.SingleOrDefaultAsync(c => c.Id == file.SubjectId),
            AttachmentSubject.HandoverItem => await db.HandoverItems.SingleOrDefaultAsync(i => i.Id == file.SubjectId),
            AttachmentSubject.CostSheet => await db.CostSheets.SingleOrDefaultAsync(s => s.Id == file.SubjectId),
            AttachmentSubject.WorksContract => await db.WorksContracts.SingleOrDefaultAsync(c => c.Id == file.SubjectId),
            AttachmentSubject.PaymentRequest => await db.PaymentRequests.SingleOrDefaultAsync(r => r.Id == file.SubjectId),
            _ => null,
        };
        if (row is not null) row.HasProof = proven;
    }

    private Task<bool> OthersAsync(Attachment file) =>
        db.Attachments.AnyAsync(a => a.SubjectType == file.SubjectType && a.SubjectId == file.SubjectId && a.Id != file.Id && a.RemovedAt == null
            && ((a.Kind == AttachmentKind.Scan && a.SubjectType != AttachmentSubject.Scheme) || (a.Kind == AttachmentKind.Map && a.SubjectType == AttachmentSubject.Scheme) || a.SubjectType == AttachmentSubject.ProjectPaper || (a.SubjectType == AttachmentSubject.RecognitionRequest && a.Kind != AttachmentKind.Photo)));

    /// <summary>A check on the spot counts with the scan of its signatures; an application with what proves it. A photo of the place is neither.</summary>
    private static bool Proves(AttachmentSubject subject, AttachmentKind kind) => subject == AttachmentSubject.Scheme ? kind == AttachmentKind.Map : kind == AttachmentKind.Scan || subject == AttachmentSubject.ProjectPaper || (subject == AttachmentSubject.RecognitionRequest && kind != AttachmentKind.Photo);

    /// <summary>What is fixed keeps its files as they are.</summary>
    private async Task<string?> ClosedAsync(AttachmentSubject type, Guid id) => type switch
    {
        AttachmentSubject.Scheme when await db.Schemes.AnyAsync(s => s.Id == id && s.State != Schemes.SchemeState.Draft) => "此版方案已确定（或放弃），附件不再增减。",
        AttachmentSubject.CostSheet when await db.CostSheets.AnyAsync(s => s.Id == id && s.State != Costs.CostState.Draft) => "此造价表已确定（或放弃），附件不再增减。",
        AttachmentSubject.PaymentRequest when await db.PaymentRequests.AnyAsync(r => r.Id == id && r.Steps.Any(s => s.Kind == Disbursements.PaymentStepKind.Approved || s.Kind == Disbursements.PaymentStepKind.Returned)) => "付款已批准（或退回），附件不再增减。",
        AttachmentSubject.CostSheet or AttachmentSubject.WorksContract or AttachmentSubject.PaymentRequest when !access.May(Duty.EditFunds) => "造价、合同和付款材料由县住建部门上传。",
        AttachmentSubject.Review when !access.May(Duty.EditPlans) => "审查表由县住建部门上传。",
        AttachmentSubject.Review when await db.Reviews.AsNoTracking().Include(r => r.Opinions).SingleOrDefaultAsync(r => r.Id == id) is { } review && new Reviews.ReviewStanding(review, null).State == Reviews.ReviewState.Passed => "审查已通过，附件不再增减。",
        _ => null,
    };

    private async Task<bool> HoldsAsync(Attachment file) => file.SubjectType == AttachmentSubject.RecognitionRequest
        && await db.RecognitionRequests.Include(r => r.Steps).SingleOrDefaultAsync(r => r.Id == file.SubjectId) is { State: RecognitionState.Approved };
}
