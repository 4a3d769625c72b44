using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Web.Features.Plans;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>One mark as it is typed: so much of so much, with source and day; without figures the mark is taken back.</summary>
public sealed class CandidateMarkForm : IValidatableObject
{
    [Required(ErrorMessage = "请选择评分项。")]
    public string? Criterion { get; set; }

    [Range(typeof(decimal), "0", "1000000", ParseLimitsInInvariantCulture = true, ErrorMessage = "得分应为 {1} 至 {2} 的数。")]
    public decimal? Part { get; set; }

    [Range(typeof(decimal), "0.01", "1000000", ParseLimitsInInvariantCulture = true, ErrorMessage = "满分应为 {1} 至 {2} 的数。")]
    public decimal? Whole { get; set; }

    [Required(ErrorMessage = "请写明来源，如哪份材料、由谁核定。"), StringLength(CandidateMark.SourceLength, ErrorMessage = "来源不超过 {1} 字。")]
    public string? Source { get; set; }

    public DateOnly? AsOf { get; set; }

    /// <summary>撤回核定.</summary>
    public bool TakeBack { get; set; }

    public int? Year { get; set; }

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (TakeBack) yield break;
        if (Part is null) yield return new ValidationResult("请填写得分。", [nameof(Part)]);
        if (Whole is null) yield return new ValidationResult("请填写满分。", [nameof(Whole)]);
        if (Part > Whole) yield return new ValidationResult("得分不能大于满分。", [nameof(Part)]);
        if (Fine(Part) || Fine(Whole)) yield return new ValidationResult("最多两位小数。", [Fine(Part) ? nameof(Part) : nameof(Whole)]);
        if (AsOf is null) yield return new ValidationResult("请填写数据日期，如 2026-11-21。", [nameof(AsOf)]);
    }

    private static bool Fine(decimal? value) => value is { } number && decimal.Truncate(number * 100) != number * 100;
}

/// <summary>An estimate as it is typed.</summary>
public sealed class CandidateEstimateForm
{
    /// <summary>万元.</summary>
    [Required(ErrorMessage = "请填写估算投资。"), CustomValidation(typeof(PlanEntryForm), nameof(PlanEntryForm.CheckInvestment))]
    public decimal? Investment { get; set; }

    [Required(ErrorMessage = "请写明来源，如估算书、同类项目单价。"), StringLength(CandidateMark.SourceLength, ErrorMessage = "来源不超过 {1} 字。")]
    public string? EstimateSource { get; set; }

    [Required(ErrorMessage = "请填写数据日期，如 2026-11-21。")]
    public DateOnly? EstimateAsOf { get; set; }

    public int? Year { get; set; }
}
