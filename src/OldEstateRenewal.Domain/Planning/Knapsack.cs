using System.Numerics;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>
/// The exact 0/1 knapsack under up to three limits, after Nemhauser and Ullmann: from the last candidate to the first, all ways to fill that no other way beats
/// are kept, less those that cannot reach what a first, hurried search has reached. Values are compared as whole numbers that stand for the exact sums, and by
/// the exact sums themselves where those are too close to tell.
/// </summary>
internal sealed class Knapsack
{
    private const int Resources = 3;
    private const int Bits = 59;
    // The hurried search keeps so many ways; of many ways under several limits each is compared with so many others, which costs speed and nothing else.
    private const int Hurried = 300;
    private const int Thorough = 20_000;
    private const int ThoroughUnderSeveral = 10_000;
    private const int Compared = 32;
    private readonly IReadOnlyList<SelectionOption> options;
    private readonly long[] capacity;
    private readonly long[][] uses;
    private readonly int[] active;
    private readonly BigInteger[] exact;
    private readonly long[] rough;
    private readonly long slack;

    /// <param name="options">Those to choose from, the best ranked first; each fits by itself.</param>
    /// <param name="left">The capacity of money in 分, estates and households; null is no limit.</param>
    public Knapsack(IReadOnlyList<SelectionOption> options, IReadOnlyList<long?> left)
    {
        this.options = options;
        uses = options.Select(option => new[] { option.Cost?.Fen ?? 0, 1L, option.Households ?? 0 }).ToArray();
        active = Enumerable.Range(0, Resources).Where(one => left[one] is { } most && uses.Sum(use => use[one]) > most).ToArray();
        capacity = left.Select(most => most ?? 0).ToArray();
        var denominator = options.Aggregate(BigInteger.One, (product, option) => product / BigInteger.GreatestCommonDivisor(product, option.Score.Denominator) * option.Score.Denominator);
        exact = options.Select(option => option.Score.Numerator * (denominator / option.Score.Denominator)).ToArray();
        var shift = Math.Max(0, (int)exact.Aggregate(BigInteger.Zero, (sum, value) => sum + value).GetBitLength() - Bits);
        rough = exact.Select(value => (long)(value >> shift)).ToArray();
        slack = shift == 0 ? 0 : options.Count;
    }

    private readonly record struct Way(long Rough, long Use0, long Use1, long Use2, int Next, bool Taken)
    {
        public long Use(int resource) => resource switch { 0 => Use0, 1 => Use1, _ => Use2 };
    }

    /// <summary>
    /// Whether nothing was left untried. Scores and costs that go together to the last 分 make more ways than can be kept; then what is found keeps every limit
    /// and is good, but may not be the best.
    /// </summary>
    public bool IsProven { get; private set; } = true;

    /// <summary>The ids of the best selection; among equals the one that takes the better ranked.</summary>
    public HashSet<string> Best()
    {
        if (active.Length == 0) return options.Select(option => option.Id).ToHashSet();
        var reached = Fill(0, Hurried)[0].Max(way => way.Rough);
        IsProven = true;
        var levels = Fill(reached, active.Length == 1 ? Thorough : ThoroughUnderSeveral);
        var best = levels[0].Aggregate((one, other) => Compare(levels, 0, one, other) >= 0 ? one : other);
        return Walk(levels, Exact(levels, 0, best));
    }

    /// <summary>The ways to fill with the candidates from each one on to the last, less those that cannot come to what is reached already.</summary>
    private Way[][] Fill(long reached, int most)
    {
        var levels = new Way[options.Count + 1][];
        levels[^1] = [default];
        for (var i = options.Count - 1; i >= 0; i--)
        {
            var bound = new KnapsackBound(rough.AsSpan(0, i), uses, active, capacity);
            var (without, with) = (new List<Way>(), new List<Way>());
            for (var next = 0; next < levels[i + 1].Length; next++)
            {
                var way = levels[i + 1][next] with { Next = next, Taken = false };
                if (bound.Reaches(reached - slack - way.Rough, way.Use0, way.Use1, way.Use2)) without.Add(way);
                way = new Way(way.Rough + rough[i], way.Use0 + uses[i][0], way.Use1 + uses[i][1], way.Use2 + uses[i][2], next, true);
                if (Fits(way) && bound.Reaches(reached - slack - way.Rough, way.Use0, way.Use1, way.Use2)) with.Add(way);
            }

            levels[i] = Undominated(levels, i, without, with);
            if (levels[i].Length > most) levels[i] = Promising(levels, i, bound, most);
        }

        return levels;
    }

