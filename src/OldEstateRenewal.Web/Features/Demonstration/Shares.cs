using System.Numerics;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>Divides a whole so that the parts add up to it.</summary>
internal static class Shares
{
    public static long[] Even(long whole, int parts) => Weighted(whole, Enumerable.Repeat(1, parts).ToArray());

    public static long[] Weighted(long whole, int[] weights)
    {
        var total = (BigInteger)weights.Sum(weight => (long)weight);
        var shares = new long[weights.Length];
        BigInteger passed = 0;
        long given = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            passed += weights[i];
            shares[i] = (long)(whole * passed / total) - given;
            given += shares[i];
        }

        return shares;
    }
}
