namespace OldEstateRenewal.Domain.Supervision;

/// <summary>Which figures are the better ones (方向).</summary>
public enum RankingDirection
{
    /// <summary>越大越好.</summary>
    Higher,

    /// <summary>越小越好：overdue problems.</summary>
    Lower,
}

/// <summary>One thing by which bodies are compared (排名指标). Weights need not sum to anything; their sum is the full mark.</summary>
/// <param name="Key">The key of a rate or of an indicator (its actual figure counts).</param>
/// <param name="Weight">The points of the best; above zero.</param>
/// <param name="Direction">Which figures are the better ones.</param>
public sealed record RankingCriterion(string Key, int Weight, RankingDirection Direction = RankingDirection.Higher)
{
    /// <summary>The name of the rate or indicator.</summary>
    public string Name => Rates.Find(Key)?.Name ?? Indicators.Get(Key).Name;

    /// <summary>Whether it is a rate, which is measured by itself; an amount is measured by the other bodies.</summary>
    public bool IsRate => Rates.Find(Key) is not null;

    /// <summary>Everything that is wrong with a list of criteria, in Chinese sentences; empty when nothing is.</summary>
    public static IReadOnlyList<string> Refuse(IReadOnlyList<RankingCriterion> criteria) =>
    [
        .. criteria.Count == 0 ? ["请至少选择一项排名指标。"] : Array.Empty<string>(),
        .. criteria.Where(criterion => Rates.Find(criterion.Key) is null && Indicators.Find(criterion.Key) is null).Select(criterion => $"没有“{criterion.Key}”这项指标或比率。"),
        .. criteria.Where(criterion => criterion.Weight <= 0).Select(criterion => $"“{criterion.Key}”的权重须大于 0。"),
        .. criteria.GroupBy(criterion => criterion.Key).Where(same => same.Count() > 1).Select(same => $"“{same.Key}”重复。"),
    ];

    /// <summary>The value of a body, exact; null where it is unknown or nothing was planned.</summary>
    internal Fraction? Of(IReadOnlyDictionary<string, FigurePair> figures) => Rates.Find(Key) is { } rate
        ? rate.Of(figures).Value
        : FigureTerm.Actual(Key).In(figures) is { } amount ? Exact.Of(amount) : null;

    /// <summary>The value as the table shows it: 93.8%, 3 个, 未报, 无计划; — for a rate of nothing done yet.</summary>
    internal string Text(IReadOnlyDictionary<string, FigurePair> figures)
    {
        if (!IsReported(figures)) return "未报";
        if (Rates.Find(Key) is not { } rate) return Indicators.Get(Key).InWords(FigureTerm.Actual(Key).In(figures)!.Value);
        return rate.Of(figures) is { Value: null } && rate.Denominator.Side == FigureSide.Planned ? "无计划" : rate.Of(figures).Text;
    }

    /// <summary>Whether a body has reported what the criterion needs; a rate of nothing (无计划) is reported.</summary>
    internal bool IsReported(IReadOnlyDictionary<string, FigurePair> figures) =>
        Rates.Find(Key) is { } rate ? rate.Of(figures) is { Done: not null, Whole: not null } : FigureTerm.Actual(Key).In(figures) is not null;
}
