namespace OldEstateRenewal.Domain.Planning;

/// <summary>A day that differs from its weekday: off, or worked instead of another.</summary>
/// <param name="Name">Of which holiday.</param>
/// <param name="IsWorked">Made up for (调休上班), not off (放假).</param>
public sealed record HolidayMark(string Name, bool IsWorked)
{
    /// <summary>Such as 春节放假, 春节调休上班.</summary>
    public string InWords => Name + (IsWorked ? "调休上班" : "放假");
}

/// <summary>The holiday tables a tenant goes by, year by year; a year without one has its weekends only, and every answer says so.</summary>
public sealed class HolidayBook
{
    private readonly Dictionary<int, HolidayTable> tables = [];
    private readonly Dictionary<DateOnly, HolidayMark> marks = [];

    /// <summary>Of several tables of one year the last one counts.</summary>
    public HolidayBook(IEnumerable<HolidayTable> tables)
    {
        foreach (var table in tables) this.tables[table.Year] = table;
        foreach (var (period, day, isWorked) in this.tables.Values.OrderBy(table => table.Year).SelectMany(Days)) marks[day] = new HolidayMark(period.Name, isWorked);
        Calendar = new WorkingCalendar(marks.Where(mark => !mark.Value.IsWorked).Select(mark => mark.Key), marks.Where(mark => mark.Value.IsWorked).Select(mark => mark.Key));
    }

    /// <summary>What the nation arranges and nothing else.</summary>
    public static HolidayBook National { get; } = new(NationalHolidays.Tables);

    /// <summary>The working days.</summary>
    public WorkingCalendar Calendar { get; }

    /// <summary>The years that have a table.</summary>
    public IEnumerable<int> Years => tables.Keys.Order();

    /// <summary>The table of a year, or null.</summary>
    public HolidayTable? Of(int year) => tables.GetValueOrDefault(year);

    /// <summary>What is special about a day, or null.</summary>
    public HolidayMark? Mark(DateOnly day) => marks.GetValueOrDefault(day);

    /// <summary>What must be said with an answer that used these days (2028年节假日未录入，按周末推算); null when every year is known.</summary>
    public string? Caveat(DateOnly from, DateOnly to)
    {
        var unknown = Enumerable.Range(from.Year, Math.Max(0, to.Year - from.Year) + 1).Where(year => !tables.ContainsKey(year)).ToList();
        return unknown.Count == 0 ? null : $"{string.Join("、", unknown)}年节假日未录入，按周末推算";
    }

    /// <summary>What must be said with a term counted in working days or moved over holidays.</summary>
    public string? Caveat(Term term) => Caveat(term.From, term.LastCalendarDay > term.LastWorkingDay ? term.LastCalendarDay : term.LastWorkingDay);

    private static IEnumerable<(HolidayPeriod Period, DateOnly Day, bool IsWorked)> Days(HolidayTable table) => table.Periods.SelectMany(period =>
        period.DaysOff.Select(day => (period, day, false)).Concat(period.MakeUpDays.Select(day => (period, day, true))));
}
