namespace OldEstateRenewal.Domain.Planning;

/// <summary>The holidays of one year (年度节假日安排), as a notice arranges them.</summary>
public sealed class HolidayTable
{
    /// <summary>The first year that can be entered.</summary>
    public const int EarliestYear = 2015;

    /// <summary>The last year that can be entered.</summary>
    public const int LatestYear = 2050;

    /// <summary>Makes a table.</summary>
    /// <exception cref="ArgumentException">It contradicts itself; the message lists why.</exception>
    public HolidayTable(int year, string source, IReadOnlyList<HolidayPeriod> periods)
    {
        (Year, Source, Periods) = (year, source, periods);
        var wrong = ProblemsOf(year, periods).ToList();
        if (wrong.Count > 0) throw new ArgumentException(string.Join("；", wrong), nameof(periods));
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>The notice it comes from (文号).</summary>
    public string Source { get; }

    /// <summary>The holidays in their order.</summary>
    public IReadOnlyList<HolidayPeriod> Periods { get; }

    /// <summary>One line for each holiday; what is written so can be read again.</summary>
    public string Text => string.Join('\n', Periods.Select(period => period.InWords(Year)));

    /// <summary>Why holidays cannot stand in one table, all of it.</summary>
    public static IEnumerable<string> ProblemsOf(int year, IReadOnlyList<HolidayPeriod> periods)
    {
        foreach (var name in periods.GroupBy(period => period.Name).Where(same => same.Count() > 1).Select(same => same.Key)) yield return $"“{name}”写了两次";
        foreach (var period in periods)
        {
            if (period.Days is < 1 or > HolidayPeriod.MostDays) yield return $"{period.Name}：放假 {period.Days} 天，应为 1 至 {HolidayPeriod.MostDays} 天";
            if (period.DaysOff.Concat(period.MakeUpDays).Any(day => !Near(day, year))) yield return $"{period.Name}：有的日期不在 {year} 年";
            foreach (var day in period.MakeUpDays.Where(day => !IsWeekend(day))) yield return $"{period.Name}：{day:M月d日}不是周末，本来就上班";
        }

        var off = periods.Where(period => period.Days is > 0 and <= HolidayPeriod.MostDays).SelectMany(period => period.DaysOff).ToList();
        foreach (var day in off.GroupBy(day => day).Where(same => same.Count() > 1).Select(same => same.Key)) yield return $"{day:M月d日}属于两个节日";
        foreach (var day in periods.SelectMany(period => period.MakeUpDays).GroupBy(day => day).Where(same => same.Count() > 1).Select(same => same.Key)) yield return $"{day:M月d日}上班写了两次";
        foreach (var day in periods.SelectMany(period => period.MakeUpDays).Where(off.Contains).Distinct()) yield return $"{day:M月d日}既放假又上班";
    }

    /// <summary>Whether people rest on that day of the week.</summary>
    public static bool IsWeekend(DateOnly day) => day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;

    /// <summary>New Year may begin in the old year, and its make-up days lie around it.</summary>
    private static bool Near(DateOnly day, int year) => day.Year == year || (day.Year == year - 1 && day.Month == 12) || (day.Year == year + 1 && day.Month == 1);
}
