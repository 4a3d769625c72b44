using System.Text;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>The container of .xls, .doc and of encrypted workbooks (复合文档): tells them apart by the names of their streams.</summary>
internal static class CompoundFile
{
    private const string Ask = "请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。";

    public static ReadOnlySpan<byte> Signature => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>Excel 2–4 wrote the records without a container.</summary>
    public static bool IsBareStream(ReadOnlySpan<byte> head) => head is [0x09, 0x00 or 0x02 or 0x04, 0x04 or 0x06, 0x00, 0x00 or 0x02 or 0x03 or 0x04, ..];

    /// <summary>Refuses what is no workbook.</summary>
    public static void RefuseOthers(Stream content, string name)
    {
        if (Holds(content, "EncryptedPackage")) throw new UnreadableFileException($"文件{name}加了打开密码，无法读取。请去掉密码（另存时清空密码）后再上传。");
        if (Holds(content, "Workbook") || Holds(content, "Book")) return;
        if (Holds(content, "WordDocument")) throw new UnreadableFileException($"文件{name}实际上是 Word 文档，不是表格。请把其中的表格复制到 Excel 中保存后再上传。");
        if (Holds(content, "PowerPoint Document")) throw new UnreadableFileException($"文件{name}实际上是演示文稿，不是表格。" + Ask);
        throw new UnreadableFileException($"文件{name}不是表格，或者已经损坏。" + Ask);
    }

    private static bool Holds(Stream content, string streamName)
    {
        content.Position = 0;
        return ByteSearch.Count(content, Encoding.Unicode.GetBytes(streamName + "\0"), 1) > 0;
    }
}
