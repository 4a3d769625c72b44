using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>费用分担表: a column for each payer; the lines add up across and down.</summary>
public static class ShareTable
{
    public static TableReport<ShareRow> Of(ShareCheck check, Tenant tenant, DateTimeOffset madeAt)
    {
        var (sheet, outcome) = (check.Sheet, check.Outcome);
        return new TableReport<ShareRow>(Columns(outcome), outcome.Rows)
        {
            Title = $"{sheet.Project!.Name}费用分担表",
            Subtitle = $"（{CostWords.NameOf(check.CostSheet)}　第{sheet.Number}版{(sheet.FixedAt is { } at ? $"　{at.ToChina():yyyy年M月d日}确定" : "　" + sheet.State.Name())}）",
            UnitLine = "单位：元",
            Notes = Notes(check, tenant),
            Source = $"资料来源：{tenant.Name}老旧小区改造台账",
            Author = tenant.Name,
            MadeAt = madeAt.ToChina(),
            Paper = TableFile.WorkingPaper,
        };
    }

    private static IReadOnlyList<TableColumn<ShareRow>> Columns(ShareOutcome outcome) =>
    [
        TableColumn.Serial<ShareRow>(),
        new("费用名称", 24, row => row.Line.Name),
        new("金额", 14, row => row.Line.Cost.Yuan) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum },
        .. outcome.Sums.Select(payer => new TableColumn<ShareRow>(payer.Name, 14, row => row.Amounts.Any(amount => amount.Payer == payer.Payer) ? row.Of(payer.Payer).Yuan : null) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum }),
        new("规则", 20, row => row.Working.Count > 0 ? row.Working[0] : null),
        new("依据", 22, row => string.Join("；", new[] { row.Clause, row.Choice.Basis }.OfType<string>())),
        new("提示", 18, row => string.Join("；", row.Missing.Select(missing => $"缺{missing}").Concat(row.Flags))),
    ];

    private static List<string> Notes(ShareCheck check, Tenant tenant)
    {
        var (sheet, outcome) = (check.Sheet, check.Outcome);
        var notes = new List<string>
        {
            $"按 {sheet.AppliedOn:yyyy-MM-dd} 有效的政策文件计算；{check.HouseholdCount?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "—"} 户，{check.Area?.ToString() ?? "—"} 平方米{(sheet.HouseholdCount is null && sheet.Area is null ? "（台账）" : $"（依据：{sheet.Basis ?? "未填"}）")}。",
        };
        notes.AddRange(outcome.Sums.Select(payer => $"{payer.Name} {payer.Amount} 元，户均 {ShareWords.PerHousehold(payer.Amount, outcome.Households)} 元：{payer.Detail}。"));
        if (sheet.State != CostState.Fixed) notes.Add($"本表为{sheet.State.Name()}的稿本，尚未确定。");
        if (tenant.IsDemonstration) notes.Add("含演示数据，非真实信息。");
        return notes;
    }
}
