namespace OldEstateRenewal.Domain.Supervision;

/// <summary>
/// Who is praised and who is named (表扬、点名规则): numbers of the tenant, not of the code. Equals at the border come along together.
/// </summary>
/// <param name="Top">The first so many ranks are praised; 0 for none.</param>
/// <param name="AllDone">Whether those whose rates have all reached 100% are praised.</param>
/// <param name="Bottom">The last so many ranks are named; 0 for none.</param>
/// <param name="BelowRate">The key of a rate by which is named, or null.</param>
/// <param name="Below">Who is below this in that rate is named; reaching it is not below.</param>
public sealed record MentionRule(int Top, bool AllDone, int Bottom, string? BelowRate = null, Fraction? Below = null);

/// <summary>A body that is praised or named, with the reasons in Chinese words.</summary>
public sealed record Mention(RankingRow Row, IReadOnlyList<string> Reasons);

/// <summary>
/// Praised and named bodies (表扬、点名), in the order of the ranking; nobody is both. Who has done all is praised and never named. Who otherwise would be both is
/// neither. Who has not reported a figure is not praised.
/// </summary>
public sealed record Mentions(IReadOnlyList<Mention> Praised, IReadOnlyList<Mention> Named)
{
    /// <summary>Applies the rule to a ranking.</summary>
    public static Mentions Of(Ranking ranking, MentionRule rule)
    {
        var (praised, named) = (new List<Mention>(), new List<Mention>());
        var behind = ranking.Rows.GroupBy(row => row.Rank).ToDictionary(rank => rank.Key, rank => ranking.Rows.Count - rank.Key + 1 - rank.Count());
        foreach (var row in ranking.Rows)
        {
            var isDone = rule.AllDone && HasDoneAll(row);
            var (praise, name) = (Praise(row, rule, isDone).ToList(), isDone ? [] : Name(behind[row.Rank], row, rule).ToList());
            if (praise.Count > 0 && name.Count == 0) praised.Add(new(row, praise));
            if (name.Count > 0 && praise.Count == 0) named.Add(new(row, name));
        }

        return new(praised, named);
    }

    private static IEnumerable<string> Praise(RankingRow row, MentionRule rule, bool isDone)
    {
        if (row.HasUnreported) yield break;
        if (row.Rank <= rule.Top) yield return $"综合得分第 {row.Rank} 名";
        if (isDone) yield return "各项比率均已达到 100%";
    }

    private static IEnumerable<string> Name(int behind, RankingRow row, MentionRule rule)
    {
        if (behind < rule.Bottom) yield return $"综合得分倒数第 {behind + 1} 名";
        if (rule is { BelowRate: { } key, Below: { } limit } && Rates.Find(key)?.Of(row.Body.Figures) is { Value: { } value } rate && value < limit)
            yield return rate.BelowInWords(limit);
    }

    private static bool HasDoneAll(RankingRow row)
    {
        var rates = row.Points.Where(points => points.Criterion is { IsRate: true, Direction: RankingDirection.Higher }).ToList();
        return rates.Count > 0 && rates.All(points => points.Share == Fraction.One);
    }
}
