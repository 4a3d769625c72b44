namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>What acts and properties of costs and shares are called in the record of changes.</summary>
public static class CostChanges
{
    public static IReadOnlyDictionary<string, string> Kinds { get; } = new Dictionary<string, string>
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
    };

    public static IReadOnlyDictionary<string, string> Properties { get; } = new Dictionary<string, string>
    {
        ["Reviewer"] = "评审（编制）单位",
        ["Reference"] = "文号、报告编号",
        ["ReviewedOn"] = "评审日期",
        ["AppliedOn"] = "适用日期",
        ["Area"] = "计费面积",
    };
}
