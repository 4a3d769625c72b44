using OldEstateRenewal.Documents.Papers;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Tests.Support;

/// <summary>A row of every kind of value that a report has.</summary>
internal sealed record SampleRow(string? Text, decimal? Money, DateOnly? Day, decimal? Share);

/// <summary>A table that no format may show in another way than the others.</summary>
internal static class SampleTables
{
    public static IReadOnlyList<SampleRow> Rows { get; } =
    [
        new("沂山路北段东侧原县供销社职工宿舍及相邻零散楼栋（含东沂勘察设计家属院、武装部家属院）整合改造项目", 1_234_567.89m, new(2026, 3, 9), 0.9525m),
        new("=1+1", -0.004m, new(2026, 12, 31), 0m),
        new("<b>甲</b>&amp;\"乙\"", 0m, null, 1.1m),
        new("䶮𫚉", null, new(2026, 1, 1), null),
        new(null, 98_765_432_109.5m, null, 0.3333m),
        new("@SUM(A1:A9)", 12.345m, new(1999, 10, 1), 0.00049m),
        new("a\u0001b", 33_333.33m, new(2026, 2, 28), 0.125m),
    ];

    /// <summary>What each cell reads, after cleaning: the words of <see cref="CellValue.ToText"/>, written down by hand.</summary>
    public static string[][] Texts { get; } =
    [
        ["1", Rows[0].Text!, "1,234,567.89", "2026年3月9日", "95.3%"],
        ["2", "=1+1", "0.00", "2026年12月31日", "0.0%"],
        ["3", "<b>甲</b>&amp;\"乙\"", "0.00", "", "110.0%"],
        ["4", "䶮𫚉", "", "2026年1月1日", ""],
        ["5", "", "98,765,432,109.50", "", "33.3%"],
        ["6", "@SUM(A1:A9)", "12.35", "1999年10月1日", "0.0%"],
        ["7", "a\uFFFDb", "33,333.33", "2026年2月28日", "12.5%"],
        ["合计", "", "98,766,700,023.07", "", "88.8%"],
    ];

    public static TableReport<SampleRow> Mixed(IEnumerable<SampleRow>? rows = null, PaperProvenance? provenance = null) => new(
        [
            TableColumn.Serial<SampleRow>(),
            new("项目", 24, row => row.Text),
            new("金额（元）", 20, row => row.Money) { Format = CellFormat.Fixed(2, grouped: true), Total = ColumnTotal.Sum },
            new("日期", 16, row => row.Day) { Format = CellFormat.ChineseDate },
            new("完成率", 10, row => row.Share) { Format = CellFormat.Percent(1), Total = ColumnTotal.Of(0.8881m) },
        ],
        rows ?? Rows)
    {
        Title = "资金拨付情况表",
        Subtitle = "截至2026年3月9日",
        UnitLine = "单位：元",
        Notes = ["注：空白为尚未拨付。"],
        Source = "资料来源：泰安市财政局",
        Provenance = provenance,
        MadeAt = SampleReports.MadeAt,
    };
}
