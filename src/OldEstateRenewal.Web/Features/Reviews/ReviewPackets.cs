using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Notices;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>会审材料: everything the city asks to see of a project in one file with its index; what is missing is named beforehand and in the index.</summary>
public sealed class ReviewPackets(PortalDbContext db, SchemeReader schemes, NoticeReader notices, PolicyShelf policies, CurrentAccess access, TimeProvider time)
{
    private const int MostBytes = 80 * 1024 * 1024;
    private const int MostPhotos = 20;

    /// <summary>The papers in their order.</summary>
    public async Task<IReadOnlyList<PacketPart>> ListAsync(Project project, Scheme scheme)
    {
        if (await schemes.FindAsync(scheme.Id) is not { } whole) return [];
        var check = await schemes.CheckAsync(whole);
        return
        [
            Made("改造方案表", "方案表.pdf", () => PdfOf(SchemeTable.Of(check, access.Value.Tenant, time.GetUtcNow()))),
            Made("改造方案文本", "方案文本.txt", () => Encoding.UTF8.GetBytes(scheme.Text ?? "")),
            Made("费用估算表", "费用估算表.xlsx", () => SheetOf(SchemeTable.Of(check, access.Value.Tenant, time.GetUtcNow()))),
            .. await FilesAsync(AttachmentSubject.Scheme, [scheme.Id], "设计图件和照片", "方案附件", int.MaxValue),
            .. await BallotsAsync(project),
            .. await NoticesAsync(project),
            .. await PapersAsync(project),
            .. await FilesAsync(AttachmentSubject.Estate, Ids(project), "小区现状照片", "现状照片", MostPhotos, AttachmentKind.Photo),
        ];
    }

    /// <summary>The packet, and what is missing in it.</summary>
    public async Task<(byte[] Bytes, IReadOnlyList<string> Missing)> MakeAsync(Project project, Scheme scheme)
    {
        var parts = (await ListAsync(project, scheme)).ToList();
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            for (var i = 0; i < parts.Count; i++)
            {
                if (parts[i].Read is not { } read) continue;
                var bytes = await read();
                if (file.Length + bytes.Length > MostBytes) parts[i] = parts[i] with { Missing = "超过一包的容量，未装入，请另行报送", Read = null };
                else await WriteAsync(zip, parts[i].FileName!, bytes);
            }

            await WriteAsync(zip, "00 目录.pdf", PdfOf(IndexOf(project, scheme, parts)));
        }

