using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Eligibility;

/// <summary>The estates of the board as a spreadsheet or a PDF.</summary>
public static class EligibilityTable
{
    public static TableReport<JudgedEstate> Of(EligibilityBoard board, string tenantName, DateTimeOffset madeAt) => new(
        [
            TableColumn.Serial<JudgedEstate>(),
            new TableColumn<JudgedEstate>("小区名称", 24, each => each.Case.Estate.Name),
            new TableColumn<JudgedEstate>("街道（乡镇）", 14, each => each.Case.Estate.Street?.Name),
            new TableColumn<JudgedEstate>("建成年份", 12, each => BuiltYearsText.Write(each.Case.Estate.BuiltYears)),
            new TableColumn<JudgedEstate>("户数", 8, each => (long?)each.Case.Estate.HouseholdCount) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
            new TableColumn<JudgedEstate>("建筑面积（㎡）", 14, each => each.Case.Estate.FloorArea?.SquareMetres) { Format = CellFormat.UpTo(2), Total = ColumnTotal.Sum },
            new TableColumn<JudgedEstate>("结论", 12, each => EligibilityResult.Words(each.Result.Verdict)),
            new TableColumn<JudgedEstate>("梯次", 20, each => each.Result.Tier?.Name),
            new TableColumn<JudgedEstate>("原因", 48, each => each.Why),
            new TableColumn<JudgedEstate>("依据", 24, each => each.Result.Citation.ToString()),
        ],
        board.Found)
    {
        Title = $"{tenantName}老旧小区资格认定表（{board.Rule!.Item.Name}）",
        Subtitle = board.Filter.Length == 0 ? "筛选条件：全部小区" : $"筛选条件：{board.Filter}",
        Notes = board.Rule.Warning is { } warning ? [$"{warning}，按该文件原规定列示，仅供参考。"] : [],
        Source = $"资料来源：{tenantName}老旧小区改造台账",
        Author = tenantName,
        MadeAt = madeAt.ToChina(),
        Paper = TableFile.WorkingPaper,
    };
}
