namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>Acts on projects: stages, schemes, reviews, notices, the archive.</summary>
internal static class ProjectsActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["OfficerNamed"] = "明确责任人",
        ["ProjectMade"] = "建立项目",
        ["ProjectEdited"] = "修改项目",
        ["ProjectScheduled"] = "排定计划日期",
        ["ProjectStageReached"] = "环节完成",
        ["ProjectStageReopened"] = "环节退回",
        ["ProjectPaperRecorded"] = "登记项目材料",
        ["SchemeMade"] = "编制方案",
        ["SchemeRevised"] = "另编方案",
        ["SchemeEdited"] = "修改方案",
        ["SchemeFixed"] = "确定方案",
        ["SchemeDiscarded"] = "放弃方案",
        ["ReviewOpened"] = "提交审查",
        ["ReviewTested"] = "核实审批条件",
        ["ReviewOpinionRecorded"] = "登记审查意见",
        ["ReviewDecided"] = "会审决定",
        ["ArchiveExported"] = "下载归档包",
        ["NoticeDrafted"] = "公示拟稿",
        ["NoticeEdited"] = "修改公示稿",
        ["NoticePosted"] = "公示张贴",
        ["NoticeSuperseded"] = "由新稿代替",
        ["NoticeRevised"] = "另拟公示新稿",
        ["NoticeWithdrawn"] = "撤回公示",
        ["NoticeConcluded"] = "公示办结",
        ["NoticeObjectionReceived"] = "收到公示异议",
        ["NoticeObjectionAnswered"] = "答复公示异议",
    };
}
