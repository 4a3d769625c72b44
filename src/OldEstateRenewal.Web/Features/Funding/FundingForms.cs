using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>What is typed for a new grant.</summary>
public sealed class GrantForm : IValidatableObject
{
    [Required(ErrorMessage = "请填写计划年度。"), Range(AnnualPlan.EarliestYear, AnnualPlan.LatestYear, ErrorMessage = "计划年度应在 {1} 至 {2} 之间。")]
    public int? PlanYear { get; set; }

    [Required(ErrorMessage = "请选择资金来源。")]
    public string? SourceKey { get; set; }

    [Required(ErrorMessage = "请填写资金名称。"), StringLength(FundingGrant.NameLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Name { get; set; }

    public Guid? EarmarkedId { get; set; }

    [StringLength(FundingGrant.TextLength, ErrorMessage = "限定用途不超过 {1} 字。")]
    public string? Purpose { get; set; }

    [StringLength(FundingGrant.NameLength, ErrorMessage = "专户不超过 {1} 字。")]
    public string? Account { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Account?.Count(char.IsAsciiDigit) > 8) yield return new ValidationResult("只写开户行和账号末四位，不写完整账号。", [nameof(Account)]);
    }
}

/// <summary>What is typed for an act on a grant. The act's id is made with the form: sent twice, it counts once.</summary>
public sealed class ActForm : IValidatableObject
{
    [Required(ErrorMessage = "页面已过期，请刷新后再试。")]
    public Guid? ActId { get; set; }

    [Required(ErrorMessage = "请选择登记事项。")]
    public FundingActKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写金额。"), Yuan("金额")]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    public Guid? ProjectId { get; set; }

    [StringLength(FundingAct.ReferenceLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? Reference { get; set; }

    [StringLength(FundingAct.ReferenceLength, ErrorMessage = "凭证号不超过 {1} 字。")]
    public string? Voucher { get; set; }

    [StringLength(200, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    /// <summary>Allotted by what is approved, before it has come in.</summary>
    public bool Ahead { get; set; }

    /// <summary>不新增地方政府（隐性）债务, where a document demands it.</summary>
    public bool? NoNewDebt { get; set; }

    /// <summary>Money came in, or went back.</summary>
    public bool Moves => Kind == FundingActKind.Received || (Kind == FundingActKind.Withdrawn && ProjectId is null);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Kind is { } kind && !FundingRules.Recorded.Contains(kind)) yield return new ValidationResult("请从列出的事项中选择。", [nameof(Kind)]);
        if (Moves && Voucher.OrNull() is null) yield return new ValidationResult("资金收付须填写凭证号。", [nameof(Voucher)]);
        if (Kind is FundingActKind.Approved or FundingActKind.Allotted or FundingActKind.Withdrawn && Reference.OrNull() is null) yield return new ValidationResult($"{Kind.Value.Name()}须填写文号。", [nameof(Reference)]);
    }
}

/// <summary>Why an act was wrong.</summary>
public sealed class RevocationForm
{
    [Required(ErrorMessage = "页面已过期，请刷新后再试。")]
    public Guid? ActId { get; set; }

    [Required(ErrorMessage = "请写明原因。"), StringLength(200, ErrorMessage = "原因不超过 {1} 字。")]
    public string? Reason { get; set; }
}

/// <summary>So much of a payer's part of a line comes from a grant.</summary>
public sealed class UseForm
{
    /// <summary>The line and the payer: id|payer.</summary>
    [Required(ErrorMessage = "请选择费用项和承担主体。")]
    public string? Part { get; set; }

    [Required(ErrorMessage = "请选择资金。")]
    public Guid? GrantId { get; set; }

    [Required(ErrorMessage = "请填写金额。"), Yuan("金额")]
    public decimal? Amount { get; set; }
}

/// <summary>What the county takes of a project's residual, as it was decided.</summary>
public sealed class CountyShareForm
{
    [Required(ErrorMessage = "页面已过期，请刷新后再试。")]
    public Guid? ActId { get; set; }

    [Required(ErrorMessage = "请填写县财政承担比例。"), CustomValidation(typeof(CountyShareForm), nameof(CheckShare))]
    public string? Share { get; set; }

    [Required(ErrorMessage = "请写明依据。"), StringLength(CountyShare.BasisLength, ErrorMessage = "依据不超过 {1} 字。")]
    public string? Basis { get; set; }

    public static ValidationResult? CheckShare(string? share) => Supplied.Fraction(share) is null ? new ValidationResult("县级比例应在 0 至 100% 之间，如 60% 或 3/5。") : ValidationResult.Success;
}

/// <summary>The figures by which a superior allots, as notified.</summary>
public sealed class SubsidyForm
{
    [Required(ErrorMessage = "请选择资金来源。")]
    public string? SourceKey { get; set; }

    [Required(ErrorMessage = "请填写小区数。"), Range(0, 100_000, ErrorMessage = "小区数应在 {1} 至 {2} 之间。")]
    public int? Estates { get; set; }

    [Required(ErrorMessage = "请填写户数。"), Range(0, 10_000_000, ErrorMessage = "户数应在 {1} 至 {2} 之间。")]
    public int? Households { get; set; }

    [Required(ErrorMessage = "请填写楼栋数。"), Range(0, 1_000_000, ErrorMessage = "楼栋数应在 {1} 至 {2} 之间。")]
    public int? Buildings { get; set; }

    [Required(ErrorMessage = "请填写建筑面积。"), Yuan("建筑面积", MayBeNothing = true)]
    public decimal? FloorArea { get; set; }

    [Required(ErrorMessage = "请填写补助金额。"), Yuan("补助金额", MayBeNothing = true)]
    public decimal? Amount { get; set; }

    [Required(ErrorMessage = "请填写文号。"), StringLength(FundingAct.ReferenceLength, ErrorMessage = "文号不超过 {1} 字。")]
    public string? Reference { get; set; }

    [Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [StringLength(FundingGrant.TextLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }
}
