namespace OldEstateRenewal.Domain.Supervision;

/// <summary>The keys of the indicators (指标代码). They are stored and exported: a key is never reused for another meaning.</summary>
public static class IndicatorKeys
{
    /// <summary>小区数.</summary>
    public const string Estates = "estates";

    /// <summary>户数.</summary>
    public const string Households = "households";

    /// <summary>楼栋数.</summary>
    public const string Buildings = "buildings";

    /// <summary>建筑面积（㎡）.</summary>
    public const string Area = "area";

    /// <summary>开工小区数.</summary>
    public const string StartedEstates = "startedEstates";

    /// <summary>开工户数.</summary>
    public const string StartedHouseholds = "startedHouseholds";

    /// <summary>完工小区数.</summary>
    public const string CompletedEstates = "completedEstates";

    /// <summary>完工户数.</summary>
    public const string CompletedHouseholds = "completedHouseholds";

    /// <summary>竣工验收小区数.</summary>
    public const string AcceptedEstates = "acceptedEstates";

    /// <summary>工程形象进度（%）.</summary>
    public const string WorksProgress = "worksProgress";

    /// <summary>完成投资（元）.</summary>
    public const string Investment = "investment";

    /// <summary>到位资金（元）.</summary>
    public const string Received = "received";

    /// <summary>已支付资金（元）.</summary>
    public const string Paid = "paid";

    /// <summary>改造供水管线（公里）.</summary>
    public const string PipesWater = "pipesWater";

    /// <summary>改造供电线路（公里）.</summary>
    public const string PipesElectricity = "pipesElectricity";

    /// <summary>改造燃气管线（公里）.</summary>
    public const string PipesGas = "pipesGas";

    /// <summary>改造供热管线（公里）.</summary>
    public const string PipesHeat = "pipesHeat";

    /// <summary>改造通信线路（公里）.</summary>
    public const string PipesTelecom = "pipesTelecom";

    /// <summary>改造排水管线（公里）.</summary>
    public const string PipesDrainage = "pipesDrainage";

    /// <summary>加装电梯（部）.</summary>
    public const string Elevators = "elevators";

    /// <summary>停车位（个）.</summary>
    public const string Parking = "parking";

    /// <summary>电动汽车充电桩（个）.</summary>
    public const string CarChargers = "carChargers";

    /// <summary>电动自行车充电桩（个）.</summary>
    public const string BikeChargers = "bikeChargers";

    /// <summary>节能改造面积（㎡）.</summary>
    public const string EnergySaving = "energySaving";

    /// <summary>社区服务设施（个）.</summary>
    public const string ServiceFacilities = "serviceFacilities";

    /// <summary>文体健身场地（㎡）.</summary>
    public const string SportsGround = "sportsGround";

    /// <summary>未解决问题（个）.</summary>
    public const string OpenProblems = "openProblems";

    /// <summary>逾期问题（个）.</summary>
    public const string OverdueProblems = "overdueProblems";

    /// <summary>落实长效管理小区数.</summary>
    public const string ManagedEstates = "managedEstates";

    /// <summary>应报送次数.</summary>
    public const string ReportsDue = "reportsDue";

    /// <summary>按时报送次数.</summary>
    public const string ReportsOnTime = "reportsOnTime";
}
