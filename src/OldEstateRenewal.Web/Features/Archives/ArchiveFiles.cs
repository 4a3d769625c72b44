using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Archives;

/// <summary>One file of a project's archive.</summary>
/// <param name="Path">Where it lies in the bundle.</param>
/// <param name="AttachmentId">The attachment whose bytes it has; null for one that the portal writes.</param>
/// <param name="Written">The bytes, where the portal writes them.</param>
public sealed record ArchiveFile(string Path, string Stage, string Title, long Size, byte[] Sha256, string By, DateTimeOffset At, Guid? AttachmentId, byte[]? Written)
{
    public string Hash => Convert.ToHexStringLower(Sha256);
}

/// <summary>
/// Finds the files of a project, stage by stage, in an order that does not depend on the day. What shows who voted how stays with its ballot: the archive holds results.
/// </summary>
public sealed class ArchiveFiles(PortalDbContext db, ArchiveChecklist checklist, BallotService ballots, CurrentAccess access)
{
    private const string EstatePapers = "小区资料";

    private sealed record Place(int Order, string Stage, string Title);

    public async Task<IReadOnlyList<ArchiveFile>> ListAsync(Project project)
    {
        var stages = await checklist.ReadAsync(project);
        var places = await PlacesAsync(project, stages);
        var ids = places.Keys.Select(key => key.Id).Distinct().ToList();
        var kept = (await db.Attachments.AsNoTracking().Where(a => ids.Contains(a.SubjectId) && a.RemovedAt == null).ToListAsync()).Where(a => places.ContainsKey((a.SubjectType, a.SubjectId)));
        var found = kept.Select(a => (Place: places[(a.SubjectType, a.SubjectId)], a.FileName, At: a.AddedAt, a.Id, File: new ArchiveFile("", "", "", a.Size, a.Sha256, a.AddedBy, a.AddedAt, a.Id, null)))
            .Concat((await ResultsAsync(project, stages)).Select(each => (each.Place, each.FileName, At: each.File.At, Id: each.Id, each.File)))
            .OrderBy(each => each.Place.Order).ThenBy(each => each.Place.Stage, StringComparer.Ordinal).ThenBy(each => each.Place.Title, StringComparer.Ordinal).ThenBy(each => each.At).ThenBy(each => each.Id);
        return found.Select((each, at) => each.File with { Stage = each.Place.Stage, Title = each.Place.Title, Path = ArchiveNames.Path(each.Place.Order, each.Place.Stage, at + 1, each.Place.Title, each.FileName) }).ToList();
    }

    /// <summary>Every row of the project that files may hang on, with its place. A feature whose rows carry files adds its line.</summary>
    private async Task<Dictionary<(AttachmentSubject Type, Guid Id), Place>> PlacesAsync(Project project, IReadOnlyList<ArchiveStage> stages)
    {
        var estates = project.Estates.Select(e => e.EstateId).ToList();
        var places = new Dictionary<(AttachmentSubject, Guid), Place>();
        void Put(AttachmentSubject type, IEnumerable<(Guid Id, string Title)> rows, GateKind? gate)
        {
            var stage = stages.FirstOrDefault(each => gate is { } kind && each.Stage.Item.Gates.Any(asked => asked.Kind == kind))?.Stage.Item;
            foreach (var (id, title) in rows) places[(type, id)] = new Place(stage?.Order ?? 0, stage?.Name ?? EstatePapers, title);
        }

        Put(AttachmentSubject.Estate, project.Estates.Select(e => (e.EstateId, e.Estate?.Name ?? EstatePapers)), null);
        Put(AttachmentSubject.Survey, await NamedAsync(db.Surveys.Where(s => estates.Contains(s.EstateId)).Select(s => new Row(s.Id, "摸底表"))), GateKind.Surveyed);
        Put(AttachmentSubject.SiteCheck, await NamedAsync(db.SiteChecks.Where(s => estates.Contains(s.EstateId)).Select(s => new Row(s.Id, "现场审核认定"))), GateKind.Recognised);
        Put(AttachmentSubject.RecognitionRequest, await NamedAsync(db.RecognitionRequests.Where(r => estates.Contains(r.EstateId)).Select(r => new Row(r.Id, "例外认定"))), GateKind.Recognised);
        Put(AttachmentSubject.Scheme, await NamedAsync(db.Schemes.Where(s => s.ProjectId == project.Id).Select(s => new Row(s.Id, "改造方案第" + s.Number + "版"))), GateKind.SchemeFixed);
        Put(AttachmentSubject.Notice, await NamedAsync(db.Notices.Where(n => n.ProjectId == project.Id).Select(n => new Row(n.Id, n.Title))), GateKind.NoticeEnded);
        Put(AttachmentSubject.Review, await NamedAsync(db.Reviews.Where(r => r.ProjectId == project.Id).Select(r => new Row(r.Id, "审查表"))), GateKind.ReviewPassed);
        Put(AttachmentSubject.SiteRecord, await NamedAsync(db.SiteItems.Where(i => i.ProjectId == project.Id).Select(i => new Row(i.Id, "施工照片-" + i.Name))), GateKind.WorksFinished);
        Put(AttachmentSubject.SiteRecord, await NamedAsync(db.SiteProblems.Where(p => p.ProjectId == project.Id).Select(p => new Row(p.Id, "问题照片"))), GateKind.WorksFinished);
        Put(AttachmentSubject.SiteRecord, await NamedAsync(db.SiteInspections.Where(i => i.ProjectId == project.Id).Select(i => new Row(i.Id, "检查照片"))), GateKind.WorksFinished);
        Put(AttachmentSubject.Acceptance, await NamedAsync(db.Acceptances.Where(a => a.ProjectId == project.Id).Select(a => new Row(a.Id, "验收意见"))), GateKind.AcceptancePassed);
        Put(AttachmentSubject.AcceptanceDefect, await NamedAsync(db.AcceptanceDefects.Where(d => d.ProjectId == project.Id).Select(d => new Row(d.Id, "整改-" + d.Item))), GateKind.DefectsClosed);
        Put(AttachmentSubject.SpotCheck, await NamedAsync(db.SpotChecks.Where(c => c.ProjectId == project.Id).Select(c => new Row(c.Id, "抽检核验"))), GateKind.AcceptancePassed);
        Put(AttachmentSubject.AcceptanceConfirmation, await NamedAsync(db.AcceptanceConfirmations.Where(c => c.ProjectId == project.Id).Select(c => new Row(c.Id, c.Body + "确认书"))), GateKind.Confirmed);
        Put(AttachmentSubject.HandoverItem, await NamedAsync(db.HandoverItems.Where(i => i.ProjectId == project.Id).Select(i => new Row(i.Id, "接收单-" + i.Name))), GateKind.HandedOver);
        foreach (var paper in await db.ProjectPapers.AsNoTracking().Where(p => p.ProjectId == project.Id).ToListAsync())
        {
            var stage = stages.FirstOrDefault(each => each.Stage.Item.Key == paper.StageKey)?.Stage.Item;
            places[(AttachmentSubject.ProjectPaper, paper.Id)] = new Place(stage?.Order ?? 0, stage?.Name ?? paper.StageKey, paper.Name);
        }

        return places;
    }

