using System.Numerics;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>
/// Splitting to the 分 (分摊取整): everybody gets the floor of the exact share, and the remaining 分 go one each to the largest remainders,
/// ties to the earlier one. The sum is the whole, always; no share is more than one 分 away from exact.
/// </summary>
public static class LargestRemainder
{
    /// <summary>Splits <paramref name="total"/> by weights.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The total or a weight is negative, or no weight is above zero.</exception>
    public static IReadOnlyList<long> Split(long total, IReadOnlyList<long> weights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(total);
        var (sum, most) = ((Int128)0, 0L);
        foreach (var weight in weights)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(weight, nameof(weights));
            (sum, most) = (sum + weight, Math.Max(most, weight));
        }

        ArgumentOutOfRangeException.ThrowIfZero(sum, nameof(weights));
        return (Int128)total * most <= long.MaxValue && sum <= long.MaxValue ? SplitNarrow(total, weights, (long)sum) : SplitWide(total, weights, sum);
    }

    /// <summary>Rounds exact shares that add up to a whole number.</summary>
    /// <exception cref="ArgumentException">The shares do not add up to a whole number, or one is negative.</exception>
    public static IReadOnlyList<long> Round(IReadOnlyList<Fraction> exact)
    {
        var total = exact.Aggregate(Fraction.Zero, (sum, share) => sum + share);
        if (!total.Denominator.IsOne || exact.Any(share => share < Fraction.Zero)) throw new ArgumentException("The shares must not be negative and add up to a whole number.", nameof(exact));
        var shares = exact.Select(share => (long)share.Floor()).ToArray();
        var remainders = exact.Select(share => share - new Fraction(share.Floor(), BigInteger.One)).ToArray();
        HandOut(shares, remainders, (long)total.Numerator - shares.Sum());
        return shares;
    }

    /// <summary>The everyday case: every product fits into a long.</summary>
    private static long[] SplitNarrow(long total, IReadOnlyList<long> weights, long sum)
    {
        var (shares, remainders, left) = (new long[weights.Count], new long[weights.Count], total);
        for (var i = 0; i < shares.Length; i++)
        {
            (shares[i], remainders[i]) = Math.DivRem(total * weights[i], sum);
            left -= shares[i];
        }

        HandOut(shares, remainders, left);
        return shares;
    }

    private static long[] SplitWide(long total, IReadOnlyList<long> weights, Int128 sum)
    {
        var (shares, remainders, left) = (new long[weights.Count], new Int128[weights.Count], total);
        for (var i = 0; i < shares.Length; i++)
        {
            var (quotient, remainder) = Int128.DivRem((Int128)total * weights[i], sum);
            (shares[i], remainders[i]) = ((long)quotient, remainder);
            left -= shares[i];
        }

        HandOut(shares, remainders, left);
        return shares;
    }

    private static void HandOut<T>(long[] shares, T[] remainders, long left) where T : IComparable<T>
    {
        if (left == 0) return;
        var order = new int[shares.Length];
        for (var i = 0; i < order.Length; i++) order[i] = i;
        Array.Sort(order, (a, b) => remainders[b].CompareTo(remainders[a]) is var byRemainder and not 0 ? byRemainder : a.CompareTo(b));
        for (var i = 0; i < left; i++) shares[order[i]]++;
    }
}
