using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Bulletins;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Quarters;

/// <summary>
/// 季报表: the statistics form as a table, of a county by indicators and of a city by counties. The ministry's own form number is not among our sources and is not made up: the columns are the indicators the ministry publishes.
/// </summary>
public static class QuarterTables
{
    public static TableReport<QuarterLine> Of(QuarterPage page, Access access, DateTimeOffset at) => TableFile.Report($"城镇老旧小区改造进展情况季报表（{page.Quarter.Name}）", CountyColumns, page.Lines, access, at,
        [$"{page.PlanYear}年计划", page.Newest is { } sent ? $"第 {sent.Edition} 次报送，{sent.At.ToChinaText()}" : "未报送，供核对", page.Source is { } source ? $"数据截至 {source.Week.AddDays(6):yyyy-MM-dd}" : null],
        [
            page.IsLocked ? "计划数为省级锁定计划。" : "省级锁定计划尚未登记，计划数为县计划。",
            .. page.Newest is { } signed ? [$"单位负责人：{signed.Head}　统计负责人：{signed.Statistician}　填报人：{signed.By}　报出日期：{signed.At.ToChina():yyyy-MM-dd}"] : Array.Empty<string>(),
        ]);

    public static TableReport<CityQuarterRow> Of(CityQuarterPage page, Access access, DateTimeOffset at) => TableFile.Report($"城镇老旧小区改造进展情况季报汇总表（{page.Quarter.Name}）", CityColumns(page), page.Rows, access, at,
        [$"{page.PlanYear}年计划", $"{page.Sent.Count}/{page.Rows.Count} 个县（市、区）已报送"],
        [.. page.Missing.Count > 0 ? [$"未报送：{string.Join("、", page.Missing.Select(row => row.Name))}，不在合计内。"] : Array.Empty<string>(), .. page.Findings.Select(found => $"{found.Row}：{found.Finding.Text}")]);

    private static readonly List<TableColumn<QuarterLine>> CountyColumns =
    [
        TableColumn.Serial<QuarterLine>(),
        new("类别", 8, line => line.Indicator.Group.InWords()),
        new("指标", 20, line => line.Indicator.Name),
        new("单位", 8, line => line.Indicator.Unit),
        new("计划数", 16, line => line.Pair.Planned) { Format = CellFormat.UpTo(3) },
        new("至本季末", 16, line => line.Pair.Actual) { Format = CellFormat.UpTo(3) },
        new("至上季末", 16, line => line.Before) { Format = CellFormat.UpTo(3) },
        new("本季新增", 16, line => line.Added) { Format = CellFormat.UpTo(3), Formula = "[至本季末]-[至上季末]" },
        new("说明", 30, line => line.Reason),
        new("指标解释", 50, line => line.Indicator.Definition),
    ];

    private static List<TableColumn<CityQuarterRow>> CityColumns(CityQuarterPage page) =>
    [
        TableColumn.Serial<CityQuarterRow>(),
        new("县（市、区）", 14, row => row.Name),
        .. Indicators.All.Where(indicator => indicator.Adds).SelectMany(indicator => indicator.HasPlan ? new[] { Column(page, indicator, FigureSide.Planned), Column(page, indicator, FigureSide.Actual) } : [Column(page, indicator, FigureSide.Actual)]),
        new("统计负责人", 10, row => row.Return?.Statistician),
        new("报出日期", 11, row => row.Return is { } sent ? (DateOnly?)DateOnly.FromDateTime(sent.At.ToChina().DateTime) : null),
    ];

    private static TableColumn<CityQuarterRow> Column(CityQuarterPage page, Indicator indicator, FigureSide side) => new($"{new FigureTerm(indicator.Key, side).Name}\n（{indicator.Unit}）", indicator.Nature == IndicatorNature.Money ? 15 : 11, row => row.Return?.Figures.GetValueOrDefault(indicator.Key).Of(side))
    {
        Format = BulletinTables.FormatOf(indicator),
        Total = ColumnTotal.Of(page.Totals.Figures.GetValueOrDefault(indicator.Key).Of(side)),
    };
}
