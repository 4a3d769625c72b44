namespace OldEstateRenewal.Domain.Supervision;

/// <summary>What an item was given (评分).</summary>
/// <param name="Item">The key of the item.</param>
/// <param name="Self">By the body itself (自评); null is not yet.</param>
/// <param name="Review">By those who look again (复评); null is not yet.</param>
/// <param name="HasEvidence">Whether evidence hangs on it.</param>
public sealed record EvaluationScore(string Item, decimal? Self, decimal? Review, bool HasEvidence = false);

/// <summary>Marks added or taken outside the items (加分、扣分), with why; given by the review.</summary>
/// <param name="Points">Above zero adds, below zero takes; never zero.</param>
/// <param name="Why">The reason; must not be empty.</param>
public sealed record EvaluationAdjustment(decimal Points, string Why);

/// <summary>Where self-assessment and review differ (自评与复评差异).</summary>
/// <param name="Item">The item.</param>
/// <param name="Self">自评.</param>
/// <param name="Review">复评.</param>
public sealed record EvaluationDifference(EvaluationItem Item, decimal Self, decimal Review)
{
    /// <summary>Review less self: negative where the body thought better of itself.</summary>
    public decimal Points => Review - Self;
}

/// <summary>A result: the total and its grade.</summary>
public sealed record EvaluationResult(decimal Total, GradeBand Grade);

/// <summary>
/// A filled sheet (评价打分): scores and adjustments under a scheme. Totals are exact; adjustments count in the review only, and no total is below zero.
/// A bonus may lift a total above the full marks.
/// </summary>
public sealed record EvaluationSheet(EvaluationScheme Scheme, IReadOnlyList<EvaluationScore> Scores, IReadOnlyList<EvaluationAdjustment> Adjustments)
{
    /// <summary>The result of the self-assessment; null while an item is missing.</summary>
    public EvaluationResult? Self => Sum(score => score.Self) is { } sum ? Result(sum) : null;

    /// <summary>The result of the review, with adjustments; null while an item is missing.</summary>
    public EvaluationResult? Review => Sum(score => score.Review) is { } sum ? Result(Math.Max(0, sum + Adjustments.Sum(adjustment => adjustment.Points))) : null;

    /// <summary>Items where both scored and differ, in printed order.</summary>
    public IReadOnlyList<EvaluationDifference> Differences => Scheme.Items
        .SelectMany<EvaluationItem, EvaluationDifference>(item => Score(item) is { Self: { } self, Review: { } review } && self != review ? [new(item, self, review)] : []).ToList();

    /// <summary>Everything that stands against the self-assessment (自评); empty when it can be sent.</summary>
    public IReadOnlyList<string> RefuseSelf() => [.. Known(), .. Scheme.Items.SelectMany(item => Wrong(item, Score(item)?.Self, "自评")), .. Evidence()];

    /// <summary>Everything that stands against the review (复评); empty when it can be settled.</summary>
    public IReadOnlyList<string> RefuseReview() => [.. Known(), .. Scheme.Items.SelectMany(item => Wrong(item, Score(item)?.Review, "复评")), .. WrongAdjustments()];

    private IEnumerable<string> Known() =>
    [
        .. Scores.Where(score => Scheme.Items.All(item => item.Key != score.Item)).Select(score => $"评价表中没有指标“{score.Item}”。"),
        .. Scores.GroupBy(score => score.Item).Where(same => same.Count() > 1).Select(same => $"指标“{same.Key}”重复打分。"),
    ];

    private static IEnumerable<string> Wrong(EvaluationItem item, decimal? marks, string who)
    {
        if (marks is not { } given) yield return $"{item.Name}：{who}未打分。";
        else if (given < 0 || given > item.Marks) yield return $"{item.Name}：{who} {EvaluationScheme.Text(given)} 分，须在 0 至 {EvaluationScheme.Text(item.Marks)} 分之间。";
        else if (EvaluationScheme.IsFiner(given)) yield return $"{item.Name}：{who}最多两位小数。";
    }

    private IEnumerable<string> Evidence() => Scheme.Items.Where(item => item.NeedsEvidence && Score(item) is { Self: > 0, HasEvidence: false }).Select(item => $"{item.Name}：须附佐证材料。");

    private IEnumerable<string> WrongAdjustments()
    {
        var bonus = Adjustments.Where(adjustment => adjustment.Points > 0).Sum(adjustment => adjustment.Points);
        return
        [
            .. Adjustments.Where(adjustment => adjustment.Points == 0 || EvaluationScheme.IsFiner(adjustment.Points)).Select(_ => "加分、扣分不能为 0，最多两位小数。").Distinct(),
            .. Adjustments.Where(adjustment => string.IsNullOrWhiteSpace(adjustment.Why)).Select(adjustment => $"{(adjustment.Points > 0 ? "加" : "扣")} {EvaluationScheme.Text(Math.Abs(adjustment.Points))} 分须写明理由。"),
            .. bonus > Scheme.BonusLimit ? [$"加分合计 {EvaluationScheme.Text(bonus)} 分，超过上限 {EvaluationScheme.Text(Scheme.BonusLimit)} 分。"] : Array.Empty<string>(),
        ];
    }

    private EvaluationScore? Score(EvaluationItem item) => Scores.FirstOrDefault(score => score.Item == item.Key);

    private decimal? Sum(Func<EvaluationScore, decimal?> marks) => Scheme.Items.Aggregate((decimal?)0, (sum, item) => sum + (Score(item) is { } score ? marks(score) : null));

    private EvaluationResult Result(decimal total) => new(total, Scheme.Grades.Of(total));
}
