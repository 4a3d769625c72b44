using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>What the kinds of the site are called in Chinese.</summary>
public static class SiteWords
{
    /// <summary>Those who take part from design to acceptance.</summary>
    public static readonly IReadOnlyList<PartyKind> Utilities = [PartyKind.Water, PartyKind.Power, PartyKind.Gas, PartyKind.Heat, PartyKind.Telecom];

    public static string Name(this PartyKind kind) => kind switch
    {
        PartyKind.Client => "建设单位",
        PartyKind.Designer => "设计单位",
        PartyKind.Contractor => "施工单位",
        PartyKind.Supervisor => "监理单位",
        PartyKind.Water => "供水单位",
        PartyKind.Power => "供电单位",
        PartyKind.Gas => "供气单位",
        PartyKind.Heat => "供热单位",
        PartyKind.Telecom => "通信单位",
        _ => "质量安全监督机构",
    };

    public static string Name(this PartyStage stage) => stage switch { PartyStage.Design => "设计", PartyStage.Works => "施工", _ => "验收" };

    public static string Name(this WatcherKind kind) => kind == WatcherKind.Volunteer ? "义务监督员" : "居民代表";

    public static string Name(this WatcherOrigin origin) => origin switch
    {
        WatcherOrigin.PartyDelegate => "党代表",
        WatcherOrigin.CongressDelegate => "人大代表",
        WatcherOrigin.CommitteeMember => "政协委员",
        _ => "社区居民",
    };

    public static string Name(this WorksPlace layer) => layer switch { WorksPlace.Underground => "地下", WorksPlace.AboveGround => "地上", WorksPlace.Indoor => "户内", _ => "不分先后" };

    /// <summary>As the order of works in the policies names the layers.</summary>
    public static string Key(this WorksPlace layer) => layer switch { WorksPlace.Underground => "underground", WorksPlace.AboveGround => "aboveGround", WorksPlace.Indoor => "indoor", _ => "any" };

    public static string Name(this ProblemKind kind) => kind switch
    {
        ProblemKind.Quality => "质量",
        ProblemKind.Safety => "安全",
        ProblemKind.Dust => "扬尘",
        ProblemKind.Materials => "材料",
        ProblemKind.Utility => "管线",
        ProblemKind.Illegal => "违建",
        ProblemKind.Dispute => "纠纷",
        _ => "其他",
    };

    public static string Name(this ProblemSeverity severity) => severity switch { ProblemSeverity.Severe => "严重", ProblemSeverity.Major => "较大", _ => "一般" };

    public static string Css(this ProblemSeverity severity) => severity switch { ProblemSeverity.Severe => "bad", ProblemSeverity.Major => "warn", _ => "" };

    public static string Name(this ProblemState state) => state switch { ProblemState.Open => "待整改", ProblemState.Solved => "待复查", _ => "已销号" };

    public static string Css(this ProblemState state) => state switch { ProblemState.Closed => "good", _ => "warn" };

    public static string Name(this ProblemStepKind kind) => kind switch { ProblemStepKind.Solved => "已整改", ProblemStepKind.Passed => "复查通过", _ => "复查未通过" };

    public static string Name(this InspectionKind kind) => kind switch
    {
        InspectionKind.Quality => "质量检查",
        InspectionKind.Safety => "安全检查",
        InspectionKind.Dust => "扬尘检查",
        InspectionKind.Watchers => "义务监督员、居民代表巡查",
        _ => "主管部门监督检查",
    };

    /// <summary>The kind of problem that an inspection finds, unless it says otherwise.</summary>
    public static ProblemKind Finds(this InspectionKind kind) => kind switch { InspectionKind.Safety => ProblemKind.Safety, InspectionKind.Dust => ProblemKind.Dust, _ => ProblemKind.Quality };

    /// <summary>What an inspection found of the measures against dust; null where it did not look at them one by one.</summary>
    public static string? DustInWords(this SiteInspection inspection) => inspection switch
    {
        { DustMissing: { Length: > 0 } missing } => $"未落实：{string.Join("、", missing)}",
        { DustTaken: { Length: > 0 } taken } => $"{taken.Length} 项扬尘管控措施全部落实",
        _ => null,
    };

    public static string Name(this LorryKind kind) => kind == LorryKind.Muck ? "渣土运输车" : "商砼运输车";

    public static string Name(this SiteNoticeKind kind) => kind switch { SiteNoticeKind.Water => "停水", SiteNoticeKind.Power => "停电", SiteNoticeKind.Gas => "停气", _ => "道路封闭" };
}
