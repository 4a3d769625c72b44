using System.Globalization;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>A body that is ranked (排名单位): a county, a street.</summary>
/// <param name="Key">What tells it from others, also in the ranking before.</param>
/// <param name="Name">Its name.</param>
/// <param name="Figures">Its figures.</param>
public sealed record RankedBody(string Key, string Name, IReadOnlyDictionary<string, FigurePair> Figures);

/// <summary>The points of a body in one criterion (单项得分).</summary>
/// <param name="Criterion">The criterion.</param>
/// <param name="Body">The body.</param>
/// <param name="Share">How much of the weight it earns, between 0 and 1; null where there is no figure, which earns nothing.</param>
public sealed record RankingPoints(RankingCriterion Criterion, RankedBody Body, Fraction? Share)
{
    /// <summary>The figure as shown; 未报 or 无计划 where there is none.</summary>
    public string Text => Criterion.Text(Body.Figures);

    /// <summary>Whether the body has reported what the criterion needs.</summary>
    public bool IsReported => Criterion.IsReported(Body.Figures);

    /// <summary>The points, exact.</summary>
    public Fraction Points => (Share ?? Fraction.Zero) * Criterion.Weight;
}

/// <summary>A line of a ranking (名次).</summary>
/// <param name="Rank">The rank; equals share it: 1, 2, 2, 4.</param>
/// <param name="Body">The body.</param>
/// <param name="Points">Its points, in the order of the criteria.</param>
/// <param name="Total">The sum of the points, exact.</param>
/// <param name="PreviousRank">Its rank in the period before; null where it had none.</param>
public sealed record RankingRow(int Rank, RankedBody Body, IReadOnlyList<RankingPoints> Points, Fraction Total, int? PreviousRank)
{
    /// <summary>Whether a figure is not reported (有未报).</summary>
    public bool HasUnreported => Points.Any(points => !points.IsReported);

    /// <summary>How many ranks it rose; negative: fell; null where there was no rank before.</summary>
    public int? Rise => PreviousRank - Rank;

    /// <summary>升 2、降 1、持平、—.</summary>
    public string RiseInWords => Rise switch
    {
        null => "—",
        0 => "持平",
        > 0 => $"升 {Rise}",
        _ => $"降 {-Rise}",
    };

    /// <summary>The total with two decimals, half up, for reading only: equal texts may hide unequal totals.</summary>
    public string TotalText => Total.ToDecimal().ToString("0.00", CultureInfo.InvariantCulture);
}

/// <summary>
/// A ranking of bodies (排名), as 聊城 六.（四） asks for. A rate earns weight × min(rate, 1); doing more than planned earns no more. An amount earns weight ×
/// amount ÷ the greatest amount. ⚖ Where less is better, a rate earns weight × (1 − min(rate, 1)) and an amount weight × (1 − amount ÷ the greatest), all
/// of it where the greatest is 0. What is unknown earns nothing and is marked.
/// </summary>
/// <param name="Criteria">By what is compared.</param>
/// <param name="Rows">The bodies, best first; equals in the ordinal order of their names.</param>
public sealed record Ranking(IReadOnlyList<RankingCriterion> Criteria, IReadOnlyList<RankingRow> Rows)
{
    /// <summary>满分.</summary>
    public int FullMarks => Criteria.Sum(criterion => criterion.Weight);

    /// <summary>Ranks bodies given in any order.</summary>
    /// <param name="criteria">By what is compared; <see cref="RankingCriterion.Refuse"/> finds nothing wrong with them.</param>
    /// <param name="bodies">The bodies.</param>
    /// <param name="previousRanks">The ranks of the period before by key of body, or null.</param>
    /// <exception cref="ArgumentException">The criteria are refused, or a body stands twice.</exception>
    public static Ranking Of(IReadOnlyList<RankingCriterion> criteria, IReadOnlyList<RankedBody> bodies, IReadOnlyDictionary<string, int>? previousRanks = null)
    {
        if (RankingCriterion.Refuse(criteria) is { Count: > 0 } refusals) throw new ArgumentException(string.Concat(refusals), nameof(criteria));
        if (bodies.DistinctBy(body => body.Key).Count() < bodies.Count) throw new ArgumentException("A body stands twice.", nameof(bodies));
        var greatest = criteria.Where(criterion => !criterion.IsRate).ToDictionary(criterion => criterion.Key, criterion => bodies.Select(body => criterion.Of(body.Figures)).OfType<Fraction>().Append(Fraction.Zero).Max());
        var scored = bodies.Select(body => Score(body, criteria, greatest)).ToList();
        var ranks = Places(scored);
        var rows = scored.Select(row => row with { Rank = ranks[row.Total], PreviousRank = previousRanks is not null && previousRanks.TryGetValue(row.Body.Key, out var rank) ? rank : null });
        return new(criteria, rows.OrderBy(row => row.Rank).ThenBy(row => row.Body.Name, StringComparer.Ordinal).ThenBy(row => row.Body.Key, StringComparer.Ordinal).ToList());
    }

    /// <summary>The place of each total: one more than there are better ones.</summary>
    private static Dictionary<Fraction, int> Places(IReadOnlyCollection<RankingRow> scored)
    {
        var (places, better) = (new Dictionary<Fraction, int>(), 0);
        foreach (var equal in scored.GroupBy(row => row.Total).OrderByDescending(group => group.Key))
        {
            places[equal.Key] = better + 1;
            better += equal.Count();
        }

        return places;
    }

    private static RankingRow Score(RankedBody body, IReadOnlyList<RankingCriterion> criteria, Dictionary<string, Fraction> greatest)
    {
        var points = criteria.Select(criterion => new RankingPoints(criterion, body, Share(criterion, criterion.Of(body.Figures), greatest.GetValueOrDefault(criterion.Key)))).ToList();
        return new(0, body, points, points.Aggregate(Fraction.Zero, (sum, one) => sum + one.Points), null);
    }

    private static Fraction? Share(RankingCriterion criterion, Fraction? value, Fraction greatest)
    {
        if (value is not { } known) return null;
        var share = criterion.IsRate
            ? known > Fraction.One ? Fraction.One : known
            : greatest == Fraction.Zero ? Fraction.Zero : known / greatest;
        return criterion.Direction == RankingDirection.Higher ? share : Fraction.One - share;
    }
}
