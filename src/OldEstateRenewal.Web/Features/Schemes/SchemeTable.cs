using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>方案表: one column list for the page, the spreadsheet and the PDF.</summary>
public static class SchemeTable
{
    public static TableReport<SchemeItem> Of(SchemeCheck check, Tenant tenant, DateTimeOffset madeAt)
    {
        var scheme = check.Scheme;
        return new TableReport<SchemeItem>(Columns(check), scheme.Items.OrderBy(item => item.Sequence))
        {
            Title = $"{scheme.Project!.Name}改造方案表",
            Subtitle = $"（{scheme.Project.PlanYear}年计划　{scheme.Name}{(scheme.FixedAt is { } at ? $"　{at.ToChina():yyyy年M月d日}确定" : "　" + scheme.State.Name())}）",
            UnitLine = "单位：元",
            GroupOf = item => item.ClassName,
            Notes = Notes(check, tenant),
            Source = $"资料来源：{tenant.Name}老旧小区改造台账",
            Author = tenant.Name,
            MadeAt = madeAt.ToChina(),
            Paper = PaperLayout.Landscape with { TextSize = 10.5 },
        };
    }

    public static IReadOnlyList<TableColumn<SchemeItem>> Columns(SchemeCheck check) =>
    [
        TableColumn.Serial<SchemeItem>(),
        new("改造内容", 26, item => item.Name),
        new("部位", 14, item => check.PlaceOf(item)),
        new("层次", 6, item => SchemeWords.LayerName(item.Layer)) { Alignment = ColumnAlignment.Center },
        new("数量", 10, item => item.Quantity) { Format = CellFormat.UpTo(3) },
        new("单位", 6, item => item.Unit) { Alignment = ColumnAlignment.Center },
        new("单价", 11, item => item.UnitCost?.Yuan) { Format = CellFormat.Fixed(2) },
        new("金额", 14, item => item.Cost?.Yuan) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum },
        new("产权", 12, item => string.Join(" ", new[] { item.Ownership is { } owner ? SchemeWords.Name(owner) : null, item.Section is { } section ? SchemeWords.Name(section) : null }.OfType<string>())),
        new("备注", 20, item => item.Remark),
    ];

    private static List<string> Notes(SchemeCheck check, Tenant tenant)
    {
        var scheme = check.Scheme;
        var notes = new List<string> { $"改造范围：{string.Join("；", check.Estates.Select(estate => $"{estate.Name}（{estate.Buildings?.ToString() ?? "—"}栋、{estate.Households?.ToString() ?? "—"}户、{estate.Area?.ToString() ?? "—"}平方米）"))}。" };
        void Note(string name, string? text) => notes.AddRange(string.IsNullOrEmpty(text) ? [] : [$"{name}：{text}。"]);
        Note("设计单位", scheme.Designer);
        Note("改造分级", scheme.Grade);
        Note("资金筹措", SchemeText.Funding(check));
        Note("改造后物业管理", SchemeText.Management(check));
        Note("未列入内容的说明", scheme.LeftOut);
        Note("本版调整理由", scheme.Reason);
        notes.AddRange(check.Plausibility.Where(band => band.Outcome != Domain.Policies.Outcome.Unknown).Select(band => $"{band.Name} {band.Working[..Math.Max(0, band.Working.IndexOf('，', StringComparison.Ordinal))]}。"));
        if (scheme.State != SchemeState.Fixed) notes.Add($"本表为{scheme.State.Name()}的稿本，尚未确定。");
        if (tenant.IsDemonstration) notes.Add("含演示数据，非真实信息。");
        return notes;
    }
}
