using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace OldEstateRenewal.Web.Features.SpotChecks;

public sealed class CheckListForm
{
    [Required(ErrorMessage = "请填写名称。"), StringLength(CheckList.TitleLength, ErrorMessage = "名称不超过 {1} 字。")]
    public string? Title { get; set; }

    [Required(ErrorMessage = "请填写计划年度。"), Range(2015, 2100, ErrorMessage = "计划年度应在 {1} 至 {2} 之间。")]
    public int? PlanYear { get; set; }

    public ProjectPhase? Phase { get; set; }

    [Required(ErrorMessage = "请填写抽取数。"), Range(1, CheckList.MostCandidates, ErrorMessage = "抽取数应在 {1} 至 {2} 之间。")]
    public int? Places { get; set; }

    [StringLength(CheckList.BasisLength, ErrorMessage = "依据不超过 {1} 字。")]
    public string? Basis { get; set; }
}

public sealed class CheckDrawForm
{
    [Required(ErrorMessage = "请填写种子。"), StringLength(CheckClosing.SeedLength, ErrorMessage = "种子不超过 {1} 字。")]
    public string? Seed { get; set; }

    [Required(ErrorMessage = "请写明种子的来源。"), StringLength(CheckClosing.SourceLength, ErrorMessage = "种子来源不超过 {1} 字。")]
    public string? Source { get; set; }

    [Required(ErrorMessage = "请填写报出种子的人。"), StringLength(CheckClosing.CallerLength, ErrorMessage = "报出种子的人不超过 {1} 字。")]
    public string? Caller { get; set; }
}

public sealed class CheckWithdrawalForm
{
    [Required(ErrorMessage = "请写明作废的理由。"), StringLength(CheckClosing.ReasonLength, ErrorMessage = "作废的理由不超过 {1} 字。")]
    public string? Reason { get; set; }
}

public sealed class CheckVisitForm
{
    public const int Blank = 3;
    public const int Most = 20;

    [Required(ErrorMessage = "请填写抽查日期。")]
    public DateOnly? VisitedOn { get; set; }

    [Required(ErrorMessage = "请填写抽查人员。"), StringLength(CheckVisit.VisitorsLength, ErrorMessage = "抽查人员不超过 {1} 字。")]
    public string? Visitors { get; set; }

    [StringLength(CheckVisit.RemarkLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Remark { get; set; }

    /// <summary>未发现问题.</summary>
    public bool IsClean { get; set; }

    public List<CheckFindingForm> Findings { get; set; } = [.. Enumerable.Range(0, Blank).Select(_ => new CheckFindingForm())];

    [ValidateNever]
    public IReadOnlyList<CheckFindingForm> Filled => Findings.Where(finding => !finding.IsEmpty).ToList();
}

public sealed class CheckFindingForm
{
    [StringLength(CheckFinding.TextLength, ErrorMessage = "问题不超过 {1} 字。")]
    public string? Text { get; set; }

    public CheckSeverity? Severity { get; set; }

    public DateOnly? DueOn { get; set; }

    public bool IsEmpty => string.IsNullOrWhiteSpace(Text) && DueOn is null;
}

public sealed class MendingForm
{
    [Required(ErrorMessage = "请填写整改说明。"), StringLength(FindingMending.TextLength, ErrorMessage = "整改说明不超过 {1} 字。")]
    public string? Text { get; set; }

    [Required(ErrorMessage = "请填写整改完成日期。")]
    public DateOnly? MendedOn { get; set; }

    public List<IFormFile> Files { get; set; } = [];
}

public sealed class VerdictForm
{
    /// <summary>The mending that was looked at.</summary>
    public Guid MendingId { get; set; }

    [Required(ErrorMessage = "请选择销号或退回。")]
    public FindingVerdictKind? Kind { get; set; }

    [StringLength(FindingVerdict.ReasonLength, ErrorMessage = "意见不超过 {1} 字。")]
    public string? Reason { get; set; }

    public DateOnly? DueOn { get; set; }
}
