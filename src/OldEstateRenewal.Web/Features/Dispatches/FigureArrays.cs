using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>What rows keep as arrays: keys, and a value for each in the same order.</summary>
public static class FigureArrays
{
    public static IReadOnlyDictionary<string, FigurePair> Pairs(string[] keys, decimal?[] planned, decimal?[] actual) =>
        keys.Select((key, at) => (key, Pair: new FigurePair(planned[at], actual[at]))).ToDictionary(each => each.key, each => each.Pair);

    /// <summary>The value that stands beside a key; nothing where the key is not there.</summary>
    public static TValue? At<TKey, TValue>(TKey[] keys, TKey key, TValue?[] values) => Array.IndexOf(keys, key) is >= 0 and var at ? values[at] : default;

    /// <summary>Nothing reported is no sum, not zero.</summary>
    public static decimal? Sum(IEnumerable<decimal?> values) => values.Aggregate((decimal?)null, (sum, value) => value is null ? sum : (sum ?? 0) + value);
}
