namespace OldEstateRenewal.Domain.Policies;

/// <summary>What every item of a policy document has: its key in the section, its Chinese name and where it stands.</summary>
/// <param name="Key">The key by which a nearer document overrides a farther one.</param>
/// <param name="Name">The name shown to users, in Chinese.</param>
/// <param name="Citation">Where it comes from.</param>
public sealed record PolicyItemHead(string Key, string Name, Citation Citation)
{
    /// <summary>The item as it stands in the file (JSON 原文): what a frozen rule is kept as.</summary>
    public string Source { get; init; } = "";
}

/// <summary>One keyed value of a policy document (政策条目): a rule, a deadline, a works item, a duty …</summary>
public abstract record PolicyItem(PolicyItemHead Head)
{
    /// <summary>The key by which a nearer document overrides a farther one.</summary>
    public string Key => Head.Key;

    /// <summary>The name shown to users, in Chinese.</summary>
    public string Name => Head.Name;

    /// <summary>Where it comes from.</summary>
    public Citation Citation => Head.Citation;

    /// <summary>The rule in plain Chinese words, as the policy reader shows it; one line.</summary>
    public abstract string InWords { get; }
}
