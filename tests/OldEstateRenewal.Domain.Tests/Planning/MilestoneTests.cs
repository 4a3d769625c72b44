using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class MilestoneTests
{
    [Theory]
    [InlineData("survey", 2023, "2023-01-31")]
    [InlineData("design", 2023, "2023-02-28")]
    [InlineData("design", 2024, "2024-02-29")]
    [InlineData("approval", 2024, "2024-03-31")]
    [InlineData("started", 2025, "2025-05-31")]
    [InlineData("basically-done", 2025, "2025-10-31")]
    [InlineData("done", 2025, "2025-11-30")]
    public void DueOn_Ruicheng_IsTheEndOfTheMonth(string key, int year, string expected) => Assert.Equal(TheFive.Day(expected), Ruicheng(key).DueOn(year));

    [Theory]
    [InlineData(2020)]
    [InlineData(2026)]
    public void DueOn_OutsideThePlan_IsNull(int year) => Assert.Null(Ruicheng("done").DueOn(year));

    [Fact]
    public void DueOn_Linqu_AreItsTwoDates()
    {
        Assert.Equal(new DateOnly(2024, 6, 30), TheFive.Item(PolicySections.Milestones, TheFive.Linqu, "started").DueOn(2024));
        Assert.Equal(new DateOnly(2024, 12, 31), TheFive.Item(PolicySections.Milestones, TheFive.Linqu, "accepted").DueOn(2024));
    }

    [Fact]
    public void DueOn_Jingyuan_EndsInTheNextYear()
    {
        var done = TheFive.Item(PolicySections.Milestones, TheFive.Jingyuan, "done");
        Assert.Equal((new DateOnly(2024, 5, 31), (DateOnly?)null), (done.DueOn(2023), done.DueOn(2024)));
    }

    [Theory]
    [InlineData("2024-02-28", null, DueKind.Ahead, 1)]
    [InlineData("2024-02-29", null, DueKind.Today, 0)]
    [InlineData("2024-03-01", null, DueKind.Overdue, 1)]
    [InlineData("2024-03-10", "2024-02-29", DueKind.Done, 0)]
    [InlineData("2024-03-10", "2024-03-03", DueKind.DoneLate, 3)]
    [InlineData("2024-02-20", "2024-02-25", DueKind.Ahead, 9)]
    public void On_ADay_SaysLeftOverdueOrDone(string on, string? reached, DueKind kind, int days)
    {
        var state = Ruicheng("design").On(TheFive.Day(on), 2024, reached is null ? null : TheFive.Day(reached))!;
        Assert.Equal((kind, days), (state.Kind, state.Days));
    }

    [Fact]
    public void DueOn_EveryDivisionAndYear_FollowsTheStages() => Assert.All(TheFive.Counties, chain =>
    {
        var milestones = TheFive.View(chain, "2024-07-01").All(PolicySections.Milestones).Select(answer => answer.Item).OrderBy(milestone => milestone.Stage).ToList();
        foreach (var year in Enumerable.Range(2019, 12))
        {
            var dues = milestones.Select(milestone => milestone.DueOn(year)).OfType<DateOnly>().ToList();
            Assert.Equal(dues.Order(), dues);
        }
    });

    private static Milestone Ruicheng(string key) => TheFive.Item(PolicySections.Milestones, TheFive.Ruicheng, key);
}
