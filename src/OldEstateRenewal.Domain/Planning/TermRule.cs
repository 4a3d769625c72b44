using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>In which days a term is counted (期间单位).</summary>
public enum DayUnit
{
    /// <summary>日历日.</summary>
    Calendar,

    /// <summary>工作日.</summary>
    Working,

    /// <summary>The document does not say; the tenant chooses (未明确，由用户选择).</summary>
    Unstated,
}

/// <summary>
/// A term of days (期间): a public notice of 5 days, an approval of at most 10 working days. The first day is not counted, the term ends with its last
/// day (民法典 第二百零一条); what may only follow "after" it begins the day after.
/// </summary>
/// <param name="Days">How many days.</param>
/// <param name="Unit">Which days, as the document says.</param>
/// <param name="ExtendsOverHolidays">Whether a last day that is no working day moves to the next working day (民法典 第二百零三条).</param>
public sealed record TermRule(int Days, DayUnit Unit, bool ExtendsOverHolidays)
{
    /// <summary>Such as 5天（未明确日历日或工作日）.</summary>
    public string InWords => Unit switch
    {
        DayUnit.Calendar => $"{Days}日（日历日）",
        DayUnit.Working => $"{Days}个工作日",
        _ => $"{Days}天（未明确日历日或工作日，由用户选择）",
    };

    /// <summary>The last day of the term in both units, and by the unit that applies.</summary>
    /// <param name="from">The day of posting or receipt, not counted.</param>
    /// <param name="calendar">The tenant's working days.</param>
    /// <param name="chosen">The tenant's choice; counts only where the document does not say.</param>
    public Term From(DateOnly from, WorkingCalendar calendar, DayUnit chosen = DayUnit.Unstated)
    {
        var last = from.AddDays(Days);
        return new(from, ExtendsOverHolidays ? calendar.OnOrAfter(last) : last, calendar.AddWorkingDays(from, Days), Unit == DayUnit.Unstated ? chosen : Unit);
    }

    internal static TermRule Read(PolicyNode node) => new(node.Whole("days", 1, 3660), node.Choice<DayUnit>("unit"), node.Flag("extendsOverHolidays"));
}

/// <summary>A term that runs (期间的起止), in both ways of counting.</summary>
/// <param name="From">The first day, not counted.</param>
/// <param name="LastCalendarDay">The last day when calendar days count.</param>
/// <param name="LastWorkingDay">The last day when working days count.</param>
/// <param name="Unit">Which of them applies; <see cref="DayUnit.Unstated"/> when nobody has chosen.</param>
public sealed record Term(DateOnly From, DateOnly LastCalendarDay, DateOnly LastWorkingDay, DayUnit Unit)
{
    /// <summary>The last day that applies; the later of both while nobody has chosen, so that nothing begins too early.</summary>
    public DateOnly LastDay => Unit switch
    {
        DayUnit.Calendar => LastCalendarDay,
        DayUnit.Working => LastWorkingDay,
        _ => LastCalendarDay > LastWorkingDay ? LastCalendarDay : LastWorkingDay,
    };

    /// <summary>The first day on which what must wait may happen.</summary>
    public DateOnly FirstDayAfter => LastDay.AddDays(1);

    /// <summary>Whether choosing calendar or working days makes a difference.</summary>
    public bool Differs => LastCalendarDay != LastWorkingDay;

    /// <summary>Both ends in words.</summary>
    public string InWords => $"{From:yyyy-MM-dd}起，当日不计入；按日历日至{LastCalendarDay:yyyy-MM-dd}，按工作日至{LastWorkingDay:yyyy-MM-dd}{(Unit == DayUnit.Unstated ? "，尚未选定，从晚" : "")}";
}
