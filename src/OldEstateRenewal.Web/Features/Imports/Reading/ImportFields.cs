namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>Which fields a kind of table has, what they are called on the page, and which it cannot do without.</summary>
public static class ImportFields
{
    private static readonly ImportField[] estates =
    [
        ImportField.Sequence, ImportField.Street, ImportField.Community, ImportField.Name, ImportField.Address, ImportField.BuiltYears, ImportField.BuildingCount,
        ImportField.HouseholdCount, ImportField.FloorArea, ImportField.SiteArea, ImportField.Land, ImportField.Place, ImportField.FormerUnit, ImportField.PlanYear,
        ImportField.Investment, ImportField.Remark,
    ];

    private static readonly ImportField[] buildings =
    [
        ImportField.Sequence, ImportField.Street, ImportField.Community, ImportField.Estate, ImportField.Building, ImportField.BuiltYear, ImportField.Storeys,
        ImportField.Entrances, ImportField.Households, ImportField.FloorArea, ImportField.Structure, ImportField.Remark,
    ];

    private static readonly ImportField[] dwellings =
    [
        ImportField.Sequence, ImportField.Street, ImportField.Community, ImportField.Estate, ImportField.Building, ImportField.Entrance, ImportField.Storey, ImportField.Room,
        ImportField.FullRoomNumber, ImportField.Kind, ImportField.Holding, ImportField.RegisteredArea, ImportField.MeasuredArea, ImportField.ContractArea,
        ImportField.OwnerName, ImportField.OwnerShare, ImportField.Phone, ImportField.IdNumber, ImportField.OwnedFrom, ImportField.Occupancy, ImportField.Riser,
        ImportField.Remark,
    ];

    public static IReadOnlyList<ImportField> Of(ImportKind kind) => kind switch
    {
        ImportKind.Estates => estates,
        ImportKind.Buildings => buildings,
        _ => dwellings,
    };

    /// <summary>Groups of which one field at least must have a column.</summary>
    public static IReadOnlyList<ImportField[]> RequiredOf(ImportKind kind) => kind switch
    {
        ImportKind.Estates => [[ImportField.Name]],
        ImportKind.Buildings => [[ImportField.Building]],
        _ => [[ImportField.Room, ImportField.FullRoomNumber]],
    };

    /// <summary>As the page calls it.</summary>
    public static string Label(ImportField field) => field switch
    {
        ImportField.Sequence => "序号",
        ImportField.Street => "街道（乡镇）",
        ImportField.Community => "社区",
        ImportField.Name or ImportField.Estate => "小区名称",
        ImportField.Address => "坐落",
        ImportField.BuiltYears or ImportField.BuiltYear => "建成年份",
        ImportField.BuildingCount => "楼栋数",
        ImportField.HouseholdCount or ImportField.Households => "户数",
        ImportField.FloorArea => "建筑面积",
        ImportField.SiteArea => "占地面积",
        ImportField.Land => "土地性质",
        ImportField.Place => "所在区域",
        ImportField.FormerUnit => "原产权单位",
        ImportField.PlanYear => "计划年份",
        ImportField.Investment => "投资",
        ImportField.Building => "楼栋",
        ImportField.Storeys => "层数",
        ImportField.Entrances => "单元数",
        ImportField.Structure => "结构",
        ImportField.Entrance => "单元",
        ImportField.Storey => "所在层",
        ImportField.Room => "室号",
        ImportField.FullRoomNumber => "房号（含楼栋、单元）",
        ImportField.Kind => "房屋用途",
        ImportField.Holding => "权属状态",
        ImportField.RegisteredArea => "登记面积",
        ImportField.MeasuredArea => "测绘面积",
        ImportField.ContractArea => "合同面积",
        ImportField.OwnerName => "业主姓名",
        ImportField.OwnerShare => "产权份额",
        ImportField.Phone => "联系电话",
        ImportField.IdNumber => "证件号码",
        ImportField.OwnedFrom => "取得日期",
        ImportField.Occupancy => "居住状况",
        ImportField.Riser => "立管",
        _ => "备注",
    };
}
