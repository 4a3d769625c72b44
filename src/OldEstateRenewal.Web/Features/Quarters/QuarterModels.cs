using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;

namespace OldEstateRenewal.Web.Features.Quarters;

/// <summary>A quarter of a plan year in a county's list.</summary>
public sealed record QuarterRow(Quarter Quarter, int PlanYear, QuarterlyReturn? Newest, bool HasFigures);

/// <summary>One line of the form.</summary>
/// <param name="Indicator">The indicator.</param>
/// <param name="Pair">Planned and up to the end of the quarter.</param>
/// <param name="Before">Up to the end of the quarter before; null where nothing was reported.</param>
/// <param name="Findings">What the checks say of it.</param>
public sealed record QuarterLine(Indicator Indicator, FigurePair Pair, decimal? Before, string? Reason, IReadOnlyList<FigureFinding> Findings)
{
    /// <summary>本季新增, of what grows from quarter to quarter.</summary>
    public decimal? Added => Indicator.Kind == IndicatorKind.Cumulative && Pair.Actual is { } now && Before is { } before ? now - before : null;

    public bool AsksReason => Findings.Any(finding => finding.Severity == FindingSeverity.NeedsReason);
}

/// <summary>A county's form of a quarter: what was sent, or what would be.</summary>
/// <param name="Source">The approved week the figures come from; null where there is none yet.</param>
/// <param name="Editions">What was sent, oldest first.</param>
/// <param name="IsLocked">Whether the province has locked the plan of the year.</param>
public sealed record QuarterPage(Quarter Quarter, int PlanYear, WeekTotal? Source, IReadOnlyList<QuarterlyReturn> Editions, IReadOnlyList<QuarterLine> Lines, bool IsLocked, QuarterForm Form)
{
    public QuarterlyReturn? Newest => Editions.Count == 0 ? null : Editions[^1];

    /// <summary>Whether another week was approved since the form was sent.</summary>
    public bool HasNews => Newest is { } sent && Source is { } source && source.StepId != sent.StepId;

    public IReadOnlyList<string> Against { get; init; } = [];

    /// <summary>What contradicts itself: to be put right in the weekly sheets.</summary>
    public IReadOnlyList<FigureFinding> Errors => Lines.SelectMany(line => line.Findings).Where(finding => finding.Severity == FindingSeverity.Error).ToList();
}

public sealed class QuarterForm
{
    /// <summary>The edition that was seen; 0 where nothing had been sent.</summary>
    public int Edition { get; set; }

    /// <summary>The approval from which the figures shown came.</summary>
    public Guid StepId { get; set; }

    public List<QuarterReasonForm> Reasons { get; set; } = [];

    [Required(ErrorMessage = "请填写单位负责人。"), StringLength(QuarterlyReturn.NameLength, ErrorMessage = "单位负责人不超过 {1} 字。")]
    public string? Head { get; set; }

    [Required(ErrorMessage = "请填写统计负责人。"), StringLength(QuarterlyReturn.NameLength, ErrorMessage = "统计负责人不超过 {1} 字。")]
    public string? Statistician { get; set; }

    [StringLength(QuarterlyReturn.ReasonLength, ErrorMessage = "更正的理由不超过 {1} 字。")]
    public string? Correction { get; set; }
}

public sealed class QuarterReasonForm
{
    public string Key { get; set; } = "";

    [StringLength(QuarterlyReturn.ReasonLength, ErrorMessage = "说明不超过 {1} 字。")]
    public string? Text { get; set; }
}

/// <summary>One county in the city's form.</summary>
public sealed record CityQuarterRow(Guid Id, string Key, string Name, QuarterlyReturn? Return);

/// <summary>A city's form of a quarter: its counties' newest editions and their sum.</summary>
/// <param name="Findings">What the checks say of the rows, each against the quarter before.</param>
public sealed record CityQuarterPage(Quarter Quarter, int PlanYear, IReadOnlyList<CityQuarterRow> Rows, FigureTotals Totals, IReadOnlyList<FormFinding> Findings)
{
    public IReadOnlyList<CityQuarterRow> Sent => Rows.Where(row => row.Return is not null).ToList();

    public IReadOnlyList<CityQuarterRow> Missing => Rows.Where(row => row.Return is null).ToList();
}
