using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Consent;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Tests.CostSharing;

/// <summary>Every rule of consent, works, cost, funding and tariffs, on every quarter of 2019–2030, for every shipped division.</summary>
public sealed class SweepTests
{
    private static readonly Roll Roll = Ballots.Roll(12);
    private static readonly List<Vote> Votes = [.. Ballots.Votes(1, 9, VoteChoice.Agree), .. Ballots.Votes(10, 1, VoteChoice.Oppose)];

    public static TheoryData<string> Counties => [.. Shipped.Counties];

    [Theory]
    [MemberData(nameof(Counties))]
    public void EveryRule_OnEveryQuarter_AnswersInExactlyOneState(string document)
    {
        for (var day = new DateOnly(2019, 1, 1); day.Year <= 2030; day = day.AddMonths(3))
        {
            var view = Shipped.View(document, day.Year, day.Month, day.Day);
            foreach (var rule in view.All(PolicySections.Consent))
            {
                IsInOneState(rule, day);
                foreach (var question in ConsentQuestion.For(view, rule.Item.Key)) Assert.NotEmpty(Tally.Count(question, Roll, Votes));
            }

            foreach (var rule in view.All(PolicySections.Channels)) IsInOneState(rule, day);
            foreach (var rule in view.All(PolicySections.Costs)) IsInOneState(rule, day);
            foreach (var rule in view.All(PolicySections.Costs)) _ = CostAnswer.Apply(rule, new CostInput(Money.FromYuan(12_345.67m)) { HouseholdCount = 7 }).Working;
            foreach (var source in view.All(PolicySections.Funding))
            {
                IsInOneState(source, day);
                foreach (var item in view.All(PolicySections.Works)) _ = FundingCheck.Refuse(view, source.Item.Key, WorksCase.Of(item.Item));
            }

            foreach (var limit in view.All(PolicySections.FundingLimits)) IsInOneState(limit, day);
            foreach (var tariff in view.All(PolicySections.Tariffs)) Assert.NotEmpty(Tariff.Bill(tariff, Volume.FromHundredths(30_000)).Working);
            var catalogue = new WorksCatalogue(view);
            foreach (var item in catalogue.Items) IsInOneState(item, day);
            _ = catalogue.Refuse(new SchemeContents(catalogue.Items.Select(item => item.Item.Key).ToList()));
        }
    }

    [Fact]
    public void EveryItem_OfTheSectionsHere_SaysItselfInWordsAndHasQuoteOrNote()
    {
        PolicySection[] sections = [PolicySections.Consent, PolicySections.Channels, PolicySections.Works, PolicySections.WorksRules, PolicySections.Costs, PolicySections.Funding, PolicySections.FundingLimits, PolicySections.Tariffs];
        foreach (var item in PolicyBook.Shipped.Documents.SelectMany(document => sections.SelectMany(document.Items)))
        {
            Assert.NotEqual("", item.InWords);
            Assert.True(item.Citation.Quote is not null || item.Citation.Note is not null, $"{item.Citation.DocumentKey} {item.Key} has neither quote nor note");
        }
    }

    private static void IsInOneState<T>(PolicyAnswer<T> answer, DateOnly day) where T : PolicyItem
    {
        var (begun, ended) = (answer.Document.InForceFrom <= day, answer.Document.InForceTo < day);
        Assert.Equal(begun ? ended ? PolicyValidity.Expired : PolicyValidity.InForce : PolicyValidity.NotYetInForce, answer.Validity);
        Assert.Equal(answer.Validity == PolicyValidity.InForce, answer.Warning is null);
    }
}
