namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>The acts of spot checks and evaluations.</summary>
internal static class ChecksActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["CheckListFixed"] = "固定抽查名单",
        ["CheckListDrawn"] = "抽取抽查项目",
        ["CheckListWithdrawn"] = "作废抽查名单",
        ["CheckVisitRecorded"] = "登记现场抽查",
        ["FindingMended"] = "报送抽查问题整改",
        ["FindingClosed"] = "抽查问题销号",
        ["MendingSentBack"] = "退回抽查问题整改",
        ["EvidenceAdded"] = "上传佐证材料",
        ["EvidenceRemoved"] = "撤下佐证材料",
        ["EvaluationDrafted"] = "拟订评价表",
        ["EvaluationEdited"] = "修改评价表",
        ["EvaluationPublished"] = "下发评价表",
        ["SelfAssessmentSaved"] = "保存自评",
        ["SelfAssessmentSent"] = "报送自评",
        ["EvaluationRoundOpened"] = "开始复评",
        ["CountyReviewed"] = "复评",
        ["CountyResultsSet"] = "计算评价结果",
        ["EvaluationConcluded"] = "公布评价结果",
    };
}
