using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>
/// Several lines that one rule shares as one cost (同一规则各行合并计算): an amount per household is paid once for the whole, and the subsidy of a settlement is
/// taken off once. What each payer pays of the whole is then laid on the lines, exact in both directions.
/// </summary>
/// <param name="Whole">The answer for the lines together.</param>
/// <param name="Lines">For each line, in the order given, what each payer of the rule pays of it; empty when something is missing.</param>
public sealed record JointCost(CostAnswer Whole, IReadOnlyList<IReadOnlyList<Money>> Lines)
{
    /// <summary>Applies a rule to lines together; the cost in <paramref name="input"/> is replaced by their sum.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A cost is negative.</exception>
    public static JointCost Apply(PolicyAnswer<CostRule> rule, IReadOnlyList<Money> costs, CostInput input)
    {
        foreach (var cost in costs) ArgumentOutOfRangeException.ThrowIfNegative(cost.Fen, nameof(costs));
        var whole = CostAnswer.Apply(rule, input with { Cost = costs.Aggregate(Money.Zero, (sum, cost) => sum + cost) });
        return new JointCost(whole, whole.Missing.Count > 0 ? [] : Lay(whole.Shares.Select(share => share.Amount).ToList(), costs));
    }

    /// <summary>Payer by payer over what is left of each line: nobody gets more of a line than is left, so that the last payer takes what remains.</summary>
    private static List<IReadOnlyList<Money>> Lay(List<Money> payers, IReadOnlyList<Money> costs)
    {
        var left = costs.Select(cost => cost.Fen).ToArray();
        var lines = costs.Select(_ => new Money[payers.Count]).ToArray();
        for (var payer = 0; payer < payers.Count; payer++)
        {
            if (left.All(fen => fen == 0)) break;
            var parts = LargestRemainder.Split(payers[payer].Fen, left);
            for (var line = 0; line < left.Length; line++) (lines[line][payer], left[line]) = (Money.FromFen(parts[line]), left[line] - parts[line]);
        }

        return [.. lines];
    }
}
