using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Tests.Works;

public sealed class WorksCatalogueTests
{
    private static readonly string[] LinquMust = ["ebike-charging", "grilles-removal"];

    [Fact]
    public void Refuse_LinquSchemeWithoutMandatoryItems_NamesBoth()
    {
        var refusals = new WorksCatalogue(Shipped.Linqu).Refuse(new SchemeContents(["roof-waterproofing"]));

        Assert.Equal(LinquMust, refusals.Select(refusal => refusal.ItemKey));
        Assert.All(refusals, refusal => Assert.Equal(("二.（一）", false), (refusal.Citation.Clause, refusal.MayBeExplained)));
    }

    [Theory]
    [InlineData("demolish-old-buildings")]
    [InlineData("relocate-residents")]
    [InlineData("fell-old-trees")]
    public void Refuse_LinquForbiddenItem_IsRefused(string key)
    {
        var refusal = Assert.Single(new WorksCatalogue(Shipped.Linqu).Refuse(new SchemeContents([.. LinquMust, key])));

        Assert.Contains("禁止", refusal.Text);
        Assert.Contains("砍伐老树", refusal.Citation.Quote);
    }

    [Fact]
    public void Refuse_JingyuanCentralSubsidy_NeedsWaterPowerRoadAndGasOrAReason()
    {
        var catalogue = new WorksCatalogue(Shipped.Jingyuan);

        var refusals = catalogue.Refuse(new SchemeContents(["metering", "roads"]) { Sources = ["central-subsidy"] });

        Assert.Equal(["power-supply", "gas"], refusals.Select(refusal => refusal.ItemKey));
        Assert.All(refusals, refusal => Assert.True(refusal.MayBeExplained));
        Assert.Empty(catalogue.Refuse(new SchemeContents(["roads"])));
        Assert.Empty(catalogue.Refuse(new SchemeContents(["water-supply", "metering", "power-supply", "roads", "gas"]) { Sources = ["central-subsidy"] }));
    }

    [Theory]
    [InlineData("water-supply")]
    [InlineData("power-supply")]
    [InlineData("heat")]
    public void Refuse_JingyuanWaterPowerOrHeatWithoutMeters_AsksForOneMeterPerHousehold(string key)
    {
        var catalogue = new WorksCatalogue(Shipped.Jingyuan);

        var refusal = Assert.Single(catalogue.Refuse(new SchemeContents([key, "roads"])));

        Assert.Equal(("metering", "五.2（2）", false), (refusal.ItemKey, refusal.Citation.Clause, refusal.MayBeExplained));
        Assert.Equal($"改造“{catalogue.Find(key)!.Item.Name}”的，须包含“一户一表、计量出户”", refusal.Text);
        Assert.Empty(catalogue.Refuse(new SchemeContents([key, "metering"])));
        Assert.Empty(catalogue.Refuse(new SchemeContents([key]) { AlreadyRenewed = ["metering"] }));
    }

    [Fact]
    public void Read_RequiredWithoutSayingWhen_IsAMistake() => Assert.Equal("$.worksRules.a.when", Assert.Single(TestDocument.ProblemsOf(TestDocument.Json("""
        "worksRules": { "a": { "name": "一户一表", "clause": "五", "kind": "requiredWith", "items": ["metering"] } }
        """))).Path);

    [Fact]
    public void Refuse_JingyuanRenewedRoofAgain_IsRefused()
    {
        var refusal = Assert.Single(new WorksCatalogue(Shipped.Jingyuan).Refuse(new SchemeContents(["roof-waterproofing", "lift"]) { AlreadyRenewed = ["roof-waterproofing", "gas"] }));

        Assert.Equal("“屋面防水”已改造，不得重复改造", refusal.Text);
    }

    [Theory]
    [InlineData("linqu-2024", "lift", WorksClass.Complete, "宜改则改")]
    [InlineData("linqu-2024", "elderly-care", WorksClass.Upgrade, "能改则改")]
    [InlineData("linqu-2024", "ebike-charging", WorksClass.Basic, "应改尽改")]
    [InlineData("taian-2020", "roads", WorksClass.Basic, "应改尽改")]
    [InlineData("taian-2020", "lift", WorksClass.Complete, null)]
    [InlineData("ruicheng-2021-2025", "service-rooms", WorksClass.Basic, null)]
    [InlineData("liaocheng-2020", "service-rooms", WorksClass.Complete, null)]
    [InlineData("jingyuan-2023", "roads", WorksClass.Unclassified, "能改即改")]
    public void DemandOf_ItemOfATenant_FollowsItsClassThere(string document, string key, WorksClass works, string? demand)
    {
        var catalogue = new WorksCatalogue(Shipped.View(document));

        var item = catalogue.Find(key)!.Item;

        Assert.Equal((works, demand), (item.Class, catalogue.DemandOf(item)));
    }

    [Fact]
    public void LeftOut_LiaochengWithTheEightItems_StillListsTheOtherBasicOnes()
    {
        var catalogue = new WorksCatalogue(Shipped.Liaocheng);
        var eight = catalogue.Items.Where(answer => answer.Item.Tags.Contains("八项")).Select(answer => answer.Item.Key).ToList();

        var left = catalogue.LeftOut(new SchemeContents(eight));

        Assert.Equal(8, eight.Count);
        Assert.Contains(left, answer => answer.Item.Key == "lighting");
        Assert.DoesNotContain(left, answer => answer.Item.Class != WorksClass.Basic);
    }

    [Fact]
    public void Refuse_UnderAnExpiredDocument_SaysSo()
    {
        var taian = Shipped.View("taian-2020", 2026, 11, 21);

        Assert.All(new WorksCatalogue(taian).Items, answer => Assert.Equal("依据已于2025-08-31失效", answer.Warning));
    }

    [Fact]
    public void Matters_NamedByWorksItems_AreMattersOfConsentThere()
    {
        foreach (var view in Shipped.Counties.Select(document => Shipped.View(document)))
            foreach (var item in view.All(PolicySections.Works).Where(answer => answer.Item.Matter is not null))
                Assert.NotNull(view.Find(PolicySections.Consent, item.Item.Matter!));
    }

    [Fact]
    public void Items_NamedByRules_AreInTheCatalogue()
    {
        foreach (var view in Shipped.Counties.Select(document => Shipped.View(document)))
            foreach (var key in view.All(PolicySections.WorksRules).SelectMany(rule => rule.Item.Items).SelectMany(item => item.Split('|')))
                Assert.NotNull(view.Find(PolicySections.Works, key));
    }
}
