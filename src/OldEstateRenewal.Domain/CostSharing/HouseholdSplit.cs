using System.Numerics;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>By what a sum is split over households (按户分摊方式).</summary>
public enum SplitBy
{
    /// <summary>按户均摊.</summary>
    Dwelling,

    /// <summary>按专有部分面积.</summary>
    Area,

    /// <summary>按楼层系数.</summary>
    Storey,

    /// <summary>按楼层系数与面积之积.</summary>
    StoreyAndArea,
}

/// <summary>A household that pays (分摊户).</summary>
/// <param name="Key">Its key; ties are settled in order of key.</param>
/// <param name="Area">Its exclusive area.</param>
/// <param name="Storey">Its storey, or null where it is not known.</param>
public sealed record Household(string Key, Area Area, int? Storey = null);

/// <summary>What one household pays (户应承担额).</summary>
public sealed record HouseholdShare(Household Household, Money Amount);

/// <summary>What the households pay, or what keeps it from being said (按户分摊结果).</summary>
/// <param name="Shares">In order of household key; empty when something is missing.</param>
/// <param name="Missing">What is missing, in words.</param>
public sealed record HouseholdShares(IReadOnlyList<HouseholdShare> Shares, IReadOnlyList<string> Missing)
{
    /// <summary>The working: sum and number of households, clause and rule, what is missing, the validity warning.</summary>
    public IReadOnlyList<string> Working { get; init; } = [];
}

/// <summary>The coefficient of the storeys from–to (楼层系数).</summary>
public sealed record StoreyCoefficient(int From, int To, Fraction Coefficient);

/// <summary>How a sum is split over households (按户分摊规则).</summary>
public sealed record HouseholdSplit(SplitBy By, IReadOnlyList<StoreyCoefficient> Coefficients)
{
    /// <summary>The rule in words.</summary>
    public string InWords => By switch
    {
        SplitBy.Dwelling => "按户均摊",
        SplitBy.Area => "按专有部分面积分摊",
        _ => (By == SplitBy.Storey ? "按楼层系数分摊：" : "按楼层系数与面积之积分摊：")
            + string.Join("、", Coefficients.Select(step => $"{step.From}—{step.To} 层 {step.Coefficient}")),
    };

    /// <summary>
    /// By what a household counts (分摊权数): one, its area in 0.01 ㎡, its storey's coefficient, or coefficient times area; null where its storey has no coefficient. Its exact share is the
    /// sum times its weight over all weights.
    /// </summary>
    public Fraction? WeightOf(Household household) => By switch
    {
        SplitBy.Dwelling => Fraction.One,
        SplitBy.Area => household.Area.Hundredths,
        SplitBy.Storey => CoefficientOf(household.Storey),
        _ => CoefficientOf(household.Storey) is { } coefficient ? coefficient * household.Area.Hundredths : null,
    };

    /// <summary>Splits a sum. The order of the households does not matter; the sum of the shares is the whole.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The sum is negative.</exception>
    public HouseholdShares Of(Money sum, IEnumerable<Household> households) => Weigh(sum, households, WeightOf);

    /// <summary>Splits a sum by given weights, null where a household has none.</summary>
    internal static HouseholdShares Weigh(Money sum, IEnumerable<Household> households, Func<Household, Fraction?> weightOf)
    {
        var ordered = households.OrderBy(household => household.Key, StringComparer.Ordinal).ToList();
        var weights = ordered.Select(weightOf).ToList();
        var missing = ordered.Where((_, i) => weights[i] is null).Select(household => $"{household.Key} 缺楼层，或该楼层无系数、定额").ToList();
        if (missing.Count == 0 && sum > Money.Zero && weights.All(weight => weight == Fraction.Zero)) missing.Add("分摊基数为零（无分摊户，或面积、系数均为零）");
        if (missing.Count > 0) return new HouseholdShares([], missing);
        if (sum == Money.Zero) return new HouseholdShares(ordered.Select(household => new HouseholdShare(household, Money.Zero)).ToList(), []);
        var fen = LargestRemainder.Split(sum.Fen, Whole(weights.Select(weight => weight!.Value).ToList()));
        return new HouseholdShares(ordered.Select((household, i) => new HouseholdShare(household, Money.FromFen(fen[i]))).ToList(), []);
    }

    /// <summary>Reads { by, coefficients? [{ from, to, coefficient }] }.</summary>
    internal static HouseholdSplit? Read(PolicyNode? node)
    {
        if (node is null) return null;
        var coefficients = node.Objects("coefficients")
            .Select(step => new StoreyCoefficient(step.Whole("from", -9, 200), step.Whole("to", -9, 200), step.Fraction("coefficient", 1000))).ToList();
        var split = new HouseholdSplit(node.Choice<SplitBy>("by"), coefficients);
        var needs = split.By is SplitBy.Storey or SplitBy.StoreyAndArea;
        return needs == coefficients.Count > 0 ? split : node.Wrong("coefficients", "按楼层分摊时必填，否则不填", split);
    }

    /// <summary>The weights as whole numbers in the same proportion.</summary>
    private static List<long> Whole(IReadOnlyList<Fraction> weights)
    {
        var scale = weights.Select(weight => weight.Denominator).Distinct()
            .Aggregate(BigInteger.One, (least, denominator) => least / BigInteger.GreatestCommonDivisor(least, denominator) * denominator);
        return weights.Select(weight => (long)(weight.Numerator * (scale / weight.Denominator))).ToList();
    }

    private Fraction? CoefficientOf(int? storey) => Coefficients.FirstOrDefault(step => step.From <= storey && storey <= step.To)?.Coefficient;
}
