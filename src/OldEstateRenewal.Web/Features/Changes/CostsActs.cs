namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>Acts on costs and on who pays them.</summary>
internal static class CostsActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["CostSheetMade"] = "编制造价",
        ["CostSheetRevised"] = "另编造价",
        ["CostSheetEdited"] = "修改造价",
        ["CostSheetFixed"] = "确定造价",
        ["CostSheetDiscarded"] = "放弃造价",
        ["ShareSheetMade"] = "编制费用分担",
        ["ShareSheetEdited"] = "修改费用分担",
        ["ShareAmountsFrozen"] = "固定分担金额",
        ["ShareSheetFixed"] = "确定费用分担",
        ["ShareSheetDiscarded"] = "放弃费用分担",
        ["BalanceStarted"] = "开始平衡测算",
        ["BalanceEdited"] = "修改平衡测算",
        ["BalanceFixed"] = "确定平衡测算",
        ["BalanceDiscarded"] = "放弃平衡测算",
        ["BillsDrafted"] = "分户账单试算",
        ["BillsDiscarded"] = "放弃账单试算",
        ["BillsIssued"] = "分户账单出账",
        ["BillsWithdrawn"] = "撤销分户账单",
        ["BillRelieved"] = "登记减免、救助",
        ["ReliefRevoked"] = "撤销减免、救助",
    };
}
