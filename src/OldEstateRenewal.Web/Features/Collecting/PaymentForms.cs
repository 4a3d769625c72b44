using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>A sum as it is typed, and the act it belongs to: sent twice, it is the same act.</summary>
public abstract class MoneyActForm
{
    [Required(ErrorMessage = "请从收款页面办理，不要自行拼写地址。")]
    public Guid? ActId { get; set; }

    [Required(ErrorMessage = "请选择缴款方式。")]
    public PaymentMethod? Method { get; set; }

    [Required(ErrorMessage = "请填写金额。"), CustomValidation(typeof(MoneyActForm), nameof(CheckAmount))]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [StringLength(OwnerPayment.ReferenceLength, ErrorMessage = "凭证号不超过 {1} 字。")]
    public string? Reference { get; set; }

    [StringLength(OwnerPayment.RemarkLength, ErrorMessage = "备注不超过 {1} 字。")]
    public string? Remark { get; set; }

    /// <summary>No property: what is bound is walked through before it is known to be valid.</summary>
    public Money ToMoney() => Money.FromYuan(Amount!.Value);

    public static ValidationResult? CheckAmount(decimal? amount, ValidationContext _) => amount switch
    {
        null => ValidationResult.Success,
        <= 0 => new ValidationResult("金额须大于 0。"),
        > OwnerPayment.MostAmount => new ValidationResult($"金额不超过 {OwnerPayment.MostAmount:#,##0} 元。"),
        { } yuan when decimal.Truncate(yuan * 100) != yuan * 100 => new ValidationResult("金额精确到分，最多两位小数。"),
        _ => ValidationResult.Success,
    };
}

public sealed class PaymentForm : MoneyActForm
{
    /// <summary>Null for what comes in for the whole estate.</summary>
    public Guid? DwellingId { get; set; }

    /// <summary>For which part of the bill, where the method is permitted only for some works.</summary>
    public Guid? BillPartId { get; set; }

    /// <summary>确认多缴: it is known that more is paid than is owed.</summary>
    public bool MayExceed { get; set; }
}

public sealed class RefundForm : MoneyActForm
{
    public Guid? DwellingId { get; set; }
}

public sealed class ReversalForm
{
    [Required(ErrorMessage = "请从收据页面办理冲销。")]
    public Guid? ActId { get; set; }

    [Required(ErrorMessage = "请写明冲销原因。"), StringLength(OwnerPayment.RemarkLength, ErrorMessage = "冲销原因不超过 {1} 字。")]
    public string? Reason { get; set; }
}
