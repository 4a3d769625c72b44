using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>The score sheet (评分表) as a spreadsheet or a PDF.</summary>
public static class CandidateTable
{
    public static TableReport<CandidateRow> Of(Pool pool, Access access, DateTimeOffset at) =>
        TableFile.Report($"{pool.Year}年老旧小区改造候选项目评分表", Columns(pool), pool.Rows, access, at, [], [.. Notes(pool)]);

    /// <summary>What a reader must know of the rule.</summary>
    public static IEnumerable<string> Notes(Pool pool)
    {
        if (pool.Rule is not { } rule) return ["现行文件没有择优办法，按名称排列。"];
        var notes = new List<string> { $"择优办法：{rule.Item.InWords}（{rule.Citation}）", $"满分 {rule.Item.FullMark} 分。{rule.Item.TieBreaksInWords}未评的项暂按 0 分计入得分，“评齐最高”为这些项都得满分时的得分。" };
        if (rule.Citation.Note is { } note) notes.Add($"口径：{note}");
        if (rule.Warning is { } warning) notes.Add(warning);
        return notes;
    }

    private static List<TableColumn<CandidateRow>> Columns(Pool pool) =>
    [
        new("名次", 6, row => (long?)row.Place?.Rank) { Format = CellFormat.Whole, Alignment = ColumnAlignment.Center, Total = ColumnTotal.Label },
        new("小区名称", 22, row => row.Name),
        new("街道（乡镇）", 12, row => row.Estate.Street?.Name),
        new("得分", 8, row => row.Place?.Score.ToDecimal()) { Format = CellFormat.UpTo(2) },
        new("评齐最高", 8, row => row.Place?.Most.ToDecimal()) { Format = CellFormat.UpTo(2) },
        .. pool.Criteria.Select((criterion, i) => new TableColumn<CandidateRow>($"{criterion.Name}\n（权重 {criterion.Weight}）", 9, row => Cell(row.Marks[i], pool)) { Format = CellFormat.UpTo(2), Alignment = ColumnAlignment.Right }),
        new("户数", 7, row => (long?)row.Estate.HouseholdCount) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("建筑面积\n（㎡）", 11, row => row.Estate.FloorArea?.SquareMetres) { Format = CellFormat.UpTo(2), Total = ColumnTotal.Sum },
        new("估算投资\n（万元）", 10, row => row.Investment?.Amount.TenThousands()) { Format = CellFormat.UpTo(6), Total = ColumnTotal.Sum },
        new("资格", 10, row => row.Verdict is { } verdict ? EligibilityResult.Words(verdict) : "待查"),
        new("评分来源", 60, row => string.Join("；", row.Marks.Select(mark => $"{mark.Criterion.Name}：{mark.Words}"))),
        new("第一轮征询", 24, row => row.Consent?.InWords),
    ];

    private static CellValue Cell(EstateMark mark, Pool pool) => mark.Share is { } share ? (share * (Fraction)pool.Rule!.Item.FullMark).ToDecimal() : "未评";
}
