using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Handovers;

/// <summary>Facilities to be put on the list: ticked, or named in own words, one a line.</summary>
public sealed class HandoverListForm
{
    public const int OthersLength = 1000;

    public List<string> Facilities { get; set; } = [];

    [StringLength(OthersLength, ErrorMessage = "其他设施不超过 {1} 字。")]
    public string? Others { get; set; }
}

/// <summary>The receipt of one facility.</summary>
public sealed class HandoverForm
{
    private const string TooLong = "不超过 {1} 字。";

    [Required(ErrorMessage = "请填写接收单位。"), StringLength(HandoverItem.TextLength, ErrorMessage = "接收单位" + TooLong)]
    public string? Receiver { get; set; }

    [Required(ErrorMessage = "请选择是否由接收单位终端管理。")]
    public bool? TakesManagement { get; set; }

    [Required(ErrorMessage = "请选择是否由接收单位终端收费。")]
    public bool? TakesCharging { get; set; }

    [Required(ErrorMessage = "请选择是否由接收单位终端维护。")]
    public bool? TakesMaintenance { get; set; }

    [Required(ErrorMessage = "请选择产权是否一并移交。")]
    public bool? TakesOwnership { get; set; }

    [Required(ErrorMessage = "请填写后期维护单位。"), StringLength(HandoverItem.TextLength, ErrorMessage = "后期维护单位" + TooLong)]
    public string? Maintainer { get; set; }

    [Required(ErrorMessage = "请填写移交日期，如 2026-11-21。")]
    public DateOnly? HandedOn { get; set; }

    [StringLength(HandoverItem.RemarkLength, ErrorMessage = "说明" + TooLong)]
    public string? Remark { get; set; }

    public long Version { get; set; }

    public static HandoverForm Of(HandoverItem item) => new()
    {
        Receiver = item.Receiver,
        TakesManagement = item.TakesManagement,
        TakesCharging = item.TakesCharging,
        TakesMaintenance = item.TakesMaintenance,
        TakesOwnership = item.TakesOwnership,
        Maintainer = item.Maintainer,
        HandedOn = item.HandedOn,
        Remark = item.Remark,
        Version = item.Version,
    };
}

public sealed record HandoverBoard(ProjectPage Page, IReadOnlyList<HandoverItem> Items, IReadOnlyList<PolicyAnswer<SurveyFacility>> Offered, IReadOnlyList<string> WhyNotAct, HandoverListForm Form)
{
    public Project Project => Page.Project;
}

public sealed record HandoverSheet(HandoverItem Item, HandoverForm Form, IReadOnlyList<string> WhyNotAct, AttachmentList Files);
