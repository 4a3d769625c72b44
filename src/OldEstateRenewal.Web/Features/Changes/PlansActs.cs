namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>Acts on choosing, plans, policies and holidays.</summary>
internal static class PlansActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["PlanCreated"] = "编制计划",
        ["PlanRevised"] = "另编调整稿",
        ["PlanEdited"] = "修改计划",
        ["PlanEntryAdded"] = "列入小区",
        ["PlanEntryEdited"] = "修改计划数",
        ["PlanEntryMoved"] = "移到其他年度",
        ["PlanEntryRemoved"] = "移出计划",
        ["PlanSubmitted"] = "报审",
        ["PlanReturned"] = "退回",
        ["PlanIssued"] = "印发",
        ["CandidateMarked"] = "核定评分",
        ["CandidateMarkWithdrawn"] = "撤回核定评分",
        ["CandidateEstimated"] = "估算投资",
        ["SelectionSaved"] = "保存遴选方案",
        ["SelectionAdopted"] = "采纳遴选方案",
        ["FrozenPlanRecorded"] = "登记省级锁定计划",
        ["FrozenPlanCorrected"] = "更正省级锁定计划",
        ["ExecutionReported"] = "登记执行率",
        ["PolicyFileAdded"] = "录入政策",
        ["HolidaysRecorded"] = "录入节假日安排",
    };
}
