using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Features.Sites;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>What is typed for a contract.</summary>
public sealed class ContractForm
{
    [Required(ErrorMessage = "请选择合同类别。")]
    public ContractKind? Kind { get; set; }

    /// <summary>The firm among the parties of the site; or its name is typed.</summary>
    public Guid? PartyId { get; set; }

    [StringLength(SiteParty.FirmLength, ErrorMessage = "单位名称不超过 {1} 字。")]
    public string? Firm { get; set; }

    [Required(ErrorMessage = "请填写合同名称。"), StringLength(WorksContract.NameLength, ErrorMessage = "合同名称不超过 {1} 字。")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请填写合同编号。"), StringLength(WorksContract.NumberLength, ErrorMessage = "合同编号不超过 {1} 字。")]
    public string? Number { get; set; }

    [Required(ErrorMessage = "请填写签订日期。")]
    public DateOnly? SignedOn { get; set; }

    [Required(ErrorMessage = "请填写合同价。"), Yuan("合同价")]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "请填写进度款上限。"), Range(typeof(decimal), "0", "100", ErrorMessage = "进度款上限应在 0 至 100 之间。")]
    public decimal? ProgressCap { get; set; }

    [Required(ErrorMessage = "请填写质保金比例。"), Range(typeof(decimal), "0", "100", ErrorMessage = "质保金比例应在 0 至 100 之间。")]
    public decimal? RetentionRate { get; set; }

    [Required(ErrorMessage = "请填写缺陷责任期。"), Range(0, 120, ErrorMessage = "缺陷责任期应在 0 至 120 个月之间。")]
    public int? RetentionMonths { get; set; }
}

/// <summary>What is typed for a change of a contract; its id is made with the form: sent twice, it counts once.</summary>
public sealed class ChangeForm
{
    [Required(ErrorMessage = "页面已过期，请刷新后再试。")]
    public Guid? ChangeId { get; set; }

    [Required(ErrorMessage = "请填写增减金额。"), Yuan("增减金额", MayBeNegative = true)]
    public decimal? Difference { get; set; }

    [Required(ErrorMessage = "请填写变更日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请写明变更原因。"), StringLength(WorksContract.TextLength, ErrorMessage = "变更原因不超过 {1} 字。")]
    public string? Reason { get; set; }
}

/// <summary>What is typed for a payment; its id is made with the form: sent twice, it counts once.</summary>
public sealed class RequestForm : IValidatableObject
{
    [Required(ErrorMessage = "页面已过期，请刷新后再试。")]
    public Guid? RequestId { get; set; }

    [Required(ErrorMessage = "请选择款项。")]
    public RequestKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写申请金额。"), Yuan("申请金额")]
    public decimal? Amount { get; set; }

    [Yuan("扣留质保金", MayBeNothing = true)]
    public decimal? Retained { get; set; }

    [Yuan("累计完成", MayBeNothing = true)]
    public decimal? WorkDone { get; set; }

    [StringLength(WorksContract.TextLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    [StringLength(WorksContract.TextLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? ExcessReason { get; set; }

    /// <summary>How much from which grant, or from owners' money.</summary>
    public Dictionary<string, string?> Sources { get; set; } = [];

    public Money Asked => Domain.Money.FromYuan(Amount!.Value);

    public Money Kept => Domain.Money.FromYuan(Retained ?? 0);

    public Money Done => Domain.Money.FromYuan(WorkDone ?? 0);

    public string? Excess => ExcessReason.OrNull();

    /// <summary>An amount beside a source; nothing where nothing was typed.</summary>
    public Money Money(string? typed) => Domain.Money.TryParse(typed?.Replace(",", "", StringComparison.Ordinal).Trim(), out var money) ? money : Domain.Money.Zero;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var (field, typed) in Sources)
        {
            if (typed.OrNull() is { } text && (!Domain.Money.TryParse(text.Replace(",", "", StringComparison.Ordinal), out var money) || money < Domain.Money.Zero))
                yield return new ValidationResult("资金来源的金额应为不小于 0 的数，最多两位小数。", [$"{nameof(Sources)}[{field}]"]);
        }
    }
}

/// <summary>A step of a payment.</summary>
public sealed class StepForm
{
    public DateOnly? On { get; set; }

    [StringLength(WorksContract.NumberLength, ErrorMessage = "凭证号不超过 {1} 字。")]
    public string? Voucher { get; set; }

    [StringLength(WorksContract.TextLength, ErrorMessage = "意见不超过 {1} 字。")]
    public string? Remark { get; set; }
}

/// <summary>What is typed for a final account.</summary>
public sealed class FinalAccountForm
{
    [Required(ErrorMessage = "请填写决算金额。"), Yuan("决算金额", MayBeNothing = true)]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "请填写批复日期。")]
    public DateOnly? ApprovedOn { get; set; }

    [Required(ErrorMessage = "请填写文号。"), StringLength(WorksContract.NameLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? Reference { get; set; }

    [StringLength(WorksContract.TextLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }
}
