using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

/// <summary>Every rule of every division, on the first day of every quarter from 2019 to 2030.</summary>
public sealed class TimelineTests
{
    private static readonly List<DateOnly> Quarters = Enumerable.Range(0, 48).Select(quarter => new DateOnly(2019, 1, 1).AddMonths(3 * quarter)).ToList();

    private static readonly HashSet<(string, string)> Repealed = [("process", "round-1"), ("process", "round-2"), ("process", "approval"), ("process", "satisfaction")];

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
        // What a nearer document repeals is gone from the day on which that document begins.
        List<(string, string)> KeysOn(DateOnly day) => PolicySections.All.SelectMany(section => PolicyBook.Shipped.View(chain, day).All(section).Select(answer => (section.Name, answer.Item.Key))).Where(key => !Repealed.Contains(key)).ToList();
        var keys = KeysOn(Quarters[0]);
        foreach (var day in Quarters) Assert.Equal(keys, KeysOn(day));
    });

    [Fact]
    public void Find_RepealedStage_EndsWithTheDocumentThatRepealsIt()
    {
        Assert.NotNull(TheFive.View(TheFive.Ruicheng, "2022-07-04").Find(PolicySections.Process, "round-2"));
        Assert.Null(TheFive.View(TheFive.Ruicheng, "2022-07-05").Find(PolicySections.Process, "round-2"));
    }

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
