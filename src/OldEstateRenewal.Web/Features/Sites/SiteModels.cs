using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>One item with what its progress says.</summary>
public sealed record SiteLine(SiteItem Item, string Estate, string? Building, DateOnly Today)
{
    public IReadOnlyList<SiteProgress> History { get; } = Item.Progress.OrderByDescending(p => p.At).ThenByDescending(p => p.Id).ToList();

    public IReadOnlyList<Attachment> Photos { get; init; } = [];

    /// <summary>Why nothing can be reported of it now.</summary>
    public IReadOnlyList<string> Against { get; init; } = [];

    public SiteProgress? Newest => History.Count == 0 ? null : History[0];

    public int Percent => Newest?.Percent ?? 0;

    public DateOnly? StartedOn => Newest?.StartedOn;

    public DateOnly? FinishedOn => Newest?.FinishedOn;

    public string Place => Building is null ? Estate : $"{Estate} {Building}";

    public DueState? Clock => Item.PlannedFinish is { } due ? DueState.Of(due, FinishedOn, Today) : null;

    public bool IsLate => Clock is { Kind: DueKind.Overdue };

    public bool IsLateToStart => StartedOn is null && Item.PlannedStart < Today;

    public string State => this switch
    {
        { FinishedOn: { } day } => $"{day:yyyy-MM-dd} 完工",
        { StartedOn: { } day } => $"{day:yyyy-MM-dd} 开工",
        _ => "未开工",
    };

    /// <summary>As the order of works sees it on a day.</summary>
    public SequencedWork AsWork(DateOnly on) => new(Item.Id.ToString(), Item.Name, Item.Layer.Key(), FinishedOn is { } day && day <= on);
}

/// <summary>The site of a project.</summary>
public sealed record SitePage(Project Project, PolicyAnswer<ProcessStage>? StartStage, DateOnly? StartedOn, PolicyAnswer<SequenceRule>? Sequence, IReadOnlyList<SiteLine> Lines, DateOnly Today)
{
    public IReadOnlyList<SiteProblem> Problems { get; init; } = [];

    public int Finished => Lines.Count(line => line.FinishedOn is not null);

    public IReadOnlyList<SiteLine> Late => Lines.Where(line => line.IsLate || line.IsLateToStart).ToList();

    public int OpenProblems => Problems.Count(problem => problem.State != ProblemState.Closed);

    public int OverdueProblems => Problems.Count(problem => problem.State != ProblemState.Closed && problem.DueOn < Today);

    /// <summary>The mean of the items by their number, each weighing the same: what they cost is said by the scheme, not by the site. Null without items.</summary>
    public Fraction? Overall => Lines.Count == 0 ? null : new Fraction(Lines.Sum(line => line.Percent), SiteProgress.Whole * Lines.Count);
}

public sealed record ItemEditor(SitePage Page, IReadOnlyList<PolicyAnswer<WorksItem>> Catalogue, IReadOnlyList<(Guid Id, string Name)> Places, ItemsForm Form);

public sealed record ItemPage(SitePage Page, SiteLine Line, ProgressForm Form, ItemPlanForm Plan)
{
    public SiteItem? Saved { get; init; }
}

public sealed record PartiesPage(Project Project, IReadOnlyList<SiteParty> Parties, IReadOnlyList<SiteWatcher>? Watchers, IReadOnlyList<PolicyAnswer<PolicyStatement>> Statements)
{
    public IReadOnlyList<SiteParty> Current => Parties.Where(party => party.EndedAt is null).ToList();

    public IReadOnlyList<PartyKind> Missing => new[] { PartyKind.Client, PartyKind.Designer, PartyKind.Contractor, PartyKind.Supervisor }.Except(Current.Select(party => party.Kind)).ToList();
}

public sealed record PartyEditor(Project Project, PartyForm Form);

/// <summary>Something to be written down about a project, in a form.</summary>
public sealed record SiteForm<TForm>(SitePage Page, TForm Form)
{
    public IReadOnlyList<(string Value, string Text)> Estates => Page.Project.Estates.OrderBy(e => e.Sequence).Where(e => e.Estate is not null).Select(e => ($"{e.EstateId}", e.Estate!.Name)).ToList();

    public IReadOnlyList<(string Value, string Text)> Items => Page.Lines.Select(line => ($"{line.Item.Id}", $"{line.Item.Name}（{line.Place}）")).ToList();

    public IReadOnlyList<(string Value, string Text)> Of<TKind>(Func<TKind, string> name) where TKind : struct, Enum => Enum.GetValues<TKind>().Select(kind => ($"{kind}", name(kind))).ToList();
}

public sealed record ProblemLine(SiteProblem Problem, string Estate, string? Item, DateOnly Today)
{
    public DueState Clock => DueState.Of(Problem.DueOn, Problem.State == ProblemState.Closed ? Problem.Steps.Last(step => step.Kind == ProblemStepKind.Passed).On : null, Today);

    public bool IsOverdue => Problem.State != ProblemState.Closed && Clock.Kind == DueKind.Overdue;

    /// <summary>Days it has stood open.</summary>
    public int Age => Today.DayNumber - Problem.FoundOn.DayNumber;
}

public sealed record ProblemsPage(Project Project, IReadOnlyList<ProblemLine> Lines)
{
    public IEnumerable<ProblemLine> Open => Lines.Where(line => line.Problem.State != ProblemState.Closed);

    public IEnumerable<ProblemLine> Closed => Lines.Where(line => line.Problem.State == ProblemState.Closed);
}

public sealed record ProblemPage(Project Project, ProblemLine Line, AttachmentList Files, ProblemStepForm Form)
{
    public IReadOnlyList<string> AgainstRecheck { get; init; } = [];
}

public sealed record InspectionsPage(Project Project, IReadOnlyList<InspectionLine> Lines, IReadOnlyList<MaterialTest> Tests);

public sealed record InspectionLine(SiteInspection Inspection, string Estate, int Problems, IReadOnlyList<Attachment> Photos);

public sealed record PassesPage(Project Project, IReadOnlyList<GreenPass> Passes, PassForm Form, PolicyAnswer<PolicyStatement>? Basis, DateOnly Today);

public sealed record PassLookUp(string? Asked, IReadOnlyList<GreenPass> Passes, DateOnly Today);

/// <summary>One thing to fill in, whatever it is made of.</summary>
public sealed record Box(string Name, string Label, object? Value)
{
    public string Type { get; init; } = "text";
    public bool Required { get; init; }
    public string? Hint { get; init; }
    public object? Current { get; init; }
    public IReadOnlyList<(string Value, string Text)>? Options { get; init; }
    public string? None { get; init; }
}
