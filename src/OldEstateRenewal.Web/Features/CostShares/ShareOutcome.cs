using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Costs;

namespace OldEstateRenewal.Web.Features.CostShares;

public sealed record PayerAmount(string Payer, string Name, Money Amount);

/// <summary>What a payer pays in all, with the names it goes by in the lines.</summary>
public sealed record PayerSum(string Payer, string Name, Money Amount, string Detail);

/// <summary>One line with who pays it and why.</summary>
public sealed record ShareRow(CostLine Line)
{
    /// <summary>All rules that apply, the most special first.</summary>
    public IReadOnlyList<PolicyAnswer<CostRule>> Applying { get; init; } = [];

    /// <summary>The rule taken; null where none is, or the amounts are frozen.</summary>
    public PolicyAnswer<CostRule>? Rule { get; init; }

    public ShareChoice Choice { get; init; } = ShareChoice.None;

    public string? Clause { get; init; }

    /// <summary>In the rule's order; they add up to the cost of the line. Empty while something is missing.</summary>
    public IReadOnlyList<PayerAmount> Amounts { get; init; } = [];

    public IReadOnlyList<string> Working { get; init; } = [];

    public IReadOnlyList<string> Missing { get; init; } = [];

    public IReadOnlyList<string> Flags { get; init; } = [];

    public Money Of(string payer) => Amounts.FirstOrDefault(amount => amount.Payer == payer)?.Amount ?? Money.Zero;

    /// <summary>What the rule leaves to be supplied.</summary>
    public IEnumerable<CostShare> Asked => (Rule?.Item.Shares ?? []).Where(share => share.Kind is ShareKind.SuppliedFraction or ShareKind.SuppliedAmount);
}

/// <summary>Who pays what of all lines.</summary>
public sealed record ShareOutcome(IReadOnlyList<ShareRow> Rows, int? Households)
{
    public Money Cost => CostFigures.Sum(Rows.Select(row => row.Line));

    public Money Shared => Sums.Aggregate(Money.Zero, (sum, payer) => sum + payer.Amount);

    public bool IsComplete => Rows.All(row => row.Amounts.Count > 0);

    public IReadOnlyList<PayerSum> Sums { get; } = Rows.SelectMany(row => row.Amounts).GroupBy(amount => amount.Payer)
        .Select(payer => new PayerSum(payer.Key, ShareWords.Payer(payer.Key, payer.First().Name), Add(payer),
            string.Join("；", payer.GroupBy(amount => amount.Name).Select(name => $"{name.Key} {Add(name)}"))))
        .OrderBy(payer => ShareWords.Order(payer.Payer)).ThenBy(payer => payer.Payer, StringComparer.Ordinal).ToList();

    public Money Of(string payer) => Sums.FirstOrDefault(sum => sum.Payer == payer)?.Amount ?? Money.Zero;

    private static Money Add(IEnumerable<PayerAmount> amounts) => amounts.Aggregate(Money.Zero, (sum, amount) => sum + amount.Amount);
}

/// <summary>Two outcomes payer by payer: what is and what would be.</summary>
public sealed record ShareDifference(ShareOutcome Before, ShareOutcome After, string BeforeName, string AfterName)
{
    private const string None = "—";

    public IReadOnlyList<(string Key, string Name)> Payers => Before.Sums.Concat(After.Sums).Select(sum => (sum.Payer, sum.Name)).DistinctBy(payer => payer.Payer).OrderBy(payer => ShareWords.Order(payer.Payer)).ToList();

    /// <summary>Whether both sides can be laid beside each other: the sums of a side in which something is missing are none.</summary>
    public bool IsComplete => Before.IsComplete && After.IsComplete;

    public static string Sum(ShareOutcome side, Money amount) => side.IsComplete ? amount.ToString() : None;

    public static string PerHousehold(ShareOutcome side, Money amount) => side.IsComplete ? ShareWords.PerHousehold(amount, side.Households) : None;

    public string Between(Money before, Money after) => IsComplete ? CostWords.Signed(after - before) : None;

    public string PerHouseholdBetween(Money before, Money after)
    {
        if (!IsComplete || Before.Households is not (> 0 and { } first) || After.Households is not (> 0 and { } second)) return None;
        return (new Fraction(after.Fen, second * 100L) - new Fraction(before.Fen, first * 100L)).ToDecimal().ToString("+0.00;-0.00;0.00", System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>By how much owners pay more of a line; nothing to be said while one side does not know.</summary>
    public static string OfOwners(ShareRow before, ShareRow after) => before.Amounts.Count > 0 && after.Amounts.Count > 0 ? CostWords.Signed(after.Of("owners") - before.Of("owners")) : None;
}
