using System.Diagnostics;
using System.Text;
using OldEstateRenewal.Documents.Spreadsheets.Reading;

namespace OldEstateRenewal.Documents.Tests.Spreadsheets.Reading;

/// <summary>What is no table, or means harm, is refused with a sentence, soon and without much memory.</summary>
public sealed class HostileFilesTests
{
    private const string Before = "<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>";
    private const string After = "</sheetData></worksheet>";

    private static readonly Dictionary<string, (Func<Stream> Content, string Words)> files = new()
    {
        ["bomb in the sheet"] = (() => new WorkbookBytes().Add("xl/worksheets/sheet1.xml", WorkbookBytes.Repeated(Before, new string(' ', 1000), 200_000, After)).ToStream(), "异常地大"),
        ["bomb in the strings"] = (() => new WorkbookBytes("<row r='1'><c r='A1' t='s'><v>0</v></c></row>").Add("xl/sharedStrings.xml", WorkbookBytes.Repeated("<sst>", "<si><t>" + new string('a', 1000) + "</t></si>", 200_000, "</sst>")).ToStream(), "文字总量过大"),
        ["bomb in an attribute"] = (() => new WorkbookBytes().Add("xl/worksheets/sheet1.xml", WorkbookBytes.Repeated("<worksheet a='", new string('a', 1000), 200_000, "'/>")).ToStream(), "异常地大"),
        ["endless attribute, little packed"] = (() => new WorkbookBytes().Add("xl/worksheets/sheet1.xml", stream => { stream.Write("<worksheet a='"u8); stream.Write(Encoding.ASCII.GetBytes(Convert.ToHexString(Noise(2_000_000)))); stream.Write("'/>"u8); }).ToStream(), "异常地大"),
        ["nested without end"] = (() => new WorkbookBytes().Add("xl/worksheets/sheet1.xml", WorkbookBytes.Repeated(Before, "<a>", 100_000, "")).ToStream(), "内部结构异常"),
        ["external entity"] = (() => new WorkbookBytes().Add("xl/worksheets/sheet1.xml", "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]>" + WorkbookBytes.Sheet("<row r='1'><c r='A1' t='inlineStr'><is><t>&e;</t></is></c></row>")).ToStream(), "外部实体"),
        ["billion laughs"] = (() => new WorkbookBytes().Add("xl/workbook.xml", "<!DOCTYPE x [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;'>]><workbook>&b;</workbook>").ToStream(), "外部实体"),
        ["too many entries"] = (() => Enumerable.Range(0, 6000).Aggregate(new WorkbookBytes(), (book, at) => book.Add($"junk/{at}", "")).ToStream(), "部件过多"),
        ["too many sheets"] = (() => new WorkbookBytes().Add("xl/workbook.xml", "<workbook xmlns:r='r'><sheets>" + string.Concat(Enumerable.Range(0, 150).Select(at => $"<sheet name='{at}' r:id='r1'/>")) + "</sheets></workbook>").ToStream(), "100 个的上限"),
        ["no sheet at all"] = (() => new WorkbookBytes().Add("xl/workbook.xml", "<workbook/>").ToStream(), "没有工作表"),
        ["a sheet that is missing"] = (() => new WorkbookBytes().Without("xl/worksheets/sheet1.xml").ToStream(), "缺少必要的部分"),
        ["a text that is not there"] = (() => new WorkbookBytes("<row r='1'><c r='A1' t='s'><v>7</v></c></row>").ToStream(), "已损坏"),
        ["rows out of order"] = (() => new WorkbookBytes("<row r='5'><c><v>1</v></c></row><row r='5'><c><v>1</v></c></row>").ToStream(), "已损坏"),
        ["cut off"] = (() => Cut(new WorkbookBytes("<row r='1'><c r='A1'><v>1</v></c></row>").ToStream(), 0.6), "已损坏"),
        ["no XML in the sheet"] = (() => new WorkbookBytes().Add("xl/worksheets/sheet1.xml", "<worksheet><sheetData><row r='1'><c r='A1'><v>1</worksheet>").ToStream(), "已损坏"),
        ["a Word document"] = (() => new WorkbookBytes().Add("word/document.xml", "<w/>").ToStream(), "Word 文档"),
        ["a presentation"] = (() => new WorkbookBytes().Add("ppt/presentation.xml", "<p/>").ToStream(), "演示文稿"),
        ["a binary workbook"] = (() => new WorkbookBytes().Add("xl/workbook.bin", "").ToStream(), ".xlsb"),
        ["an OpenDocument sheet"] = (() => new WorkbookBytes().Add("mimetype", "application/vnd.oasis.opendocument.spreadsheet").Add("content.xml", "<o/>").ToStream(), ".ods"),
        ["a plain archive"] = (() => new WorkbookBytes().Without("[Content_Types].xml").ToStream(), "压缩包"),
        ["a PDF"] = (() => Text("%PDF-1.7 ..."), "PDF"),
        ["a picture"] = (() => new MemoryStream([0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10, 0, 0]), "图片"),
        ["a photograph"] = (() => new MemoryStream([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]), "图片"),
        ["a web page"] = (() => Text("\n <html><body><table><tr><td>小区名称</td></tr></table></body></html>"), "网页"),
        ["another XML"] = (() => Text("<?xml version='1.0'?><Workbook/>"), "网页"),
        ["a program"] = (() => Text("MZ\u0090"), "程序"),
        ["noise"] = (() => new MemoryStream(Noise(5000)), "不是表格"),
        ["nothing"] = (() => new MemoryStream(), "是空的"),
        ["an encrypted workbook"] = (() => Compound("EncryptedPackage"), "密码"),
        ["an old Word document"] = (() => Compound("WordDocument"), "Word 文档"),
        ["a broken old workbook"] = (() => Compound("Workbook"), "已损坏"),
        ["another compound file"] = (() => Compound("Something"), "不是表格"),
        ["a quote without end"] = (() => Text("小区名称,户数\n\"甲院,20\n" + new string('x', 200_000)), "引号"),
        ["more rows than allowed"] = (() => Text("小区名称,户数\n" + string.Concat(Enumerable.Repeat("a,1\n", 200_001))), "200000 行"),
        ["bytes of no encoding"] = (() => new MemoryStream([.. Encoding.ASCII.GetBytes("name,count\n"), 0xFF, 0xFF, 0xFF, 0xFF, (byte)'\n']), "编码"),
    };

