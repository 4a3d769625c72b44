using System.IO.Compression;
using System.Xml;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>The parts of an .xlsx (工作簿的各部分), opened one by one and under the limits.</summary>
internal sealed class WorkbookPackage : IDisposable
{
    private const string Ask = "请用 Excel 或 WPS 打开后另存为 .xlsx 再上传。";
    private const int DeepestElement = 64;

    private readonly ZipArchive archive;
    private readonly InflatingBudget budget;
    private readonly Dictionary<string, ZipArchiveEntry> parts = new(StringComparer.OrdinalIgnoreCase);
    private readonly string name;

    public WorkbookPackage(Stream content, string name, ReadingLimits limits)
    {
        this.name = name;
        if (ByteSearch.Count(content, "PK\u0001\u0002"u8, limits.Parts + 1) > limits.Parts)
            throw new UnreadableFileException($"文件{name}内部的部件过多，不像正常的表格，已停止读取。");
        content.Position = 0;
        archive = new ZipArchive(content, ZipArchiveMode.Read, leaveOpen: true);
        budget = new(limits, name, content.Length);
        foreach (var entry in archive.Entries) parts.TryAdd(entry.FullName.Replace('\\', '/').TrimStart('/'), entry);
        RefuseOthers();
    }

    public bool HasMacros => parts.Keys.Any(part => part.EndsWith("vbaProject.bin", StringComparison.OrdinalIgnoreCase));

    public bool Has(string part) => parts.ContainsKey(part);

    public Stream Open(string part) => parts.TryGetValue(part, out var entry)
        ? budget.Open(entry)
        : throw new UnreadableFileException($"文件{name}缺少必要的部分（{Path.GetFileName(part)}），已损坏或不完整。" + Ask);

    public XmlReader Read(string part) => XmlReader.Create(Open(part), Settings());

    /// <summary>Moves to the next node; whoever nests elements deeper than any table does is refused.</summary>
    public bool Next(XmlReader xml) => xml.Read() && (xml.Depth <= DeepestElement ? true : throw new UnreadableFileException($"文件{name}的内部结构异常，已停止读取。"));

    /// <summary>Runs what reads the file, and turns whatever a damaged file brings about into a sentence.</summary>
    public T Guard<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException failure) when (failure.Message.Contains("DTD", StringComparison.Ordinal))
        {
            throw new UnreadableFileException($"文件{name}内含外部实体声明（DTD），正常的表格没有这种内容，为保证系统安全已拒绝读取。", failure);
        }
        catch (Exception failure) when (failure is not UnreadableFileException and not OutOfMemoryException)
        {
            throw new UnreadableFileException($"文件{name}已损坏或不完整，无法读完。" + Ask, failure);
        }
    }

    public void Dispose() => archive.Dispose();

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = true,
    };

    private void RefuseOthers()
    {
        if (Has("xl/workbook.bin")) throw new UnreadableFileException($"文件{name}是 .xlsb 二进制工作簿，系统读不了。" + Ask);
        if (Has("word/document.xml")) throw new UnreadableFileException($"文件{name}实际上是 Word 文档，不是表格。请把其中的表格复制到 Excel 中保存后再上传。");
        if (Has("ppt/presentation.xml")) throw new UnreadableFileException($"文件{name}实际上是演示文稿，不是表格。" + Ask);
        if (Has("content.xml") && Has("mimetype")) throw new UnreadableFileException($"文件{name}是 ODF 格式（.ods 等），系统读不了。" + Ask);
        if (!Has("[Content_Types].xml")) throw new UnreadableFileException($"文件{name}实际上是压缩包，不是表格。请解压后上传其中的表格。");
    }
}
