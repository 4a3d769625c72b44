namespace OldEstateRenewal.Domain.Planning;

/// <summary>How figures of the same kind lie (同类数据的分布): least, median and greatest, exact.</summary>
/// <param name="Count">How many figures.</param>
/// <param name="Least">The least (最低).</param>
/// <param name="Median">The middle one, or halfway between the two in the middle (中位数).</param>
/// <param name="Most">The greatest (最高).</param>
public sealed record Spread(int Count, Fraction Least, Fraction Median, Fraction Most)
{
    /// <summary>The spread of figures in any order; null when there are none.</summary>
    public static Spread? Of(IEnumerable<Fraction> figures)
    {
        var sorted = figures.Order().ToList();
        if (sorted.Count == 0) return null;
        var middle = (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
        return new Spread(sorted.Count, sorted[0], middle, sorted[^1]);
    }
}
