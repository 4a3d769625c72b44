using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>How urgent a stage is: green, amber, red.</summary>
public enum Light
{
    /// <summary>没有期限.</summary>
    None,

    /// <summary>已完成.</summary>
    Done,

    /// <summary>正常.</summary>
    Green,

    /// <summary>临近.</summary>
    Amber,

    /// <summary>逾期.</summary>
    Red,
}

/// <summary>A paper that a stage asks for, with what is there of it.</summary>
public sealed record PaperLine(ProcessPaper Asked, ProjectPaper? Kept)
{
    public bool IsThere => Kept is { HasProof: true };
}

/// <summary>One stage of one project.</summary>
/// <param name="Stage">The stage with the document that answers for it.</param>
/// <param name="PlannedOn">The day planned for it.</param>
/// <param name="DueOn">The last day by the document's milestone.</param>
/// <param name="ReachedOn">The day it was reached.</param>
/// <param name="Standing">Every condition with its answer; null where it was not asked.</param>
/// <param name="Papers">The papers it asks for.</param>
/// <param name="On">The day of looking.</param>
public sealed record StageLine(PolicyAnswer<ProcessStage> Stage, DateOnly? PlannedOn, DateOnly? DueOn, DateOnly? ReachedOn, Reason? Standing, IReadOnlyList<PaperLine> Papers, DateOnly On)
{
    private const int AmberDays = 15;

    /// <summary>The nearer of what was planned and what the document asks.</summary>
    public DateOnly? Deadline => PlannedOn is { } planned && DueOn is { } due ? (planned < due ? planned : due) : PlannedOn ?? DueOn;

    public DueState? Clock => Deadline is { } deadline ? DueState.Of(deadline, ReachedOn, On) : null;

    public Light Light => ReachedOn is not null ? Light.Done : Clock switch
    {
        null => Light.None,
        { Kind: DueKind.Overdue } => Light.Red,
        { Days: <= AmberDays } => Light.Amber,
        _ => Light.Green,
    };

    public IReadOnlyList<string> Against { get; init; } = [];

    public IReadOnlyList<string> AgainstReopening { get; init; } = [];

    public bool IsNext { get; init; }

    /// <summary>Why a stage that is reached has to be looked at again.</summary>
    public IReadOnlyList<StageDoubt> Doubts { get; init; } = [];
}

/// <summary>The page of a project.</summary>
public sealed record ProjectPage(Project Project, IReadOnlyList<StageLine> Stages, IReadOnlyList<PolicyAnswer<RenewalMode>> Modes, IReadOnlyList<ProjectStep> History)
{
    /// <summary>The rounds of consent whose result may be stated, by key.</summary>
    public IReadOnlySet<string> Statable { get; init; } = new HashSet<string>();

    public PolicyAnswer<RenewalMode>? Mode => Modes.FirstOrDefault(mode => mode.Item.Key == Project.ModeKey);

    public int Done => Stages.Count(stage => stage.ReachedOn is not null);

    public IReadOnlyList<StageLine> Doubtful => Stages.Where(stage => stage.Doubts.Count > 0).ToList();

    public StageLine? Worst => Stages.Where(stage => stage.Light is Light.Red or Light.Amber or Light.Green).OrderByDescending(stage => stage.Light).ThenBy(stage => stage.Deadline).FirstOrDefault();
}

/// <summary>The board of a county: every project of a year against the stages of its process.</summary>
public sealed record ProjectBoard(int? Year, IReadOnlyList<int> Years, IReadOnlyList<PolicyAnswer<ProcessStage>> Stages, IReadOnlyList<ProjectRow> Rows, IReadOnlyList<PlanToStart> Plans)
{
    public int Late => Rows.Count(row => row.Light == Light.Red);
}

public sealed record ProjectRow(Project Project, string Street, IReadOnlyDictionary<string, StageLine> Stages)
{
    public StageLine? Next => Stages.Values.FirstOrDefault(stage => stage.IsNext);

    /// <summary>Of the stages not reached the one whose deadline presses most.</summary>
    public StageLine? Pressing => Stages.Values.Where(stage => stage.Light is Light.Red or Light.Amber or Light.Green).OrderByDescending(stage => stage.Light).ThenBy(stage => stage.Deadline).FirstOrDefault();

    public int Done => Stages.Values.Count(stage => stage.ReachedOn is not null);

    public bool IsDoubtful => Stages.Values.Any(stage => stage.Doubts.Count > 0);

    public Light Light => Stages.Values.Where(stage => stage.Light != Light.Done).Select(stage => stage.Light).DefaultIfEmpty(Light.Done).Max();
}

/// <summary>An issued plan with estates that are in no project yet.</summary>
public sealed record PlanToStart(Guid Id, int Year, int Estates);

/// <summary>The form in which projects are made of a plan.</summary>
public sealed record ProjectEditor(Guid? PlanId, int Year, Project? Project, IReadOnlyList<PlanEstate> Estates, IReadOnlyList<PolicyAnswer<RenewalMode>> Modes, ProjectForm Form);

public sealed record PlanEstate(Guid Id, string Name, string? Street, int? Households);

public static class Lights
{
    public static string Css(this Light light) => light switch { Light.Done => "good", Light.Red => "bad", Light.Amber => "warn", _ => "" };

    public static string Name(this Light light) => light switch { Light.Done => "已完成", Light.Red => "逾期", Light.Amber => "临近", Light.Green => "正常", _ => "未定期限" };
}
