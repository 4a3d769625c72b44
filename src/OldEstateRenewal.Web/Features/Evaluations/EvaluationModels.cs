using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Evidence;

namespace OldEstateRenewal.Web.Features.Evaluations;

/// <summary>An item of a county's sheet: what both sides gave, what hangs on it, what the product knows.</summary>
public sealed record ScoreLine(EvaluationCriterion Criterion, decimal? Self, string? Remark, decimal? Review, string? Reason, IReadOnlyList<EvidencePaper> Papers, string? Figure);

/// <summary>One county under a sheet.</summary>
public sealed record CountyScore(Guid CountyId, string Key, string Name, Evaluation Evaluation, SelfAssessment? Self, CountyReview? Review, IReadOnlyList<ScoreLine> Lines)
{
    public EvaluationSheet Sheet => new(Evaluation.Scheme, Lines.Select(line => new EvaluationScore(line.Criterion.Id.ToString(), line.Self, line.Review, line.Papers.Count > 0)).ToList(), Review?.Adjustments ?? []);

    public bool IsSent => Self?.State == AssessmentState.Sent;

    /// <summary>Why the review cannot be published yet.</summary>
    public IReadOnlyList<string> WhyNotSettled() =>
    [
        .. Sheet.RefuseReview(),
        .. IsSent ? Lines.Where(line => line.Self is { } self && line.Review is { } review && self != review && line.Reason is null).Select(line => $"{line.Criterion.Name}：复评与自评不同，请写明理由。") : [],
    ];
}

/// <summary>A sheet among others, with what a county has done under it or how many have.</summary>
public sealed record EvaluationLine(Evaluation Evaluation, int Sent, EvaluationRound? Round, CountyResult? Mine, AssessmentState? State);

/// <summary>A county's result in a published edition of a year.</summary>
public sealed record YearResult(Evaluation Evaluation, CountyResult Result);

/// <summary>各年结果: a row for each county, a column for each sheet that has a published result.</summary>
public sealed record YearTable(IReadOnlyList<Evaluation> Evaluations, IReadOnlyList<(Guid CountyId, string Name, IReadOnlyDictionary<Guid, CountyResult> Results)> Counties);

public sealed record EvaluationIndex(IReadOnlyList<EvaluationLine> Lines, int Counties, YearTable Years);

/// <summary>A sheet as its city sees it: the draft to be edited, or the counties and their results.</summary>
public sealed record EvaluationPage(Evaluation Evaluation, IReadOnlyList<CountyScore> Counties, IReadOnlyList<EvaluationRound> Rounds, IReadOnlyList<CountyResult> Results)
{
    public EvaluationForm Form { get; init; } = EvaluationForm.Of(Evaluation);

    public EvaluationRound? Round => Rounds.Count == 0 ? null : Rounds[^1];

    public EvaluationRound? Published => Rounds.LastOrDefault(round => round.State == RoundState.Published);
}

/// <summary>A sheet as one county sees it: its self-assessment, and the results once there are any.</summary>
public sealed record CountyEvaluationPage(Evaluation Evaluation, CountyScore Score, IReadOnlyList<EvaluationRound> Rounds, IReadOnlyList<CountyResult> Results)
{
    public EvaluationRound? Published => Rounds.Count == 0 ? null : Rounds[^1];
}

/// <summary>复评 of one county.</summary>
public sealed record CountyReviewPage(CountyScore Score, EvaluationRound? Round)
{
    public bool MayEdit => Round is null or { State: RoundState.Open };
}
