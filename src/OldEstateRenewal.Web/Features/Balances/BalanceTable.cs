using System.Globalization;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;
using BalanceYear = OldEstateRenewal.Domain.Planning.BalanceYear;

namespace OldEstateRenewal.Web.Features.Balances;

/// <summary>平衡测算表: a row a year, its assumptions below.</summary>
public static class BalanceTable
{
    public static TableReport<BalanceYear> Of(BalanceView view, Access access, DateTimeOffset at) =>
        TableFile.Report($"{view.Sheet.Project!.Name}资金平衡测算表", Columns(view), view.Projection.Years, access, at, [view.Mode?.Item.Name, $"第{view.Sheet.Number}次"], Notes(view).ToArray());

    private static IReadOnlyList<TableColumn<BalanceYear>> Columns(BalanceView view) =>
    [
        new("年份", 8, year => year.Year) { Alignment = ColumnAlignment.Center, Format = CellFormat.Whole, Total = ColumnTotal.Label },
        new("收益（元）", 18, year => year.Income.Yuan) { Format = CellFormat.Fixed(2, grouped: true), Total = ColumnTotal.Sum },
        new("支出（元）", 18, year => year.Cost.Yuan) { Format = CellFormat.Fixed(2, grouped: true), Total = ColumnTotal.Sum },
        new("结余（元）", 18, year => year.Net.Yuan) { Format = CellFormat.Fixed(2, grouped: true), Total = ColumnTotal.Sum, Formula = "[收益（元）]-[支出（元）]" },
        new("累计结余（元）", 18, year => year.Cumulative.Yuan) { Format = CellFormat.Fixed(2, grouped: true), Formula = "SUM([结余（元）:])" },
        new(view.Sheet.DiscountRate is { } rate ? $"折现结余（元，{rate:0.####}%）" : "折现结余（元）", 20, year => year.Present.Yuan) { Format = CellFormat.Fixed(2, grouped: true), Total = ColumnTotal.Sum, Formula = Discounted(view.Sheet) },
    ];

    private static string Discounted(BalanceSheet sheet) => sheet.DiscountRate is { } rate ? string.Create(CultureInfo.InvariantCulture, $"ROUND([结余（元）]/(1+{rate:0.####}/100)^([年份]-{sheet.FirstYear}),2)") : "[结余（元）]";

    private static IEnumerable<string> Notes(BalanceView view)
    {
        foreach (var line in view.Sheet.Lines.OrderBy(line => line.Side).ThenBy(line => line.Sequence))
            yield return $"{line.Side.Name()}：{line.Name}，{line.FromYear}—{line.UntilYear}年，{line.Quantity:0.###} {line.Unit} × {line.UnitAmount} 元{(line.Growth == 0 ? "" : $"，年增长 {line.Growth:0.####}%")}，合计 {view.TotalOf(line)} 元。{(line.Basis is null ? "" : $"依据：{line.Basis}。")}";
        if (view.Sheet.Assumptions is { } assumptions) yield return $"测算假设：{assumptions}";
        if (view.Verdict is { } verdict) yield return $"{verdict.Working}（{verdict.Citation}）";
    }
}
