using System.Text;
using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Tests.Support;
using OldEstateRenewal.Documents.Word;

namespace OldEstateRenewal.Documents.Tests.Word;

public sealed class WordTableWriterTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("grouped")]
    [InlineData("landscape")]
    [InlineData("empty")]
    [InlineData("joined")]
    [InlineData("numbered")]
    [InlineData("mixed")]
    public void Write_AnyReport_IsValid(string kind) => Assert.Empty(Word(kind).Errors);

    [Fact]
    public void Write_Plan_ReadsBackInOrder()
    {
        var word = Word("plain");
        Assert.Equal(
            ["附件3", SampleReports.Title, "单位：栋、户、平方米"],
            word.Paragraphs.Take(3).Select(paragraph => paragraph.Text));
        Assert.Equal(
            ["注：建筑面积以不动产登记簿为准。", "资料来源：临朐县住房和城乡建设局　制表时间：2024年6月5日 09:05"],
            word.Paragraphs.TakeLast(2).Select(paragraph => paragraph.Text));
        var rows = word.Rows();
        Assert.Equal(["序号", "小区名称", "坐落街\n道名称", "楼栋数\n(栋)", "户数\n(户)", "建筑面积\n(平方米)"], rows[0]);
        Assert.Equal(["1", "电力局北家属院", "城关街道", "4", "160", "25200.72"], rows[1]);
        Assert.Equal(["合计", "", "", "11", "332", "43718.02"], rows[^1]);
        Assert.Equal(7, rows.Count);
    }

    [Fact]
    public void Write_Plan_RepeatsHeadingsAndPutsNumbersAtTheRight()
    {
        var word = Word("plain");
        var rows = word.Elements("tr").ToList();
        Assert.Equal([true, false, false, false, false, false, false], rows.Select(row => WordFile.Child(row, "trPr", "tblHeader") is not null));
        Assert.All(rows, row => Assert.NotNull(WordFile.Child(row, "trPr", "cantSplit")));
        var sides = rows[1].Descendants().Where(element => element.Name.LocalName == "jc").Select(side => WordFile.Value(side));
        Assert.Equal(["center", "left", "center", "right", "right", "right"], sides);
    }

    [Fact]
    public void Write_Groups_StandAcrossAllColumns()
    {
        var rows = Word("grouped").Rows();
        Assert.Equal(["城关街道"], rows[1]);
        Assert.Equal(["小计", "", "", "6", "216", "30685.02"], rows[5]);
    }

    [Fact]
    public void Write_JoinedCells_AreOne()
    {
        var word = Word("joined");
        Assert.Equal(["1", "左右打通", "右边"], word.Rows()[1]);
        Assert.Equal(["2"], word.Elements("gridSpan").Select(span => WordFile.Value(span)));
    }

    [Fact]
    public void Write_Landscape_TurnsThePaper()
    {
        var size = Word("landscape").Elements("pgSz").Single();
        Assert.Equal(("landscape", "16838", "11906"), (WordFile.Value(size, "orient"), WordFile.Value(size, "w"), WordFile.Value(size, "h")));
    }

    [Fact]
    public void Write_NumberedOfTotal_CountsPages()
    {
        var fields = Word("numbered").Part("word/footer1.xml").Descendants().Where(element => element.Name.LocalName == "fldSimple");
        Assert.Equal([" PAGE ", " NUMPAGES "], fields.Select(field => WordFile.Value(field, "instr")));
    }

    [Theory]
    [InlineData("=CMD|'/C calc'!A0")]
    [InlineData("</w:t></w:r>&amp;")]
    [InlineData(" 前后有空格 ")]
    [InlineData("第一行\n第二行\n")]
    [InlineData("\t制表\t")]
    [InlineData("_x0041_")]
    [InlineData("䶮𫚉")]
    public void Write_HostileText_StaysTheSameText(string text) => Assert.Equal(text, WrittenAndRead(text));

    [Fact]
    public void Write_AnyText_ReadsBackClean()
        => Check.One(Config.QuickThrowOnFailure, Prop.ForAll<NonNull<string>>(text =>
            WrittenAndRead("甲" + text.Get + "乙") == Expected("甲" + text.Get + "乙")));

    [Fact]
    public void Write_TheSameReportTwice_IsTheSameBytes() => Assert.Equal(Word("mixed").Content, Word("mixed").Content);

    [Fact]
    public void Write_NumberWiderThanItsColumn_IsSetSmallerAndNotBroken()
    {
        TableColumn<long>[] columns = [new("项目", 70, _ => "甲"), new("数", 10, row => row)];
        var word = new WordFile(new TableReport<long>(columns, [12, 123_456_789_012L]) { Title = "数", MadeAt = SampleReports.MadeAt });
        Assert.Empty(word.Errors);
        Assert.Equal(["12"], word.Elements("sz").Select(size => WordFile.Value(size)));
        using var printed = word.Printed();
        Assert.Contains(printed.Lines, line => line.EndsWith("123456789012", StringComparison.Ordinal));
    }

    [Fact]
    public void Write_TooManyColumns_IsRefused()
    {
        TableColumn<int>[] columns = [.. Enumerable.Range(1, WordTableWriter.MaximumColumns + 1).Select(n => new TableColumn<int>($"列{n}", 5, row => row))];
        Assert.Throws<ArgumentException>(() => new WordFile(new TableReport<int>(columns, [1]) { Title = "宽", MadeAt = SampleReports.MadeAt }));
        Assert.Empty(new WordFile(new TableReport<int>(columns[..^1], [1]) { Title = "宽", MadeAt = SampleReports.MadeAt }).Errors);
    }

    [Fact]
    public void Write_MarginsWithoutRoom_IsRefused()
        => Assert.Throws<ArgumentException>(() => new WordFile(SampleReports.Plan(paper: new() { Margins = new(20, 110, 20, 110) })));

    [Fact]
    public async Task WriteAsync_AsynchronousStream_SendsTheSameBytes()
    {
        var stream = new AsynchronousStream();
        await WordTableWriter.WriteAsync(SampleReports.Plan(), stream);
        Assert.Equal(Word("plain").Content, stream.Content);
    }

    [Fact]
    public void Write_Properties_NameTitleAuthorAndTime()
    {
        using var document = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(new MemoryStream(Word("plain").Content), false);
        Assert.Equal(SampleReports.Title, document.PackageProperties.Title);
        Assert.Equal("临朐县住房和城乡建设局", document.PackageProperties.Creator);
        Assert.Equal(SampleReports.MadeAt.UtcDateTime, document.PackageProperties.Created!.Value.ToUniversalTime());
    }

    private static WordFile Word(string kind) => new(kind switch
    {
        "grouped" => SampleReports.Plan(isGrouped: true),
        "landscape" => SampleReports.Plan(paper: PaperLayout.Landscape),
        "empty" => SampleReports.Plan([]),
        "joined" => SampleReports.Joined(),
        "numbered" => SampleReports.Plan(paper: PaperLayout.Portrait with { Numbering = PageNumbering.OfTotal, SourceOnEveryPage = true, TextSize = 10.5 }),
        "mixed" => SampleTables.Mixed(),
        _ => (TableReport)SampleReports.Plan(),
    });

    private static string WrittenAndRead(string text)
    {
        var word = new WordFile(SampleReports.Texts(text));
        Assert.Empty(word.Errors);
        return word.Rows()[1][0];
    }

    private static string Expected(string text)
        => string.Concat(Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)).Replace("\r\n", "\n").Replace('\r', '\n')
            .Select(c => c < ' ' && c is not ('\t' or '\n') || c is '\uFFFE' or '\uFFFF' ? '\uFFFD' : c));
}
