namespace OldEstateRenewal.Domain.Supervision;

/// <summary>How grave a finding is (严重程度).</summary>
public enum FindingSeverity
{
    /// <summary>错误：the figures contradict each other; they are not accepted.</summary>
    Error,

    /// <summary>须说明：possible, but only with a reason.</summary>
    NeedsReason,
}

/// <summary>What a check found in the figures of a body (核对发现).</summary>
/// <param name="Key">The indicator beside which it is shown.</param>
/// <param name="Rule">The key of the rule that found it; with <paramref name="Key"/> it says to what a reason belongs.</param>
/// <param name="Severity">How grave it is.</param>
/// <param name="Text">The sentence for page, form and export.</param>
public sealed record FigureFinding(string Key, string Rule, FindingSeverity Severity, string Text);
