using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>The money of a year, its acts, and the uses in a project, as tables on paper and in Excel.</summary>
public static class FundingTables
{
    private static readonly CellFormat yuan = CellFormat.Fixed(2, grouped: true);

    /// <summary>A use of a line; the figures of the line stand in its first row.</summary>
    private sealed record UseRow(UseLine Line, FundingUse? Use, bool IsFirst);

    public static TableReport Grants(FundingPage page, Access access, DateTimeOffset at) => TableFile.Report(
        $"{page.Year}年老旧小区改造资金台账",
        [
            TableColumn.Serial<GrantStanding>(),
            new("资金来源", 16, grant => grant.Grant.SourceName),
            new("资金名称", 22, grant => grant.Grant.Name),
            .. page.IsWhole ? Whole() : [],
            new("已分配（元）", 15, grant => grant.Allotted.Yuan) { Format = yuan, Total = ColumnTotal.Sum },
            new("已支付（元）", 15, grant => grant.Paid.Yuan) { Format = yuan, Total = ColumnTotal.Sum },
            .. page.IsWhole ? Left() : [],
            new("指定项目、限定用途", 20, grant => string.Join("；", new[] { grant.Grant.Earmarked?.Name, grant.Grant.Purpose }.OfType<string>())),
        ],
        page.Grants, access, at, [], "批复、到位均已扣除上级收回数；结余＝到位－已支付。");

    public static TableReport Acts(FundingPage page, Access access, DateTimeOffset at) => TableFile.Report(
        $"{page.Year}年老旧小区改造资金收支明细",
        [
            new("日期", 10, line => line.Act.On),
            new("资金名称", 22, line => line.Grant.Name),
            new("事项", 6, line => line.Act.Kind.Name()) { Alignment = ColumnAlignment.Center, Total = ColumnTotal.Label },
            new("金额（元）", 15, line => line.Act.Amount.Yuan) { Format = yuan },
            new("项目", 18, line => page.Projects.FirstOrDefault(cover => cover.Project.Id == line.Act.ProjectId)?.Project.Name),
            new("文号", 20, line => line.Act.Reference),
            new("凭证号", 14, line => line.Act.Voucher),
            new("说明", 24, line => line.Act.Remark),
            new("登记人", 10, line => line.Act.By),
        ],
        page.Grants.SelectMany(grant => grant.Acts.Select(act => (grant.Grant, Act: act))).OrderBy(line => line.Act.On).ThenBy(line => line.Act.At), access, at, [], "已撤销的事项不列入；支付见付款台账。");

    public static TableReport Uses(ProjectFunding page, Access access, DateTimeOffset at) => TableFile.Report(
        $"{page.Project.Name}资金用途表",
        [
            TableColumn.Serial<UseRow>(),
            new("费用项", 24, row => row.Line.Cost.Name),
            new("承担主体", 14, row => row.Line.Payer.Name),
            new("应承担（元）", 15, row => row.IsFirst ? row.Line.Amount.Yuan : CellValue.Blank) { Format = yuan, Total = ColumnTotal.Sum },
            new("已安排（元）", 15, row => row.IsFirst ? row.Line.Used.Yuan : CellValue.Blank) { Format = yuan, Total = ColumnTotal.Sum },
            new("缺口（元）", 15, row => row.IsFirst ? row.Line.Gap.Yuan : CellValue.Blank) { Format = yuan, Total = ColumnTotal.Sum, Formula = "[应承担（元）]-[已安排（元）]" },
            new("资金来源", 16, row => row.Use?.Grant?.SourceName),
            new("资金名称", 20, row => row.Use?.Grant?.Name),
            new("其中（元）", 15, row => row.Use?.Amount.Yuan) { Format = yuan, Total = ColumnTotal.Sum },
        ],
        page.Lines.SelectMany(Rows), access, at,
        [page.Sheet is null ? "费用分担表尚未确定" : $"费用分担表第 {page.Sheet.Number} 版"], "业主承担部分按户收缴，不列入本表。缺口＝应承担－已安排。");

    private static IEnumerable<UseRow> Rows(UseLine line) => line.Uses.Count == 0 ? [new UseRow(line, null, true)] : line.Uses.Select((use, at) => new UseRow(line, use, at == 0));

    private static TableColumn<GrantStanding>[] Whole() =>
    [
        new("申请（元）", 15, grant => grant.Applied.Yuan) { Format = yuan, Total = ColumnTotal.Sum },
        new("批复（元）", 15, grant => grant.Approved.Yuan) { Format = yuan, Total = ColumnTotal.Sum },
        new("到位（元）", 15, grant => grant.Received.Yuan) { Format = yuan, Total = ColumnTotal.Sum },
    ];

    private static TableColumn<GrantStanding>[] Left() => [new("结余（元）", 15, grant => grant.Left.Yuan) { Format = yuan, Total = ColumnTotal.Sum, Formula = "[到位（元）]-[已支付（元）]" }];
}
