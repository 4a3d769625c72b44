using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Tests.Planning;

/// <summary>A year's clocks against calendars made by hand, day by day, from the printed notices.</summary>
public sealed class HolidayBookTests
{
    // From the first to the last of the month. New Year's Eve, the 9th, is worked; the 4th and 18th are Sundays.
    private const string February2024 = "班班休班班班班班班休休休休休休休休班班班班班班休休班班班班";
    private const string October2024 = "休休休休休休休班班班班班休班班班班班休休班班班班班休休班班班班";

    private static HolidayBook National => HolidayBook.National;

    [Fact]
    public void Calendar_SpringFestivalAndNationalDay2024_IsTheHandMadeOneDayByDay()
    {
        Assert.Equal(February2024, Month(2024, 2));
        Assert.Equal(October2024, Month(2024, 10));
        Assert.True(National.Calendar.IsWorkingDay(new(2024, 9, 29)));
    }

    /// <summary>Counted with a finger on the calendars above; the first day does not count.</summary>
    [Theory]
    [InlineData("2024-02-04", 5, "2024-02-09", "2024-02-09", "2024-02-09")]
    [InlineData("2024-02-05", 5, "2024-02-10", "2024-02-18", "2024-02-18")]
    [InlineData("2024-02-09", 1, "2024-02-10", "2024-02-18", "2024-02-18")]
    [InlineData("2024-02-09", 5, "2024-02-14", "2024-02-18", "2024-02-22")]
    [InlineData("2024-02-17", 5, "2024-02-22", "2024-02-22", "2024-02-22")]
    [InlineData("2024-02-18", 5, "2024-02-23", "2024-02-23", "2024-02-23")]
    [InlineData("2024-02-01", 10, "2024-02-11", "2024-02-18", "2024-02-20")]
    [InlineData("2024-09-24", 5, "2024-09-29", "2024-09-29", "2024-09-30")]
    [InlineData("2024-09-29", 5, "2024-10-04", "2024-10-08", "2024-10-11")]
    [InlineData("2024-09-30", 5, "2024-10-05", "2024-10-08", "2024-10-12")]
    [InlineData("2024-10-07", 5, "2024-10-12", "2024-10-12", "2024-10-12")]
    [InlineData("2024-10-08", 5, "2024-10-13", "2024-10-14", "2024-10-14")]
    [InlineData("2024-09-23", 10, "2024-10-03", "2024-10-08", "2024-10-11")]
    public void Term_OverTheHolidays_EndsAsCountedByHand(string from, int days, string calendarDay, string movedOverHolidays, string workingDay)
    {
        var term = new TermRule(days, DayUnit.Unstated, false).From(TheFive.Day(from), National.Calendar);
        var moved = new TermRule(days, DayUnit.Calendar, true).From(TheFive.Day(from), National.Calendar);

        Assert.Equal((TheFive.Day(calendarDay), TheFive.Day(workingDay), TheFive.Day(movedOverHolidays)), (term.LastCalendarDay, term.LastWorkingDay, moved.LastDay));
    }

    /// <summary>Working days of each year, counted independently of the code.</summary>
    [Theory]
    [InlineData(2021, 250, 7)]
    [InlineData(2022, 249, 7)]
    [InlineData(2023, 249, 6)]
    [InlineData(2024, 251, 7)]
    [InlineData(2025, 248, 6)]
    [InlineData(2026, 248, 7)]
    public void Tables_ShippedYears_HoldTheirHolidaysAndSourceAndBalance(int year, int workingDays, int periods)
    {
        var table = National.Of(year)!;
        var days = Enumerable.Range(0, DateTime.IsLeapYear(year) ? 366 : 365).Select(new DateOnly(year, 1, 1).AddDays).ToList();

        Assert.Equal((periods, workingDays), (table.Periods.Count, days.Count(National.Calendar.IsWorkingDay)));
        Assert.StartsWith($"国办发明电〔{year - 1}〕", table.Source, StringComparison.Ordinal);
    }

    [Fact]
    public void Tables_ReadAgainFromTheirOwnWords_AreTheSame() => Assert.All(NationalHolidays.Tables, table =>
    {
        var again = HolidayText.Read(table.Year, table.Text);
        Assert.Empty(again.Problems);
        Assert.Equal(table.Text, new HolidayTable(table.Year, table.Source, again.Periods).Text);
    });

    [Fact]
    public void Mark_OfDays_NamesTheHoliday()
    {
        Assert.Equal("春节放假", National.Mark(new(2024, 2, 10))!.InWords);
        Assert.Equal("国庆节调休上班", National.Mark(new(2024, 10, 12))!.InWords);
        Assert.Equal("元旦放假", National.Mark(new(2022, 12, 31))!.InWords);
        Assert.Null(National.Mark(new(2024, 2, 9)));
    }

    [Fact]
    public void Book_CountysOwnTable_OverridesTheNationalOneOfThatYearOnly()
    {
        var own = new HolidayTable(2024, "本县", [new HolidayPeriod("春节", new(2024, 2, 9), new(2024, 2, 17), [new(2024, 2, 18)])]);
        var book = new HolidayBook([.. NationalHolidays.Tables, own]);

        Assert.False(book.Calendar.IsWorkingDay(new(2024, 2, 9)));
        Assert.True(book.Calendar.IsWorkingDay(new(2024, 10, 1)));
        Assert.False(book.Calendar.IsWorkingDay(new(2023, 10, 2)));
    }

    [Theory]
    [InlineData("2026-12-01", "2026-12-31", null)]
    [InlineData("2026-12-29", "2027-01-05", "2027年节假日未录入，按周末推算")]
    [InlineData("2027-12-01", "2028-01-05", "2027、2028年节假日未录入，按周末推算")]
    public void Caveat_YearsWithoutATable_AreNamed(string from, string to, string? expected) => Assert.Equal(expected, National.Caveat(TheFive.Day(from), TheFive.Day(to)));

    [Fact]
    public void Caveat_TermIntoAnUnknownYear_IsSaidThoughTheCalendarDaysEndBefore()
    {
        var term = new TermRule(5, DayUnit.Working, false).From(new(2026, 12, 25), National.Calendar);

        Assert.Equal(("2027年节假日未录入，按周末推算", new DateOnly(2027, 1, 1)), (National.Caveat(term), term.LastWorkingDay));
    }

    private static string Month(int year, int month) => string.Concat(Enumerable.Range(1, DateTime.DaysInMonth(year, month)).Select(day => National.Calendar.IsWorkingDay(new(year, month, day)) ? '班' : '休'));
}
