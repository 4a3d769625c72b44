using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Papers;

public sealed class OfficialPaperTests
{
    [Fact]
    public void NumberedBody_FourLevels_CountsEachAnewUnderItsOwn()
    {
        int[] levels = [1, 2, 2, 3, 3, 4, 2, 1, 2, 3];
        var paper = SamplePapers.Notice with { Body = [.. levels.Select(level => new PaperHeading(level, "题"))] };
        Assert.Equal(["一、", "（一）", "（二）", "1. ", "2. ", "（1）", "（三）", "二、", "（一）", "1. "], paper.NumberedBody().Select(block => block.Label));
    }

    [Theory]
    [InlineData(10, "十、")]
    [InlineData(11, "十一、")]
    [InlineData(20, "二十、")]
    [InlineData(99, "九十九、")]
    [InlineData(100, "100、")]
    public void NumberedBody_ManyHeadings_CountsInChinese(int count, string label)
        => Assert.Equal(label, (SamplePapers.Notice with { Body = [.. Enumerable.Repeat(new PaperHeading(1, "题"), count)] }).NumberedBody().Last().Label);

    [Fact]
    public void Texts_OfNotice_AreAsTheStandardHasThem()
    {
        var paper = SamplePapers.Notice;
        Assert.Equal("2026年3月9日", paper.DateText);
        Assert.Equal("各县（市、区）住房和城乡建设局、泰安高新区建设局、泰山景区管委会：", paper.AddresseeLine);
        Assert.Equal("2026年3月9日印发", paper.Colophon!.PrintedLine);
        Assert.EndsWith("市审计局。", paper.Colophon.CopyLine, StringComparison.Ordinal);
        Assert.Equal(["编号：DD-2026-0312", "生成时间：2024年6月5日 09:05　制作人：王建国", "筛选条件：2026年度，全部街道"], paper.Provenance!.Lines.Take(3));
        Assert.Equal("筛选条件：全部", (paper.Provenance with { Filter = " " }).Lines[2]);
    }

    [Fact]
    public void Signatories_Unnamed_AreThoseOfTheTemplate()
    {
        Assert.Equal(["泰安市住房和城乡建设局"], SamplePapers.Notice.Signatories);
        Assert.Equal(["甲局"], (SamplePapers.Notice with { Signatories = ["甲局"] }).Signatories);
    }

    [Fact]
    public void Create_ImpossibleParts_IsRefused()
    {
        Assert.Throws<ArgumentException>(() => SamplePapers.Notice with { Title = " " });
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaperHeading(0, "题"));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PaperHeading(5, "题"));
        Assert.Throws<ArgumentException>(() => new PaperHeading(1, ""));
        Assert.Throws<ArgumentException>(() => new PaperAttachment(""));
        Assert.Throws<ArgumentException>(() => SamplePapers.Notice.Provenance! with { Address = "" });
        Assert.Throws<ArgumentException>(() => new PaperProvenance("1", SampleReports.MadeAt, "甲", new string('a', 301)));
        Assert.Throws<ArgumentException>(() => SamplePapers.Notice.Colophon! with { Copies = [.. Enumerable.Repeat("市财政局", 101)] });
    }

    [Theory]
    [InlineData("#E60000", true)]
    [InlineData("#c8102e", true)]
    [InlineData("E60000", false)]
    [InlineData("#E600", false)]
    [InlineData("#E6000G", false)]
    [InlineData("# E6000", false)]
    [InlineData(null, false)]
    public void TryParse_Colour_TakesSixDigitsOnly(string? text, bool expected)
    {
        Assert.Equal(expected, PaperColour.TryParse(text, out var colour));
        Assert.Equal(expected ? text!.ToUpperInvariant() : "#000000", colour.ToString());
    }

    [Fact]
    public void IsTurned_ByWidthOrByItsOwnPaper()
    {
        Assert.False(new PaperTable(SampleReports.Plan()).IsTurned);
        Assert.True(new PaperTable(SamplePapers.Wide()).IsTurned);
        Assert.True(new PaperTable(SampleReports.Plan(paper: PaperLayout.Landscape)).IsTurned);
    }
}
