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

    private static List<TableColumn<ShareRow>> Columns(ShareOutcome outcome)
    {
        List<TableColumn<ShareRow>> before =
        [
            TableColumn.Serial<ShareRow>(),
            new("费用名称", 24, row => row.Line.Name),
            new("金额", 14, row => row.Line.Cost.Yuan) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum },
        ];
        var columns = before.ToList();
        columns.AddRange(outcome.Sums.Select(payer => new TableColumn<ShareRow>(payer.Name, 14, row => row.Amounts.Count > 0 ? row.Of(payer.Payer).Yuan : CellValue.Blank) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum }));
        if (outcome.Sums.Count > 0) columns.Add(new TableColumn<ShareRow>("各方合计", 14, row => row.Amounts.Count > 0 ? row.Line.Cost.Yuan : CellValue.Blank) { Format = CellFormat.Fixed(2), Formula = SumFormula.Of([.. outcome.Sums.Select(payer => payer.Name)], before), Total = ColumnTotal.Sum });
        columns.Add(new("规则", 20, row => row.Working.Count > 0 ? row.Working[0] : null));
        columns.Add(new("依据", 22, row => string.Join("；", new[] { row.Clause, row.Choice.Basis }.OfType<string>())));
        columns.Add(new("提示", 18, row => string.Join("；", row.Missing.Select(missing => $"缺{missing}").Concat(row.Flags))));
        return columns;
    }

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
