namespace OldEstateRenewal.Domain.Supervision;

/// <summary>
/// The sum of several bodies (合计). What a body has not reported is not counted as zero in silence: it stands in <see cref="Missing"/>. Percentages do not
/// add up and are left out.
/// </summary>
/// <param name="Figures">The sums of what is known; null where nobody knows.</param>
/// <param name="Missing">By figure, the names of the bodies that lack it while others have it, in the order given.</param>
public sealed record FigureTotals(IReadOnlyDictionary<string, FigurePair> Figures, IReadOnlyDictionary<FigureTerm, IReadOnlyList<string>> Missing)
{
    /// <summary>Adds up bodies, each with its name.</summary>
    public static FigureTotals Of(IReadOnlyList<(string Name, IReadOnlyDictionary<string, FigurePair> Figures)> bodies)
    {
        var missing = new Dictionary<FigureTerm, IReadOnlyList<string>>();
        var sums = Indicators.All.Where(indicator => indicator.Adds && bodies.Any(body => body.Figures.ContainsKey(indicator.Key))).ToDictionary(
            indicator => indicator.Key, indicator => new FigurePair(Sum(FigureTerm.Planned(indicator.Key), bodies, missing), Sum(FigureTerm.Actual(indicator.Key), bodies, missing)));
        return new(sums, missing);
    }

    private static decimal? Sum(FigureTerm term, IReadOnlyList<(string Name, IReadOnlyDictionary<string, FigurePair> Figures)> bodies, Dictionary<FigureTerm, IReadOnlyList<string>> missing)
    {
        var known = bodies.Select(body => term.In(body.Figures)).OfType<decimal>().ToList();
        if (known.Count == 0) return null;
        if (known.Count < bodies.Count) missing[term] = bodies.Where(body => term.In(body.Figures) is null).Select(body => body.Name).ToList();
        return known.Sum();
    }
}
