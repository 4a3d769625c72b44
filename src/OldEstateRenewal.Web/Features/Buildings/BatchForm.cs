using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>The pattern by which dwellings are made.</summary>
public sealed class BatchForm
{
    public const string UsualPattern = "{层}{两位序号}";
    private const int PatternLength = 40;
    private const int TextLength = 400;

    [Display(Name = "单元从"), Range(0, Dwelling.MostEntrances, ErrorMessage = "单元应为 0 至 {2}；0 是不属单元的，如沿街商铺。")]
    public int FirstEntrance { get; set; } = 1;

    [Display(Name = "单元到"), Range(0, Dwelling.MostEntrances, ErrorMessage = "单元应为 0 至 {2}；0 是不属单元的，如沿街商铺。")]
    public int LastEntrance { get; set; } = 1;

    [Display(Name = "楼层从"), Range(Dwelling.LowestStorey, Dwelling.HighestStorey, ErrorMessage = "楼层应为 {1} 至 {2}；-1 是地下一层。")]
    public int FirstStorey { get; set; } = 1;

    [Display(Name = "楼层到"), Range(Dwelling.LowestStorey, Dwelling.HighestStorey, ErrorMessage = "楼层应为 {1} 至 {2}；-1 是地下一层。")]
    public int LastStorey { get; set; } = 6;

    [Display(Name = "没有的楼层"), StringLength(TextLength, ErrorMessage = "不超过 {1} 字。")]
    public string? SkippedStoreys { get; set; }

    [Display(Name = "每层户数"), Range(1, StoreyGrid.MostPositions, ErrorMessage = "每层户数应为 1 至 {2}。")]
    public int RoomsPerStorey { get; set; } = 2;

    [Display(Name = "室号式样"), Required(ErrorMessage = "请填写室号式样，如 {{层}}{{两位序号}}。"), StringLength(PatternLength, ErrorMessage = "室号式样不超过 {1} 字。")]
    public string? RoomPattern { get; set; } = UsualPattern;

    [Display(Name = "种类"), EnumDataType(typeof(UnitKind), ErrorMessage = "请选择列出的种类。")]
    public UnitKind Kind { get; set; }

    [Display(Name = "面积（㎡）"), StringLength(TextLength, ErrorMessage = "不超过 {1} 字。")]
    public string? Areas { get; set; }

    [Display(Name = "面积来源"), EnumDataType(typeof(AreaSource), ErrorMessage = "请选择列出的来源。")]
    public AreaSource Source { get; set; }

    [Display(Name = "立管"), StringLength(TextLength, ErrorMessage = "不超过 {1} 字。")]
    public string? Risers { get; set; }

    /// <summary>What was previewed, to be sent on as it is.</summary>
    public IEnumerable<(string Name, object? Value)> Values() =>
    [
        (nameof(FirstEntrance), FirstEntrance), (nameof(LastEntrance), LastEntrance), (nameof(FirstStorey), FirstStorey), (nameof(LastStorey), LastStorey), (nameof(SkippedStoreys), SkippedStoreys),
        (nameof(RoomsPerStorey), RoomsPerStorey), (nameof(RoomPattern), RoomPattern), (nameof(Kind), Kind), (nameof(Areas), Areas), (nameof(Source), Source), (nameof(Risers), Risers),
    ];
}

/// <param name="Planned">What would be made, and what is there already; null before it was asked for.</param>
public sealed record BatchPage(Building Building, string EstateName, BatchForm Form, List<PlannedDwelling>? Planned)
{
    public int ToMake => Planned?.Count(dwelling => !dwelling.Exists) ?? 0;

    public int Kept => Planned?.Count(dwelling => dwelling.Exists) ?? 0;
}
