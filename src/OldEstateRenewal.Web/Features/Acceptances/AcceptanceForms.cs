using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Acceptances;

public sealed class AcceptanceForm
{
    [Required(ErrorMessage = "请填写验收日期，如 2026-11-21。")]
    public DateOnly? HeldOn { get; set; }

    [StringLength(Acceptance.PlaceLength, ErrorMessage = "地点不超过 {1} 字。")]
    public string? Place { get; set; }

    [StringLength(Acceptance.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    public Dictionary<string, SeatForm> Seats { get; set; } = [];

    public long Version { get; set; }

    public static AcceptanceForm Of(Acceptance acceptance) => new()
    {
        HeldOn = acceptance.HeldOn,
        Place = acceptance.Place,
        Remark = acceptance.Remark,
        Version = acceptance.Version,
        Seats = acceptance.Seats.ToDictionary(seat => seat.PartyKey, seat => new SeatForm { IsPresent = seat.IsPresent, Unit = seat.Unit, Representative = seat.Representative, Opinion = seat.Opinion, Remark = seat.Remark }),
    };
}

public sealed class SeatForm
{
    private const string TooLong = "不超过 {1} 字。";

    public bool IsPresent { get; set; }

    [StringLength(AcceptanceSeat.TextLength, ErrorMessage = "单位" + TooLong)]
    public string? Unit { get; set; }

    [StringLength(AcceptanceSeat.TextLength, ErrorMessage = "代表" + TooLong)]
    public string? Representative { get; set; }

    [EnumDataType(typeof(AcceptanceOpinion), ErrorMessage = "请选择意见。")]
    public AcceptanceOpinion? Opinion { get; set; }

    [StringLength(AcceptanceSeat.RemarkLength, ErrorMessage = "具体意见" + TooLong)]
    public string? Remark { get; set; }
}

public sealed class ConclusionForm
{
    [EnumDataType(typeof(AcceptanceResult), ErrorMessage = "请选择结论。")]
    public AcceptanceResult? Result { get; set; }
}

public sealed class DefectForm
{
    [Required(ErrorMessage = "请写明问题。"), StringLength(AcceptanceDefect.ItemLength, ErrorMessage = "问题不超过 {1} 字。")]
    public string? Item { get; set; }

    [Required(ErrorMessage = "请写明部位，如 3号楼2单元。"), StringLength(AcceptanceDefect.TextLength, ErrorMessage = "部位不超过 {1} 字。")]
    public string? Place { get; set; }

    [Required(ErrorMessage = "请写明整改责任单位。"), StringLength(AcceptanceDefect.TextLength, ErrorMessage = "责任单位不超过 {1} 字。")]
    public string? Owner { get; set; }

    [Required(ErrorMessage = "请填写整改期限，如 2026-11-21。")]
    public DateOnly? DueOn { get; set; }

    [EnumDataType(typeof(DefectSource), ErrorMessage = "请选择问题来源。")]
    public DefectSource Source { get; set; }
}

public sealed class DefectStepForm
{
    [Required(ErrorMessage = "请填写日期，如 2026-11-21。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请写明情况。"), StringLength(DefectStep.TextLength, ErrorMessage = "情况不超过 {1} 字。")]
    public string? Text { get; set; }

    public bool Approved { get; set; }
}

public sealed class SpotCheckForm
{
    [Required(ErrorMessage = "请填写抽检日期，如 2026-11-21。")]
    public DateOnly? HeldOn { get; set; }

    [Required(ErrorMessage = "请填写抽检单位。"), StringLength(SpotCheck.OfficeLength, ErrorMessage = "单位不超过 {1} 字。")]
    public string? Office { get; set; }

    [Required(ErrorMessage = "请选择抽检结果。")]
    public bool? Conforms { get; set; }

    [Required(ErrorMessage = "请写明核验情况。"), StringLength(SpotCheck.FindingsLength, ErrorMessage = "核验情况不超过 {1} 字。")]
    public string? Findings { get; set; }
}

public sealed class ConfirmationForm
{
    public Guid EstateId { get; set; }

    [Required(ErrorMessage = "请选择确认单位。"), StringLength(AcceptanceConfirmation.BodyLength, ErrorMessage = "请选择确认单位。")]
    public string? Body { get; set; }

    [Required(ErrorMessage = "请填写确认日期，如 2026-11-21。")]
    public DateOnly? ConfirmedOn { get; set; }

    [Required(ErrorMessage = "请选择是否确认。")]
    public bool? Confirms { get; set; }

    [Required(ErrorMessage = "请填写签字人。"), StringLength(AcceptanceConfirmation.SignedByLength, ErrorMessage = "签字人不超过 {1} 字。")]
    public string? SignedBy { get; set; }

    [StringLength(AcceptanceConfirmation.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }
}

/// <summary>The acceptance page of a project.</summary>
/// <param name="Line">The stage 竣工验收 of its process; null where it has none.</param>
/// <param name="Confirmers">Estate and body whose confirmation the process asks for.</param>
public sealed record AcceptanceBoard(
    ProjectPage Page, StageLine? Line, IReadOnlyList<PolicyAnswer<AcceptanceParty>> Parties, IReadOnlyList<Acceptance> Acceptances, IReadOnlyList<AcceptanceDefect> Defects,
    IReadOnlyList<SpotCheck> SpotChecks, IReadOnlyList<string> Confirmers, IReadOnlyList<AcceptanceConfirmation> Confirmations, DateOnly Today)
{
    public Project Project => Page.Project;

    public IReadOnlyList<string> WhyNotAct { get; init; } = [];

    public DefectForm Defect { get; init; } = new();

    public SpotCheckForm SpotCheck { get; init; } = new();

    public ConfirmationForm Confirmation { get; init; } = new();
}

public sealed record AcceptanceEditor(ProjectPage Page, Acceptance? Acceptance, IReadOnlyList<PolicyAnswer<AcceptanceParty>> Parties, AcceptanceForm Form)
{
    /// <summary>What someone else saved in the meantime.</summary>
    public Acceptance? Kept { get; init; }
}

public sealed record AcceptanceSheet(Acceptance Acceptance, ProjectPage Page, IReadOnlyList<AcceptanceDefect> Defects, bool IsSuperseded, IReadOnlyList<string> AgainstPassing, IReadOnlyList<string> AgainstConcluding, Attachments.AttachmentList Files);

public sealed record DefectSheet(AcceptanceDefect Defect, IReadOnlyList<string> AgainstMending, IReadOnlyList<string> AgainstChecking, DefectStepForm Form, DateOnly Today, Attachments.AttachmentList Files);
