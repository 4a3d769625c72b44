namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What can be said of an uploaded file without reading it.</summary>
public static class ImportUpload
{
    public const int MostBytes = 20 * 1024 * 1024;
    private static readonly string[] endings = [".xlsx", ".xls", ".et", ".csv", ".txt"];

    private static readonly (byte[] Start, string What)[] others =
    [
        ("%PDF"u8.ToArray(), "PDF 文件"), ([0x89, 0x50, 0x4E, 0x47], "图片"), ([0xFF, 0xD8, 0xFF], "图片"), ("GIF8"u8.ToArray(), "图片"), ("MZ"u8.ToArray(), "程序"), ("Rar!"u8.ToArray(), "压缩包"), ([0x37, 0x7A, 0xBC, 0xAF], "压缩包"),
    ];

    /// <summary>Why it is refused at the door; null where it may be read.</summary>
    public static string? Problem(IFormFile? file)
    {
        if (file is null || file.Length == 0) return "请选择一个文件；空文件不能导入。";
        if (file.Length > MostBytes) return $"文件有 {file.Length / 1024 / 1024} MB，最多 {MostBytes / 1024 / 1024} MB。请删去图片和无关的工作表，或拆成几个文件。";
        if (!endings.Any(ending => file.FileName.EndsWith(ending, StringComparison.OrdinalIgnoreCase))) return "只能导入 .xlsx、.xls 或 .csv 文件。其他格式请用 Excel 或 WPS 打开后另存为 .xlsx。";
        var start = new byte[8];
        using var stream = file.OpenReadStream();
        var read = stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        var other = others.FirstOrDefault(other => start.AsSpan(0, read).StartsWith(other.Start)).What;
        return other is null ? null : $"这是{other}，不是表格文件。请选择 .xlsx、.xls 或 .csv 文件。";
    }

    public static string Name(IFormFile file)
    {
        var name = new string([.. Path.GetFileName(file.FileName.Replace('\\', '/')).Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))]);
        return name.Length <= Import.FileNameLength ? name : name[^Import.FileNameLength..];
    }
}
