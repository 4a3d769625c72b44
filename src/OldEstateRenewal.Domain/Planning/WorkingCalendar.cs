namespace OldEstateRenewal.Domain.Planning;

/// <summary>
/// Working days (工作日): Monday to Friday without holidays (法定节假日), and the weekend days made up for (调休上班日). The tenant keeps both
/// lists; nothing is assumed about a year that is not in them but its weekends.
/// </summary>
public sealed class WorkingCalendar
{
    private readonly HashSet<DateOnly> holidays;
    private readonly HashSet<DateOnly> makeUpWorkdays;

    /// <summary>Makes a calendar.</summary>
    /// <exception cref="ArgumentException">A day is both a holiday and a working day made up for.</exception>
    public WorkingCalendar(IEnumerable<DateOnly> holidays, IEnumerable<DateOnly> makeUpWorkdays)
    {
        this.holidays = holidays.ToHashSet();
        this.makeUpWorkdays = makeUpWorkdays.ToHashSet();
        if (this.holidays.Overlaps(this.makeUpWorkdays)) throw new ArgumentException("同一日不能既是节假日又是调休上班日。", nameof(makeUpWorkdays));
    }

    /// <summary>Weekends only.</summary>
    public static WorkingCalendar WeekendsOnly { get; } = new([], []);

    /// <summary>Whether people work that day.</summary>
    public bool IsWorkingDay(DateOnly day) =>
        makeUpWorkdays.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !holidays.Contains(day));

    /// <summary>The day on which so many working days have passed; the first day is not counted (民法典 第二百零一条).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public DateOnly AddWorkingDays(DateOnly from, int days)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(days);
        var day = from;
        while (days > 0)
        {
            day = day.AddDays(1);
            if (IsWorkingDay(day)) days--;
        }

        return day;
    }

    /// <summary>How many working days lie after the first day, up to and including the last; 0 when the last is not later.</summary>
    public int WorkingDaysAfter(DateOnly from, DateOnly to) =>
        Enumerable.Range(1, Math.Max(0, to.DayNumber - from.DayNumber)).Count(days => IsWorkingDay(from.AddDays(days)));

    /// <summary>The day itself when it is a working day, else the next one.</summary>
    public DateOnly OnOrAfter(DateOnly day) => IsWorkingDay(day) ? day : AddWorkingDays(day, 1);
}
