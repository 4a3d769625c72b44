using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>造价表: one column list for the spreadsheet and the PDF.</summary>
public static class CostTable
{
    public static string GroupOf(CostLine line) => line.Kind == CostLineKind.Works ? $"工程费（{line.ClassName ?? "其他"}）" : line.Kind.Name();

    public static TableReport<CostLine> Of(CostCheck check, Tenant tenant, DateTimeOffset madeAt)
    {
        var sheet = check.Sheet;
        return new TableReport<CostLine>(Columns(check), check.Lines)
        {
            Title = $"{sheet.Project!.Name}造价表（{sheet.Stage.Name()}）",
            Subtitle = $"（{sheet.Project.PlanYear}年计划　第{sheet.Number}版{(sheet.FixedAt is { } at ? $"　{at.ToChina():yyyy年M月d日}确定" : "　" + sheet.State.Name())}）",
            UnitLine = "单位：元",
            GroupOf = GroupOf,
            Notes = Notes(check, tenant),
            Source = $"资料来源：{tenant.Name}老旧小区改造台账",
            Author = tenant.Name,
            MadeAt = madeAt.ToChina(),
            Paper = PaperLayout.Landscape with { TextSize = 10.5 },
        };
    }

    public static string Owned(CostLine line) => string.Join(" ", new[] { line.Ownership is { } owner ? SchemeWords.Name(owner) : null, line.Section is { } section ? SchemeWords.Name(section) : null }
        .Concat(line.Traits.Where(trait => trait != CostTraits.ConnectionFee).Select(CostWords.Trait)).OfType<string>());

    private static IReadOnlyList<TableColumn<CostLine>> Columns(CostCheck check) =>
    [
        TableColumn.Serial<CostLine>(),
        new("费用名称", 26, line => line.Name),
        new("部位", 12, line => check.PlaceOf(line)),
        new("数量", 10, line => line.Quantity) { Format = CellFormat.UpTo(3) },
        new("单位", 6, line => line.Unit) { Alignment = ColumnAlignment.Center },
        new("单价", 11, line => line.UnitCost?.Yuan) { Format = CellFormat.Fixed(2) },
        new("计费基数", 14, line => line.Rate is null ? CellValue.Blank : check.Works.Yuan) { Format = CellFormat.Fixed(2) },
        new("费率（%）", 8, line => line.Rate) { Format = CellFormat.UpTo(4) },
        new("金额", 15, line => line.Cost.Yuan) { Format = CellFormat.Fixed(2), Formula = "ROUND([数量]*[单价],2)", FormulaOtherwise = "ROUND([计费基数]*[费率（%）]/100,2)", Total = ColumnTotal.Sum },
        new("产权、区段", 14, line => Owned(line)),
        new("备注", 16, line => line.Remark),
    ];

    private static List<string> Notes(CostCheck check, Tenant tenant)
    {
        var sheet = check.Sheet;
        var notes = new List<string> { $"改造范围：{string.Join("；", check.Estates.Select(estate => $"{estate.Name}（{estate.Buildings?.ToString() ?? "—"}栋、{estate.Households?.ToString() ?? "—"}户、{estate.Area?.ToString() ?? "—"}平方米）"))}。" };
        void Note(string name, string? text) => notes.AddRange(string.IsNullOrEmpty(text) ? [] : [$"{name}：{text}。"]);
        Note("工程费合计", $"{check.Works} 元；按费率计算的费用以此为基数，四舍五入到分");
        Note(sheet.Stage.IsReviewed() ? "评审单位" : "编制单位", sheet.Reviewer);
        Note("文号、报告编号", sheet.Reference);
        Note(sheet.Stage.DateName(), sheet.ReviewedOn?.ToString("yyyy年M月d日", System.Globalization.CultureInfo.InvariantCulture));
        Note("调整理由", sheet.Reason);
        notes.AddRange(check.Ratios.Where(ratio => ratio.Value is not null).Select(ratio => $"{ratio.Name}投资 {CostWords.Two(ratio.Value!.Value)} {ratio.Unit}。"));
        if (sheet.State != CostState.Fixed) notes.Add($"本表为{sheet.State.Name()}的稿本，尚未确定。");
        if (tenant.IsDemonstration) notes.Add("含演示数据，非真实信息。");
        return notes;
    }
}
