using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Pdf;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Tables;

/// <summary>A table report with number and code, in each kind of file; and how far a writer is.</summary>
public sealed class ProvenanceTests
{
    private static readonly PaperProvenance provenance = new("报-2026-00012", SampleReports.MadeAt, "张三", "https://portal.test/verify/linqu/ABCDEFGHJKMNPQRSTVWXYZ0123") { Filter = "2024年" };

    [Theory]
    [InlineData(5)]
    [InlineData(30)]
    [InlineData(60)]
    public void Pdf_TableOfAnyLength_BearsItOnceAtItsEnd(int rows)
    {
        using var pdf = new PdfFile(SampleReports.Plan(SampleReports.Many(rows)).From(provenance));
        if (pdf.Pages.Length == 1)
            Assert.Equal("QR-Code:" + provenance.Address, pdf.Codes.Trim());
        Assert.Equal(rows < 18, pdf.Pages.Length == 1);
        Assert.All(provenance.Lines, line => Assert.Single(pdf.Lines, read => Squeeze(read) == Squeeze(line)));
        Assert.Contains(provenance.Number, pdf.Pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public void Word_Table_IsValidAndBearsIt()
    {
        var word = new WordFile(SampleReports.Plan().From(provenance));
        Assert.Empty(word.Errors);
        Assert.Equal(provenance.Lines, word.Paragraphs.TakeLast(4).Select(paragraph => paragraph.Text));
    }

    [Fact]
    public void Sheet_Table_IsValidAndBearsItOnASheetOfItsOwn()
    {
        var sheet = new SheetFile(SampleReports.Plan().From(provenance));
        Assert.Empty(sheet.Errors);
        Assert.Contains(sheet.Rows, row => $"{row[0]}".StartsWith("核验网址：https://portal.test/verify/", StringComparison.Ordinal));
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(sheet.Content));
        Assert.Contains(archive.Entries, IsPng);
        Assert.Equal(sheet.Content, new SheetFile(SampleReports.Plan().From(provenance)).Content);
    }

    [Fact]
    public void From_Report_LeavesTheReportItselfAsItWas()
    {
        var report = SampleReports.Plan();
        Assert.Equal(provenance, report.From(provenance).Provenance);
        Assert.Null(report.Provenance);
    }

    [Fact]
    public void Watched_Report_TellsOfEachLineAndStopsByException()
    {
        var seen = 0;
        var report = SampleReports.Plan().Watched(() => seen++);
        Assert.Equal(6, report.Lines().Count());
        Assert.Equal(6, seen);
        Assert.Throws<OperationCanceledException>(() => PdfTableWriter.Write(report.Watched(() => throw new OperationCanceledException()), Stream.Null));
    }

    private static bool IsPng(System.IO.Compression.ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var head = new byte[4];
        return content.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head[1..].AsSpan().SequenceEqual("PNG"u8);
    }

    private static string Squeeze(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
