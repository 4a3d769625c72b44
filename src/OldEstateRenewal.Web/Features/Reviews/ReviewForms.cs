using System.ComponentModel.DataAnnotations;

namespace OldEstateRenewal.Web.Features.Reviews;

/// <summary>A review is opened, or sent to the city.</summary>
public sealed class ReviewForm
{
    [Required(ErrorMessage = "请选择审查的种类。")]
    public ReviewKind? Kind { get; set; }

    public DateOnly? OpenedOn { get; set; }

    /// <summary>Bodies asked besides those the document names.</summary>
    public List<string> Others { get; set; } = [];

    [StringLength(Review.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }
}

/// <summary>The tests of simplified procedures, answered together.</summary>
public sealed class ReviewTestsForm
{
    public Dictionary<string, bool?> Tests { get; set; } = [];

    [StringLength(ReviewOpinion.BodyLength, ErrorMessage = "核实人不超过 {1} 字。")]
    public string? By { get; set; }

    public DateOnly? On { get; set; }

    public long Version { get; set; }
}

/// <summary>The opinion of one body.</summary>
public sealed class OpinionForm
{
    [StringLength(ReviewOpinion.BodyLength, ErrorMessage = "请从列出的部门中选择。")]
    public string? Body { get; set; }

    public OpinionKind? Kind { get; set; }

    [StringLength(ReviewOpinion.TextLength, ErrorMessage = "意见不超过 {1} 字。")]
    public string? Text { get; set; }

    public DateOnly? On { get; set; }
}

/// <summary>What the city decides.</summary>
public sealed class DecisionForm
{
    public bool? HasPassed { get; set; }

    [StringLength(ReviewDecision.TextLength, ErrorMessage = "意见不超过 {1} 字。")]
    public string? Reasons { get; set; }

    [StringLength(ReviewDecision.ExpertsLength, ErrorMessage = "会审人员不超过 {1} 字。")]
    public string? Experts { get; set; }

    public DateOnly? On { get; set; }
}
