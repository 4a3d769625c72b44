namespace OldEstateRenewal.Domain.Supervision;

/// <summary>What an indicator measures (计量); it says how many decimals a figure has.</summary>
public enum IndicatorNature
{
    /// <summary>个数：whole numbers.</summary>
    Count,

    /// <summary>面积：㎡, to 0.01.</summary>
    Area,

    /// <summary>金额：元, to 0.01.</summary>
    Money,

    /// <summary>长度：公里, to 0.001.</summary>
    Length,

    /// <summary>百分数：0 to 100, to 0.01; figures of several projects do not add up.</summary>
    Percent,
}

/// <summary>How a figure behaves over time (时点、累计、时期).</summary>
public enum IndicatorKind
{
    /// <summary>时点数：how it stands on the last day; may rise and fall.</summary>
    Stock,

    /// <summary>累计数：since the beginning of the plan; falls only by a correction.</summary>
    Cumulative,

    /// <summary>时期数：what fell into the period alone.</summary>
    Flow,
}

/// <summary>From which sheet on an indicator is asked for (报送周期).</summary>
public enum ReportingPeriod
{
    /// <summary>周：in every sheet, the weekly one too.</summary>
    Week,

    /// <summary>月：in monthly and quarterly sheets.</summary>
    Month,

    /// <summary>累计：not typed for a period; follows from plan or ledger as it stands.</summary>
    Running,
}

/// <summary>The group under which an indicator is printed (指标分组).</summary>
public enum IndicatorGroup
{
    /// <summary>规模.</summary>
    Scale,

    /// <summary>进度.</summary>
    Progress,

    /// <summary>资金.</summary>
    Money,

    /// <summary>管线.</summary>
    Pipes,

    /// <summary>设施.</summary>
    Facilities,

    /// <summary>服务.</summary>
    Services,

    /// <summary>管理.</summary>
    Management,
}

/// <summary>The words of these kinds.</summary>
public static class IndicatorWords
{
    /// <summary>规模、进度、资金、管线、设施、服务、管理.</summary>
    public static string InWords(this IndicatorGroup group) => group switch
    {
        IndicatorGroup.Scale => "规模",
        IndicatorGroup.Progress => "进度",
        IndicatorGroup.Money => "资金",
        IndicatorGroup.Pipes => "管线",
        IndicatorGroup.Facilities => "设施",
        IndicatorGroup.Services => "服务",
        _ => "管理",
    };

    /// <summary>周、月、累计.</summary>
    public static string InWords(this ReportingPeriod period) => period switch
    {
        ReportingPeriod.Week => "周",
        ReportingPeriod.Month => "月",
        _ => "累计",
    };

    /// <summary>时点数、累计数、时期数.</summary>
    public static string InWords(this IndicatorKind kind) => kind switch
    {
        IndicatorKind.Stock => "时点数",
        IndicatorKind.Cumulative => "累计数",
        _ => "时期数",
    };

    /// <summary>A name with its figure: 投资完成率 66.7%, 开工率（小区）93.8%.</summary>
    internal static string With(this string name, string figure) => name.EndsWith('）') ? name + figure : $"{name} {figure}";
}
