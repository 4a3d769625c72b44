using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Pdf;

public sealed class PdfTableWriterTests
{
    [Fact]
    public void Write_Plan_GivesEveryWordBack()
    {
        using var pdf = new PdfFile(SampleReports.Plan());
        Assert.Equal(new PdfSummary(Pages: 1, MissingGlyphs: 0), pdf.Summary);
        Assert.Equal("附件3", pdf.Lines[0]);
        Assert.Equal(SampleReports.Title, pdf.Lines[1]);
        Assert.Equal("单位：栋、户、平方米", pdf.Lines[2]);
        Assert.Contains("1 电力局北家属院 城关街道 4 160 25200.72", pdf.Lines);
        Assert.Contains("2 东沂勘察设计家属院 城关街道 1 24 2500", pdf.Lines);
        Assert.Contains("3 武装部家属院 城关街道 1 32 2984.3", pdf.Lines);
        Assert.Contains("合计 11 332 43718.02", pdf.Lines);
        Assert.Contains("注：建筑面积以不动产登记簿为准。", pdf.Lines);
        Assert.Contains("资料来源：临朐县住房和城乡建设局", pdf.Text);
        Assert.Contains("制表时间：2024年6月5日 09:05", pdf.Text);
        Assert.Contains("— 1 —", pdf.Text);
    }

    [Fact]
    public void Write_Plan_EmbedsEveryFont()
    {
        using var pdf = new PdfFile(SampleReports.Plan());
        Assert.NotEmpty(pdf.Fonts);
        Assert.All(pdf.Fonts, font => Assert.Matches(@" yes yes yes +\d+ +\d+$", font)); // embedded, subset, to Unicode
    }

    [Fact]
    public void Write_Plan_PutsInkOnPaper()
    {
        using var pdf = new PdfFile(SampleReports.Plan());
        Assert.InRange(pdf.Ink, 0.005, 0.2);
    }

    [Fact]
    public void Write_JoinedCells_StandAcrossTheirColumns()
    {
        using var pdf = new PdfFile(SampleReports.Joined());
        static double Middle((double Left, double Right) place) => (place.Left + place.Right) / 2;
        Assert.Equal((Middle(pdf.PlaceOf("左边")) + Middle(pdf.PlaceOf("中间"))) / 2, Middle(pdf.PlaceOf("左右打通")), 1.0);
        Assert.Equal(Middle(pdf.PlaceOf("右上")), Middle(pdf.PlaceOf("右边")), 1.0);
        Assert.DoesNotContain("不应出现", pdf.Text);
    }

    [Fact]
    public void Write_Plan_NamesTitleAuthorAndTime()
    {
        using var pdf = new PdfFile(SampleReports.Plan());
        Assert.Matches("Title: +" + SampleReports.Title, pdf.Information);
        Assert.Matches("Author: +临朐县住房和城乡建设局", pdf.Information);
        Assert.Matches("CreationDate: +2024-06-05T(01:05:00Z|09:05:00\\+08)", pdf.Information);
        Assert.Contains("595.276 x 841.89 pts (A4)", pdf.Information);
    }

    [Fact]
    public void Write_Landscape_TurnsThePaper()
    {
        using var pdf = new PdfFile(SampleReports.Plan(paper: PaperLayout.Landscape));
        Assert.Contains("841.89 x 595.276 pts (A4)", pdf.Information);
    }

    [Fact]
    public void Write_RareCharacters_FindAFont()
    {
        using var pdf = new PdfFile(SampleReports.Texts("䶮", "𫚉", "㛃", "□"));
        Assert.Equal(0, pdf.Summary.MissingGlyphs);
        Assert.All(["䶮", "𫚉", "㛃"], name => Assert.Contains(name, pdf.Lines));
    }

    [Fact]
    public void Write_CharacterOfNoFont_IsCounted()
    {
        using var pdf = new PdfFile(SampleReports.Texts("甲\U0010FFFD乙"));
        Assert.Equal(1, pdf.Summary.MissingGlyphs);
    }

    [Fact]
    public void Write_HostileTexts_StandAsText()
    {
        using var pdf = new PdfFile(SampleReports.Texts("=CMD()", "<script>alert(1)</script>", "<b>甲</b>&amp;", "a\0b", "c\uD800d"));
        Assert.All(
            ["=CMD()", "<script>alert(1)</script>", "<b>甲</b>&amp;", "a\uFFFDb", "c\uFFFDd"],
            text => Assert.Contains(text, pdf.Lines));
    }

    [Fact]
    public void Write_NoRows_SaysNone()
    {
        using var pdf = new PdfFile(SampleReports.Plan([]));
        Assert.Equal(1, pdf.Summary.Pages);
        Assert.Contains("（无）", pdf.Lines);
        Assert.Contains("合计 0 0 0", pdf.Lines);
    }

    [Fact]
    public void Write_SameReportTwice_GivesSameBytes()
        => Assert.Equal(BytesOf(SampleReports.Plan(isGrouped: true)), BytesOf(SampleReports.Plan(isGrouped: true)));

    [Fact]
    public void Write_EightAtOnce_GiveSameBytes()
    {
        var expected = BytesOf(SampleReports.Plan(SampleReports.Many(60)));
        var written = Enumerable.Range(0, 32).AsParallel().WithDegreeOfParallelism(8)
            .Select(_ => BytesOf(SampleReports.Plan(SampleReports.Many(60)))).ToList();
        Assert.All(written, bytes => Assert.Equal(expected, bytes));
    }

    [Fact]
    public async Task WriteAsync_AsynchronousStream_SendsTheSameBytes()
    {
        var stream = new AsynchronousStream();
        var summary = await PdfTableWriter.WriteAsync(SampleReports.Plan(), stream);
        Assert.Equal(1, summary.Pages);
        Assert.Equal(BytesOf(SampleReports.Plan()), stream.Content);
    }

    private static byte[] BytesOf(TableReport report)
    {
        using var stream = new MemoryStream();
        PdfTableWriter.Write(report, stream);
        return stream.ToArray();
    }
}
