using static OldEstateRenewal.Domain.Supervision.IndicatorGroup;
using static OldEstateRenewal.Domain.Supervision.IndicatorKind;
using static OldEstateRenewal.Domain.Supervision.IndicatorNature;
using static OldEstateRenewal.Domain.Supervision.ReportingPeriod;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>
/// The catalogue of indicators (指标目录): what the ministry publishes (开工、投资、管线、电梯、停车位、充电桩、节能、服务设施、健身场地) and what 聊城 六.（四） looks at
/// (开工、竣工、资金支付、物业长效机制), in the order of the printed tables.
/// </summary>
public static class Indicators
{
    private const string PlanSource = "年度计划、省级锁定计划";
    private const string StageSource = "项目进度（改造项目的进程登记）";
    private const string WorksSource = "改造方案分项与现场完成量";
    private const string FromAcceptance = "自该项工程完工并经监理或建设单位确认之日起计";

    private static readonly Dictionary<string, Indicator> ByKey;

    static Indicators()
    {
        All = [.. Scales, .. Stages, .. Sums, .. Lines, .. Built, .. Served, .. Managed];
        ByKey = All.ToDictionary(indicator => indicator.Key, StringComparer.Ordinal);
    }

    /// <summary>All indicators in printed order.</summary>
    public static IReadOnlyList<Indicator> All { get; }

    private static IEnumerable<Indicator> Scales =>
    [
        new(IndicatorKeys.Estates, "小区数", Scale, "个", IndicatorNature.Count, Stock, Running, true, "列入年度改造计划的小区个数，单栋住宅楼按 1 个计。计划数为省级锁定计划（未锁定时为县计划），实际数为县计划现列数。", PlanSource),
        new(IndicatorKeys.Households, "户数", Scale, "户", IndicatorNature.Count, Stock, Running, true, "上述小区内的住宅套数，以台账登记为准；不是居民人数，也不是水表户数。", PlanSource),
        new(IndicatorKeys.Buildings, "楼栋数", Scale, "栋", IndicatorNature.Count, Stock, Running, true, "上述小区内纳入改造的住宅楼栋数。", PlanSource),
        new(IndicatorKeys.Area, "建筑面积", Scale, "㎡", IndicatorNature.Area, Stock, Running, true, "上述楼栋的建筑面积之和，精确到 0.01 ㎡。", PlanSource),
    ];

    private static IEnumerable<Indicator> Stages =>
    [
        new(IndicatorKeys.StartedEstates, "开工小区数", Progress, "个", IndicatorNature.Count, Cumulative, Week, false, "自计划下达起，施工单位已进场施工的小区个数；仅签合同、仅围挡不计。已完工的小区仍计为已开工。", StageSource),
        new(IndicatorKeys.StartedHouseholds, "开工户数", Progress, "户", IndicatorNature.Count, Cumulative, Week, false, "已开工小区的户数，按小区全部户数计。", StageSource),
        new(IndicatorKeys.CompletedEstates, "完工小区数", Progress, "个", IndicatorNature.Count, Cumulative, Week, false, "方案所列内容全部施工完毕的小区个数；基本完成不计。", StageSource),
        new(IndicatorKeys.CompletedHouseholds, "完工户数", Progress, "户", IndicatorNature.Count, Cumulative, Week, false, "已完工小区的户数，按小区全部户数计。", StageSource),
        new(IndicatorKeys.AcceptedEstates, "竣工验收小区数", Progress, "个", IndicatorNature.Count, Cumulative, Week, false, "竣工验收结论为通过的小区个数，自验收通过之日起计。", "竣工验收记录"),
        new(IndicatorKeys.WorksProgress, "工程形象进度", Progress, "%", Percent, Stock, Week, false, "已完成工程量占方案工程量的百分数，按造价加权；全部小区完工时为 100，未全部完工时小于 100。", "现场周报"),
    ];

    private static IEnumerable<Indicator> Sums =>
    [
        new(IndicatorKeys.Investment, "完成投资", IndicatorGroup.Money, "元", IndicatorNature.Money, Cumulative, Week, true, "自计划下达起按形象进度完成的投资额，含前期费用；不等于已支付资金。计划数为计划总投资。", "监理或建设单位确认的完成量"),
        new(IndicatorKeys.Received, "到位资金", IndicatorGroup.Money, "元", IndicatorNature.Money, Cumulative, Month, true, "各渠道已进入专户或项目账户的资金，以到账凭证为准；只有文件未到账的不计。计划数为资金安排数。", "资金台账：到账凭证"),
        new(IndicatorKeys.Paid, "已支付资金", IndicatorGroup.Money, "元", IndicatorNature.Money, Cumulative, Month, false, "已支付给施工、设计、监理等单位的资金，以银行回单为准；退回的冲减。", "资金台账：支付凭证"),
    ];

