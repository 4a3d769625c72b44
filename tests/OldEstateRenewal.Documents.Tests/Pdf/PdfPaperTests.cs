using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Pdf;

public sealed class PdfPaperTests
{
    private static readonly PaperText body = new(10.5);

    [Fact]
    public void Write_LongText_FlowsOverPagesWithoutLosingALine()
    {
        using var pdf = new PdfFile(paper => paper.Write(string.Join('\n', Enumerable.Range(1, 120).Select(n => $"第{n}行")), body));

        Assert.Equal(pdf.Pages.Length, pdf.Summary.Pages);
        Assert.True(pdf.Pages.Length > 1);
        Assert.Equal(Enumerable.Range(1, 120).Select(n => $"第{n}行"), pdf.Lines);
    }

    [Fact]
    public void Add_TablesBetweenTexts_StandOnPagesOfTheirOwn()
    {
        using var pdf = new PdfFile(paper =>
        {
            paper.Write("前言", body);
            paper.Add(SampleReports.Plan(paper: PaperLayout.Landscape));
            paper.Write("后记", body);
            paper.NextPage();
        });

        Assert.Equal(3, pdf.Summary.Pages);
        Assert.Equal(["前言", "后记"], new[] { pdf.Pages[0], pdf.Pages[2] }.Select(page => page.Trim()));
        Assert.Contains(SampleReports.Title, pdf.Pages[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Add_TableLast_LeavesNoEmptyPage()
    {
        using var pdf = new PdfFile(paper => paper.Add(SampleReports.Plan()));

        Assert.Equal((1, 1), (pdf.Summary.Pages, pdf.Pages.Length));
    }

    [Fact]
    public void Need_WithoutRoom_GoesOnOnTheNextPage()
    {
        using var pdf = new PdfFile(paper =>
        {
            paper.Need(1000);
            paper.Write("一", body);
            paper.Need(paper.Height - paper.Y - 1);
            paper.Write("二", body);
            paper.Need(paper.Height - paper.Y + 1);
            paper.Write("三", body);
        });

        Assert.Equal(2, pdf.Pages.Length);
        Assert.Equal("三", pdf.Pages[1].Trim());
    }

    [Theory]
    [InlineData("短文", "短文")]
    [InlineData("", "")]
    public void Fit_WhatFits_StaysAsItIs(string text, string expected) => Assert.Equal(expected, Fit(text));

    [Fact]
    public void Fit_WhatDoesNot_IsCutWithinItsRoomAndSaysSo()
    {
        var long_ = string.Concat(Enumerable.Repeat("全体业主𠀀", 200));
        var cut = Fit(long_);

        Assert.EndsWith("……", cut, StringComparison.Ordinal);
        Assert.StartsWith(cut[..^2], long_, StringComparison.Ordinal);
        Assert.False(char.IsHighSurrogate(cut[^3]));
        Assert.InRange(cut.Length, 30, 200);
    }

    [Fact]
    public void Draw_QrCode_IsReadByAnotherProgram()
    {
        using var pdf = new PdfFile(paper =>
        {
            paper.Draw(QrCode.Of("04281937"), 20, 20, 20);
            paper.Frame(15, 15, 30, 30);
            paper.CutLine(60);
        });

        Assert.Equal("QR-Code:04281937", pdf.Codes.Trim());
    }

    private static string Fit(string text)
    {
        var fitted = "";
        using var pdf = new PdfFile(paper => fitted = paper.Fit(text, body, 100, 15, "……"));
        return fitted;
    }
}
