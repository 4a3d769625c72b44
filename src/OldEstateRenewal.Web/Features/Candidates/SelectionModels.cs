using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>What the chosen of a draft come to; a figure that some lack is the sum of the others, and says so.</summary>
public sealed record SelectionTotals(int Estates, long Buildings, long Households, Area Area, Money Investment, Fraction Score, int WithoutInvestment)
{
    public static SelectionTotals Of(IEnumerable<SelectionEntry> chosen)
    {
        var list = chosen.ToList();
        return new SelectionTotals(list.Count, list.Sum(e => (long)(e.BuildingCount ?? 0)), list.Sum(e => (long)(e.HouseholdCount ?? 0)), list.Aggregate(Area.Zero, (sum, e) => sum + (e.FloorArea ?? Area.Zero)),
            list.Aggregate(Money.Zero, (sum, e) => sum + (e.Investment ?? Money.Zero)), list.Aggregate(Fraction.Zero, (sum, e) => sum + e.ExactScore), list.Count(e => e.Investment is null));
    }
}

public sealed record SelectionSheet(SelectionDraft Draft, AnnualPlan? Plan, IReadOnlyList<string> WhyNotAdopt)
{
    public IReadOnlyList<SelectionEntry> Chosen => Draft.Entries.Where(entry => entry.IsChosen).ToList();
}

public sealed record SelectionRow(Guid Id, string Name, int Year, string MadeBy, DateTimeOffset MadeAt, Money? Budget, int? MostEstates, int? MostHouseholds, int Estates, int? Households, Money Investment, DateTimeOffset? AdoptedAt);

/// <summary>Two drafts beside each other.</summary>
public sealed record SelectionComparison(SelectionDraft First, SelectionDraft Second)
{
    public IEnumerable<(SelectionEntry? First, SelectionEntry? Second)> Lines()
    {
        var second = Second.Entries.ToDictionary(entry => entry.EstateId);
        var first = First.Entries.ToDictionary(entry => entry.EstateId);
        return First.Entries.Concat(Second.Entries.Where(entry => !first.ContainsKey(entry.EstateId))).Select(entry => (first.GetValueOrDefault(entry.EstateId), second.GetValueOrDefault(entry.EstateId)))
            .Where(pair => pair.Item1?.IsChosen == true || pair.Item2?.IsChosen == true);
    }

    public static string InWords((SelectionEntry? First, SelectionEntry? Second) line) => (line.First?.IsChosen == true, line.Second?.IsChosen == true) switch
    {
        (true, true) => "两个方案都选入",
        (true, false) => line.Second is null ? "只在前一方案；后一方案时已不是候选" : "只在前一方案",
        _ => line.First is null ? "只在后一方案；前一方案时还不是候选" : "只在后一方案",
    };
}

/// <summary>A draft as a spreadsheet or a PDF.</summary>
public static class SelectionTable
{
    public static TableReport<SelectionEntry> Of(SelectionDraft draft, Access access, DateTimeOffset at) => TableFile.Report($"{draft.Year}年老旧小区改造遴选方案（{draft.Name}）", Columns, draft.Entries, access, at, [draft.Limit.InWords],
        [$"择优办法：{draft.Rule}", $"{draft.MadeBy} {draft.MadeAt.ToChinaText()} 保存，得分、投资和户数均为当时的数。{(draft.IsProven ? "" : "方案符合限额，但未能证明没有更好的组合。")}", .. draft.Note is { } note ? new[] { $"说明：{note}" } : []]);

    private static readonly IReadOnlyList<TableColumn<SelectionEntry>> Columns =
    [
        new("名次", 6, entry => (long?)entry.Rank) { Format = CellFormat.Whole, Alignment = ColumnAlignment.Center, Total = ColumnTotal.Label },
        new("小区名称", 22, entry => entry.Name),
        new("街道（乡镇）", 12, entry => entry.Street),
        new("得分", 8, entry => entry.ExactScore.ToDecimal()) { Format = CellFormat.UpTo(2) },
        new("结果", 8, entry => entry.IsChosen ? "选入" : "未选入"),
        new("人工调整及理由", 24, entry => entry.Hand == Domain.Planning.HandPick.None ? null : $"{entry.Hand.Name()}：{entry.HandReason}"),
        new("未选入原因", 22, entry => entry.WhyNot),
        new("选入户数", 9, entry => entry.IsChosen ? (long?)entry.HouseholdCount : CellValue.Blank) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("选入建筑面积\n（㎡）", 12, entry => entry.IsChosen ? entry.FloorArea?.SquareMetres : CellValue.Blank) { Format = CellFormat.UpTo(2), Total = ColumnTotal.Sum },
        new("估算投资\n（万元）", 10, entry => entry.Investment?.TenThousands()) { Format = CellFormat.UpTo(6) },
        new("选入投资\n（万元）", 10, entry => entry.IsChosen ? entry.Investment?.TenThousands() : CellValue.Blank) { Format = CellFormat.UpTo(6), Total = ColumnTotal.Sum },
        new("评分及来源", 56, entry => string.Join("；", entry.Marks.Select(mark => $"{mark.Name} {(mark.Mark is { } text ? Fraction.Parse(text).Shown() : "未评")}（{mark.Words}）"))),
    ];
}
