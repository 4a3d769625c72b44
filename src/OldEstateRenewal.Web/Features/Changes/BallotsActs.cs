namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>Acts on ballots, rolls and what belongs to them.</summary>
internal static class BallotsActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["BallotMade"] = "建立表决",
        ["BallotEdited"] = "修改表决",
        ["BallotRollChecked"] = "核对名册",
        ["BallotRollDisplayed"] = "公示名册",
        ["BallotRollObjection"] = "名册异议",
        ["BallotOpened"] = "表决开始",
        ["BallotFrozen"] = "固定名册和规则",
        ["BallotExtended"] = "延长表决",
        ["BallotAnnulment"] = "撤销之诉",
        ["BallotAnnulled"] = "结果被撤销",
        ["BallotReinstated"] = "撤销失效",
        ["BallotClosureAsked"] = "申请提前截止",
        ["BallotClosed"] = "表决截止",
        ["BallotSealed"] = "封存结果",
        ["BallotCancelled"] = "取消表决",
        ["BallotPublished"] = "公布结果",
        ["BallotObjection"] = "结果异议",
        ["BallotReply"] = "答复异议",
        ["OutsideConsentRecorded"] = "登记系统外征询",
        ["BallotRecounted"] = "复核计票",
        ["RollExcluded"] = "不计入名册",
        ["RollIncluded"] = "改为计入名册",
        ["RollDifferenceTaken"] = "差异改入名册",
        ["RollDifferenceLeft"] = "差异不改名册",
        ["CallBackChosen"] = "抽取回访",
        ["CallBackRecorded"] = "记录回访",
        ["WaterOff"] = "停水",
        ["WaterOn"] = "恢复供水",
        ["OfficialResultTaken"] = "导入官方结果",
        ["ContactRecorded"] = "记录联系",
    };
}
