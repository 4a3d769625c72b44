using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.Ballots;

public sealed record BallotLine(Guid Id, string Name, Guid EstateId, string Estate, BallotState State, DateTimeOffset? ClosesAt, DateTimeOffset MadeAt, int Matters);

public sealed record BallotEditor(Estate Estate, Guid? BallotId, BallotForm Form, IReadOnlyList<ConsentQuestion> Questions, IReadOnlyList<(Guid Id, string Name)> Buildings, IReadOnlyList<SchemeChoice> Schemes);

/// <summary>A fixed version of a scheme of the estate, newest first.</summary>
public sealed record SchemeChoice(Guid Id, string Project, int Number)
{
    public string Name => $"{Project}改造方案第{Number}版";
}

/// <summary>One ballot with all that its page tells.</summary>
public sealed record BallotPage(Ballot Ballot, IReadOnlyList<ConsentQuestion> Questions, IReadOnlyList<BallotStep> Steps)
{
    /// <summary>While in preparation.</summary>
    public RollDraft? Draft { get; init; }

    /// <summary>While open, for those who may read votes.</summary>
    public BallotCount? Count { get; init; }

    public BallotResult? Result { get; init; }

    public IReadOnlyList<string> AgainstDisplay { get; init; } = [];

    public IReadOnlyList<string> AgainstOpening { get; init; } = [];

    public IReadOnlyList<string> AgainstClosure { get; init; } = [];
}

public sealed record RollLineView(string Building, string Place, string Owners, Area? Area, string? Source, UnitKind Kind, UnitHolding Holding, string? Riser, string? Exclusion, Guid DwellingId);

public sealed record RollPage(Ballot Ballot, IReadOnlyList<RollLineView> Lines, IReadOnlyList<RollProblem> Problems, bool IsFrozen, IReadOnlyList<(string Rule, int Heads, Area Area)> Bases);

/// <summary>One dwelling in the grid for recording.</summary>
public sealed record VoteCell(RollEntry Entry, VoteChoice? Choice, bool IsAsked, bool IsPart) : IPlaced
{
    public int Entrance => Entry.Entrance;
    public int Storey => Entry.Storey;
    public string Room => Entry.Room;
    public int Position => Entry.Position;
    public int Span => Entry.Span;
}

/// <summary>The grid of one building, for one matter or for all of them at once.</summary>
public sealed record VotePage(Ballot Ballot, BallotCount Count, IReadOnlyList<(Guid Id, string Name, int Voted, int Units)> Buildings, Guid BuildingId, Guid? MatterId, VoteChannel Channel, bool Signed, IReadOnlyList<VoteChannel> Channels, IReadOnlyList<string> Refusals)
{
    public IReadOnlyList<VoteCell> Cells { get; init; } = [];

    public List<GridEntrance<VoteCell>> Entrances => StoreyGrid.Of(Cells);
}

public sealed record UnitPage(Ballot Ballot, RollEntry Entry, IReadOnlyList<BallotVote> Standing, IReadOnlyList<BallotVote> History, IReadOnlyList<ContactAttempt> Attempts, UnitVoteForm Form, IReadOnlyList<VoteChannel> Channels)
{
    public IReadOnlyList<string> Against { get; init; } = [];
    public required Attachments.AttachmentList Files { get; init; }
    public Guid? Next { get; init; }
}
