using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>What a clerk types about an estate.</summary>
public sealed class EstateForm
{
    private const int MostCount = 100_000;

    [Display(Name = "小区名称"), Required(ErrorMessage = "请填写小区名称。"), StringLength(Estate.NameLength, ErrorMessage = "小区名称不超过 {1} 字。")]
    public string? Name { get; set; }

    [Display(Name = "所属街道（乡镇）")]
    public Guid? StreetId { get; set; }

    [Display(Name = "社区"), StringLength(Estate.CommunityLength, ErrorMessage = "社区不超过 {1} 字。")]
    public string? Community { get; set; }

    [Display(Name = "坐落"), StringLength(Estate.AddressLength, ErrorMessage = "坐落不超过 {1} 字。")]
    public string? Address { get; set; }

    [Display(Name = "建成年份"), StringLength(200, ErrorMessage = "建成年份不超过 {1} 字。"), CustomValidation(typeof(EstateForm), nameof(CheckBuiltYears))]
    public string? BuiltYears { get; set; }

    [Display(Name = "楼栋数（栋）"), Range(0, MostCount, ErrorMessage = "楼栋数应为 0 至 {2} 的整数。")]
    public int? BuildingCount { get; set; }

    [Display(Name = "户数（户）"), Range(0, MostCount, ErrorMessage = "户数应为 0 至 {2} 的整数。")]
    public int? HouseholdCount { get; set; }

    [Display(Name = "建筑面积（㎡）"), CustomValidation(typeof(EstateForm), nameof(CheckFloorArea))]
    public decimal? FloorArea { get; set; }

    [Display(Name = "占地面积（㎡）"), CustomValidation(typeof(EstateForm), nameof(CheckSiteArea))]
    public decimal? SiteArea { get; set; }

    [Display(Name = "原产权单位"), StringLength(Estate.FormerUnitLength, ErrorMessage = "原产权单位不超过 {1} 字。")]
    public string? FormerUnit { get; set; }

    [Display(Name = "土地性质")]
    public LandKind? Land { get; set; }

    [Display(Name = "所在区域")]
    public PlaceKind? Place { get; set; }

    [Display(Name = "备注"), StringLength(Estate.RemarkLength, ErrorMessage = "备注不超过 {1} 字。")]
    public string? Remark { get; set; }

    public long Version { get; set; }

    /// <summary>Fact key → "true", "false" or "" (unknown).</summary>
    public Dictionary<string, string?> Facts { get; set; } = [];

    public static EstateForm Of(Estate estate) => new()
    {
        Name = estate.Name,
        StreetId = estate.StreetId,
        Community = estate.Community,
        Address = estate.Address,
        BuiltYears = BuiltYearsText.Write(estate.BuiltYears),
        BuildingCount = estate.BuildingCount,
        HouseholdCount = estate.HouseholdCount,
        FloorArea = estate.FloorArea?.SquareMetres,
        SiteArea = estate.SiteArea?.SquareMetres,
        FormerUnit = estate.FormerUnit,
        Land = estate.Land,
        Place = estate.Place,
        Remark = estate.Remark,
        Version = estate.Version,
        Facts = estate.Facts.ToDictionary(fact => fact.Key, fact => (string?)(fact.Value ? "true" : "false")),
    };

    // Attributes, not IValidatableObject: that would speak only when all else is right, and the clerk would be sent back twice.
    public static ValidationResult? CheckBuiltYears(string? text) => BuiltYearsText.TryRead(text, out _)
        ? ValidationResult.Success
        : new ValidationResult($"建成年份应为 {Estate.EarliestYear} 至 {Estate.LatestYear} 的年份，多个年份用顿号分开，如 1995、1997。");

    public static ValidationResult? CheckFloorArea(decimal? squareMetres) => FloorAreaProblem(squareMetres) is { } problem ? new ValidationResult(problem) : ValidationResult.Success;

    public static ValidationResult? CheckSiteArea(decimal? squareMetres) => AreaProblem("占地面积", squareMetres) is { } problem ? new ValidationResult(problem) : ValidationResult.Success;

    /// <summary>Why this number cannot be a floor area, or null.</summary>
    public static string? FloorAreaProblem(decimal? squareMetres) => AreaProblem("建筑面积", squareMetres);

    private static string? AreaProblem(string name, decimal? squareMetres) => squareMetres switch
    {
        null => null,
        < 0 => $"{name}不能为负数。",
        > 100_000_000 => $"{name}过大，请检查单位是否为㎡。",
        { } exact when decimal.Truncate(exact * 100) != exact * 100 => $"{name}最多两位小数。",
        _ => null,
    };

    public void WriteTo(Estate estate)
    {
        estate.Name = Name!.Trim();
        estate.StreetId = StreetId;
        estate.Community = Community.OrNull();
        estate.Address = Address.OrNull();
        BuiltYearsText.TryRead(BuiltYears, out var years);
        estate.BuiltYears = years;
        estate.BuildingCount = BuildingCount;
        estate.HouseholdCount = HouseholdCount;
        estate.FloorArea = FloorArea is { } area ? Area.FromSquareMetres(area) : null;
        estate.SiteArea = SiteArea is { } site ? Area.FromSquareMetres(site) : null;
        estate.FormerUnit = FormerUnit.OrNull();
        estate.Land = Land;
        estate.Place = Place;
        estate.Remark = Remark.OrNull();
    }
}