    private sealed record Row(Guid Id, string Title);

    private static async Task<IEnumerable<(Guid, string)>> NamedAsync(IQueryable<Row> rows) => (await rows.ToListAsync()).Select(row => (row.Id, row.Title));

    /// <summary>The published results of the ballots that the stages ask for.</summary>
    private async Task<List<(Place Place, string FileName, Guid Id, ArchiveFile File)>> ResultsAsync(Project project, IReadOnlyList<ArchiveStage> stages)
    {
        var found = new List<(Place, string, Guid, ArchiveFile)>();
        var estates = project.Estates.Select(e => e.EstateId).ToList();
        foreach (var stage in stages)
        {
            var rules = stage.Stage.Item.Gates.Where(gate => gate.Kind == GateKind.Consent).Select(gate => gate.Rule ?? ConsentGate.Scheme).ToList();
            if (rules.Count == 0) continue;
            var closed = await db.Ballots.AsNoTracking().Where(b => estates.Contains(b.EstateId) && b.State == BallotState.Closed && b.Matters.Any(m => rules.Contains(m.AskedKey))).Select(b => b.Id).ToListAsync();
            foreach (var id in closed.Order()) found.Add(await ResultAsync(id, new Place(stage.Stage.Item.Order, stage.Stage.Item.Name, "征询表决结果")));
        }

        return found;
    }

    private async Task<(Place, string, Guid, ArchiveFile)> ResultAsync(Guid ballotId, Place place)
    {
        var (ballot, result) = ((await ballots.FindAsync(ballotId))!, await db.BallotResults.AsNoTracking().SingleAsync(r => r.BallotId == ballotId));
        var notice = new ResultNotice(ballot, result, access.Value.Tenant, result.ClosedAt);
        using var pdf = new MemoryStream();
        PdfPaperWriter.Write(notice.Head, ResultNotice.Layout, pdf, notice.Draw);
        var bytes = pdf.ToArray();
        return (place, $"{notice.Head.Title}.pdf", ballotId, new ArchiveFile("", "", "", bytes.Length, SHA256.HashData(bytes), result.ClosedBy, result.ClosedAt, null, bytes));
    }
}

/// <summary>Names that every system can unpack.</summary>
public static class ArchiveNames
{
    private const int MostOfPart = 60;

    public static string Path(int order, string stage, int number, string title, string fileName) => $"{order:000}-{Safe(stage)}/{number:000}-{Safe(title)}-{Leaf(fileName)}";

    /// <summary>Without what Windows and zip readers take for something else, and not too long.</summary>
    public static string Safe(string name)
    {
        var plain = string.Concat(name.Select(letter => char.IsControl(letter) || char.IsSurrogate(letter) || "\\/:*?\"<>|".Contains(letter, StringComparison.Ordinal) ? '_' : letter)).Trim(' ', '.');
        return plain.Length == 0 ? "未命名" : plain.Length > MostOfPart ? plain[..MostOfPart].TrimEnd(' ', '.') : plain;
    }

    private static string Leaf(string fileName)
    {
        var dot = fileName.LastIndexOf('.');
        return dot > 0 && fileName.Length - dot <= 5 ? Safe(fileName[..dot]) + Safe(fileName[dot..]).Insert(0, ".") : Safe(fileName);
    }
}