        return (file.ToArray(), parts.Where(part => part.Missing is not null).Select(part => $"{part.Name}：{part.Missing}").ToList());
    }

    private TableReport<PacketPart> IndexOf(Project project, Scheme scheme, List<PacketPart> parts) => new(
        [new("序号", 6, (_, number) => (long?)number), new("材料", 34, part => part.Name), new("文件", 40, part => part.Read is null ? "" : part.FileName), new("缺少", 26, part => part.Missing)], parts)
    {
        Title = $"{project.Name}会审材料目录",
        Subtitle = $"（改造方案{scheme.Name}）",
        Source = $"报送单位：{access.Value.Tenant.Name}",
        Author = access.Value.Tenant.Name,
        MadeAt = time.GetUtcNow().ToChina(),
    };

    private async Task<IReadOnlyList<PacketPart>> FilesAsync(AttachmentSubject subject, IReadOnlyCollection<Guid> ids, string name, string folder, int most, AttachmentKind? kind = null)
    {
        var files = await db.Attachments.AsNoTracking().Where(a => a.SubjectType == subject && ids.Contains(a.SubjectId) && a.RemovedAt == null && (kind == null || a.Kind == kind)).OrderBy(a => a.AddedAt).ThenBy(a => a.Id).Take(Math.Min(most, Attachment.MostPerSubject)).ToListAsync();
        return files.Count == 0 ? [Missing(name, "未上传")] : files.Select((file, at) => Kept($"{name}：{file.Caption ?? file.FileName}", $"{folder}/{at + 1:00} {file.FileName}", file.Id)).ToList();
    }

    private async Task<IReadOnlyList<PacketPart>> BallotsAsync(Project project)
    {
        var parts = new List<PacketPart>();
        foreach (var estate in project.Estates.OrderBy(e => e.Sequence))
        {
            var ballots = await db.Ballots.AsNoTracking().Include(b => b.Estate).Include(b => b.Matters).Where(b => b.EstateId == estate.EstateId && b.State == BallotState.Closed).OrderBy(b => b.ClosedAt).ToListAsync();
            var stated = await db.OutsideConsents.AsNoTracking().Where(c => c.EstateId == estate.EstateId).OrderBy(c => c.HeldOn).ToListAsync();
            foreach (var ballot in ballots)
            {
                var result = await db.BallotResults.AsNoTracking().SingleAsync(r => r.BallotId == ballot.Id);
                parts.Add(Made($"{ballot.Estate!.Name} {ballot.Name}结果公告", $"表决结果/{parts.Count + 1:00} {AttachmentService.SafeName(ballot.Estate.Name + ballot.Name, "")}.pdf", () => NoticeOf(ballot, result)));
            }

            parts.AddRange(stated.Select(consent => Missing($"{estate.Estate?.Name} 系统外征询（{consent.HeldOn:yyyy-MM-dd}，{consent.Agreeing}/{consent.Whole} 户同意）", "结果为登记数，签字材料请另行报送")));
            if (ballots.Count == 0 && stated.Count == 0) parts.Add(Missing($"{estate.Estate?.Name} 表决、征询结果", "没有已截止的表决"));
        }

        return parts;
    }

    /// <summary>公示情况说明 with the photographs that prove it, of every notice that is concluded.</summary>
    private async Task<IReadOnlyList<PacketPart>> NoticesAsync(Project project)
    {
        var parts = new List<PacketPart>();
        var ids = await db.Notices.AsNoTracking().Where(n => n.ProjectId == project.Id && n.State == NoticeState.Concluded).OrderBy(n => n.PostedOn).ThenBy(n => n.Id).Select(n => n.Id).ToListAsync();
        foreach (var (id, number) in ids.Select((id, at) => (id, at + 1)))
        {
            var page = (await notices.PageAsync(id))!;
            var statement = new NoticeStatement(page, access.Value.Tenant, time.GetUtcNow());
            parts.Add(Made(statement.Title, $"公示/{number:00} {AttachmentService.SafeName(statement.Title, ".pdf")}", () => PaperOf(statement.Head, PaperLayout.Portrait, statement.Draw)));
            parts.AddRange(page.Photos.Select((line, at) => Kept($"公示照片：{page.Notice.Title} {line.Photo.Phase.InWords()} {line.Photo.TakenOn:yyyy-MM-dd}", $"公示/{number:00} 照片/{at + 1:00} {line.File.FileName}", line.File.Id)));
        }

        var view = (await policies.TodayAsync()).AsOf(project.ProcessOn);
        var asked = RenewalProcess.Of(view).Stages.Any(stage => stage.Item.Gates.Any(gate => gate.Kind == GateKind.NoticeEnded));
        return parts.Count == 0 && asked ? [Missing("公示情况说明和照片", "没有已办结的公示")] : parts;
    }

    /// <summary>The papers of all stages before the review.</summary>
    private async Task<IReadOnlyList<PacketPart>> PapersAsync(Project project)
    {
        var process = RenewalProcess.Of((await policies.TodayAsync()).AsOf(project.ProcessOn));
        var review = process.Stages.First(stage => stage.Item.Gates.Any(gate => gate.Kind == GateKind.ReviewPassed)).Item;
        var kept = await db.ProjectPapers.AsNoTracking().Where(p => p.ProjectId == project.Id).ToListAsync();
        var parts = new List<PacketPart>();
        foreach (var stage in process.Stages.Select(stage => stage.Item).Where(stage => stage.Order < review.Order))
        {
            foreach (var asked in stage.Papers.Where(asked => kept.All(paper => paper.StageKey != stage.Key || paper.PaperKey != asked.Key || !paper.HasProof))) parts.Add(Missing($"{stage.Name}：{asked.Name}", "未上传"));
            foreach (var paper in kept.Where(paper => paper.StageKey == stage.Key && paper.HasProof)) parts.AddRange(await FilesAsync(AttachmentSubject.ProjectPaper, [paper.Id], $"{stage.Name}：{paper.Name}", $"环节材料/{stage.Order:000} {AttachmentService.SafeName(paper.Name, "")}", int.MaxValue));
        }

        return parts;
    }

    private PacketPart Kept(string name, string fileName, Guid id) => new(name, fileName, null, () => db.AttachmentContents.Where(c => c.AttachmentId == id).Select(c => c.Bytes).SingleAsync());

    private byte[] NoticeOf(Ballot ballot, BallotResult result)
    {
        var notice = new ResultNotice(ballot, result, access.Value.Tenant, time.GetUtcNow());
        return PaperOf(notice.Head, ResultNotice.Layout, notice.Draw);
    }

    private static byte[] PaperOf(PaperHead head, PaperLayout layout, Action<PdfPaper> draw)
    {
        using var file = new MemoryStream();
        PdfPaperWriter.Write(head, layout, file, draw);
        return file.ToArray();
    }

    private static PacketPart Made(string name, string fileName, Func<byte[]> make) => new(name, fileName, null, () => Task.FromResult(make()));

    private static PacketPart Missing(string name, string why) => new(name, null, why, null);

    private static byte[] PdfOf(TableReport table)
    {
        using var file = new MemoryStream();
        PdfTableWriter.Write(table, file);
        return file.ToArray();
    }

    private static byte[] SheetOf(TableReport table)
    {
        using var file = new MemoryStream();
        SpreadsheetTableWriter.Write(table, file);
        return file.ToArray();
    }

    private static async Task WriteAsync(ZipArchive zip, string name, byte[] bytes)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Fastest).OpenAsync();
        await entry.WriteAsync(bytes);
    }

    private static List<Guid> Ids(Project project) => project.Estates.Select(e => e.EstateId).ToList();
}
