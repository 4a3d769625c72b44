namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>Acts on the site and what follows it: works, acceptance, hand-over, property management.</summary>
internal static class SitesActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["PartyRecorded"] = "登记参建单位",
        ["PartyCorrected"] = "更正参建单位",
        ["PartyEnded"] = "终止参建单位",
        ["PartyAttended"] = "登记专营单位参与",
        ["WatcherAppointed"] = "登记监督员",
        ["WatcherDismissed"] = "解聘监督员",
        ["SiteItemAdded"] = "列入施工内容",
        ["SiteItemPlanned"] = "修改施工计划",
        ["SiteItemRemoved"] = "移出施工内容",
        ["SiteProgressReported"] = "登记施工进度",
        ["ProblemFound"] = "登记施工问题",
        ["ProblemSolved"] = "登记整改",
        ["ProblemPassed"] = "复查通过",
        ["ProblemReturned"] = "复查未通过",
        ["SiteInspected"] = "登记检查",
        ["MaterialTested"] = "登记材料检验",
        ["PassIssued"] = "出具绿色通行证明",
        ["PassVoided"] = "作废绿色通行证明",
        ["AcceptanceRecorded"] = "登记竣工验收",
        ["AcceptanceEdited"] = "修改竣工验收",
        ["AcceptanceConcluded"] = "验收结论",
        ["DefectRecorded"] = "登记验收问题",
        ["DefectMended"] = "问题整改",
        ["DefectClosed"] = "复验合格",
        ["DefectRejected"] = "复验不合格",
        ["SpotCheckRecorded"] = "登记抽检",
        ["AcceptanceConfirmed"] = "居委会、业委会确认",
        ["HandoverListed"] = "列入移交清单",
        ["HandoverUnlisted"] = "移出移交清单",
        ["FacilityHandedOver"] = "设施移交",
        ["PropertyServiceRecorded"] = "登记物业管理",
        ["PropertyServiceEnded"] = "物业管理终止",
        ["FundBalanceStated"] = "登记维修资金余额",
    };
}
