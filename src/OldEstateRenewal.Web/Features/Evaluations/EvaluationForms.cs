using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace OldEstateRenewal.Web.Features.Evaluations;

public sealed class EvaluationStartForm
{
    [Required(ErrorMessage = "请填写年度。"), Range(2015, 2100, ErrorMessage = "年度应在 {1} 至 {2} 之间。")]
    public int? Year { get; set; }

    [Required(ErrorMessage = "请填写名称。"), StringLength(Evaluation.NameLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Name { get; set; }
}

public sealed class EvaluationForm
{
    public const int Blank = 3;

    public long Version { get; set; }

    [Required(ErrorMessage = "请填写名称。"), StringLength(Evaluation.NameLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "请填写满分。"), Range(1, 1000, ErrorMessage = "满分应在 {1} 至 {2} 之间。")]
    public decimal? FullMarks { get; set; }

    [Required(ErrorMessage = "请填写等次。"), StringLength(Evaluation.GradesLength, ErrorMessage = "等次不超过 {1} 字。")]
    public string? Grades { get; set; }

    [Range(0, 1000, ErrorMessage = "加分上限应在 {1} 至 {2} 之间。")]
    public decimal? BonusLimit { get; set; }

    [StringLength(Evaluation.BasisLength, ErrorMessage = "依据不超过 {1} 字。")]
    public string? Basis { get; set; }

    public List<CriterionForm> Items { get; set; } = [];

    [ValidateNever]
    public IReadOnlyList<CriterionForm> Filled => Items.Where(item => !item.IsEmpty).ToList();

    public static EvaluationForm Of(Evaluation evaluation) => new()
    {
        Version = evaluation.Version,
        Name = evaluation.Name,
        FullMarks = evaluation.FullMarks,
        Grades = evaluation.Grades,
        BonusLimit = evaluation.BonusLimit,
        Basis = evaluation.Basis,
        Items = evaluation.Criteria.OrderBy(criterion => criterion.Sequence).Select(criterion => new CriterionForm { Group = criterion.Group, Name = criterion.Name, Marks = criterion.Marks, NeedsEvidence = criterion.NeedsEvidence, RateKey = criterion.RateKey }).ToList(),
    };
}

public sealed class CriterionForm
{
    [StringLength(EvaluationCriterion.GroupLength, ErrorMessage = "一级指标不超过 {1} 字。")]
    public string? Group { get; set; }

    [StringLength(EvaluationCriterion.NameLength, ErrorMessage = "指标不超过 {1} 字。")]
    public string? Name { get; set; }

    [Range(0.01, 1000, ErrorMessage = "分值应大于 0、不超过 {2}。")]
    public decimal? Marks { get; set; }

    public bool NeedsEvidence { get; set; }

    public string? RateKey { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Name) && Marks is null;
}

public sealed class EvaluationStepForm
{
    public long Version { get; set; }
}

public sealed class SelfAssessmentForm
{
    public long Version { get; set; }

    public List<SelfItemForm> Items { get; set; } = [];

    /// <summary>Papers to take off.</summary>
    public List<Guid> Removed { get; set; } = [];
}

public sealed class SelfItemForm
{
    public Guid Item { get; set; }

    [Range(0, 1000, ErrorMessage = "自评分应在 {1} 至 {2} 之间。")]
    public decimal? Marks { get; set; }

    [StringLength(SelfAssessment.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    public List<IFormFile> Files { get; set; } = [];
}

public sealed class CountyReviewForm
{
    public const int Blank = 2;

    public long Version { get; set; }

    public List<ReviewItemForm> Items { get; set; } = [];

    public List<AdjustmentForm> Adjustments { get; set; } = [];

    [ValidateNever]
    public IReadOnlyList<AdjustmentForm> Filled => Adjustments.Where(adjustment => adjustment.Points is not null || !string.IsNullOrWhiteSpace(adjustment.Why)).ToList();
}

public sealed class ReviewItemForm
{
    public Guid Item { get; set; }

    [Range(0, 1000, ErrorMessage = "复评分应在 {1} 至 {2} 之间。")]
    public decimal? Marks { get; set; }

    [StringLength(CountyReview.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class AdjustmentForm
{
    [Range(-1000, 1000, ErrorMessage = "加扣分应在 {1} 至 {2} 之间。")]
    public decimal? Points { get; set; }

    [StringLength(CountyReview.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Why { get; set; }
}

public sealed class ResultForm
{
    public long Version { get; set; }

    [StringLength(EvaluationRound.ReasonLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }
}

public sealed class RoundForm
{
    [Required(ErrorMessage = "请写明重评的理由。"), StringLength(EvaluationRound.ReasonLength, ErrorMessage = "理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}
