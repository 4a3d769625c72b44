using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Evidence;

/// <summary>What papers are hung on.</summary>
public sealed record EvidencePlace(Guid SubjectId, Guid? ItemId, Guid? ProjectId, string Name);

/// <summary>Takes and finds the papers that a county shows to its city.</summary>
public sealed class EvidenceShelf(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private static readonly string[] unfiltered = [PortalDbContext.TenantFilter];

    /// <summary>Those of these subjects that were not taken off, as far as the wall lets them be seen.</summary>
    public async Task<ILookup<Guid, EvidencePaper>> OfAsync(IReadOnlyCollection<Guid> subjects) =>
        (await db.EvidencePapers.IgnoreQueryFilters(unfiltered).AsNoTracking().Where(p => subjects.Contains(p.SubjectId) && p.RemovedAt == null).OrderBy(p => p.At).ThenBy(p => p.Id).ToListAsync()).ToLookup(p => p.SubjectId);

    public Task<EvidencePaper?> FindAsync(Guid id) => db.EvidencePapers.IgnoreQueryFilters(unfiltered).AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.RemovedAt == null);

    public Task<byte[]> BytesAsync(EvidencePaper paper) => db.EvidenceContents.IgnoreQueryFilters(unfiltered).Where(c => c.TenantId == paper.TenantId && c.PaperId == paper.Id).Select(c => c.Bytes).SingleAsync();

    /// <summary>Adds all of them, or none and says why; the caller saves.</summary>
    /// <param name="there">What hangs there already.</param>
    public async Task<IReadOnlyList<string>> AddAsync(EvidencePlace place, IReadOnlyCollection<IFormFile> files, IReadOnlyCollection<EvidencePaper> there)
    {
        if (there.Count + files.Count > EvidencePaper.MostPerSubject) return [$"一处最多 {EvidencePaper.MostPerSubject} 份材料。"];
        var problems = new List<string>();
        var added = new List<(EvidencePaper Paper, byte[] Bytes)>();
        foreach (var file in files)
        {
            var (kept, problem) = await FileCheck.ReadAsync(file);
            if (kept is null) problems.Add($"{AttachmentService.SafeName(file.FileName, "")}：{problem}。");
            else if (Make(place, file, kept) is var paper && there.Concat(added.Select(each => each.Paper)).All(known => !known.Sha256.AsSpan().SequenceEqual(paper.Sha256))) added.Add((paper, kept.Bytes));
        }

        if (problems.Count > 0) return problems;
        foreach (var (paper, bytes) in added)
        {
            db.EvidencePapers.Add(paper);
            db.EvidenceContents.Add(new EvidenceContent { TenantId = paper.TenantId, PaperId = paper.Id, Bytes = bytes });
            audit.Add("EvidenceAdded", paper, $"{place.Name} · {paper.FileName}");
        }

        return [];
    }

    public void Remove(EvidencePaper paper)
    {
        (paper.RemovedBy, paper.RemovedAt) = (access.Value.UserName, time.GetUtcNow());
        audit.Add("EvidenceRemoved", paper, paper.FileName);
    }

    private EvidencePaper Make(EvidencePlace place, IFormFile file, CheckedFile kept) => new()
    {
        TenantId = access.Value.Tenant.Id,
        SubjectId = place.SubjectId,
        ItemId = place.ItemId,
        ProjectId = place.ProjectId,
        FileName = AttachmentService.SafeName(file.FileName, kept.Extension),
        ContentType = kept.ContentType,
        Size = kept.Bytes.Length,
        Sha256 = SHA256.HashData(kept.Bytes),
        By = access.Value.UserName,
        ById = access.Value.UserId,
        At = time.GetUtcNow(),
    };
}
