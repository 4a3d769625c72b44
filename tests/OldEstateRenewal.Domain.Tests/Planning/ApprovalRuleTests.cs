using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class ApprovalRuleTests
{
    private static readonly ApprovalRule LowRisk = TheFive.Item(PolicySections.Approvals, TheFive.Linqu, "low-risk");

    [Theory]
    [InlineData(true, true, true, Outcome.Passed)]
    [InlineData(true, false, true, Outcome.Failed)]
    [InlineData(true, null, true, Outcome.Unknown)]
    [InlineData(false, null, true, Outcome.Failed)]
    public void Applies_ThreeTests_MustAllBePassed(bool? area, bool? structure, bool? use, Outcome expected) =>
        Assert.Equal(expected, LowRisk.Applies(new Dictionary<string, bool?> { ["no-new-area"] = area, ["no-structure-change"] = structure, ["no-use-change"] = use }).Outcome);

    [Theory]
    [InlineData("2024-10-14", DueKind.Ahead)]
    [InlineData("2024-10-15", DueKind.Today)]
    [InlineData("2024-10-16", DueKind.Overdue)]
    public void Clock_TenWorkingDaysOverNationalDay_EndOnThe15th(string on, DueKind expected) =>
        Assert.Equal(expected, LowRisk.Clock(new(2024, 9, 26), null, TheFive.Day(on), WorkingCalendarTests.NationalDay2024)!.Kind);

    [Fact]
    public void Clock_RuleWithoutLimit_IsNull() => Assert.Null(
        TheFive.Item(PolicySections.Approvals, TheFive.Ruicheng, "drawing-review").Clock(new(2024, 1, 1), null, new(2024, 1, 1), WorkingCalendar.WeekendsOnly));
}
