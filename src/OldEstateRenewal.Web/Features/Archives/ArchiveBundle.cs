using System.Globalization;
using System.IO.Compression;
using System.Net.Mime;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Archives;

/// <summary>
/// 归档包: every file of a project with an index (web page and Excel) and a list of hashes that <c>sha256sum -c</c> can check. Files are read and sent one after the
/// other, so that memory does not grow with their number; the same files lie in the same order under the same names.
/// </summary>
public sealed class ArchiveBundle(PortalDbContext db, Project project, IReadOnlyList<ArchiveStage> stages, IReadOnlyList<ArchiveFile> files, Tenant tenant) : ActionResult
{
    public const string Manifest = "manifest.sha256";

    private static readonly DateTimeOffset earliest = new(2000, 1, 1, 0, 0, 0, TimeSpan.FromHours(8));

    private DateTimeOffset At => files.Select(file => file.At).Append(project.MadeAt).Max().ToChina();

    public override async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = MediaTypeNames.Application.Zip;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = new Microsoft.Net.Http.Headers.ContentDispositionHeaderValue("attachment") { FileNameStar = $"{ArchiveNames.Safe(project.Name)}归档.zip" }.ToString();
        await WriteAsync(response.Body, context.HttpContext.RequestAborted);
    }

    public async Task WriteAsync(Stream target, CancellationToken cancellation)
    {
        await using var patient = new PatientStream(target);
        await using (var zip = await ZipArchive.CreateAsync(patient, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellation)) await FillAsync(zip, cancellation);
        await patient.FlushAsync(cancellation);
    }

    private async Task FillAsync(ZipArchive zip, CancellationToken cancellation)
    {
        var hashes = new StringBuilder();
        foreach (var (name, bytes) in new[] { ("index.html", Index()), ("目录.xlsx", Sheet()) }) await AddAsync(zip, hashes, name, bytes, At, CompressionLevel.Fastest, cancellation);
        foreach (var file in files) await AddAsync(zip, hashes, file.Path, file.Written ?? await ReadAsync(file, cancellation), file.At.ToChina(), CompressionLevel.NoCompression, cancellation);
        await AddAsync(zip, new StringBuilder(), Manifest, Encoding.UTF8.GetBytes(hashes.ToString()), At, CompressionLevel.Fastest, cancellation);
    }

    private static async Task AddAsync(ZipArchive zip, StringBuilder hashes, string path, byte[] bytes, DateTimeOffset at, CompressionLevel level, CancellationToken cancellation)
    {
        var entry = zip.CreateEntry(path, level);
        entry.LastWriteTime = at < earliest ? earliest : at;
        await using (var stream = await entry.OpenAsync(cancellation)) await stream.WriteAsync(bytes, cancellation);
        hashes.Append(CultureInfo.InvariantCulture, $"{Convert.ToHexStringLower(SHA256.HashData(bytes))}  {path}\n");
    }

    /// <summary>The bytes as they were uploaded; anything else must not leave the house as if it were.</summary>
    private async Task<byte[]> ReadAsync(ArchiveFile file, CancellationToken cancellation)
    {
        var bytes = await db.AttachmentContents.AsNoTracking().Where(c => c.AttachmentId == file.AttachmentId).Select(c => c.Bytes).SingleAsync(cancellation);
        return SHA256.HashData(bytes).AsSpan().SequenceEqual(file.Sha256) ? bytes : throw new InvalidDataException($"The bytes of attachment {file.AttachmentId} are not those that were uploaded.");
    }

    private byte[] Sheet()
    {
        using var file = new MemoryStream();
        SpreadsheetTableWriter.Write(
            new TableReport<ArchiveFile>(
            [
                TableColumn.Serial<ArchiveFile>(),
                new TableColumn<ArchiveFile>("环节", 22, each => each.Stage),
                new TableColumn<ArchiveFile>("材料", 26, each => each.Title),
                new TableColumn<ArchiveFile>("文件", 60, each => each.Path),
                new TableColumn<ArchiveFile>("大小（字节）", 14, each => each.Size) { Format = CellFormat.Whole },
                new TableColumn<ArchiveFile>("登记人", 14, each => each.By),
                new TableColumn<ArchiveFile>("登记时间", 18, each => each.At.ToChinaText()),
                new TableColumn<ArchiveFile>("SHA-256", 66, each => each.Hash),
            ],
            files)
            {
                Title = $"{project.Name}归档目录",
                Notes = Notes(),
                Source = $"资料来源：{tenant.Name}老旧小区改造台账",
                Author = tenant.Name,
                MadeAt = At,
            }, file);
        return file.ToArray();
    }

    private List<string> Notes()
    {
        var missing = ArchiveChecklist.Missing(stages).ToList();
        return [missing.Count == 0 ? "各环节要求的材料齐全。" : $"尚缺 {missing.Count} 件：{string.Join("、", missing)}。", .. tenant.IsDemonstration ? new[] { "含演示数据，非真实信息。" } : []];
    }

    private byte[] Index()
    {
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>").Append(Text($"{project.Name}归档目录")).Append("</title><style>body{font-family:sans-serif;margin:2rem;color:#1c2733}table{border-collapse:collapse;width:100%;margin:.5rem 0 1.5rem}th,td{border:1px solid #b8c2cc;padding:.3rem .5rem;text-align:left;vertical-align:top}th{background:#eef2f5}.n{text-align:right}code{font-size:.8rem;word-break:break-all}</style></head><body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(project.Name)}归档目录</h1><p>{Text(tenant.Name)}　{project.PlanYear}年　{Text(string.Join("、", project.Estates.OrderBy(e => e.Sequence).Select(e => e.Estate?.Name)))}</p>");
        foreach (var note in Notes()) page.Append("<p>").Append(Text(note)).Append("</p>");
        page.Append("<h2>环节</h2><table><thead><tr><th>环节</th><th>责任主体</th><th>完成日期</th><th>要求的材料</th><th>依据</th></tr></thead><tbody>\n");
        foreach (var stage in stages) page.Append(CultureInfo.InvariantCulture, $"<tr><td>{Text(stage.Stage.Item.Name)}</td><td>{Text(stage.Stage.Item.Body)}</td><td>{stage.ReachedOn:yyyy-MM-dd}</td><td>{Text(string.Join("；", stage.Papers.Select(paper => $"{paper.Asked.Name}（{(paper.IsThere ? "有" : "缺")}）")))}</td><td>{Text(stage.Stage.Citation.ToString())}</td></tr>\n");
        page.Append("</tbody></table><h2>文件</h2><table><thead><tr><th>序号</th><th>环节</th><th>材料</th><th>文件</th><th>大小（字节）</th><th>登记</th><th>SHA-256</th></tr></thead><tbody>\n");
        foreach (var (file, at) in files.Select((file, at) => (file, at))) page.Append(CultureInfo.InvariantCulture, $"<tr><td class=\"n\">{at + 1}</td><td>{Text(file.Stage)}</td><td>{Text(file.Title)}</td><td><a href=\"{string.Join('/', file.Path.Split('/').Select(Uri.EscapeDataString))}\">{Text(file.Path)}</a></td><td class=\"n\">{file.Size}</td><td>{Text(file.By)} {file.At.ToChinaText()}</td><td><code>{file.Hash}</code></td></tr>\n");
        return Encoding.UTF8.GetBytes(page.Append(CultureInfo.InvariantCulture, $"</tbody></table><p>核对：在解压后的目录中执行 <code>sha256sum -c {Manifest}</code>。</p></body></html>\n").ToString());
    }

    private static string Text(string text) => HtmlEncoder.Default.Encode(text);
}
