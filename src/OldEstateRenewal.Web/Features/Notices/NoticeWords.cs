using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Web.Features.Notices;

/// <summary>What notices are called in Chinese.</summary>
public static class NoticeWords
{
    public static string Name(this NoticeKind kind) => kind switch
    {
        NoticeKind.Scheme => "改造方案公示",
        NoticeKind.PlanList => "计划名单公示",
        NoticeKind.BallotResult => "表决结果公示",
        NoticeKind.CandidateList => "拟改造小区名单公示",
        _ => "其他公示",
    };

    /// <summary>Whether a notice of this kind may be one of a project, or of the county itself.</summary>
    public static bool Fits(NoticeKind kind, bool hasProject) => hasProject || kind is NoticeKind.PlanList or NoticeKind.CandidateList or NoticeKind.Other;

    public static string Name(this NoticeState state) => state switch
    {
        NoticeState.Draft => "拟稿",
        NoticeState.Posted => "公示中",
        NoticeState.Concluded => "已办结",
        NoticeState.Withdrawn => "已撤回",
        _ => "已重新公示",
    };

    public static string Css(this NoticeState state) => state switch { NoticeState.Concluded => "good", NoticeState.Posted => "warn", NoticeState.Withdrawn => "bad", _ => "" };

    public static string Name(this ObjectionChannel channel) => channel switch
    {
        ObjectionChannel.Visit => "来访",
        ObjectionChannel.Phone => "电话",
        ObjectionChannel.Letter => "信函",
        _ => "网上",
    };

    public static string Name(this ReplyKind kind) => kind == ReplyKind.Answered ? "已答复" : "不作异议处理";

    public static string Name(this DayUnit unit) => unit switch { DayUnit.Calendar => "日历日", DayUnit.Working => "工作日", _ => "未选定" };
}
