using OldEstateRenewal.Documents.Spreadsheets;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Spreadsheets;

public sealed class SpreadsheetTableWriterTests
{
    [Theory]
    [InlineData("plain")]
    [InlineData("grouped")]
    [InlineData("landscape")]
    [InlineData("empty")]
    [InlineData("filter")]
    public void Write_AnyReport_IsValid(string kind) => Assert.Empty(Sheet(kind).Errors);

    [Fact]
    public void Write_Plan_ReadsBackTyped()
    {
        var rows = Sheet("plain").Rows;
        Assert.Equal("附件3", rows[0][0]);
        Assert.Equal(SampleReports.Title, rows[1][0]);
        Assert.Equal("单位：栋、户、平方米", rows[2][0]);
        Assert.Equal(["序号", "小区名称", "坐落街\n道名称", "楼栋数\n(栋)", "户数\n(户)", "建筑面积\n(平方米)"], rows[3]);
        Assert.Equal([1d, "电力局北家属院", "城关街道", 4d, 160d, 25200.72], rows[4]);
        Assert.Equal(["合计", null, null, 11d, 332d, 43718.02], rows[9]);
        Assert.Equal("注：建筑面积以不动产登记簿为准。", rows[10][0]);
        Assert.Equal("资料来源：临朐县住房和城乡建设局　制表时间：2024年6月5日 09:05", rows[11][0]);
        Assert.Equal(12, rows.Count);
    }

    [Fact]
    public void Write_TheSameReportTwice_IsTheSameBytes()
    {
        byte[] Bytes()
        {
            using var file = new MemoryStream();
            SpreadsheetTableWriter.Write(SampleReports.Plan(), file);
            return file.ToArray();
        }

        Assert.Equal(Bytes(), Bytes());
    }

    [Fact]
    public void Write_JoinedCells_AreMerged()
    {
        var sheet = new SheetFile(SampleReports.Joined());
        Assert.Empty(sheet.Errors);
        Assert.Contains("B3:C3", sheet.Elements("mergeCell").Select(merged => (string?)merged.Attribute("ref")));
    }

    [Fact]
    public void Write_Total_IsFormulaWithValue()
    {
        var sheet = Sheet("plain");
        Assert.Equal("SUM(F5:F9)", sheet.FormulaOf("F10"));
        Assert.Equal("43718.02", sheet.ValueOf("F10"));
    }

    [Fact]
    public void Write_Formula_NamesCellsOfItsRow()
    {
        var sheet = new SheetFile(SampleReports.Priced());
        Assert.Empty(sheet.Errors);
        Assert.Equal("ROUND(B3*C3,2)", sheet.FormulaOf("D3"));
        Assert.Equal("33.33", sheet.ValueOf("D3"));
        Assert.Equal("SUM(D3:D4)", sheet.FormulaOf("D5"));
    }

    [Fact]
    public void Write_FormulaOfBlankCell_IsLeftOut()
    {
        var sheet = new SheetFile(SampleReports.Priced());
        Assert.Null(sheet.FormulaOf("D4"));
        Assert.Equal("500", sheet.ValueOf("D4"));
    }

    [Fact]
    public void Write_FormulaOfUnknownHeading_IsRefused()
    {
        TableColumn<int>[] columns = [new("数", 10, row => row) { Formula = "[量]*2" }];
        Assert.Throws<ArgumentException>(() => new SheetFile(new TableReport<int>(columns, [1]) { Title = "数", MadeAt = SampleReports.MadeAt }));
    }

    [Fact]
    public void Write_Groups_SumWithoutCountingTwice()
    {
        var sheet = Sheet("grouped");
        Assert.Equal("SUBTOTAL(9,E6:E8)", sheet.FormulaOf("E9"));
        Assert.Equal("SUBTOTAL(9,E11:E12)", sheet.FormulaOf("E13"));
        Assert.Equal("SUBTOTAL(9,E5:E13)", sheet.FormulaOf("E14"));
        Assert.Equal("332", sheet.ValueOf("E14"));
    }

    [Fact]
    public void Write_NoRows_HasNoFormula()
    {
        var sheet = Sheet("empty");
        Assert.Empty(sheet.Elements("f"));
        Assert.Equal("（无）", sheet.Rows[4][0]);
        Assert.Equal(0d, sheet.Rows[5][5]);
    }

