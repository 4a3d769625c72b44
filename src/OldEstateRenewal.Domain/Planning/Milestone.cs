using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>The stage of a project that a milestone asks for (节点).</summary>
public enum ProjectStage
{
    /// <summary>民意调查.</summary>
    Survey,

    /// <summary>方案设计.</summary>
    Design,

    /// <summary>立项.</summary>
    Approval,

    /// <summary>前期工作完成，具备开工条件.</summary>
    ReadyToStart,

    /// <summary>开工.</summary>
    Started,

    /// <summary>基本完成.</summary>
    BasicallyDone,

    /// <summary>全面完成.</summary>
    Done,

    /// <summary>竣工验收.</summary>
    Accepted,
}

/// <summary>
/// A date by which the projects of a plan year must have reached a stage (任务节点): every year on a month and day, or once on a date, which may
/// lie in another year than the plan's (2024-05-31 for the plan of 2023).
/// </summary>
/// <param name="Head">Key, Chinese name and citation.</param>
/// <param name="Stage">What must be reached.</param>
/// <param name="From">The first plan year it holds for.</param>
/// <param name="To">The last plan year it holds for.</param>
/// <param name="Month">The month of the deadline.</param>
/// <param name="Day">The day; 31 stands for the last day of the month (月底).</param>
/// <param name="YearsLater">How many years after the plan year the deadline lies.</param>
public sealed record Milestone(PolicyItemHead Head, ProjectStage Stage, int From, int To, int Month, int Day, int YearsLater) : PolicyItem(Head)
{
    /// <inheritdoc/>
    public override string InWords => From == To ? $"{DueOn(From):yyyy-MM-dd}前：{Name}" : $"{From}—{To}年每年{Month}月{(Day == 31 ? "底" : $"{Day}日")}前：{Name}";

    /// <summary>The last day in time for a plan year; null when the milestone does not hold for it. The end of February is the 28th or 29th.</summary>
    public DateOnly? DueOn(int planYear) => planYear < From || planYear > To
        ? null
        : new DateOnly(planYear + YearsLater, Month, Math.Min(Day, DateTime.DaysInMonth(planYear + YearsLater, Month)));

    /// <summary>Where the milestone of a plan year stands on a day; null when it does not hold for that year.</summary>
    public DueState? On(DateOnly day, int planYear, DateOnly? reachedOn) => DueOn(planYear) is { } due ? DueState.Of(due, reachedOn, day) : null;

    /// <summary>Reads { name, clause, quote?, note?, stage, from?, to?, month, day?, yearsLater? } or { …, planYear, date }.</summary>
    public static Milestone Read(PolicyNode node)
    {
        var head = node.Head();
        var stage = node.Choice<ProjectStage>("stage");
        if (node.Has("date"))
        {
            var date = node.Date("date");
            var year = node.OptionalWhole("planYear", 1990, 2100) ?? date.Year;
            return new(head, stage, year, year, date.Month, date.Day, date.Year - year);
        }

        var from = node.OptionalWhole("from", 1990, 2100) ?? 1990;
        return new(head, stage, from, node.OptionalWhole("to", from, 2100) ?? 2100, node.Whole("month", 1, 12), node.OptionalWhole("day", 1, 31) ?? 31, node.OptionalWhole("yearsLater", 0, 5) ?? 0);
    }
}
