using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>What a clerk types about one dwelling.</summary>
public sealed class DwellingForm
{
    [Display(Name = "单元"), Range(0, Dwelling.MostEntrances, ErrorMessage = "单元应为 0 至 {2}；0 是不属单元的，如沿街商铺。")]
    public int Entrance { get; set; } = 1;

    [Display(Name = "楼层"), Range(Dwelling.LowestStorey, Dwelling.HighestStorey, ErrorMessage = "楼层应为 {1} 至 {2}；-1 是地下一层。"), CustomValidation(typeof(DwellingForm), nameof(CheckStorey))]
    public int Storey { get; set; } = 1;

    [Display(Name = "室号"), Required(ErrorMessage = "请填写室号。"), StringLength(Dwelling.RoomLength, ErrorMessage = "室号不超过 {1} 字。")]
    public string? Room { get; set; }

    [Display(Name = "从左数第几户"), Range(0, StoreyGrid.MostPositions, ErrorMessage = "应为 0 至 {2}；0 是未定。")]
    public int Position { get; set; }

    [Display(Name = "占几户的位置"), Range(1, Dwelling.MostSpan, ErrorMessage = "应为 1 至 {2}；两户打通为 2。")]
    public int Span { get; set; } = 1;

    [Display(Name = "种类"), EnumDataType(typeof(UnitKind), ErrorMessage = "请选择列出的种类。")]
    public UnitKind Kind { get; set; }

    [Display(Name = "权属状态"), EnumDataType(typeof(UnitHolding), ErrorMessage = "请选择列出的状态。")]
    public UnitHolding Holding { get; set; }

    [Display(Name = "登记面积（㎡）"), CustomValidation(typeof(DwellingForm), nameof(CheckArea))]
    public string? RegisteredArea { get; set; }

    [Display(Name = "测绘面积（㎡）"), CustomValidation(typeof(DwellingForm), nameof(CheckArea))]
    public string? MeasuredArea { get; set; }

    [Display(Name = "合同面积（㎡）"), CustomValidation(typeof(DwellingForm), nameof(CheckArea))]
    public string? ContractArea { get; set; }

    [Display(Name = "居住状况"), EnumDataType(typeof(Occupancy), ErrorMessage = "请选择列出的状况。")]
    public Occupancy? Occupancy { get; set; }

    [Display(Name = "立管"), StringLength(Dwelling.RiserLength, ErrorMessage = "立管不超过 {1} 字。")]
    public string? Riser { get; set; }

    [Display(Name = "备注"), StringLength(Dwelling.RemarkLength, ErrorMessage = "备注不超过 {1} 字。")]
    public string? Remark { get; set; }

    public long Version { get; set; }

    public static ValidationResult? CheckStorey(int storey) => storey == 0 ? new ValidationResult("没有 0 层：地上从 1 起，地下从 -1 起。") : ValidationResult.Success;

    public static ValidationResult? CheckArea(string? typed) => string.IsNullOrWhiteSpace(typed) || AreaText.Read(typed) is not null ? ValidationResult.Success : new ValidationResult(AreaText.Hint);

    public static DwellingForm Of(Dwelling dwelling) => new()
    {
        Entrance = dwelling.Entrance,
        Storey = dwelling.Storey,
        Room = dwelling.Room,
        Position = dwelling.Position,
        Span = dwelling.Span,
        Kind = dwelling.Kind,
        Holding = dwelling.Holding,
        RegisteredArea = dwelling.RegisteredArea?.ToString(),
        MeasuredArea = dwelling.MeasuredArea?.ToString(),
        ContractArea = dwelling.ContractArea?.ToString(),
        Occupancy = dwelling.Occupancy,
        Riser = dwelling.Riser,
        Remark = dwelling.Remark,
        Version = dwelling.Version,
    };

    /// <summary>What is wrong with the room in this building; of a dwelling that keeps its room nothing is.</summary>
    public string? RoomProblem(Building building, Dwelling? dwelling) => Room is null || KeepsRoom(dwelling) ? null : RoomText.Problem(Room, building.Name, Entrance, Storey);

    public void WriteTo(Dwelling dwelling)
    {
        if (!KeepsRoom(dwelling)) dwelling.Room = RoomText.Plain(Room!, Storey);
        dwelling.Entrance = Entrance;
        dwelling.Storey = Storey;
        dwelling.Position = Position;
        dwelling.Span = Span;
        dwelling.Kind = Kind;
        dwelling.Holding = Holding;
        dwelling.RegisteredArea = AreaText.Read(RegisteredArea);
        dwelling.MeasuredArea = AreaText.Read(MeasuredArea);
        dwelling.ContractArea = AreaText.Read(ContractArea);
        dwelling.Occupancy = Occupancy;
        dwelling.Riser = Riser.OrNull();
        dwelling.Remark = Remark.OrNull();
    }

    private bool KeepsRoom(Dwelling? dwelling) => dwelling?.Room == Room?.Trim();
}

/// <summary>Why and when a dwelling ceased to be.</summary>
public sealed class RemovalForm
{
    [Display(Name = "注销日期"), Required(ErrorMessage = "请填写注销日期。")]
    public DateOnly? RemovedOn { get; set; }

    [Display(Name = "注销原因"), Required(ErrorMessage = "请写明注销原因，如两户打通、拆除、重复登记。"), StringLength(Dwelling.RemarkLength, ErrorMessage = "注销原因不超过 {1} 字。")]
    public string? Reason { get; set; }

    public long Version { get; set; }
}