    private Way[] Promising(Way[][] levels, int level, KnapsackBound bound, int most)
    {
        IsProven = false;
        var ways = levels[level].OrderByDescending(way => way.Rough + bound.Most(way.Use0, way.Use1, way.Use2)).Take(most).ToArray();
        Array.Sort(ways, (one, other) => Order(levels, level, one, other));
        return ways;
    }

    private bool Fits(Way way)
    {
        foreach (var resource in active)
            if (way.Use(resource) > capacity[resource]) return false;
        return true;
    }

    /// <summary>Leaves out ways that another one equals or beats in value without using more. Both lists are in order, and so is what is kept.</summary>
    private Way[] Undominated(Way[][] levels, int level, List<Way> without, List<Way> with)
    {
        var kept = new List<Way>();
        for (int i = 0, j = 0; i < without.Count || j < with.Count;)
        {
            var way = j == with.Count || (i < without.Count && Order(levels, level, without[i], with[j]) <= 0) ? without[i++] : with[j++];
            if (!IsBeaten(levels, level, kept, way)) kept.Add(way);
        }

        return [.. kept];
    }

    private int Order(Way[][] levels, int level, Way one, Way other)
    {
        var byUse = one.Use(active[0]).CompareTo(other.Use(active[0]));
        return byUse != 0 ? byUse : Compare(levels, level, other, one);
    }

    /// <summary>With one limit the last kept has the greatest value so far and decides alone.</summary>
    private bool IsBeaten(Way[][] levels, int level, List<Way> kept, Way way)
    {
        var least = Math.Max(0, kept.Count - (active.Length == 1 ? 1 : Compared));
        for (var at = kept.Count - 1; at >= least; at--)
            if (UsesNoMore(kept[at], way) && Compare(levels, level, kept[at], way) >= 0) return true;
        return false;
    }

    private bool UsesNoMore(Way one, Way other)
    {
        foreach (var resource in active)
            if (one.Use(resource) > other.Use(resource)) return false;
        return true;
    }

    /// <summary>From the best ranked on: takes each that some best selection takes together with those taken before.</summary>
    private HashSet<string> Walk(Way[][] levels, BigInteger value)
    {
        var chosen = new HashSet<string>();
        var left = capacity.ToArray();
        for (var i = 0; i < options.Count; i++)
        {
            if (active.Any(resource => uses[i][resource] > left[resource]) || !Reaches(levels, i + 1, value - exact[i], left.Select((most, resource) => most - uses[i][resource]).ToArray())) continue;
            chosen.Add(options[i].Id);
            value -= exact[i];
            foreach (var resource in active) left[resource] -= uses[i][resource];
        }

        return chosen;
    }

    private bool Reaches(Way[][] levels, int level, BigInteger value, long[] left) =>
        levels[level].Any(way => active.All(resource => way.Use(resource) <= left[resource]) && Exact(levels, level, way) >= value);

    private int Compare(Way[][] levels, int level, Way one, Way other)
    {
        if (slack == 0 || Math.Abs(one.Rough - other.Rough) > slack) return one.Rough.CompareTo(other.Rough);
        return Exact(levels, level, one).CompareTo(Exact(levels, level, other));
    }

    private BigInteger Exact(Way[][] levels, int level, Way way)
    {
        var sum = BigInteger.Zero;
        for (; level < options.Count; level++, way = levels[level][way.Next])
            if (way.Taken) sum += exact[level];
        return sum;
    }
}
