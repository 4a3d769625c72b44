using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>Figures as rows keep them: keys, and a value for each in the same order.</summary>
public static class FigureArrays
{
    public static IReadOnlyDictionary<string, FigurePair> Pairs(string[] keys, decimal?[] planned, decimal?[] actual) =>
        keys.Select((key, at) => (key, Pair: new FigurePair(planned[at], actual[at]))).ToDictionary(each => each.key, each => each.Pair);

    /// <summary>Nothing reported is no sum, not zero.</summary>
    public static decimal? Sum(IEnumerable<decimal?> values) => values.Aggregate((decimal?)null, (sum, value) => value is null ? sum : (sum ?? 0) + value);
}
