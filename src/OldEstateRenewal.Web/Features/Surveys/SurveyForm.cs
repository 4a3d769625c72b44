using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.Surveys;

/// <summary>One building on the sheet.</summary>
public sealed class SurveyBuildingForm
{
    public Guid Id { get; set; }

    [Range(Estate.EarliestYear, Estate.LatestYear, ErrorMessage = "建成年份应为 {1} 至 {2}。")]
    public int? BuiltYear { get; set; }

    [EnumDataType(typeof(DangerGrade), ErrorMessage = "请选择 A 至 D 级。")]
    public DangerGrade? Danger { get; set; }
}

/// <summary>The survey sheet as typed, on a phone on the spot or from paper.</summary>
public sealed class SurveyForm
{
    private const int MostCount = 100_000;
    private const string WrongCount = "应为 0 至 {2} 的整数。";
    private const string TooLong = "不超过 {1} 字。";

    [Required(ErrorMessage = "请填写摸底日期，如 2026-11-21。")]
    public DateOnly? SurveyedOn { get; set; }

    [Required(ErrorMessage = "请填写调查人。"), StringLength(Survey.SurveyorsLength, ErrorMessage = TooLong)]
    public string? Surveyors { get; set; }

    [StringLength(200, ErrorMessage = TooLong), CustomValidation(typeof(EstateForm), nameof(EstateForm.CheckBuiltYears))]
    public string? BuiltYears { get; set; }

    [CustomValidation(typeof(SurveyForm), nameof(CheckSiteArea))]
    public decimal? SiteArea { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? BuildingCount { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? HouseholdCount { get; set; }

    [CustomValidation(typeof(EstateForm), nameof(EstateForm.CheckFloorArea))]
    public decimal? FloorArea { get; set; }

    [EnumDataType(typeof(LandKind), ErrorMessage = "请选择列出的土地性质。")]
    public LandKind? Land { get; set; }

    [EnumDataType(typeof(PlaceKind), ErrorMessage = "请选择列出的所在区域。")]
    public PlaceKind? Place { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? Asked { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? Willing { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? Unwilling { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? NotReached { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? WillingToPay { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? IllegalRemoved { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? IllegalLeft { get; set; }

    [Range(0, MostCount, ErrorMessage = WrongCount)]
    public int? OldTrees { get; set; }

    [StringLength(Survey.GradeLength, ErrorMessage = TooLong)]
    public string? Grade { get; set; }

    [StringLength(Survey.TextLength, ErrorMessage = TooLong)]
    public string? EarlierWorks { get; set; }

    [StringLength(Survey.TextLength, ErrorMessage = TooLong)]
    public string? Remark { get; set; }

    /// <summary>The survey this one takes the place of, as it was when the form was opened.</summary>
    public Guid? Previous { get; set; }

    /// <summary>The estate as it was when the form was opened.</summary>
    public long Version { get; set; }

    /// <summary>Fact key → "true", "false" or "" (unknown).</summary>
    public Dictionary<string, string?> Facts { get; set; } = [];

    /// <summary>Facility key → the name of its condition, or "".</summary>
    public Dictionary<string, string?> Facilities { get; set; } = [];

    public List<string> Works { get; set; } = [];

    public List<SurveyBuildingForm> Buildings { get; set; } = [];

    public static ValidationResult? CheckSiteArea(decimal? squareMetres) =>
        EstateForm.FloorAreaProblem(squareMetres) is { } problem ? new ValidationResult(problem.Replace("建筑面积", "占地面积", StringComparison.Ordinal)) : ValidationResult.Success;

    /// <summary>What is known already, to be confirmed or corrected on the spot.</summary>
    public static SurveyForm Of(Estate estate, IEnumerable<Building> buildings, Survey? last) => new()
    {
        BuiltYears = BuiltYearsText.Write(estate.BuiltYears),
        SiteArea = estate.SiteArea?.SquareMetres,
        BuildingCount = estate.BuildingCount,
        HouseholdCount = estate.HouseholdCount,
        FloorArea = estate.FloorArea?.SquareMetres,
        Land = estate.Land,
        Place = estate.Place,
        Grade = last?.Grade,
        OldTrees = last?.OldTrees,
        EarlierWorks = last?.EarlierWorks,
        Previous = last?.Id,
        Version = estate.Version,
        Facts = estate.Facts.ToDictionary(fact => fact.Key, fact => (string?)(fact.Value ? "true" : "false")),
        Facilities = last?.Answers.Facilities.ToDictionary(each => each.Key, each => (string?)each.Value.ToString()) ?? [],
        Works = last?.Answers.Works ?? [],
        Buildings = buildings.Select(building => new SurveyBuildingForm { Id = building.Id, BuiltYear = building.BuiltYear, Danger = building.Danger }).ToList(),
    };

    /// <summary>What fits no single field: the field beside which it is told, and the words.</summary>
    public IEnumerable<(string Field, string Problem)> Contradictions(DateOnly today)
    {
        if (SurveyedOn > today) yield return (nameof(SurveyedOn), "摸底日期不能晚于今天。");
        if (SurveyedOn?.Year < Estate.EarliestYear) yield return (nameof(SurveyedOn), "摸底日期过早，请核对。");
        if (Asked < (Willing ?? 0) + (Unwilling ?? 0)) yield return (nameof(Asked), $"愿意与不愿意合计 {(Willing ?? 0) + (Unwilling ?? 0)} 户，多于征询户数。");
        if (Asked < WillingToPay) yield return (nameof(WillingToPay), "愿意出资户数多于征询户数。");
        if (HouseholdCount < (Asked ?? 0) + (NotReached ?? 0)) yield return (nameof(NotReached), $"征询与未征询到合计 {(Asked ?? 0) + (NotReached ?? 0)} 户，多于小区户数 {HouseholdCount}。");
        if (!BuiltYearsText.TryRead(BuiltYears, out var years) || years.Length == 0) yield break;
        for (var i = 0; i < Buildings.Count; i++)
            if (Buildings[i].BuiltYear is { } own && !years.Contains(own)) yield return ($"Buildings[{i}].BuiltYear", $"{own} 不在小区的建成年份之中，请核对两处。");
    }

    public SurveyAnswers ToAnswers(IReadOnlyCollection<Building> buildings) => new(
        Facts.Where(fact => bool.TryParse(fact.Value, out _)).ToDictionary(fact => fact.Key, fact => bool.Parse(fact.Value!)),
        Facilities.Where(each => Read(each.Value) is not null).ToDictionary(each => each.Key, each => Read(each.Value)!.Value),
        [.. Works.Where(work => !string.IsNullOrWhiteSpace(work)).Distinct()],
        Buildings.Join(buildings, form => form.Id, building => building.Id, (form, building) => new SurveyedBuilding(building.Id, building.Name, form.BuiltYear, form.Danger)).DistinctBy(each => each.Id).ToList());

    public static Area? ToArea(decimal? squareMetres) => squareMetres is { } area ? Area.FromSquareMetres(area) : null;

    private static FacilityCondition? Read(string? name) => Enum.TryParse<FacilityCondition>(name, out var condition) && Enum.IsDefined(condition) ? condition : null;
}
