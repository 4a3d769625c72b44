namespace OldEstateRenewal.Domain.Planning;

/// <summary>
/// How much some candidates can add at most (上界): within each limit alone if they could be cut, and within all limits together when each unit of a limit has
/// its price (Lagrange). Never too low.
/// </summary>
internal sealed class KnapsackBound
{
    private const int Rounds = 4;
    private readonly int[] active;
    private readonly long[] capacity;
    private readonly long[][] taken;
    private readonly long[][] values;
    private readonly Int128[] prices;
    private readonly Int128 profit;

    public KnapsackBound(ReadOnlySpan<long> rough, long[][] uses, int[] active, long[] capacity)
    {
        (this.active, this.capacity) = (active, capacity);
        (taken, values) = (new long[active.Length][], new long[active.Length][]);
        // What was cut off the values in making them whole is less than one each.
        var worth = new long[rough.Length];
        for (var i = 0; i < rough.Length; i++) worth[i] = rough[i] + 1;
        for (var a = 0; a < active.Length; a++) (taken[a], values[a]) = Sums(worth, uses, active[a]);
        prices = active.Length > 1 ? Prices(worth, uses) : [];
        for (var i = 0; i < worth.Length && prices.Length > 0; i++) profit += Int128.Max(0, worth[i] - Paid(uses[i]));
    }

    /// <summary>What can be added to a way that uses so much already.</summary>
    public long Most(long use0, long use1, long use2)
    {
        var most = long.MaxValue;
        Int128 together = profit;
        for (var a = 0; a < active.Length; a++)
        {
            var left = capacity[active[a]] - (active[a] switch { 0 => use0, 1 => use1, _ => use2 });
            most = Math.Min(most, Alone(a, left));
            if (prices.Length > 0) together += prices[a] * left;
        }

        return prices.Length > 0 && together < most ? (long)together : most;
    }

    /// <summary>Whether so much can perhaps be added to a way that uses so much already; asks for the exact bound only where a coarse one does not tell.</summary>
    public bool Reaches(long value, long use0, long use1, long use2)
    {
        Int128 together = profit;
        for (var a = 0; a < active.Length; a++)
        {
            var left = capacity[active[a]] - (active[a] switch { 0 => use0, 1 => use1, _ => use2 });
            var whole = Whole(a, left);
            if (values[a][whole] < value && (whole == values[a].Length - 1 || values[a][whole + 1] < value || Cut(a, whole, left) < value)) return false;
            if (prices.Length > 0) together += prices[a] * left;
        }

        return prices.Length == 0 || together >= value;
    }

    private long Alone(int a, long left)
    {
        var whole = Whole(a, left);
        return whole == values[a].Length - 1 ? values[a][whole] : Cut(a, whole, left);
    }

    private long Cut(int a, int whole, long left)
    {
        var (use, value) = (taken[a], values[a]);
        return value[whole] + (long)((Int128)(value[whole + 1] - value[whole]) * (left - use[whole]) / (use[whole + 1] - use[whole])) + 1;
    }

    /// <summary>How many of the most worthwhile fit uncut.</summary>
    private int Whole(int a, long left)
    {
        var use = taken[a];
        var (whole, end) = (0, use.Length - 1);
        while (whole < end)
        {
            var middle = (whole + end + 1) / 2;
            if (use[middle] <= left) whole = middle;
            else end = middle - 1;
        }

        return whole;
    }

    /// <summary>Uses and values summed up from the candidate with the most value for each unit on.</summary>
    private static (long[] Uses, long[] Values) Sums(long[] worth, long[][] uses, int resource)
    {
        var order = Enumerable.Range(0, worth.Length).ToArray();
        Array.Sort(order, (i, j) => ((Int128)worth[j] * uses[i][resource]).CompareTo((Int128)worth[i] * uses[j][resource]));
        var (use, value) = (new long[worth.Length + 1], new long[worth.Length + 1]);
        for (var i = 0; i < order.Length; i++) (use[i + 1], value[i + 1]) = (use[i] + uses[order[i]][resource], value[i] + worth[order[i]]);
        return (use, value);
    }

    /// <summary>One price after the other is set where the whole becomes least; any prices give a bound, these a close one.</summary>
    private Int128[] Prices(long[] worth, long[][] uses)
    {
        var found = new Int128[active.Length];
        for (var round = 0; round < Rounds * active.Length; round++) found[round % active.Length] = Price(worth, uses, found, round % active.Length);
        return found;
    }

    private Int128 Price(long[] worth, long[][] uses, Int128[] others, int a)
    {
        var rests = worth.Select((value, i) => (Gain: value - active.Select((resource, b) => b == a ? 0 : others[b] * uses[i][resource]).Aggregate((Int128)0, (sum, paid) => sum + paid), Use: uses[i][active[a]]))
            .Where(one => one.Gain > 0 && one.Use > 0).OrderByDescending(one => one.Gain / one.Use).ToList();
        long used = 0;
        foreach (var one in rests)
        {
            used += one.Use;
            if (used > capacity[active[a]]) return one.Gain / one.Use;
        }

        return 0;
    }

    private Int128 Paid(long[] use)
    {
        Int128 paid = 0;
        for (var a = 0; a < active.Length; a++) paid += prices[a] * use[active[a]];
        return paid;
    }
}
