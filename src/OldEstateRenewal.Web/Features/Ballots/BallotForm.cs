using System.ComponentModel.DataAnnotations;
using System.Globalization;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>What is typed when a ballot is prepared.</summary>
public sealed class BallotForm
{
    [Required(ErrorMessage = "请填写名称。"), StringLength(Ballot.NameLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请填写交付表决的内容。"), StringLength(Ballot.TextLength, ErrorMessage = "内容不超过 {1} 字。")]
    public string? Text { get; set; }

    public Guid? BuildingId { get; set; }

    [Range(0, Dwelling.MostEntrances, ErrorMessage = "单元应为 {1} 至 {2} 的整数。")]
    public int? Entrance { get; set; }

    [StringLength(Dwelling.RiserLength, ErrorMessage = "立管不超过 {1} 字。")]
    public string? Riser { get; set; }

    [Required(ErrorMessage = "请填写截止日期，如 2026-11-21。")]
    public DateOnly? ClosesOn { get; set; }

    [Required(ErrorMessage = "请填写截止时刻，如 18:00。"), RegularExpression("^([01]?[0-9]|2[0-3]):[0-5][0-9]$", ErrorMessage = "时刻请写成 18:00。")]
    public string? ClosesTime { get; set; } = "18:00";

    /// <summary>The fixed version of a scheme that is put to the vote.</summary>
    public Guid? SchemeId { get; set; }

    /// <summary>Asked key and rule key of every matter chosen: scheme/fund-use.</summary>
    public List<string> Matters { get; set; } = [];

    /// <summary>The question in the words of this estate, by matter.</summary>
    public Dictionary<string, string?> Titles { get; set; } = [];

    public long Version { get; set; }

    public DateTimeOffset? ClosesAt => ClosesOn is { } day && TimeOnly.TryParse(ClosesTime, CultureInfo.InvariantCulture, out var time) ? new DateTimeOffset(day.ToDateTime(time), TimeSpan.FromHours(8)) : null;
}

/// <summary>What a step is told with.</summary>
public sealed class BallotStepForm
{
    [StringLength(BallotStep.TextLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Text { get; set; }

    public Guid? RepliesToId { get; set; }

    public DateOnly? ClosesOn { get; set; }

    public long Version { get; set; }
}
