using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class NoticeProofTests
{
    // Posted on the day before National Day 2024: 5 calendar days end within the holidays, 5 working days on 12 October.
    private static readonly DateOnly posted = new(2024, 9, 30);
    private static readonly NoticeShot[] all = [new(NoticePhase.Start, posted), new(NoticePhase.Middle, new(2024, 10, 3)), new(NoticePhase.End, new(2024, 10, 12))];

    private static Term Run(DayUnit chosen) => new TermRule(5, DayUnit.Unstated, false).From(posted, HolidayBook.National.Calendar, chosen);

    [Theory]
    [InlineData(DayUnit.Calendar, "2024-10-05", false)]
    [InlineData(DayUnit.Calendar, "2024-10-12", true)]
    [InlineData(DayUnit.Working, "2024-10-11", false)]
    [InlineData(DayUnit.Working, "2024-10-12", false)]
    [InlineData(DayUnit.Working, "2024-10-13", true)]
    [InlineData(DayUnit.Unstated, "2024-10-12", false)]
    public void WhyNotConclude_WithEverythingElse_TurnsOnTheDayAfterTheLast(DayUnit chosen, string on, bool may) =>
        Assert.Equal(may, NoticeProof.WhyNotConclude(Run(chosen), TheFive.Day(on), all, 0).Count == 0);

    [Fact]
    public void WhyNotConclude_NothingDone_ListsEverything() => Assert.Equal(
        [
            "公示期至 2024-10-12 届满，2024-10-13 起才能办结", "缺张贴时的照片（张贴当日 2024-09-30 拍摄）", "缺公示期间的照片（2024-10-01 至 2024-10-11 之间拍摄）",
            "缺期满时的照片（末日 2024-10-12 或之后拍摄）", "有 2 条异议尚未答复",
        ], NoticeProof.WhyNotConclude(Run(DayUnit.Working), posted, [], 2));

    [Theory]
    [InlineData(NoticePhase.Start, "2024-10-01", "张贴时的照片应为张贴当日 2024-09-30 拍摄")]
    [InlineData(NoticePhase.Middle, "2024-09-30", "公示期间的照片应为2024-10-01 至 2024-10-11 之间拍摄")]
    [InlineData(NoticePhase.Middle, "2024-10-12", "公示期间的照片应为2024-10-01 至 2024-10-11 之间拍摄")]
    [InlineData(NoticePhase.End, "2024-10-11", "期满时的照片应为末日 2024-10-12 或之后拍摄")]
    [InlineData(NoticePhase.End, "2024-10-21", "拍摄日期晚于今天")]
    [InlineData(NoticePhase.Start, "2024-09-30", null)]
    [InlineData(NoticePhase.Middle, "2024-10-11", null)]
    [InlineData(NoticePhase.End, "2024-10-12", null)]
    public void WhyNotTaken_OnADay_AsksForTheRightOne(NoticePhase phase, string takenOn, string? expected) =>
        Assert.Equal(expected, NoticeProof.WhyNotTaken(phase, TheFive.Day(takenOn), Run(DayUnit.Working), new(2024, 10, 20)));

    [Fact]
    public void WhyNotTaken_ShortNotice_TakesAnyOfItsDaysForTheMiddle() =>
        Assert.Null(NoticeProof.WhyNotTaken(NoticePhase.Middle, posted, new TermRule(1, DayUnit.Calendar, false).From(posted, HolidayBook.National.Calendar), new(2024, 10, 20)));
}
