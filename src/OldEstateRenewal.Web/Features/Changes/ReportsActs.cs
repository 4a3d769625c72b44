namespace OldEstateRenewal.Web.Features.Changes;

/// <summary>The acts of the reports centre.</summary>
internal static class ReportsActs
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["ReportMade"] = "生成报表",
        ["ReportAsked"] = "交后台生成报表",
        ["ReportBatchAsked"] = "批量生成报表",
        ["ReportCancelled"] = "取消生成报表",
        ["ReportDue"] = "定时生成报表",
        ["ReportScheduled"] = "设定定时报表",
        ["ReportScheduleRemoved"] = "删除定时报表",
        ["PaperTemplateSet"] = "设定公文版式",
    };
}
