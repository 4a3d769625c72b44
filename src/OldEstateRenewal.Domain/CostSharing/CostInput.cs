namespace OldEstateRenewal.Domain.CostSharing;

/// <summary>What a cost rule is applied to (分摊的输入).</summary>
/// <param name="Cost">The cost, fee or settlement; not negative.</param>
public sealed record CostInput(Money Cost)
{
    /// <summary>The households, where each is known.</summary>
    public IReadOnlyList<Household> Households { get; init; } = [];

    /// <summary>The number of households; those listed unless stated otherwise.</summary>
    public int? HouseholdCount { get; init; }

    /// <summary>The area on which rates per ㎡ are charged; that of the households listed unless stated otherwise.</summary>
    public Area? Area { get; init; }

    /// <summary>Fractions to be supplied (约定比例、本级确定的比例), by payer.</summary>
    public IReadOnlyDictionary<string, Fraction> Fractions { get; init; } = new Dictionary<string, Fraction>();

    /// <summary>Amounts to be supplied (上级补助额 …), by payer.</summary>
    public IReadOnlyDictionary<string, Money> Amounts { get; init; } = new Dictionary<string, Money>();

    /// <summary>How many households pay, or null when unknown.</summary>
    internal int? Count => HouseholdCount ?? (Households.Count > 0 ? Households.Count : null);

    /// <summary>The area that is charged, or null when unknown.</summary>
    internal Area? Charged => Area ?? (Households.Count > 0 ? Listed : null);

    /// <summary>Where the households listed are not those that the cost was computed with (户名册与输入不符); empty where they are.</summary>
    internal IEnumerable<string> Mismatches()
    {
        if (HouseholdCount is { } count && count != Households.Count) yield return $"户名册 {Households.Count} 户，与 {count} 户不符";
        if (Area is { } area && area != Listed) yield return $"户名册面积合计 {Listed} ㎡，与 {area} ㎡不符";
    }

    private Area Listed => Households.Aggregate(Domain.Area.Zero, (sum, household) => sum + household.Area);
}
