namespace OldEstateRenewal.Domain.Policies;

/// <summary>A reason reached under a rule on a day, with the warning about that rule's validity (结论).</summary>
/// <param name="Reason">The whole tree of reasons.</param>
/// <param name="Warning">Such as 依据已于2025-08-31失效; null while the rule is in force.</param>
public sealed record Decision(Reason Reason, string? Warning)
{
    /// <summary>What became of it.</summary>
    public Outcome Outcome => Reason.Outcome;

    /// <summary>Where it comes from.</summary>
    public Citation Citation => Reason.Citation;
}
