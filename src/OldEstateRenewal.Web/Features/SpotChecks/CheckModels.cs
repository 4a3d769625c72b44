using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Evidence;

namespace OldEstateRenewal.Web.Features.SpotChecks;

public enum FindingState
{
    /// <summary>待整改.</summary>
    Open,

    /// <summary>待核验.</summary>
    Answered,

    /// <summary>退回重改.</summary>
    SentBack,

    /// <summary>已销号.</summary>
    Closed,
}

/// <summary>A mending with its papers and what the city said of it.</summary>
public sealed record MendingLine(FindingMending Mending, FindingVerdict? Verdict, IReadOnlyList<EvidencePaper> Papers);

/// <summary>A finding with everything that came of it, oldest first.</summary>
public sealed record FindingLine(CheckFinding Finding, CheckCandidate Candidate, IReadOnlyList<MendingLine> Mendings, DateOnly Today)
{
    public MendingLine? Newest => Mendings.Count == 0 ? null : Mendings[^1];

    public FindingState State => Newest switch
    {
        null => FindingState.Open,
        { Verdict: null } => FindingState.Answered,
        { Verdict.Kind: FindingVerdictKind.Confirmed } => FindingState.Closed,
        _ => FindingState.SentBack,
    };

    /// <summary>The newest day that was set.</summary>
    public DateOnly DueOn => Mendings.Select(mending => mending.Verdict?.DueOn).LastOrDefault(day => day is not null) ?? Finding.DueOn;

    /// <summary>Past its day with the county; what waits for the city is not.</summary>
    public bool IsOverdue => IsMendable && DueOn < Today;

    public bool IsMendable => State is FindingState.Open or FindingState.SentBack;
}

/// <summary>A list among others.</summary>
public sealed record CheckListLine(CheckList List, CheckClosing? Closing, int Drawn, int Visited);

/// <summary>How a county stands with its spot checks.</summary>
public sealed record CountyChecks(Guid CountyId, string Name, int Drawn, int Visited, IReadOnlyList<FindingLine> Findings)
{
    public int Count(params FindingState[] states) => Findings.Count(finding => states.Contains(finding.State));

    public int Overdue => Findings.Count(finding => finding.IsOverdue);
}

/// <summary>随机抽查 of a city, or what of it concerns a county.</summary>
public sealed record CheckIndex(IReadOnlyList<CheckListLine> Lists, IReadOnlyList<CountyChecks> Counties, IReadOnlyList<LotLine> Lots)
{
    public IReadOnlyList<FindingLine> Findings => Counties.SelectMany(county => county.Findings).OrderByDescending(finding => finding.IsOverdue).ThenBy(finding => finding.State == FindingState.Closed).ThenBy(finding => finding.DueOn).ThenBy(finding => finding.Finding.Id).ToList();
}

/// <summary>A drawn project with its visits.</summary>
public sealed record LotLine(CheckLot Lot, CheckCandidate Candidate, IReadOnlyList<CheckVisit> Visits, IReadOnlyList<FindingLine> Findings);

/// <summary>What would be fixed as a list.</summary>
public sealed record CheckListDraft(CheckListForm Form, IReadOnlyList<CheckCandidate> Candidates, IReadOnlyList<int> Years);

/// <summary>A fixed list: before its draw in the order it was fixed in, afterwards in the order of the hashes.</summary>
public sealed record CheckListPage(CheckList List, CheckClosing? Closing, IReadOnlyList<CheckCandidate> Candidates, IReadOnlyList<LotLine> Lots, IReadOnlyList<CheckQuota> Quotas, bool IsWhole)
{
    public bool IsOpen => Closing is null;

    /// <summary>The draw, made again from what is kept: what the page says of it is what anyone else finds.</summary>
    public SpotCheckDraw? Draw => Closing is { Seed: { } seed } && IsWhole ? SpotCheckDraw.Of(seed, Candidates.Select(candidate => candidate.ToDraw()).ToList(), List.Places) : null;

    /// <summary>Whether what is kept is what the seed gives.</summary>
    public bool Agrees => Draw is not { } draw || draw.Order.Select(lot => lot.Hash).SequenceEqual(Lots.Select(lot => lot.Lot.Hash)) && draw.Drawn.Select(lot => lot.Hash).SequenceEqual(Lots.Where(lot => lot.Lot.IsDrawn).Select(lot => lot.Lot.Hash));
}

/// <summary>A drawn project with the form for a visit.</summary>
public sealed record LotPage(CheckList List, CheckClosing Closing, LotLine Line, DateOnly Today)
{
    public CheckVisitForm Visit { get; init; } = new();
}

/// <summary>A finding with what came of it, and the form for what comes next: the county's mending or the city's verdict.</summary>
public sealed record FindingPage(LotPage Lot, FindingLine Line)
{
    public CheckVisit Visit => Lot.Line.Visits.Single(visit => visit.Id == Line.Finding.VisitId);

    public MendingForm Mending { get; init; } = new();

    public VerdictForm Verdict { get; init; } = new() { MendingId = Line.Newest?.Mending.Id ?? Guid.Empty };
}
