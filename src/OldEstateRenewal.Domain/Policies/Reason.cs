namespace OldEstateRenewal.Domain.Policies;

/// <summary>
/// One reason of a decision (理由), with the reasons below it. The same tree greys out a button, explains it and guards the save.
/// </summary>
/// <param name="Key">The key of the condition, unique among its siblings.</param>
/// <param name="Name">What is required, in Chinese.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Working">Input, rule and result in Chinese words (计算过程).</param>
/// <param name="Citation">Where the requirement comes from.</param>
/// <param name="Parts">The reasons below it; empty for a single condition.</param>
public sealed record Reason(string Key, string Name, Outcome Outcome, string Working, Citation Citation, IReadOnlyList<Reason> Parts)
{
    /// <summary>The fact whose survey would settle this reason, or null.</summary>
    public MissingFact? Missing { get; init; }

    /// <summary>Whether it speaks of one building, below the condition that speaks of the estate.</summary>
    public bool OfBuilding { get; init; }

    /// <summary>The conditions below it that made the outcome what it is; itself, where nothing below did.</summary>
    public IEnumerable<Reason> Decisive =>
        Parts.Where(part => part.Outcome == Outcome && !part.OfBuilding).ToList() is { Count: > 0 } parts ? parts.SelectMany(part => part.Decisive) : [this];

    /// <summary>This reason and all below it, from the top.</summary>
    public IEnumerable<Reason> All => Parts.SelectMany(part => part.All).Prepend(this);

    /// <summary>
    /// The facts to survey (待查事实): those on which the outcome hangs. What is already decided elsewhere is not asked for.
    /// </summary>
    public IEnumerable<MissingFact> MissingFacts => Outcome != Outcome.Unknown
        ? []
        : Parts.SelectMany(part => part.MissingFacts).Concat(Missing is null ? [] : [Missing]).Distinct();

    /// <summary>A single condition.</summary>
    public static Reason Single(string key, string name, Outcome outcome, string working, Citation citation) =>
        new(key, name, outcome, $"{working} → {outcome.InWords()}", citation, []);

    /// <summary>Parts that must all hold (全部满足).</summary>
    public static Reason OfAll(string key, string name, Citation citation, IReadOnlyList<Reason> parts) =>
        OfParts(key, name, citation, parts, Outcomes.All(parts.Select(part => part.Outcome)), "须全部满足");

    /// <summary>Parts of which one must hold (任一满足).</summary>
    public static Reason OfAny(string key, string name, Citation citation, IReadOnlyList<Reason> parts) =>
        OfParts(key, name, citation, parts, Outcomes.Any(parts.Select(part => part.Outcome)), "满足其一即可");

    private static Reason OfParts(string key, string name, Citation citation, IReadOnlyList<Reason> parts, Outcome outcome, string rule) =>
        new(key, name, outcome, $"{rule}：{string.Join("；", parts.Select(part => $"{part.Name}（{part.Outcome.InWords()}）"))} → {outcome.InWords()}", citation, parts);
}

/// <summary>A fact that nobody has surveyed yet (待查事实).</summary>
/// <param name="Key">The key of the fact, as in the catalogue of facts, or "built", "land", "place".</param>
/// <param name="Name">What to survey, in Chinese.</param>
/// <param name="Building">The building it is about, or null for the estate.</param>
public sealed record MissingFact(string Key, string Name, string? Building);
