using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

public sealed class ShippedDocumentsTests
{
    [Fact]
    public void Shipped_EveryDocument_Loads() => Assert.Equal(8, PolicyBook.Shipped.Documents.Count);

    [Fact]
    public void Shipped_EveryItem_SaysItsRuleInWords() =>
        Assert.All(Items(), item => Assert.False(string.IsNullOrWhiteSpace(item.InWords), item.Key));

    [Fact]
    public void Shipped_EveryItem_CitesItsDocument() =>
        Assert.All(Items(), item => Assert.False(string.IsNullOrWhiteSpace(item.Citation.Document) || string.IsNullOrWhiteSpace(item.Citation.Clause), item.Key));

    [Fact]
    public void Shipped_LinquAndCutOff_IsNotStatedByTheCounty() =>
        Assert.Empty(PolicyBook.Shipped.Document("linqu-2024")!.Items(PolicySections.Eligibility));

    [Fact]
    public void Shipped_EveryDivision_NamesEveryFactItsRulesAskFor() =>
        Assert.All(Shipped.Counties, chain => Assert.Empty(OldEstateRenewal.Domain.Eligibility.EligibilityRules.UnnamedFacts(PolicyBook.Shipped.View(chain, new DateOnly(2024, 7, 1)))));

    private static IEnumerable<PolicyItem> Items() =>
        PolicyBook.Shipped.Documents.SelectMany(document => PolicySections.All.SelectMany(section => document.Items(section)));
}
