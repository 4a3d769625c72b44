using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Bulletins;

/// <summary>One figure of one county, for the spreadsheet.</summary>
public sealed record BulletinCell(BulletinRow Row, Indicator Indicator);

/// <summary>The tables of a bulletin: the same columns for page, PDF, Excel and Word.</summary>
public static class BulletinTables
{
    private static readonly IndicatorGroup[] compared = [IndicatorGroup.Progress, IndicatorGroup.Money];

    public static TableReport<BulletinRow> Ranking(BulletinPage page) => Make<BulletinRow>(page, $"各县（市、区）排名", page.Rows,
    [
        new("名次", 6, row => row.Rank is { } rank ? (long?)rank : null) { Format = CellFormat.Whole },
        new("县（市、区）", 14, row => row.CountyName),
        new("得分", 8, row => BulletinWords.Points(row)) { Alignment = ColumnAlignment.Right },
        new("较上月", 8, row => BulletinWords.Rise(row)),
        .. Rates.All.Select(rate => new TableColumn<BulletinRow>(rate.Name.Replace("（", "\n（", StringComparison.Ordinal), 10, row => row.Week is null ? "未报" : rate.Of(row.Figures).Text) { Alignment = ColumnAlignment.Right }),
        new("评价", 6, row => row.Mark.Name()),
        new("数据截至", 11, row => row.Week?.AddDays(6)),
    ]);

    public static IReadOnlyList<TableReport<BulletinRow>> Groups(BulletinPage page) => Indicators.All.GroupBy(indicator => indicator.Group).Select(group => Make<BulletinRow>(page, $"{group.Key.InWords()}指标", page.Rows,
    [
        new("县（市、区）", 14, row => row.CountyName) { Total = ColumnTotal.Label },
        .. group.Where(indicator => indicator.Adds).SelectMany(indicator => Columns(indicator, page)),
    ], Missing(page, group))).ToList();

    /// <summary>Every figure a row of its own: to be filtered and counted in a spreadsheet.</summary>
    public static TableReport<BulletinCell> Detail(BulletinPage page) => Make<BulletinCell>(page, "指标明细", [.. page.Rows.SelectMany(Cells)],
    [
        new("县（市、区）", 14, cell => cell.Row.CountyName),
        new("类别", 8, cell => cell.Indicator.Group.InWords()),
        new("指标", 18, cell => cell.Indicator.Name),
        new("单位", 8, cell => cell.Indicator.Unit),
        new("计划", 16, cell => cell.Row.Figures.GetValueOrDefault(cell.Indicator.Key).Planned) { Format = CellFormat.UpTo(3) },
        new("实际", 16, cell => cell.Row.Figures.GetValueOrDefault(cell.Indicator.Key).Actual) { Format = CellFormat.UpTo(3) },
        new("上月", 16, cell => cell.Row.BeforeOf(cell.Indicator.Key)) { Format = CellFormat.UpTo(3) },
        new("口径", 60, cell => cell.Indicator.Definition),
    ]);

    private static IEnumerable<BulletinCell> Cells(BulletinRow row) => Indicators.All.Where(indicator => indicator.Adds).Select(indicator => new BulletinCell(row, indicator));

    private static IEnumerable<TableColumn<BulletinRow>> Columns(Indicator indicator, BulletinPage page)
    {
        var total = page.Totals.Figures.GetValueOrDefault(indicator.Key);
        if (indicator.HasPlan) yield return Column(indicator, "计划", total.Planned, row => row.Figures.GetValueOrDefault(indicator.Key).Planned);
        yield return Column(indicator, indicator.HasPlan ? "实际" : "", total.Actual, row => row.Figures.GetValueOrDefault(indicator.Key).Actual);
        if (compared.Contains(indicator.Group)) yield return Column(indicator, "上月", FigureArrays.Sum(page.Rows.Select(row => row.BeforeOf(indicator.Key))), row => row.BeforeOf(indicator.Key));
    }

    private static TableColumn<BulletinRow> Column(Indicator indicator, string side, decimal? total, Func<BulletinRow, decimal?> of) => new($"{indicator.Name}{side}\n（{indicator.Unit}）", indicator.Nature == IndicatorNature.Money ? 15 : 11, row => of(row))
    {
        Format = FormatOf(indicator),
        Total = ColumnTotal.Of(total),
    };

    /// <summary>Who is not in a total.</summary>
    private static List<string> Missing(BulletinPage page, IEnumerable<Indicator> group)
    {
        var keys = group.Select(indicator => indicator.Key).ToHashSet();
        return page.Totals.Missing.Where(missing => keys.Contains(missing.Key.Key)).GroupBy(missing => string.Join("、", missing.Value)).Select(names => $"合计未含{names.Key}（未报）：{string.Join("、", names.Select(missing => missing.Key.Name))}。").ToList();
    }

    public static CellFormat FormatOf(Indicator indicator) => indicator.Nature == IndicatorNature.Money ? CellFormat.Fixed(2) : CellFormat.UpTo(indicator.Decimals);

    private static TableReport<T> Make<T>(BulletinPage page, string title, IReadOnlyList<T> rows, IReadOnlyList<TableColumn<T>> columns, IReadOnlyList<string>? notes = null) => new(columns, rows)
    {
        Title = title,
        Subtitle = $"{BulletinWords.NameOf(page.Bulletin)}，{page.Bulletin.PlanYear}年计划",
        Notes = notes ?? [],
        MadeAt = page.Bulletin.TakenAt.ToChina(),
        Paper = TableFile.WorkingPaper,
    };
}
