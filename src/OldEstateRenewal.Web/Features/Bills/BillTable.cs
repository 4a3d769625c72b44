using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>分户账单清单: one column list for spreadsheet and PDF.</summary>
public static class BillTable
{
    /// <summary>More parts than these do not fit beside each other; then their sum alone stands there.</summary>
    private const int MostColumns = 5;

    public static TableReport<BillLine> Of(BillRun run, IReadOnlyList<BillLine> lines, Access access, DateTimeOffset at) => TableFile.Report($"{BillRunService.NameOf(run)}清单", Columns(run), lines, access, at,
        [run.State == BillRunState.Draft ? "试算，尚未出账" : run.State == BillRunState.Withdrawn ? $"已撤销：{run.WithdrawReason}" : $"{run.IssuedAt?.ToChina():yyyy年M月d日}出账", run.DueOn is { } due ? $"缴款期限 {due:yyyy-MM-dd}" : null, $"共 {run.BillCount} 户 {run.Total} 元"],
        [
            .. run.Parts.Select(part => part.ShareLineId is null ? $"{part.Sequence + 1}. {part.Name}：{part.Clause}" : $"{part.Sequence + 1}. {part.Name}：费用 {part.Cost} 元，业主承担 {part.Amount} 元。{part.Clause.Replace("\n", "；", StringComparison.Ordinal)}。"),
            .. run.Basis is null ? Array.Empty<string>() : [$"业主约定的依据：{run.Basis}"],
            "各批应缴、减免、已缴、尚欠为该户在本小区各批账单的合计。各户金额取整到分（最大余数法），合计等于业主应承担额。业主姓名已隐去。",
        ]);

    private static List<TableColumn<BillLine>> Columns(BillRun run)
    {
        List<TableColumn<BillLine>> before =
        [
            new("号", 6, line => line.Bill.Number) { Total = ColumnTotal.Label },
            new("楼栋", 10, line => line.Building),
            new("房号", 12, line => HouseholdWords.Place(line.Entrance, line.Room)),
            new("业主", 14, line => line.MaskedOwners),
            new("种类", 8, line => line.Kind.Name()),
            new("面积（㎡）", 11, line => line.Bill.Area == Area.Zero ? CellValue.Blank : line.Bill.Area.SquareMetres) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum },
            new("层", 5, line => line.Bill.Storey),
        ];
        var parts = run.Parts.Count > MostColumns ? [] : run.Parts.Select(part => Sum(part.Name.Length > 12 ? part.Name[..12] : part.Name, line => Money.FromFen(line.Bill.Amounts[part.Sequence]))).ToList();
        return [.. before, .. parts, Sum("本批应缴（元）", line => line.Bill.Amount, SumFormula.Of([.. parts.Select(part => part.Header)], before)), .. run.State == BillRunState.Issued ? Standing() : []];
    }

    private static TableColumn<BillLine>[] Standing() =>
    [
        Sum("各批应缴（元）", line => line.Balance.Billed),
        Sum("减免（元）", line => line.Balance.Relieved),
        Sum("已缴（元）", line => line.Balance.Paid),
        Sum("尚欠（元）", line => line.Balance.Outstanding, "[各批应缴（元）]-[减免（元）]-[已缴（元）]"),
        new("状态", 8, line => line.Balance.Standing.Name()),
    ];

    private static TableColumn<BillLine> Sum(string name, Func<BillLine, Money> of, string? formula = null) => new(name, 13, line => of(line).Yuan) { Format = CellFormat.Fixed(2), Formula = formula, Total = ColumnTotal.Sum };
}