    private static IEnumerable<Indicator> Lines =>
    [
        Pipe(IndicatorKeys.PipesWater, "改造供水管线"), Pipe(IndicatorKeys.PipesElectricity, "改造供电线路"), Pipe(IndicatorKeys.PipesGas, "改造燃气管线"),
        Pipe(IndicatorKeys.PipesHeat, "改造供热管线"), Pipe(IndicatorKeys.PipesTelecom, "改造通信线路"), Pipe(IndicatorKeys.PipesDrainage, "改造排水管线"),
    ];

    private static IEnumerable<Indicator> Built =>
    [
        Facility(IndicatorKeys.Elevators, "加装电梯", "部", IndicatorNature.Count, "加装并取得使用登记的电梯部数；更换旧电梯不计", "自取得使用登记之日起计"),
        Facility(IndicatorKeys.Parking, "停车位", "个", IndicatorNature.Count, "改造新增的机动车停车位个数；原有车位重新划线不计"),
        Facility(IndicatorKeys.CarChargers, "电动汽车充电桩", "个", IndicatorNature.Count, "新增的电动汽车充电桩个数，按桩计，不按枪计；预留未安装的不计"),
        Facility(IndicatorKeys.BikeChargers, "电动自行车充电桩", "个", IndicatorNature.Count, "新增的电动自行车充电桩个数，按桩计，不按插座计"),
        Facility(IndicatorKeys.EnergySaving, "节能改造面积", "㎡", IndicatorNature.Area, "完成外墙、屋面、门窗或供热计量节能改造的楼栋建筑面积，一栋只计一次"),
    ];

    private static IEnumerable<Indicator> Served =>
    [
        new(IndicatorKeys.ServiceFacilities, "社区服务设施", Services, "个", IndicatorNature.Count, Cumulative, Month, true, $"新建、改扩建的养老、托育、助餐、便民、卫生等社区服务设施个数，{FromAcceptance}。", WorksSource),
        new(IndicatorKeys.SportsGround, "文体健身场地", Services, "㎡", IndicatorNature.Area, Cumulative, Month, true, $"新增或改造的文化休闲、体育健身场地面积，{FromAcceptance}。", WorksSource),
    ];

    private static IEnumerable<Indicator> Managed =>
    [
        new(IndicatorKeys.OpenProblems, "未解决问题", Management, "个", IndicatorNature.Count, Stock, Week, false, "期末尚未销号的问题个数；已整改未复查的仍计。", "现场问题与复查记录"),
        new(IndicatorKeys.OverdueProblems, "逾期问题", Management, "个", IndicatorNature.Count, Stock, Week, false, "未解决问题中期末已超过整改期限的个数；期限当日不计。", "现场问题与复查记录"),
        new(IndicatorKeys.ManagedEstates, "落实长效管理小区数", Management, "个", IndicatorNature.Count, Cumulative, Month, false, "改造后已由物业服务企业、社区托管或业主自管并有合同或决议的小区个数。", "物业服务登记"),
        new(IndicatorKeys.ReportsDue, "应报送次数", Management, "次", IndicatorNature.Count, Flow, Running, false, "本期内截止的调度表份数。", "调度记录"),
        new(IndicatorKeys.ReportsOnTime, "按时报送次数", Management, "次", IndicatorNature.Count, Flow, Running, false, "其中在截止日当日及以前报送的份数；退回后重报的，以首次报送为准。", "调度记录"),
    ];

    /// <summary>The indicator of that key, or null.</summary>
    public static Indicator? Find(string key) => ByKey.GetValueOrDefault(key);

    /// <summary>The indicator of that key.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public static Indicator Get(string key) => Find(key) ?? throw new ArgumentException($"There is no indicator '{key}'.", nameof(key));

    private static Indicator Pipe(string key, string name) =>
        new(key, name, Pipes, "公里", Length, Cumulative, Month, true, $"{name}的长度，含小区内及楼内公共部分，户内不计；同沟多根分别计，精确到米，{FromAcceptance}。", WorksSource);

    private static Indicator Facility(string key, string name, string unit, IndicatorNature nature, string definition, string from = FromAcceptance) =>
        new(key, name, Facilities, unit, nature, Cumulative, Month, true, $"{definition}，{from}。", WorksSource);
}
