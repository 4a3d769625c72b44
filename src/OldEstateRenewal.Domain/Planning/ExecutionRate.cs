namespace OldEstateRenewal.Domain.Planning;

/// <summary>
/// How much of a plan was carried out (开工率、完工率): actual over planned, exact. More than the whole occurs (plan 10, started 11: 110%) and is
/// kept as it is, but never without a reason. The published league tables show such rates; an auditor asks where the eleventh comes from.
/// </summary>
public sealed record ExecutionRate
{
    /// <summary>A rate of counts: estates, households, buildings.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A count is negative.</exception>
    public ExecutionRate(int planned, int actual)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(planned);
        ArgumentOutOfRangeException.ThrowIfNegative(actual);
        (Planned, Actual) = (planned, actual);
    }

    /// <summary>计划数.</summary>
    public int Planned { get; }

    /// <summary>实际数.</summary>
    public int Actual { get; }

    /// <summary>Actual over planned; null where nothing was planned.</summary>
    public Fraction? Rate => Planned == 0 ? null : new Fraction(Actual, Planned);

    /// <summary>Whether more was done than planned, also where nothing was planned.</summary>
    public bool IsAbovePlan => Actual > Planned;

    /// <summary>The rate in words: 110%（计划10，实际11）.</summary>
    public string InWords => $"{Rate?.ToPercent() ?? "—"}（计划{Planned}，实际{Actual}）";

    /// <summary>Why the figure cannot be stored with this reason; empty when it can.</summary>
    public IReadOnlyList<string> Refuse(string? reason) =>
        IsAbovePlan && string.IsNullOrWhiteSpace(reason) ? [$"{InWords}超过计划，请填写原因。"] : [];
}
