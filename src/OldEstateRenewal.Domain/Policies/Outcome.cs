namespace OldEstateRenewal.Domain.Policies;

/// <summary>
/// What became of one condition (判定), from worst to best. The order is a chain, so that "all" is the worst of its parts and
/// "any" the best: a fact that passes can then never make a whole worse.
/// </summary>
public enum Outcome
{
    /// <summary>不符合.</summary>
    Failed,

    /// <summary>待查：a fact is missing.</summary>
    Unknown,

    /// <summary>需人工认定：the document leaves it to a person.</summary>
    Review,

    /// <summary>符合.</summary>
    Passed,
}

/// <summary>Words and combinations of outcomes.</summary>
public static class Outcomes
{
    /// <summary>The outcome in Chinese: 符合、不符合、需人工认定、待查.</summary>
    public static string InWords(this Outcome outcome) => outcome switch
    {
        Outcome.Passed => "符合",
        Outcome.Failed => "不符合",
        Outcome.Review => "需人工认定",
        _ => "待查",
    };

    /// <summary>Of conditions that must all hold: the worst; passed when there is none.</summary>
    public static Outcome All(IEnumerable<Outcome> parts) => parts.Append(Outcome.Passed).Min();

    /// <summary>Of conditions of which one must hold: the best; failed when there is none.</summary>
    public static Outcome Any(IEnumerable<Outcome> parts) => parts.Append(Outcome.Failed).Max();

    /// <summary>True is passed, false is failed, null is unknown.</summary>
    public static Outcome Of(bool? holds) => holds switch { true => Outcome.Passed, false => Outcome.Failed, null => Outcome.Unknown };
}
