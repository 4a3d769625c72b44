using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.PropertyServices;

public sealed class PropertyForm
{
    private const string TooLong = "不超过 {1} 字。";

    [Required(ErrorMessage = "请选择管理方式。"), StringLength(60, ErrorMessage = "请从列出的管理方式中选择。")]
    public string? ModeKey { get; set; }

    [Required(ErrorMessage = "请填写管理单位。"), StringLength(PropertyService.NameLength, ErrorMessage = "管理单位" + TooLong)]
    public string? Firm { get; set; }

    [Required(ErrorMessage = "请填写起始日期，如 2026-11-21。")]
    public DateOnly? FromOn { get; set; }

    [Required(ErrorMessage = "请选择确定方式。"), EnumDataType(typeof(PropertyDecision), ErrorMessage = "请选择确定方式。")]
    public PropertyDecision? Decision { get; set; }

    public Guid? BallotId { get; set; }

    [StringLength(PropertyService.ListLength, ErrorMessage = "清扫保洁" + TooLong)]
    public string? Cleaning { get; set; }

    [StringLength(PropertyService.ListLength, ErrorMessage = "物业维护" + TooLong)]
    public string? Upkeep { get; set; }

    [StringLength(PropertyService.ListLength, ErrorMessage = "安全防范" + TooLong)]
    public string? Guarding { get; set; }

    [Range(typeof(decimal), "0", "1000", ErrorMessage = "收费标准在 {1} 至 {2} 元之间。")]
    public decimal? Fee { get; set; }

    public DateOnly? TrialUntil { get; set; }

    public bool HasCommittee { get; set; }
}

public sealed class PropertyEndingForm
{
    [Required(ErrorMessage = "请填写终止日期，如 2026-11-21。")]
    public DateOnly? EndedOn { get; set; }

    [Required(ErrorMessage = "请写明终止原因。"), StringLength(PropertyService.NameLength, ErrorMessage = "原因不超过 {1} 字。")]
    public string? EndReason { get; set; }
}

public sealed class FundForm
{
    [Required(ErrorMessage = "请填写余额的日期，如 2026-11-21。")]
    public DateOnly? StatedOn { get; set; }

    [Required(ErrorMessage = "请填写余额。"), Range(typeof(decimal), "0", "9999999999", ErrorMessage = "余额不小于 {1}。")]
    public decimal? Balance { get; set; }

    [Range(typeof(decimal), "0", "9999999999", ErrorMessage = "首期交存额不小于 {1}。")]
    public decimal? FirstPayment { get; set; }

    [Required(ErrorMessage = "请写明数字的来源。"), StringLength(FundBalance.SourceLength, ErrorMessage = "来源不超过 {1} 字。")]
    public string? Source { get; set; }
}

/// <summary>A closed ballot of the estate on who manages it.</summary>
public sealed record PropertyBallot(Guid Id, string Name, DateOnly ClosedOn, bool Carries);

/// <summary>The property page of an estate.</summary>
public sealed record PropertyBoard(
    Estate Estate, PropertyService? Current, IReadOnlyList<PropertyService> Services, IReadOnlyList<FundBalance> Balances, Reason? Fund, IReadOnlyList<FollowUp> FollowUps, DateOnly Today)
{
    public FundForm FundForm { get; init; } = new();

    public PropertyEndingForm Ending { get; init; } = new();
}

public sealed record PropertyEditor(Estate Estate, IReadOnlyList<PolicyAnswer<RenewalMode>> Modes, IReadOnlyList<PropertyBallot> Ballots, PropertyForm Form);