    [Fact]
    public void Write_DatesAndBigNumbers_KeepEveryDigit()
    {
        var columns = new TableColumn<int>[]
        {
            new("日期", 14, _ => new DateOnly(2024, 6, 15)) { Format = CellFormat.ChineseDate },
            new("旧日期", 14, _ => new DateOnly(1899, 1, 1)),
            new("编号", 24, _ => 123456789012345678L),
            new("金额", 20, _ => 1234567890123.45m) { Format = CellFormat.Fixed(2, grouped: true) },
        };
        var sheet = new SheetFile(new TableReport<int>(columns, [1]) { Title = "数", MadeAt = SampleReports.MadeAt });
        Assert.Empty(sheet.Errors);
        Assert.Equal([new DateTime(2024, 6, 15), "1899-01-01", "123456789012345678", 1234567890123.45], sheet.Rows[2]);
    }

    [Fact]
    public void Write_Sheet_PrintsAsAnnex()
    {
        var sheet = Sheet("landscape");
        Assert.Equal("landscape", Attribute(sheet, "pageSetup", "orientation"));
        Assert.Equal("9", Attribute(sheet, "pageSetup", "paperSize"));
        Assert.Equal("1", Attribute(sheet, "pageSetup", "fitToWidth"));
        Assert.Equal("0", Attribute(sheet, "pageSetup", "fitToHeight"));
        Assert.Equal("frozen", Attribute(sheet, "pane", "state"));
        Assert.Equal("A5", Attribute(sheet, "pane", "topLeftCell"));
        Assert.Equal("&R&14— &P —", sheet.Elements("oddFooter").Single().Value);
        Assert.Contains("A2:F2", sheet.Elements("mergeCell").Select(cell => (string?)cell.Attribute("ref")));
        Assert.Contains($"'{SampleReports.Title}'!$4:$4", sheet.Part("xl/workbook.xml").ToString());
    }

    [Fact]
    public void Write_UpToTwoDecimalsInNarrowColumn_WidensIt()
    {
        var columns = new TableColumn<decimal>[]
        {
            new("面积", 6, x => x) { Format = CellFormat.UpTo(2) },
            new("年份", 6, _ => 1995),
        };
        var sheet = new SheetFile(new TableReport<decimal>(columns, [25200.72m]) { Title = "面积", MadeAt = SampleReports.MadeAt });
        Assert.Equal(["12", "6"], sheet.Elements("col").Select(column => (string?)column.Attribute("width")));
        Assert.Equal("25200.72", sheet.ValueOf("A3"));
    }

    [Fact]
    public void Write_AutoFilter_CoversRowsWithoutTotal()
    {
        Assert.Equal("A4:F9", Attribute(Sheet("filter"), "autoFilter", "ref"));
        Assert.Empty(Sheet("plain").Elements("autoFilter"));
    }

    [Fact]
    public void Write_ManyRows_ReadsBackLastRow()
    {
        var rows = new SheetFile(SampleReports.Plan(SampleReports.Many(20_000))).Rows;
        Assert.Equal("沂山20000号院", rows[4 + 20_000 - 1][1]);
    }

    [Fact]
    public async Task WriteAsync_AsynchronousStream_SendsWholeFile()
    {
        var stream = new AsynchronousStream();
        await SpreadsheetTableWriter.WriteAsync(SampleReports.Plan(), stream);
        using var archive = new System.IO.Compression.ZipArchive(new MemoryStream(stream.Content));
        Assert.NotNull(archive.GetEntry("xl/worksheets/sheet1.xml"));
    }

    [Fact]
    public void Write_Properties_NameTitleAuthorAndTime()
    {
        using var document = DocumentFormat.OpenXml.Packaging.SpreadsheetDocument.Open(new MemoryStream(Sheet("plain").Content), false);
        Assert.Equal(SampleReports.Title, document.PackageProperties.Title);
        Assert.Equal("临朐县住房和城乡建设局", document.PackageProperties.Creator);
        Assert.Equal(SampleReports.MadeAt.UtcDateTime, document.PackageProperties.Created!.Value.ToUniversalTime());
    }

    private static SheetFile Sheet(string kind) => kind switch
    {
        "grouped" => new(SampleReports.Plan(isGrouped: true)),
        "landscape" => new(SampleReports.Plan(paper: PaperLayout.Landscape)),
        "empty" => new(SampleReports.Plan([])),
        "filter" => new(SampleReports.Plan(), new() { AutoFilter = true }),
        _ => new(SampleReports.Plan()),
    };

    private static string? Attribute(SheetFile sheet, string element, string name)
        => sheet.Elements(element).Single().Attribute(name)?.Value;
}
