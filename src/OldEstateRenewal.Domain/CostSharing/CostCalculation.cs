using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>
/// One application of a cost rule. First what is fixed or a fraction of the whole, then fractions of the rest, then ratios, then the remainder;
/// nobody gets less than nothing and together they get the cost.
/// </summary>
internal sealed class CostCalculation
{
    private readonly PolicyAnswer<CostRule> rule;
    private readonly CostInput input;
    private readonly IReadOnlyList<CostShare> shares;
    private readonly Fraction[] exact;
    private readonly List<string> flags = [];
    private Fraction left;

    public CostCalculation(PolicyAnswer<CostRule> rule, CostInput input)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(input.Cost.Fen, nameof(input));
        ArgumentOutOfRangeException.ThrowIfNegative(input.HouseholdCount ?? 0, nameof(input));
        (this.rule, this.input, shares, left) = (rule, input, rule.Item.Shares, input.Cost.Fen);
        exact = new Fraction[shares.Count];
    }

    public CostAnswer Answer()
    {
        var missing = shares.SelectMany(Missing).Distinct().ToList();
        if (missing.Count > 0) return new CostAnswer(rule, input, [], missing, []);
        Claim(share => IsFixed(share) || (IsFraction(share) && share.Of == ShareOf.Whole), input.Cost.Fen);
        Claim(share => IsFraction(share) && share.Of == ShareOf.Rest, left);
        var ratios = shares.Where(share => share.Kind == ShareKind.Ratio).Aggregate(Fraction.Zero, (sum, share) => sum + share.Value!.Value);
        if (ratios > Fraction.Zero) Claim(share => share.Kind == ShareKind.Ratio, left / ratios);
        Claim(share => share.Kind == ShareKind.Remainder, left);
        var fen = LargestRemainder.Round(exact);
        return new CostAnswer(rule, input, shares.Select((share, i) => new PayerShare(share, Money.FromFen(fen[i]), exact[i])).ToList(), [], flags);
    }

    /// <summary>The fixed amount of a household's storey, or null where there is none.</summary>
    public static Money? StoreyAmount(CostShare share, Household household) =>
        share.Steps.FirstOrDefault(step => step.From <= household.Storey && household.Storey <= step.To)?.Amount;

    private static bool IsFixed(CostShare share) =>
        share.Kind is ShareKind.PerHousehold or ShareKind.PerSquareMetre or ShareKind.StoreySteps or ShareKind.SuppliedAmount or ShareKind.Tiers;

    private static bool IsFraction(CostShare share) => share.Kind is ShareKind.Fraction or ShareKind.SuppliedFraction;

    private void Claim(Func<CostShare, bool> which, Fraction of)
    {
        var claims = shares.Select((share, i) => (Index: i, Claim: which(share) ? Limit(share, Raw(share, of)) : Fraction.Zero)).Where(claim => claim.Claim > Fraction.Zero).ToList();
        var sum = claims.Aggregate(Fraction.Zero, (total, claim) => total + claim.Claim);
        var scale = sum > left && rule.Item.Excess == CostExcess.Proportional ? left / sum : Fraction.One;
        if (sum > left) flags.Add($"各方份额合计 {Money.FromFen((long)sum.Ceiling())} 元超过费用 {Money.FromFen((long)left.Ceiling())} 元，{(scale == Fraction.One ? "按所列次序承担至足额" : "按比例缩减")}，不出现负数");
        foreach (var (index, claim) in claims)
        {
            var taken = scale * claim;
            exact[index] = taken < left ? taken : left;
            left -= exact[index];
        }
    }

    private Fraction Raw(CostShare share, Fraction of) => share.Kind switch
    {
        ShareKind.Fraction or ShareKind.Ratio => share.Value!.Value * of,
        ShareKind.SuppliedFraction => (input.Fractions.TryGetValue(share.Payer, out var fraction) ? fraction : share.Value!.Value) * of,
        ShareKind.SuppliedAmount => (input.Amounts.TryGetValue(share.Payer, out var amount) ? amount : share.Amount!.Value).Fen,
        ShareKind.PerHousehold => share.Amount!.Value.Fen * (Fraction)input.Count!.Value,
        ShareKind.PerSquareMetre => new Fraction(share.Amount!.Value.Fen, 100) * input.Charged!.Value.Hundredths,
        ShareKind.StoreySteps => input.Households.Aggregate(Fraction.Zero, (sum, household) => sum + StoreyAmount(share, household)!.Value.Fen),
        ShareKind.Tiers => Tiered(share.Tiers),
        _ => of,
    };

    private Fraction Tiered(IReadOnlyList<CostTier> tiers)
    {
        var (sum, from) = (Fraction.Zero, 0L);
        foreach (var tier in tiers)
        {
            var to = Math.Min(tier.UpTo?.Fen ?? long.MaxValue, input.Cost.Fen);
            if (to > from) sum += tier.Share * (to - from);
            from = Math.Max(from, to);
        }

        return sum;
    }

    private Fraction Limit(CostShare share, Fraction raw)
    {
        if (share.Floor is { } floor && raw < (Fraction)floor.Fen) raw = floor.Fen;
        if (share.CapPerHousehold is { } each && raw > (Fraction)each.Fen * input.Count!.Value) raw = (Fraction)each.Fen * input.Count.Value;
        return share.Cap is { } cap && raw > (Fraction)cap.Fen ? cap.Fen : raw;
    }

    private IEnumerable<string> Missing(CostShare share)
    {
        if (share.Kind == ShareKind.SuppliedFraction && share.Value is null && !input.Fractions.ContainsKey(share.Payer)) yield return $"{share.Name}承担比例：{share.Asks}";
        if (share.Kind == ShareKind.SuppliedFraction && input.Fractions.TryGetValue(share.Payer, out var fraction) && (fraction < Fraction.Zero || fraction > Fraction.One)) yield return $"{share.Name}承担比例须在 0 至 1 之间";
        if (share.Kind == ShareKind.SuppliedAmount && share.Amount is null && !input.Amounts.ContainsKey(share.Payer)) yield return $"{share.Name}金额：{share.Asks}";
        if (share.Kind == ShareKind.SuppliedAmount && input.Amounts.TryGetValue(share.Payer, out var amount) && amount < Money.Zero) yield return $"{share.Name}金额不得为负";
        if (share.NeedsHouseholds && input.Count is null) yield return "户数";
        if (share.Kind == ShareKind.PerSquareMetre && input.Charged is null) yield return "计费面积";
        if (share.Kind == ShareKind.StoreySteps && (input.Households.Count == 0 || input.Households.Any(household => StoreyAmount(share, household) is null))) yield return "各户楼层（或该楼层无定额）";
    }
}
