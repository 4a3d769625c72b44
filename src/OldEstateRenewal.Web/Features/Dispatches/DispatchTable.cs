using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>周调度表: one column list for spreadsheet and PDF.</summary>
public static class DispatchTable
{
    /// <summary>What stands beside each other on the page and on paper; the sheet of a project has all.</summary>
    public static readonly IReadOnlyList<Indicator> Shown =
    [
        .. new[] { IndicatorKeys.Households, IndicatorKeys.StartedEstates, IndicatorKeys.CompletedEstates, IndicatorKeys.WorksProgress, IndicatorKeys.Investment, IndicatorKeys.Received, IndicatorKeys.Paid, IndicatorKeys.OpenProblems, IndicatorKeys.OverdueProblems }.Select(Indicators.Get),
    ];

    public static TableReport<WeekLine> Of(WeekPage page, Access access, DateTimeOffset at) => TableFile.Report($"老旧小区改造周调度表（{page.Week.Name}）", Columns, page.Lines, access, at,
        [$"{page.Week.Days}", page.IsLocked ? $"{page.Last!.At.ToChinaText()} 审定" : "未审定", $"应报 {page.Lines.Count(line => line.IsDue)} 个，按时 {page.Count(SheetStanding.OnTime)} 个，迟报 {page.Count(SheetStanding.Late)} 个，漏报 {page.Count(SheetStanding.Missing)} 个"],
        "本周未报的项目按上次报送数计，从未报送的按台账数计。");

    private static readonly List<TableColumn<WeekLine>> Columns =
    [
        TableColumn.Serial<WeekLine>(),
        new("项目", 20, line => line.Project.Name),
        new("街道", 10, line => line.Street),
        new("环节", 14, line => line.Sheet?.Stage ?? line.Stage),
        .. Shown.Select(Column),
        new("存在问题", 22, line => line.Sheet?.Problems),
        new("报送", 8, line => line.Standing.Name()),
    ];

    private static TableColumn<WeekLine> Column(Indicator indicator) => new($"{indicator.Name}\n（{indicator.Unit}）", indicator.Nature == IndicatorNature.Money ? 13 : 9, line => line.Actual(indicator.Key))
    {
        Format = indicator.Nature == IndicatorNature.Money ? CellFormat.Fixed(2) : CellFormat.UpTo(indicator.Decimals),
        Total = indicator.Adds ? ColumnTotal.Sum : ColumnTotal.None,
    };
}
