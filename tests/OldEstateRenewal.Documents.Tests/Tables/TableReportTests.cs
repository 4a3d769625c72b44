using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Documents.Tests.Support;

namespace OldEstateRenewal.Documents.Tests.Tables;

public sealed class TableReportTests
{
    [Fact]
    public void Lines_PlainRows_EndWithTotal()
    {
        var lines = TextOf(SampleReports.Plan());
        Assert.Equal(6, lines.Length);
        Assert.Equal("Row: 1|电力局北家属院|城关街道|4|160|25200.72", lines[0]);
        Assert.Equal("Total: 合计|||11|332|43718.02", lines[5]);
    }

    [Fact]
    public void Lines_Groups_HaveNameAndSubtotal()
        => Assert.Equal(
            [
                "Heading: 城关街道",
                "Row: 1|电力局北家属院|城关街道|4|160|25200.72",
                "Row: 2|东沂勘察设计家属院|城关街道|1|24|2500",
                "Row: 3|武装部家属院|城关街道|1|32|2984.3",
                "Subtotal: 小计|||6|216|30685.02",
                "Heading: 东城街道",
                "Row: 4|军休所小区|东城街道|2|48|5291",
                "Row: 5|沂山转播台家属院|东城街道|3|68|7742",
                "Subtotal: 小计|||5|116|13033",
                "Total: 合计|||11|332|43718.02",
            ],
            TextOf(SampleReports.Plan(isGrouped: true)));

    [Fact]
    public void Lines_JoinedCells_LeaveBlankWhatTheyCover()
    {
        var lines = SampleReports.Joined().Lines().ToList();
        Assert.Equal(["1", "左右打通", "", "右边"], lines[0].Cells.Select(cell => cell.ToText()));
        Assert.Equal([1, 2, 1, 1], lines[0].Spans!);
        Assert.Null(lines[1].Spans);
    }

    [Fact]
    public void Lines_NoRows_SayNoneAndTotalZero()
        => Assert.Equal(["Heading: （无）", "Total: 合计|||0|0|0"], TextOf(SampleReports.Plan([])));

    [Fact]
    public void Lines_NothingToTotal_HaveNoTotalRow()
        => Assert.Equal(["Row: 甲", "Row: 乙"], TextOf(SampleReports.Texts("甲", "乙")));

    [Fact]
    public void Lines_RoundedColumn_TotalAddsWhatIsPrinted()
    {
        var column = new TableColumn<decimal>("金额", 10, x => x) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum };
        var report = new TableReport<decimal>([column], [0.005m, 0.005m, 0.005m]) { Title = "金额", MadeAt = SampleReports.MadeAt };
        Assert.Equal("Total: 0.03", TextOf(report)[^1]);
    }

    [Fact]
    public void Lines_GivenTotal_StandsInTotalRowOnly()
    {
        var rate = new TableColumn<decimal>("完成率", 10, x => x) { Format = CellFormat.Percent(1), Total = ColumnTotal.Of(0.9525m) };
        var count = new TableColumn<decimal>("数", 10, _ => 1) { Total = ColumnTotal.Sum };
        var report = new TableReport<decimal>([rate, count], [0.5m]) { Title = "进度", MadeAt = SampleReports.MadeAt, GroupOf = _ => "全部" };
        Assert.Equal(["Subtotal: |1", "Total: 95.3%|1"], TextOf(report)[^2..]);
    }

    [Fact]
    public void Lines_ReadTwice_AreTheSame()
    {
        var report = SampleReports.Plan(isGrouped: true);
        Assert.Equal(TextOf(report), TextOf(report));
    }

    [Fact]
    public void FootLine_SourceAndTime_UsesOwnOffset()
        => Assert.Equal("资料来源：临朐县住房和城乡建设局　制表时间：2024年6月5日 09:05", SampleReports.Plan().FootLine);

    [Fact]
    public void Create_NoColumns_Throws()
        => Assert.Throws<ArgumentException>(() => new TableReport<int>([], []) { Title = "空", MadeAt = SampleReports.MadeAt });

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    public void Create_ColumnWithoutWidth_Throws(double width)
        => Assert.Throws<ArgumentOutOfRangeException>(() => new TableColumn<int>("列", width, x => x));

    private static string[] TextOf(TableReport report)
        => [.. report.Lines().Select(line => $"{line.Kind}: " + string.Join('|', line.Cells.Select((cell, i) => cell.ToText(report.Columns[i].Format))))];
}
