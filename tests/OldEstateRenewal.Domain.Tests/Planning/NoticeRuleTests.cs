using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class NoticeRuleTests
{
    private static readonly NoticeRule Ruicheng = TheFive.Item(PolicySections.Notices, TheFive.Ruicheng, "scheme");
    private static readonly WorkingCalendar Calendar = WorkingCalendarTests.NationalDay2024;

    [Fact]
    public void From_PostedBeforeNationalDay_DiffersByUnit()
    {
        var term = Ruicheng.Term.From(new(2024, 9, 29), Calendar);
        Assert.Equal((new DateOnly(2024, 10, 4), new DateOnly(2024, 10, 11), true), (term.LastCalendarDay, term.LastWorkingDay, term.Differs));
        Assert.Equal(new DateOnly(2024, 10, 12), term.FirstDayAfter);
    }

    [Theory]
    [InlineData(DayUnit.Calendar, "2024-10-04", false)]
    [InlineData(DayUnit.Calendar, "2024-10-05", true)]
    [InlineData(DayUnit.Working, "2024-10-11", false)]
    [InlineData(DayUnit.Working, "2024-10-12", true)]
    [InlineData(DayUnit.Unstated, "2024-10-05", false)]
    public void MayProceed_AroundTheEnd_TurnsTheDayAfterByTheChosenUnit(DayUnit chosen, string on, bool expected) =>
        Assert.Equal(Outcomes.Of(expected), Ruicheng.MayProceed(new(2024, 9, 29), TheFive.Day(on), Calendar, chosen).Outcome);

    [Fact]
    public void MayProceed_NotPosted_Fails() => Assert.Equal(Outcome.Failed, Ruicheng.MayProceed(null, new(2024, 10, 5), Calendar).Outcome);

    [Fact]
    public void MayProceed_TooEarly_SaysFromWhichDay() =>
        Assert.Contains("自2024-10-05起可报市老旧小区改造领导小组办公室会审", Ruicheng.MayProceed(new(2024, 9, 29), new(2024, 10, 1), Calendar, DayUnit.Calendar).Working, StringComparison.Ordinal);

    [Fact]
    public void From_ExtendedOverHolidays_EndsOnTheNextWorkingDay() =>
        Assert.Equal(new DateOnly(2024, 10, 8), new TermRule(5, DayUnit.Calendar, true).From(new(2024, 9, 29), Calendar).LastDay);
}
