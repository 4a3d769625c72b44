using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

public sealed class ShippedDocumentsTests
{
    private static readonly PolicySection[] Quoted =
    [
        PolicySections.Eligibility, PolicySections.Targets, PolicySections.PlanForms, PolicySections.Annexes, PolicySections.Milestones, PolicySections.Notices,
        PolicySections.Approvals, PolicySections.Choice, PolicySections.LeftoverLand, PolicySections.Sequence, PolicySections.Modes, PolicySections.Duties, PolicySections.Supervision,
    ];

    [Fact]
    public void Shipped_TheFiveAndTheirSuperiors_Load() =>
        Assert.All(new[] { "linqu-2024", "taian-2020", "jingyuan-2023", "ruicheng-2021-2025", "liaocheng-2020", "shandong-2020", "national-2020", "civil-code" }, key => Assert.NotNull(PolicyBook.Shipped.Document(key)));

    [Fact]
    public void Shipped_EveryItem_SaysItsRuleInWords() =>
        Assert.All(Items(), item => Assert.False(string.IsNullOrWhiteSpace(item.InWords), item.Key));

    [Fact]
    public void Shipped_EveryItem_CitesItsDocument() =>
        Assert.All(Items(), item => Assert.False(string.IsNullOrWhiteSpace(item.Citation.Document) || string.IsNullOrWhiteSpace(item.Citation.Clause), item.Key));

    [Theory]
    [InlineData("linqu-2024")]
    [InlineData("taian-2020")]
    [InlineData("jingyuan-2023")]
    [InlineData("ruicheng-2021-2025")]
    [InlineData("liaocheng-2020")]
    public void Shipped_EveryItemOfTheFive_QuotesItsWords(string key) =>
        Assert.All(Quoted.SelectMany(section => PolicyBook.Shipped.Document(key)!.Items(section)), item => Assert.False(string.IsNullOrEmpty(item.Citation.Quote), item.Key));

    [Fact]
    public void Choice_NoWeightsPrinted_SaysThatEqualWeightsAreAReading() =>
        Assert.All(PolicyBook.Shipped.Documents.SelectMany(document => document.Items(PolicySections.Choice)), rule => Assert.Contains("口径", rule.Citation.Note, StringComparison.Ordinal));

    [Fact]
    public void Choice_JingyuansWill_CitesTheClauseThatSaysIt() =>
        Assert.Equal("三.（一）", TheFive.Item(PolicySections.Choice, TheFive.Jingyuan, "annual").Criteria.Single(criterion => criterion.Key == "will").Citation.Clause);

    [Fact]
    public void Eligibility_Linqu_IsNotStatedByTheCounty() =>
        Assert.Empty(PolicyBook.Shipped.Document("linqu-2024")!.Items(PolicySections.Eligibility));

    [Fact]
    public void Shipped_EveryDivision_NamesEveryFactItsRulesAskFor() =>
        Assert.All(TheFive.Counties, chain => Assert.Empty(OldEstateRenewal.Domain.Eligibility.EligibilityRules.UnnamedFacts(PolicyBook.Shipped.View(chain, new DateOnly(2024, 7, 1)))));

    private static IEnumerable<PolicyItem> Items() =>
        PolicyBook.Shipped.Documents.SelectMany(document => PolicySections.All.SelectMany(section => document.Items(section)));
}
