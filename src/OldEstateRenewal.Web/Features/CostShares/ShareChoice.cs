using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>What a person has decided about one line: which rule, or which payer where there is none, and the figures that the rule leaves to the county.</summary>
public sealed record ShareChoice
{
    public const string ByHand = "by-hand";

    public static ShareChoice None { get; } = new();

    public string? RuleDocument { get; init; }

    public string? RuleKey { get; init; }

    /// <summary>The one payer of a line that no rule covers.</summary>
    public string? Payer { get; init; }

    public string? Basis { get; init; }

    public IReadOnlyDictionary<string, Fraction> Fractions { get; init; } = new Dictionary<string, Fraction>();

    public IReadOnlyDictionary<string, Money> Amounts { get; init; } = new Dictionary<string, Money>();

    public static ShareChoice Of(ShareLine line)
    {
        var byHand = line is { RuleDocument: null, RuleKey: ByHand };
        return new ShareChoice
        {
            RuleDocument = line.RuleDocument,
            RuleKey = byHand ? null : line.RuleKey,
            Payer = byHand ? line.Amounts.MinBy(amount => amount.Sequence)?.Payer : null,
            Basis = line.Basis,
            Fractions = byHand ? new Dictionary<string, Fraction>() : line.Amounts.Where(amount => amount.SuppliedFraction is not null).ToDictionary(amount => amount.Payer, amount => Fraction.Parse(amount.SuppliedFraction!)),
            Amounts = line.Amounts.Where(amount => amount.SuppliedAmount is not null).ToDictionary(amount => amount.Payer, amount => amount.SuppliedAmount!.Value),
        };
    }
}
