namespace OldEstateRenewal.Domain.Consent;

/// <summary>
/// The current vote on one matter for one unit (一套房的现行表决意见). Superseded votes (更正前的) are left out by the caller.
/// </summary>
/// <param name="UnitKey">The unit.</param>
/// <param name="Choice">What was said.</param>
/// <param name="Channel">How it was given.</param>
public sealed record Vote(string UnitKey, VoteChoice Choice, VoteChannel Channel = VoteChannel.Paper)
{
    /// <summary>Whether the owner signed (本人签字、按手印).</summary>
    public bool Signed { get; init; }

    /// <summary>Who voted on the owner's behalf with a written mandate (受托人), or null.</summary>
    public string? Proxy { get; init; }
}

/// <summary>Why a vote does not count (不计入的原因), with the channel rule that says so, if one does.</summary>
/// <param name="UnitKey">The unit whose vote it is; empty when it concerns no single unit.</param>
/// <param name="Text">The reason, in words.</param>
/// <param name="Citation">The clause, or null where the reason is the roll itself.</param>
public sealed record VoteRefusal(string UnitKey, string Text, Policies.Citation? Citation);
