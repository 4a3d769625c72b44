using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Tables;

/// <summary>One table as page, PDF, spreadsheet and Word file: the same texts in every cell.</summary>
public sealed class SameTextsTests
{
    private static readonly string[] around = ["资金拨付情况表", "截至2026年3月9日", "单位：元", "注：空白为尚未拨付。", "资料来源：泰安市财政局　制表时间：2024年6月5日 09:05"];

    [Fact]
    public void Page_Mixed_ShowsTheTexts()
    {
        var report = SampleTables.Mixed();
        var lines = report.Lines().Select(line => line.Cells.Select((cell, i) => cell.ToText(report.Columns[i].Format).Replace('\u0001', '\uFFFD')));
        Assert.Equal(SampleTables.Texts, lines);
    }

    [Fact]
    public void Word_Mixed_HoldsTheTexts()
    {
        var word = new WordFile(SampleTables.Mixed());
        Assert.Equal(SampleTables.Texts, word.Rows()[1..]);
        Assert.Equal(around, word.Paragraphs.Select(paragraph => paragraph.Text).Where(text => around.Contains(text)));
    }

    [Fact]
    public void Word_Mixed_IsReadByLibreOffice()
    {
        var lines = new WordFile(SampleTables.Mixed()).Read().Split('\n');
        Assert.All(SampleTables.Texts.SelectMany(row => row).Concat(around).Where(text => text.Length > 0), text => Assert.Contains(text, lines));
    }

    [Fact]
    public void Spreadsheet_Mixed_ShowsTheTexts()
    {
        var shown = SheetFile.Shown(new SheetFile(SampleTables.Mixed()).Content);
        Assert.Equal(SampleTables.Texts, shown[4..12]);
    }

    [Fact]
    public void Pdf_Mixed_PrintsTheTexts()
    {
        using var pdf = new PdfFile(SampleTables.Mixed());
        var printed = Packed(pdf.Text);
        Assert.All(SampleTables.Texts, row => Assert.All(row, text => Assert.Contains(Packed(text), printed, StringComparison.Ordinal)));
        Assert.Contains("2 =1+1 0.00 2026年12月31日 0.0%", pdf.Lines);
        Assert.Contains("合计 98,766,700,023.07 88.8%", pdf.Lines);
    }

    [Fact]
    public void AnyFormat_Provenance_NamesNumberFilterMakerAndAddress()
    {
        var report = SampleTables.Mixed(provenance: SamplePapers.Notice.Provenance);
        using var pdf = new PdfFile(report);
        var (word, sheet) = (new WordFile(report), new SheetFile(report));
        Assert.All(report.Provenance!.Lines, line => Assert.Contains(Packed(line), Packed(pdf.Text), StringComparison.Ordinal));
        Assert.Equal("QR-Code:" + report.Provenance.Address, pdf.Codes.Trim());
        Assert.Equal(report.Provenance.Lines, word.Paragraphs.TakeLast(4).Select(paragraph => paragraph.Text));
        using var printed = word.Printed();
        Assert.Equal("QR-Code:" + report.Provenance.Address, printed.Codes.Trim());
        Assert.Equal(report.Provenance.LinesWithoutCode, sheet.Rows.TakeLast(4).Select(row => row[0]));
        Assert.Empty(word.Errors.Concat(sheet.Errors));
    }

    private static string Packed(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c)));
}
