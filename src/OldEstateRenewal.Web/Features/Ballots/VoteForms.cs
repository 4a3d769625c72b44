using System.ComponentModel.DataAnnotations;
using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>One key pressed in the grid.</summary>
public sealed class GridVoteForm
{
    public Guid ActId { get; set; }
    public Guid DwellingId { get; set; }
    /// <summary>Null: on all matters alike.</summary>
    public Guid? MatterId { get; set; }
    /// <summary>Null takes it back.</summary>
    public VoteChoice? Choice { get; set; }
    public VoteChannel Channel { get; set; }
    public bool Signed { get; set; }
    /// <summary>The votes that stood there for who pressed, as matter:vote.</summary>
    public List<string> Seen { get; set; } = [];

    public IReadOnlyDictionary<Guid, Guid> ReadSeen() => SeenVotes.Read(Seen);
}

/// <summary>A dwelling's sheet, typed on a page of its own.</summary>
public sealed class UnitVoteForm
{
    public Guid ActId { get; set; }
    /// <summary>By matter; nothing typed leaves the matter as it is.</summary>
    public Dictionary<Guid, string?> Choices { get; set; } = [];
    public VoteChannel Channel { get; set; }
    public bool Signed { get; set; }

    [StringLength(BallotVote.ProxyLength, ErrorMessage = "受托人不超过 {1} 字。")]
    public string? Proxy { get; set; }

    public bool HasMandate { get; set; }

    public DateOnly? GivenOn { get; set; }

    [StringLength(BallotVote.RemarkLength, ErrorMessage = "备注不超过 {1} 字。")]
    public string? Remark { get; set; }

    public List<string> Seen { get; set; } = [];

    public IReadOnlyDictionary<Guid, Guid> ReadSeen() => SeenVotes.Read(Seen);

    /// <summary>What was chosen: 撤回 takes back.</summary>
    public IReadOnlyDictionary<Guid, VoteChoice?> ReadChoices() => Choices.Where(choice => choice.Value == Withdrawn || Enum.TryParse<VoteChoice>(choice.Value, out var known) && Enum.IsDefined(known))
        .ToDictionary(choice => choice.Key, choice => choice.Value == Withdrawn ? (VoteChoice?)null : Enum.Parse<VoteChoice>(choice.Value!));

    public const string Withdrawn = "withdrawn";
}

internal static class SeenVotes
{
    public static IReadOnlyDictionary<Guid, Guid> Read(IEnumerable<string> seen)
    {
        var read = new Dictionary<Guid, Guid>();
        foreach (var parts in seen.Select(pair => pair.Split(':')))
            if (parts.Length == 2 && Guid.TryParse(parts[0], out var matter) && Guid.TryParse(parts[1], out var vote)) read[matter] = vote;
        return read;
    }

    public static IEnumerable<string> Write(IEnumerable<BallotVote> standing) => standing.Select(vote => $"{vote.MatterId}:{vote.Id}");
}

public sealed class ContactForm
{
    public VoteChannel Channel { get; set; } = VoteChannel.DoorToDoor;
    public ContactOutcome Outcome { get; set; }
    public DateOnly? AppointmentOn { get; set; }

    [StringLength(ContactAttempt.RemarkLength, ErrorMessage = "备注不超过 {1} 字。")]
    public string? Remark { get; set; }
}
