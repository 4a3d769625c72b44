using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

/// <summary>Every rule of every division, on the first day of every quarter from 2019 to 2030.</summary>
public sealed class TimelineTests
{
    private static readonly List<DateOnly> Quarters = Enumerable.Range(0, 48).Select(quarter => new DateOnly(2019, 1, 1).AddMonths(3 * quarter)).ToList();

    [Fact]
    public void Find_EveryKeyOnEveryQuarter_IsOneOfFourStates() => Assert.All(TheFive.Counties, chain =>
    {
        foreach (var view in Quarters.Select(day => PolicyBook.Shipped.View(chain, day)))
            foreach (var answer in PolicySections.All.SelectMany(view.All))
                Assert.True(Enum.IsDefined(answer.Validity) && (answer.Warning is null) == (answer.Validity == PolicyValidity.InForce), $"{view.On} {answer.Item.Key}");
    });

    [Fact]
    public void All_EveryQuarter_AnswersEveryKeyTheChainKnows() => Assert.All(TheFive.Counties, chain =>
    {
        var keys = PolicySections.All.SelectMany(section => PolicyBook.Shipped.View(chain, Quarters[0]).All(section).Select(answer => (section.Name, answer.Item.Key))).ToList();
        foreach (var day in Quarters)
            Assert.Equal(keys, PolicySections.All.SelectMany(section => PolicyBook.Shipped.View(chain, day).All(section).Select(answer => (section.Name, answer.Item.Key))));
    });

    [Theory]
    [InlineData("2020-08-31", PolicyValidity.NotYetInForce)]
    [InlineData("2020-09-01", PolicyValidity.InForce)]
    [InlineData("2025-08-31", PolicyValidity.InForce)]
    [InlineData("2025-09-01", PolicyValidity.Expired)]
    public void Find_TaianAroundItsDates_FlipsOnTheDay(string on, PolicyValidity expected) =>
        Assert.Equal(expected, TheFive.View(TheFive.Taian, on).Find(PolicySections.LeftoverLand, "scattered")!.Validity);

    [Fact]
    public void Find_TaianPlanEntryBeforeItBegins_ProvinceAnswers() =>
        Assert.Equal("shandong-2020", TheFive.View(TheFive.Taian, "2020-08-31").Find(PolicySections.Eligibility, "plan-entry")!.Document.Key);
}
