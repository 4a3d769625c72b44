namespace OldEstateRenewal.Web.Features.Attachments;

/// <summary>A file as it is kept: its true kind and its cleaned bytes.</summary>
public sealed record CheckedFile(string ContentType, string Extension, byte[] Bytes);

/// <summary>What a file is, by its content; its name and what the browser says of it are not asked.</summary>
public static class FileCheck
{
    public const string Accepted = "JPEG、PNG 图片或 PDF";
    private const int TailOfPdf = 2048;

    /// <summary>An uploaded file as it may be kept, or why not; one that is too large is not read.</summary>
    public static async Task<(CheckedFile? File, string? Problem)> ReadAsync(IFormFile file)
    {
        if (file.Length > Attachment.MostBytes) return (null, "超过 10 MB");
        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes);
        return Check(bytes.ToArray());
    }

    /// <summary>The file as it may be kept, or why not.</summary>
    public static (CheckedFile? File, string? Problem) Check(byte[] bytes) => bytes switch
    {
        [] => (null, "文件是空的"),
        { Length: > Attachment.MostBytes } => (null, "超过 10 MB"),
        [0xFF, 0xD8, ..] => Kept("image/jpeg", ".jpg", JpegSegments.Strip(bytes), "JPEG 图片不完整或已损坏"),
        [0x89, 0x50, 0x4E, 0x47, ..] => Kept("image/png", ".png", PngChunks.Strip(bytes), "PNG 图片不完整或已损坏"),
        _ when bytes.AsSpan().StartsWith("%PDF-"u8) => Pdf(bytes),
        _ => (null, $"不是 {Accepted}（按文件内容判断，改名无效）"),
    };

    private static (CheckedFile? File, string? Problem) Pdf(byte[] bytes)
    {
        var span = bytes.AsSpan();
        if (span[^Math.Min(TailOfPdf, bytes.Length)..].LastIndexOf("%%EOF"u8) < 0) return (null, "PDF 不完整或已损坏");
        var acts = span.IndexOf("/JavaScript"u8) >= 0 || span.IndexOf("/Launch"u8) >= 0 || span.IndexOf("/EmbeddedFile"u8) >= 0;
        return acts ? (null, "PDF 含脚本、外部程序或内嵌文件，请重新扫描或打印为 PDF") : (new CheckedFile("application/pdf", ".pdf", bytes), null);
    }

    private static (CheckedFile? File, string? Problem) Kept(string type, string extension, byte[]? cleaned, string problem) =>
        cleaned is null ? (null, problem) : (new CheckedFile(type, extension, cleaned), null);
}
