using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

/// <summary>Every rule of every division, on the first day of every quarter from 2019 to 2030.</summary>
public sealed class TimelineTests
{
    private static readonly IReadOnlyList<DateOnly> Quarters = Enumerable.Range(0, 48).Select(quarter => new DateOnly(2019, 1, 1).AddMonths(3 * quarter)).ToList();

    [Fact]
    public void Find_EveryKeyOnEveryQuarter_IsOneOfFourStates() => Assert.All(Shipped.Counties, chain =>
    {
        foreach (var view in Quarters.Select(day => PolicyBook.Shipped.View(chain, day)))
            foreach (var section in PolicySections.All)
                foreach (var key in view.Documents.SelectMany(document => document.Items(section)).Select(item => item.Key).Distinct())
                    AssertState(view, section, key);
    });

    [Theory]
    [InlineData("2020-08-31", PolicyValidity.NotYetInForce)]
    [InlineData("2020-09-01", PolicyValidity.InForce)]
    [InlineData("2025-08-31", PolicyValidity.InForce)]
    [InlineData("2025-09-01", PolicyValidity.Expired)]
    public void Find_TaianAroundItsDates_FlipsOnTheDay(string on, PolicyValidity expected) =>
        Assert.Equal(expected, Shipped.View(Shipped.Taian, on).Find(PolicySections.LeftoverLand, "scattered")!.Validity);

    [Fact]
    public void Find_TaianPlanEntryBeforeItBegins_ProvinceAnswers() =>
        Assert.Equal("shandong-2020", Shipped.View(Shipped.Taian, "2020-08-31").Find(PolicySections.Eligibility, "plan-entry")!.Document.Key);

    private static void AssertState(PolicyView view, PolicySection section, string key)
    {
        var answer = section switch
        {
            PolicySection<PolicyStatement> statements => State(view, statements, key),
            PolicySection<OldEstateRenewal.Domain.Eligibility.EligibilityRule> rules => State(view, rules, key),
            PolicySection<OldEstateRenewal.Domain.Planning.Duty> duties => State(view, duties, key),
            PolicySection<OldEstateRenewal.Domain.Planning.Milestone> milestones => State(view, milestones, key),
            _ => (true, null),
        };
        Assert.True(answer.Item1, $"{view.On} {section.Name} {key}: {answer.Item2}");
    }

    private static (bool, string?) State<T>(PolicyView view, PolicySection<T> section, string key) where T : PolicyItem =>
        view.Find(section, key) is not { } answer ? (true, "none") : (Enum.IsDefined(answer.Validity) && (answer.Warning is null) == (answer.Validity == PolicyValidity.InForce), answer.Warning);
}