    public static TheoryData<string> Names() => [.. files.Keys];

    [Theory, MemberData(nameof(Names))]
    public void Open_HostileFile_IsRefusedWithASentence(string name)
    {
        using var content = files[name].Content();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var watch = Stopwatch.StartNew();

        var refusal = Assert.Throws<UnreadableFileException>(() => ReadAll(content));

        Assert.Contains(files[name].Words, refusal.Message, StringComparison.Ordinal);
        Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
        Assert.True(GC.GetAllocatedBytesForCurrentThread() - before < 200_000_000, "Too much memory.");
        // Two seconds on a quiet machine; the limit leaves room for a busy one.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(10), $"{watch.Elapsed}");
    }

    [Fact]
    public void Rows_MillionEmptyRows_AreSkippedWithANotice()
    {
        using var content = new WorkbookBytes().Add("xl/worksheets/sheet1.xml", WorkbookBytes.Repeated(Before + "<row r='1'><c r='A1'><v>1</v></c></row>", "<row ht='14'/>", 1_000_000, After)).ToStream();
        using var file = SpreadsheetFile.Open(content, "空行.xlsx");
        Assert.Single(file.Rows(0));
        Assert.Contains(file.Notices, notice => notice.Contains("空行", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_EveryColumnUsed_GivesTheFirstTwoHundredWithANotice()
    {
        var cells = string.Concat(Enumerable.Range(0, 16_384).Select(_ => "<c><v>1</v></c>"));
        using var content = new WorkbookBytes($"<row r='1'>{cells}</row>").ToStream();
        using var file = SpreadsheetFile.Open(content, "宽.xlsx");
        Assert.Equal(200, Assert.Single(file.Rows(0)).Cells.Count);
        Assert.Contains(file.Notices, notice => notice.Contains("200 列", StringComparison.Ordinal));
    }

    [Fact]
    public void Rows_LongText_IsCutWithANotice()
    {
        using var content = new WorkbookBytes($"<row r='1'><c r='A1' t='inlineStr'><is><t>{new string('长', 40_000)}</t></is></c></row>").ToStream();
        using var file = SpreadsheetFile.Open(content, "长.xlsx");
        Assert.Equal(4_000, Assert.Single(file.Rows(0))[0].ToString().Length);
        Assert.Contains(file.Notices, notice => notice.Contains("4000", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_WithMacros_ReadsWithoutThem()
    {
        using var content = new WorkbookBytes("<row r='1'><c r='A1'><v>1</v></c></row>").Add("xl/vbaProject.bin", "Auto_Open").ToStream();
        using var file = SpreadsheetFile.Open(content, "宏.xlsm");
        Assert.Single(file.Rows(0));
        Assert.Contains(file.Notices, notice => notice.Contains('宏'));
    }

    [Fact]
    public void Open_AnyDamage_IsReadOrRefused()
    {
        var sound = new WorkbookBytes("<row r='1'><c r='A1' t='inlineStr'><is><t>小区名称</t></is></c><c r='B1'><v>12.5</v></c></row>", "<mergeCells><mergeCell ref='A1:B2'/></mergeCells>").ToStream().ToArray();
        var random = new Random(7);
        for (var round = 0; round < 400; round++)
        {
            var damaged = (byte[])sound.Clone();
            for (var hits = 0; hits < 1 + round % 5; hits++) damaged[random.Next(damaged.Length)] = (byte)random.Next(256);
            try
            {
                ReadAll(new MemoryStream(damaged));
            }
            catch (UnreadableFileException refusal)
            {
                Assert.EndsWith("。", refusal.Message, StringComparison.Ordinal);
            }
        }
    }

    private static void ReadAll(Stream content)
    {
        using var file = SpreadsheetFile.Open(content, "附件.xlsx");
        for (var sheet = 0; sheet < file.Sheets.Count; sheet++)
        {
            foreach (var row in file.Rows(sheet)) Assert.NotEmpty(row.Cells);
            Assert.NotNull(file.MergedAreas(sheet));
        }
    }

    private static MemoryStream Cut(MemoryStream content, double part) => new(content.ToArray()[..(int)(content.Length * part)]);

    private static MemoryStream Text(string text) => new(Encoding.UTF8.GetBytes(text));

    private static byte[] Noise(int length)
    {
        var noise = new byte[length];
        new Random(3).NextBytes(noise);
        noise[0] = 1;
        return noise;
    }

    private static MemoryStream Compound(string stream)
    {
        byte[] signature = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
        return new([.. signature, .. new byte[1016], .. Encoding.Unicode.GetBytes(stream + "\0"), .. new byte[512]]);
    }
}
