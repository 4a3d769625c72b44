using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class WorkingCalendarTests
{
    /// <summary>国庆 2024: closed 1 to 7 October; worked on Sunday 29 September and Saturday 12 October.</summary>
    internal static readonly WorkingCalendar NationalDay2024 = new(
        Enumerable.Range(1, 7).Select(day => new DateOnly(2024, 10, day)), [new DateOnly(2024, 9, 29), new DateOnly(2024, 10, 12)]);

    [Theory]
    [InlineData("2024-09-28", false)]
    [InlineData("2024-09-29", true)]
    [InlineData("2024-10-01", false)]
    [InlineData("2024-10-08", true)]
    [InlineData("2024-10-12", true)]
    [InlineData("2024-10-13", false)]
    public void IsWorkingDay_AroundNationalDay_KnowsHolidaysAndMadeUpDays(string day, bool expected) => Assert.Equal(expected, NationalDay2024.IsWorkingDay(TheFive.Day(day)));

    [Theory]
    [InlineData("2024-09-30", 1, "2024-10-08")]
    [InlineData("2024-09-27", 5, "2024-10-10")]
    [InlineData("2024-10-01", 0, "2024-10-01")]
    public void AddWorkingDays_OverNationalDay_SkipsIt(string from, int days, string expected) => Assert.Equal(TheFive.Day(expected), NationalDay2024.AddWorkingDays(TheFive.Day(from), days));

    [Fact]
    public void New_DayBothHolidayAndMadeUp_IsRefused() => Assert.Throws<ArgumentException>(() => new WorkingCalendar([new(2024, 10, 1)], [new(2024, 10, 1)]));

    [Fact]
    public void AddWorkingDays_Negative_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => WorkingCalendar.WeekendsOnly.AddWorkingDays(new(2024, 1, 1), -1));

    [Fact]
    public void AddWorkingDays_LaterOrLonger_NeverEndsEarlier() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Calendars.ToArbitrary(), Numbers.ToArbitrary(), Numbers.ToArbitrary(), (calendar, offset, days) =>
    {
        var from = new DateOnly(2024, 1, 1).AddDays(offset);
        var end = calendar.AddWorkingDays(from, days);
        return end >= from && calendar.AddWorkingDays(from.AddDays(1), days) >= end && calendar.AddWorkingDays(from, days + 1) > end;
    }));

    [Fact]
    public void WorkingDaysAfter_WhatWasAdded_GivesItBack() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Calendars.ToArbitrary(), Numbers.ToArbitrary(), Numbers.ToArbitrary(), (calendar, offset, days) =>
    {
        var from = new DateOnly(2024, 1, 1).AddDays(offset);
        return calendar.WorkingDaysAfter(from, calendar.AddWorkingDays(from, days)) == days;
    }));

    private static Gen<int> Numbers => Gen.Choose(0, 60);

    private static Gen<WorkingCalendar> Calendars =>
        from holidays in Gen.Choose(0, 150).ListOf(20)
        from workdays in Gen.Choose(0, 150).ListOf(6)
        select new WorkingCalendar(holidays.Select(Day), workdays.Except(holidays).Select(Day));

    private static DateOnly Day(int offset) => new DateOnly(2024, 1, 1).AddDays(offset);
}
