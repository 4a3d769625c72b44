namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Looks at the first bytes and calls the reader for what they are (按内容识别).</summary>
internal static class SpreadsheetOpener
{
    private const string Ask = "请用 Excel 或 WPS 打开原表，另存为 .xlsx 或 .csv 后再上传。";

    private static readonly (byte[] Start, string Name)[] others =
    [
        ("%PDF"u8.ToArray(), "PDF 文件"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "图片"),
        ([0xFF, 0xD8, 0xFF], "图片"),
        ("GIF8"u8.ToArray(), "图片"),
        ("BM"u8.ToArray(), "图片"),
        ("II*\0"u8.ToArray(), "图片"),
        ("MM\0*"u8.ToArray(), "图片"),
        ("Rar!"u8.ToArray(), "压缩包"),
        ([(byte)'7', (byte)'z', 0xBC, 0xAF], "压缩包"),
        ([0x1F, 0x8B], "压缩包"),
        ("{\\rtf"u8.ToArray(), "文字文档"),
        ("MZ"u8.ToArray(), "程序"),
        ([0x7F, (byte)'E', (byte)'L', (byte)'F'], "程序"),
    ];

    public static SpreadsheetFile Open(Stream content, string fileName, ReadingLimits limits)
    {
        var name = ShortName(fileName);
        if (content.Length == 0) throw new UnreadableFileException($"文件{name}是空的，没有任何内容。");
        if (content.Length > limits.FileBytes)
            throw new UnreadableFileException($"文件{name}有 {content.Length / 1_000_000m:0.#} MB，超过 {limits.FileBytes / 1_000_000m:0.#} MB 的上限。请拆成几个表分别上传。");
        var head = Head(content);
        try
        {
            return Of(content, head, name, limits);
        }
        catch (Exception failure) when (failure is not UnreadableFileException and not OutOfMemoryException)
        {
            throw new UnreadableFileException($"文件{name}已损坏或不完整，无法读取。" + Ask, failure);
        }
    }

    private static SpreadsheetFile Of(Stream content, byte[] head, string name, ReadingLimits limits)
    {
        if (head.AsSpan().StartsWith("PK\u0003\u0004"u8)) return new WorkbookFile(content, name, limits);
        if (head.AsSpan().StartsWith("PK"u8)) throw new UnreadableFileException($"文件{name}是一个空的或分卷的压缩包，不是表格。" + Ask);
        if (head.AsSpan().StartsWith(CompoundFile.Signature) || CompoundFile.IsBareStream(head)) return new LegacyWorkbookFile(content, name, limits);
        foreach (var (start, kind) in others)
        {
            if (head.AsSpan().StartsWith(start)) throw new UnreadableFileException($"文件{name}实际上是{kind}，不是表格。" + Ask);
        }

        return new DelimitedFile(content, name, limits);
    }

    private static byte[] Head(Stream content)
    {
        var head = new byte[Math.Min(content.Length, 4096)];
        content.Position = 0;
        content.ReadExactly(head);
        content.Position = 0;
        return head;
    }

    // Names come from outside: short, and without anything that breaks a line.
    private static string ShortName(string fileName)
    {
        var clean = new string([.. fileName.Where(letter => !char.IsControl(letter))]);
        return clean.Length == 0 ? "" : clean.Length <= 60 ? $"“{clean}”" : $"“{clean[..28]}……{clean[^28..]}”";
    }
}
