namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>The acts of the weekly dispatch, the bulletin and the quarterly form.</summary>
internal static class DispatchActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["WeeklySheetSent"] = "报送周调度表",
        ["WeeklySheetCorrected"] = "更正周调度表",
        ["FigureReturned"] = "退回调度数字",
        ["ReturnAnswered"] = "答复退回",
        ["WeekApproved"] = "审定调度周",
        ["WeekReopened"] = "重开调度周",
        ["RankingRuleSet"] = "设定排名办法",
        ["BulletinDrafted"] = "通报取数拟稿",
        ["BulletinEdited"] = "修改通报文字",
        ["BulletinRefreshed"] = "通报重新取数",
        ["BulletinIssued"] = "印发通报",
        ["BulletinRead"] = "签收通报",
        ["QuarterlyReturnSent"] = "报送统计季报",
        ["QuarterlyReturnCorrected"] = "更正统计季报",
    };
}
