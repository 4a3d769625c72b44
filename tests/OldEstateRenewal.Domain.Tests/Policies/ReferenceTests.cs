using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Tests.Policies;

/// <summary>What one rule names, another part of the chain must have: a key that leads nowhere refuses in silence.</summary>
public sealed class ReferenceTests
{
    public static TheoryData<string> Counties => [.. Shipped.Counties];

    [Theory]
    [MemberData(nameof(Counties))]
    public void WorksItems_NamedByCostsFundingAndRules_AreInTheCatalogue(string document)
    {
        var view = Shipped.View(document);
        WorksMatch?[] matches =
        [
            .. view.All(PolicySections.Costs).Select(rule => rule.Item.Applies),
            .. view.All(PolicySections.Funding).SelectMany(source => Uses(source.Item.Only, source.Item.Never)),
            .. view.All(PolicySections.FundingLimits).SelectMany(limit => Uses(limit.Item.Only, limit.Item.Never)),
        ];
        var named = matches.SelectMany(match => match?.Items ?? []).Concat(view.All(PolicySections.WorksRules).SelectMany(rule => NamedBy(rule.Item)));

        Assert.DoesNotContain(named, key => view.Find(PolicySections.Works, key) is null);
    }

    [Theory]
    [MemberData(nameof(Counties))]
    public void MattersFactsAndSources_NamedByRules_AreKnownInTheChain(string document)
    {
        var view = Shipped.View(document);
        var matters = view.All(PolicySections.Works).Select(item => item.Item.Matter).OfType<string>().Concat(view.All(PolicySections.Consent).SelectMany(rule => rule.Item.RefersTo));
        var sources = view.All(PolicySections.WorksRules).Select(rule => rule.Item.Source).OfType<string>().Concat(view.All(PolicySections.FundingLimits).SelectMany(limit => limit.Item.Sources));

        Assert.DoesNotContain(matters, key => view.Find(PolicySections.Consent, key) is null);
        Assert.DoesNotContain(sources, key => view.Find(PolicySections.Funding, key) is null);
        Assert.Empty(view.UnnamedFacts());
    }

    [Theory]
    [InlineData("linqu-2024", "provident-fund", "dangerous-building-rebuild")]
    [InlineData("linqu-2024", "commerce-funds", "convenience-market")]
    [InlineData("linqu-2024", "commerce-funds", "housekeeping")]
    [InlineData("ruicheng-2021-2025", "provident-fund", "in-flat-works")]
    public void Refuse_UseThatTheDocumentNames_IsPermitted(string document, string source, string item)
    {
        var view = Shipped.View(document);

        Assert.Empty(FundingCheck.Refuse(view, source, WorksCase.Of(new WorksCatalogue(view).Find(item)!.Item)));
    }

    private static IEnumerable<WorksMatch?> Uses(FundingUse? only, FundingUse? never) => [only?.Works, never?.Works];

    private static IEnumerable<string> NamedBy(WorksRule rule) => rule.Items.SelectMany(item => item.Split('|')).Concat(rule.When);
}
