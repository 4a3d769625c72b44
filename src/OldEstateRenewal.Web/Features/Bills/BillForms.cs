using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Features.Collecting;
using OldEstateRenewal.Web.Features.Schemes;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>试算: which lines of the share sheet, which kinds of units, and how owners decided to share.</summary>
public sealed class BillForm
{
    /// <summary>The sheet that was shown.</summary>
    public Guid SheetId { get; set; }

    public List<UnitKind> Kinds { get; set; } = [];

    [StringLength(BillRun.TextLength, ErrorMessage = "依据不超过 {1} 字。")]
    public string? Basis { get; set; }

    public List<BillLineForm> Lines { get; set; } = [];
}

public sealed class BillLineForm
{
    public Guid Id { get; set; }

    public bool Include { get; set; }

    /// <summary>As owners decided; null leaves it to the documents.</summary>
    public SplitBy? Split { get; set; }

    public string? Coefficients { get; set; }
}

public sealed class BillIssueForm
{
    public long Version { get; set; }

    [Required(ErrorMessage = "请填写缴款期限。")]
    public DateOnly? DueOn { get; set; }

    [Required(ErrorMessage = "请填写缴费方式。"), StringLength(BillRun.TextLength, ErrorMessage = "缴费方式不超过 {1} 字。")]
    public string? HowToPay { get; set; }
}

public sealed class BillStepForm
{
    public long Version { get; set; }

    [StringLength(BillRun.TextLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class ReliefForm
{
    /// <summary>Made for each page, so that the same act sent twice counts once.</summary>
    public Guid ActId { get; set; }

    [Required(ErrorMessage = "请选择减免或救助。")]
    public ReliefKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写金额。"), CustomValidation(typeof(ReliefForm), nameof(CheckAmount))]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "请选择由哪项资金承担。")]
    public string? SourceKey { get; set; }

    [Required(ErrorMessage = "请写明理由。"), StringLength(BillRelief.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }

    public static ValidationResult? CheckAmount(decimal? yuan) => yuan switch
    {
        <= 0 => new ValidationResult("金额应大于 0。"),
        > OwnerPayment.MostAmount => new ValidationResult("金额过大，请检查单位是否为元。"),
        _ => SchemeItemForm.CheckCost(yuan),
    };
}

public sealed class ReliefRevocationForm
{
    [Required(ErrorMessage = "请写明撤销的理由。"), StringLength(BillRelief.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}
