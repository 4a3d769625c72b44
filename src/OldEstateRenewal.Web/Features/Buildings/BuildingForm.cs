using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>What a clerk types about a building.</summary>
public sealed class BuildingForm
{
    private const int MostHouseholds = 10_000;

    [Display(Name = "楼栋名称"), Required(ErrorMessage = "请填写楼栋名称。"), StringLength(Building.NameLength, ErrorMessage = "楼栋名称不超过 {1} 字。")]
    public string? Name { get; set; }

    [Display(Name = "排列序号"), Range(0, 9999, ErrorMessage = "排列序号应为 0 至 {2} 的整数。")]
    public int? Sequence { get; set; }

    [Display(Name = "建成年份"), Range(Estate.EarliestYear, Estate.LatestYear, ErrorMessage = "建成年份应为 {1} 至 {2} 的年份。")]
    public int? BuiltYear { get; set; }

    [Display(Name = "地上层数"), Range(0, Dwelling.HighestStorey, ErrorMessage = "层数应为 0 至 {2} 的整数。")]
    public int? Storeys { get; set; }

    [Display(Name = "单元数"), Range(0, Dwelling.MostEntrances, ErrorMessage = "单元数应为 0 至 {2} 的整数。")]
    public int? Entrances { get; set; }

    [Display(Name = "户数（户）"), Range(0, MostHouseholds, ErrorMessage = "户数应为 0 至 {2} 的整数。")]
    public int? HouseholdCount { get; set; }

    [Display(Name = "建筑面积（㎡）"), CustomValidation(typeof(EstateForm), nameof(EstateForm.CheckFloorArea))]
    public decimal? FloorArea { get; set; }

    [Display(Name = "结构"), StringLength(Building.StructureLength, ErrorMessage = "结构不超过 {1} 字。")]
    public string? Structure { get; set; }

    [Display(Name = "危险房屋鉴定等级"), EnumDataType(typeof(DangerGrade), ErrorMessage = "请选择列出的等级。")]
    public DangerGrade? Danger { get; set; }

    [Display(Name = "备注"), StringLength(Building.RemarkLength, ErrorMessage = "备注不超过 {1} 字。")]
    public string? Remark { get; set; }

    public long Version { get; set; }

    public static BuildingForm Of(Building building) => new()
    {
        Name = building.Name,
        Sequence = building.Sequence,
        BuiltYear = building.BuiltYear,
        Storeys = building.Storeys,
        Entrances = building.Entrances,
        HouseholdCount = building.HouseholdCount,
        FloorArea = building.FloorArea?.SquareMetres,
        Structure = building.Structure,
        Danger = building.Danger,
        Remark = building.Remark,
        Version = building.Version,
    };

    public void WriteTo(Building building)
    {
        building.Name = Name!.Trim();
        building.Sequence = Sequence ?? building.Sequence;
        building.BuiltYear = BuiltYear;
        building.Storeys = Storeys;
        building.Entrances = Entrances;
        building.HouseholdCount = HouseholdCount;
        building.FloorArea = FloorArea is { } area ? Area.FromSquareMetres(area) : null;
        building.Structure = Structure.OrNull();
        building.Danger = Danger;
        building.Remark = Remark.OrNull();
    }
}
