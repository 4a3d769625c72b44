using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tests.Support;
using OldEstateRenewal.Documents.Word;

namespace OldEstateRenewal.Documents.Tests.Word;

public sealed partial class WordOfficialPaperTests
{
    [Theory]
    [InlineData("notice")]
    [InlineData("bulletin")]
    [InlineData("joint")]
    [InlineData("bare")]
    [InlineData("turned")]
    [InlineData("hostile")]
    public void Write_AnyPaper_IsValid(string kind) => Assert.Empty(new WordFile(PaperOf(kind)).Errors);

    [Fact]
    public void Write_Notice_UsesNamedStyles()
    {
        var word = new WordFile(SamplePapers.Notice);
        Assert.Equal(
            [
                ("Mark", "泰安市住房和城乡建设局文件"),
                ("DocumentNumber", "泰建字〔2026〕3号"),
                ("Title", SamplePapers.Notice.Title),
                ("Addressees", SamplePapers.Notice.AddresseeLine!),
                ("BodyText", ((PaperParagraph)SamplePapers.Notice.Body[0]).Text),
                ("Heading1", "一、总体要求"),
                ("BodyText", SamplePapers.Paragraph),
                ("Heading2", "（一）调度范围"),
                ("BodyText", SamplePapers.Paragraph),
                ("Heading3", "1. 每周调度"),
            ],
            word.Paragraphs.Take(10));
        Assert.Contains(("AttachmentList", "附件：1. 2026年城镇老旧小区改造计划"), word.Paragraphs);
        Assert.Contains(("Signature", "泰安市住房和城乡建设局"), word.Paragraphs);
        Assert.Contains(("Date", "2026年3月9日"), word.Paragraphs);
        Assert.Contains(("Colophon", "2026年3月9日印发"), word.Paragraphs);
        Assert.Contains("heading 1", word.Part("word/styles.xml").Descendants().Where(element => element.Name.LocalName == "name").Select(name => WordFile.Value(name)));
    }

    [Fact]
    public void Write_Notice_HasPaperAndMarginsOfTheStandard()
    {
        var word = new WordFile(PaperOf("bulletin"));
        var (size, margins, grid) = (word.Elements("pgSz").Single(), word.Elements("pgMar").Single(), word.Elements("docGrid").Single());
        Assert.Equal(["11906", "16838"], new[] { "w", "h" }.Select(name => WordFile.Value(size, name)));
        Assert.Equal([37.0, 35, 28, 26], new[] { "top", "bottom", "left", "right" }.Select(name => Math.Round(int.Parse(WordFile.Value(margins, name)!) * 25.4 / 1440, 1)));
        Assert.Equal(22, 12756 / int.Parse(WordFile.Value(grid, "linePitch")!));
    }

    // Whoever gets the Word file and whoever gets the PDF read the same words and numbers.
    [Theory]
    [InlineData("notice")]
    [InlineData("bulletin")]
    [InlineData("joint")]
    [InlineData("hostile")]
    public void Write_AnyPaper_SaysWhatThePdfSays(string kind)
    {
        using var pdf = new PdfFile(PaperOf(kind));
        var printed = Packed(PageNumber().Replace(pdf.Text, ""));
        var paragraphs = new WordFile(PaperOf(kind)).Paragraphs;
        Assert.NotEmpty(paragraphs);
        Assert.All(paragraphs, paragraph => Assert.Contains(Packed(paragraph.Text), printed, StringComparison.Ordinal));
    }

    [Fact]
    public void Printed_ByLibreOffice_KeepsMarginsNumbersAndCode()
    {
        var paper = SamplePapers.Notice with { Title = "通知", Body = [new PaperParagraph(new string('国', 28 * 22 * 2))], Attachments = [] };
        using var pdf = new WordFile(paper).Printed();
        var text = pdf.InkOf(2).Edges(to: 262);
        Assert.InRange(text.Left, 28, 29.5);
        Assert.InRange(text.Right, 182, 184.2);
        Assert.InRange(text.Top, 37, 40.5);
        Assert.InRange(text.Bottom, 255, 262);
        Assert.InRange(pdf.InkOf(2).Edges(from: 262.5).Top, 266, 271);
        Assert.Equal(22, pdf.Pages[1].Split('\n').Count(line => line.Contains('国')));
        Assert.True(pdf.NumberOf(1).Left > 300);
        Assert.True(pdf.NumberOf(2).Right < 300);
        Assert.Contains("— 2 —", pdf.Pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Printed_ByLibreOffice_ShowsCodeAndTurnsPagesOfWideTables()
    {
        using var bulletin = new WordFile(SamplePapers.Bulletin with { Body = [new PaperParagraph("特此通报。")], Provenance = SamplePapers.Notice.Provenance }).Printed();
        Assert.Equal("QR-Code:" + SamplePapers.Notice.Provenance!.Address, bulletin.Codes.Trim());
        using var turned = new WordFile(PaperOf("turned")).Printed();
        Assert.Equal([false, true, true, false], turned.Sizes.Select(size => size.Width > size.Height).Where((isTurned, i) => i is 0 or 1 || i >= turned.Sizes.Length - 2));
        Assert.All(turned.Pages.Where(page => page.Contains("号院", StringComparison.Ordinal)), page => Assert.Contains("小区名称", page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("notice")]
    [InlineData("joint")]
    public void Write_SamePaperTwice_GivesSameBytes(string kind) => Assert.Equal(new WordFile(PaperOf(kind)).Content, new WordFile(PaperOf(kind)).Content);

    [Fact]
    public async Task WriteAsync_AsynchronousStream_SendsTheSameBytes()
    {
        var stream = new AsynchronousStream();
        await WordOfficialPaperWriter.WriteAsync(SamplePapers.Notice, stream);
        Assert.Equal(new WordFile(SamplePapers.Notice).Content, stream.Content);
    }

    private static OfficialPaper PaperOf(string kind) => kind switch
    {
        "notice" => SamplePapers.Notice,
        "joint" => SamplePapers.Notice with { Signatories = ["市住房城乡建设局", "市财政局", "市自然资源局", "市审计局"] },
        "bare" => new() { Template = new() { Mark = "甲" }, Title = "题", MadeAt = SampleReports.MadeAt },
        "turned" => SamplePapers.Bulletin with { Body = [new PaperParagraph("甲"), new PaperTable(SamplePapers.Wide()), new PaperParagraph("乙")] },
        "hostile" => SamplePapers.Bulletin with
        {
            Title = "<题>&\u0001",
            Number = "]]>",
            Body = [new PaperHeading(2, "=1+1"), new PaperParagraph("a\0b\n䶮𫚉\tc"), new PaperTable(SampleTables.Mixed())],
            Signatories = ["<&>"],
            Author = "\u0002",
        },
        _ => SamplePapers.Bulletin,
    };

    private static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));

    [GeneratedRegex(@"— \d+ —")]
    private static partial Regex PageNumber();
}
