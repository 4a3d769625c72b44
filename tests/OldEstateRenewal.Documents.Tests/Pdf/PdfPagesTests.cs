using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Pdf;

public sealed class PdfPagesTests
{
    [Fact]
    public void Write_TwoPages_RepeatsHeadingsAndNumbersPages()
    {
        using var pdf = new PdfFile(SampleReports.Plan(SampleReports.Many(46)));
        Assert.Equal(3, pdf.Summary.Pages);
        Assert.Equal(3, pdf.Pages.Length);
        Assert.All(pdf.Pages, page => Assert.Contains("小区名称", page));
        Assert.Equal(["— 1 —", "— 2 —", "— 3 —"], pdf.Lines.Where(line => line.StartsWith('—')));
        Assert.Single(pdf.Pages, page => page.Contains("制表时间"));
        Assert.Contains("制表时间", pdf.Pages[^1]);
        Assert.Single(pdf.Pages, page => page.Contains(SampleReports.Title));
    }

    [Fact]
    public void Write_TotalPages_SaysHowManyOnEach()
    {
        var paper = PaperLayout.Landscape with { Numbering = PageNumbering.OfTotal, SourceOnEveryPage = true };
        using var pdf = new PdfFile(SampleReports.Plan(SampleReports.Many(30), paper));
        Assert.True(pdf.Pages.Length > 1);
        for (var i = 0; i < pdf.Pages.Length; i++)
        {
            Assert.Contains($"第 {i + 1} 页 共 {pdf.Pages.Length} 页", pdf.Pages[i]);
            Assert.Contains("制表时间", pdf.Pages[i]);
        }
    }

    [Fact]
    public void Write_NoNumbering_PrintsNone()
    {
        using var pdf = new PdfFile(SampleReports.Plan(paper: PaperLayout.Portrait with { Numbering = PageNumbering.None }));
        Assert.DoesNotContain("—", pdf.Text);
    }

    [Fact]
    public void Write_RowsOfManyLines_AreNotDivided()
    {
        var texts = Enumerable.Range(1, 60).Select(i => $"始{i}。" + new string('字', 20 + i * 7 % 130) + $"，终{i}。");
        using var pdf = new PdfFile(SampleReports.Texts(texts));
        string[] pages = [.. pdf.Pages.Select(page => page.Replace("\n", ""))];
        Assert.True(pages.Length > 3);
        for (var i = 1; i <= 60; i++)
            Assert.Single(pages, page => page.Contains($"始{i}。") && page.Contains($"终{i}。"));
    }

    [Fact]
    public void Write_RowTallerThanAPage_GoesOnOverPages()
    {
        using var pdf = new PdfFile(SampleReports.Texts("前", new string('字', 40_000), "后"));
        Assert.True(pdf.Pages.Length > 25);
        Assert.Equal(40_000, pdf.Text.Count(c => c == '字'));
        Assert.Contains("前", pdf.Pages[0]);
        Assert.Contains("后", pdf.Pages[^1]);
    }

    [Fact]
    public void Write_LongNumberInNarrowColumn_IsNotBroken()
    {
        var columns = new TableColumn<decimal>[]
        {
            new("数", 2, x => x) { Format = CellFormat.Fixed(2, grouped: true) },
            new("说明", 60, _ => "文字"),
        };
        using var pdf = new PdfFile(new TableReport<decimal>(columns, [1_234_567_890.12m, 5m]) { Title = "数", MadeAt = SampleReports.MadeAt });
        Assert.Contains("1,234,567,890.12", pdf.Lines);
        Assert.Contains("5.00 文字", pdf.Lines);
    }

    [Theory]
    [InlineData("文字")]
    [InlineData(null)]
    public void Write_LongNumberInNarrowColumn_StaysInIt(string? text)
    {
        var columns = new TableColumn<decimal>[]
        {
            new("数", 5, x => x) { Format = CellFormat.Fixed(2, grouped: true) },
            new("说明", 55, _ => text ?? new string('字', 3000)), // taller than a page
        };
        using var pdf = new PdfFile(new TableReport<decimal>(columns, [1_234_567_890.12m]) { Title = "数", MadeAt = SampleReports.MadeAt });
        var left = 28 * 72 / 25.4;
        var place = pdf.PlaceOf("1,234,567,890.12");
        Assert.InRange(place.Left, left, place.Right);
        Assert.InRange(place.Right, place.Left, left + 156 * 72 / 25.4 * 5 / 60);
    }

    [Fact]
    public void Write_ChineseLines_DoNotBeginWithPunctuation()
    {
        using var pdf = new PdfFile(SampleReports.Texts(string.Concat(Enumerable.Repeat("老旧小区，", 60))));
        Assert.True(pdf.Lines.Length > 8);
        Assert.DoesNotContain(pdf.Lines, line => line.StartsWith('，'));
    }

    [Fact]
    public void Write_GroupNameAtPageEnd_MovesWithItsRows()
    {
        var report = SampleReports.Plan(SampleReports.Many(200).Select((estate, i) => estate with { Street = $"第{i / 3}组" }), isGrouped: true);
        using var pdf = new PdfFile(report);
        Assert.All(pdf.Pages, page => Assert.DoesNotMatch(@"第\d+组\n(—|资料)", page));
    }

    [Fact]
    public void Write_NoRoomOnPage_Throws()
        => Assert.Throws<ArgumentException>(() => new PdfFile(SampleReports.Plan(paper: new() { Margins = new(150, 20, 150, 20) })));
}
