using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Dispatches;

namespace OldEstateRenewal.Web.Features.Tasks;

/// <summary>How near something is, in the order in which it is shown.</summary>
public enum Urgency
{
    /// <summary>逾期.</summary>
    Overdue,

    /// <summary>本周到期.</summary>
    ThisWeek,

    /// <summary>未定期限: it waits, but no day is set.</summary>
    Undated,

    /// <summary>以后到期.</summary>
    Later,
}

/// <summary>待办: something that waits for somebody, with the page where it is done, whose duty it is and from which rule it is due.</summary>
/// <param name="Key">Stays the same as long as it is the same thing; calendars know it by this.</param>
/// <param name="Body">责任单位.</param>
/// <param name="Rule">The clause or the rule of the house by which it is due.</param>
public sealed record WaitingTask(string Key, string Text, string Path, string Body, string Rule)
{
    /// <summary>The last day for it; null where none is set.</summary>
    public DateOnly? DueOn { get; init; }

    public string? Street { get; init; }

    /// <summary>How it stands, where that says more than the day.</summary>
    public string? Standing { get; init; }

    public string StandingCss { get; init; } = "warn";

    /// <summary>Whether it waits for the person who asks, and not only for somebody of the county.</summary>
    public bool IsMine { get; init; }

    /// <summary>What a calendar outside the portal is told, where the text was typed by somebody and may name persons.</summary>
    public string? Outside { get; init; }

    public Urgency On(DateOnly today) => DueOn switch
    {
        null => Urgency.Undated,
        { } due when due < today => Urgency.Overdue,
        { } due when due <= DispatchWeek.MondayOf(today).AddDays(6) => Urgency.ThisWeek,
        _ => Urgency.Later,
    };

    public string? Tag(DateOnly today) => Standing ?? (DueOn is { } due ? DueState.Of(due, null, today).InWords : null);

    public string Css(DateOnly today) => On(today) switch { Urgency.Overdue => "bad", Urgency.ThisWeek => "warn", Urgency.Undated => StandingCss, _ => "" };

    public int DaysLate(DateOnly today) => DueOn is { } due ? today.DayNumber - due.DayNumber : 0;
}

/// <summary>Where tasks come from: one feature's, all that the person may see, each said to be the person's own or not.</summary>
public interface ITaskSource
{
    Task<IReadOnlyList<WaitingTask>> ReadAsync();
}

/// <summary>The bodies that the house itself names where no document does.</summary>
public static class TaskBodies
{
    public const string Bureau = "县住建局";
    public const string Leader = "县领导";
}

public static class Urgencies
{
    public static string Name(this Urgency urgency) => urgency switch { Urgency.Overdue => "逾期", Urgency.ThisWeek => "本周到期", Urgency.Undated => "未定期限", _ => "以后到期" };
}
