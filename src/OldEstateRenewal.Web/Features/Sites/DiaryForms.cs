using System.ComponentModel.DataAnnotations;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>What is typed about a problem.</summary>
public sealed class ProblemForm
{
    [Required(ErrorMessage = "请选择小区。")]
    public Guid? EstateId { get; set; }

    public Guid? ItemId { get; set; }

    [Required(ErrorMessage = "请选择问题类别。")]
    public ProblemKind? Kind { get; set; }

    [Required(ErrorMessage = "请选择严重程度。")]
    public ProblemSeverity? Severity { get; set; }

    [Required(ErrorMessage = "请写明问题。"), StringLength(SiteProblem.TextLength, ErrorMessage = "问题不超过 {1} 字。")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "请填写发现日期。")]
    public DateOnly? FoundOn { get; set; }

    [Required(ErrorMessage = "请填写发现单位。"), StringLength(SiteProblem.WhoLength, ErrorMessage = "发现单位不超过 {1} 字。")]
    public string? FoundBy { get; set; }

    [Required(ErrorMessage = "请填写责任单位。"), StringLength(SiteProblem.WhoLength, ErrorMessage = "责任单位不超过 {1} 字。")]
    public string? Owner { get; set; }

    [Required(ErrorMessage = "请填写整改期限。")]
    public DateOnly? DueOn { get; set; }
}

public sealed class ProblemStepForm
{
    [Required(ErrorMessage = "请选择整改或复查的结果。")]
    public ProblemStepKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请写明情况。"), StringLength(SiteProblem.TextLength, ErrorMessage = "情况不超过 {1} 字。")]
    public string? Text { get; set; }
}

/// <summary>An inspection; what it found wrong becomes problems owed by one firm until one day.</summary>
public sealed class InspectionForm
{
    [Required(ErrorMessage = "请选择小区。")]
    public Guid? EstateId { get; set; }

    [Required(ErrorMessage = "请选择检查类别。")]
    public InspectionKind? Kind { get; set; }

    [Required(ErrorMessage = "请填写检查日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请填写检查单位。"), StringLength(SiteInspection.WhoLength, ErrorMessage = "检查单位不超过 {1} 字。")]
    public string? Inspector { get; set; }

    [Required(ErrorMessage = "请填写检查情况。"), StringLength(SiteInspection.TextLength, ErrorMessage = "检查情况不超过 {1} 字。")]
    public string? Result { get; set; }

    /// <summary>The keys of the measures against dust that are taken.</summary>
    public List<string> Held { get; set; } = [];

    [StringLength(SiteProblem.TextLength, ErrorMessage = "问题不超过 {1} 字。")]
    public string? Problem { get; set; }

    public ProblemSeverity Severity { get; set; }

    [StringLength(SiteProblem.WhoLength, ErrorMessage = "责任单位不超过 {1} 字。")]
    public string? Owner { get; set; }

    public DateOnly? DueOn { get; set; }
}

public sealed class TestForm
{
    [Required(ErrorMessage = "请选择小区。")]
    public Guid? EstateId { get; set; }

    [Required(ErrorMessage = "请填写材料。"), StringLength(MaterialTest.TextLength, ErrorMessage = "材料不超过 {1} 字。")]
    public string? Material { get; set; }

    [Required(ErrorMessage = "请填写批次。"), StringLength(MaterialTest.NumberLength, ErrorMessage = "批次不超过 {1} 字。")]
    public string? Batch { get; set; }

    [Required(ErrorMessage = "请填写报告编号。"), StringLength(MaterialTest.NumberLength, ErrorMessage = "报告编号不超过 {1} 字。")]
    public string? TestNumber { get; set; }

    [Required(ErrorMessage = "请填写检验机构。"), StringLength(MaterialTest.TextLength, ErrorMessage = "检验机构不超过 {1} 字。")]
    public string? Laboratory { get; set; }

    [Required(ErrorMessage = "请填写检验日期。")]
    public DateOnly? On { get; set; }

    [Required(ErrorMessage = "请选择检验结果。")]
    public bool? IsPassed { get; set; }

    [StringLength(SiteProblem.WhoLength, ErrorMessage = "责任单位不超过 {1} 字。")]
    public string? Owner { get; set; }

    public DateOnly? DueOn { get; set; }
}
