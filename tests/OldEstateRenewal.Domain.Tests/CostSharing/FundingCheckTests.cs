using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Tests.CostSharing;

public sealed class FundingCheckTests
{
    private static WorksCase Item(PolicyView view, string key) => WorksCase.Of(view.Find(PolicySections.Works, key)!.Item);

    [Fact]
    public void Refuse_ProvidentFundInLinqu_OnlyLiftsAndDangerousBuildings()
    {
        Assert.Empty(FundingCheck.Refuse(Shipped.Linqu, "provident-fund", Item(Shipped.Linqu, "lift")));
        Assert.Empty(FundingCheck.Refuse(Shipped.Linqu, "provident-fund", new WorksCase { Item = "dangerous-building-rebuild" }));
        var refusal = Assert.Single(FundingCheck.Refuse(Shipped.Linqu, "provident-fund", Item(Shipped.Linqu, "parking")));
        Assert.Contains("加装电梯、危旧楼改建", refusal.Citation!.Quote);
    }

    [Theory]
    [InlineData("linqu-2024")]
    [InlineData("taian-2020")]
    [InlineData("liaocheng-2020")]
    public void Refuse_RepairFundForWaterPipesInShandong_IsRefusedByTheProvince(string document)
    {
        var view = Shipped.View(document);

        Assert.Contains(FundingCheck.Refuse(view, "repair-fund", Item(view, "water-supply")), refusal => refusal.Citation!.ToString() == "《山东省物业管理条例》 第七十一条");
        Assert.Empty(FundingCheck.Refuse(view, "repair-fund", Item(view, "energy-saving")));
    }

    [Fact]
    public void Refuse_RepairFundForElderlyCare_IsNoCommonPart() =>
        Assert.Equal("第二百八十一条", Assert.Single(FundingCheck.Refuse(Shipped.Ruicheng, "repair-fund", Item(Shipped.Ruicheng, "elderly-care"))).Citation!.Clause);

    [Theory]
    [InlineData("linqu-2024")]
    [InlineData("taian-2020")]
    [InlineData("jingyuan-2023")]
    [InlineData("ruicheng-2021-2025")]
    [InlineData("liaocheng-2020")]
    public void Refuse_SpecialBond_OnlyForPublicWorksWithIncome(string document)
    {
        var view = Shipped.View(document);

        Assert.Empty(FundingCheck.Refuse(view, "special-bond", Item(view, "parking")));
        Assert.Single(FundingCheck.Refuse(view, "special-bond", Item(view, "energy-saving")));
    }

    [Fact]
    public void Refuse_ProvincialAwardInTaian_NeedsThePilotAndTheProjectBank()
    {
        Assert.Single(FundingCheck.Refuse(Shipped.Taian, "provincial-award", new WorksCase { Traits = ["pilot"] }));
        Assert.Empty(FundingCheck.Refuse(Shipped.Taian, "provincial-award", new WorksCase { Traits = ["pilot", "provincialProjectBank"] }));
    }

    [Fact]
    public void Refuse_SourceNobodyNames_IsRefusedWithoutClause() =>
        Assert.Null(Assert.Single(FundingCheck.Refuse(Shipped.Taian, "provident-fund", new WorksCase())).Citation);

    [Fact]
    public void Refuse_InstrumentIsNoSource() => Assert.Single(FundingCheck.Refuse(Shipped.Taian, "interest-subsidy", new WorksCase()));

    [Fact]
    public void SpecialAccount_RuichengCentralSubsidy_IsDemanded() => Assert.True(Shipped.Ruicheng.Find(PolicySections.Funding, "central-subsidy")!.Item.SpecialAccount);

    [Theory]
    [InlineData("provident-fund", true)]
    [InlineData("repair-fund", true)]
    [InlineData("common-income", false)]
    [InlineData("residents", false)]
    [InlineData("labour", false)]
    public void IsLimited_Linqu_AsTheDocumentsSay(string source, bool expected) => Assert.Equal(expected, FundingCheck.IsLimited(Shipped.Linqu, source));

    [Fact]
    public void Refuse_CountyBudgetInLinqu_OnlyForTheIssuedPlanOfTheCentre()
    {
        Assert.Single(FundingCheck.Refuse(Shipped.Linqu, "local-budget", new WorksCase { Traits = ["inAnnualPlan"] }));
        Assert.Empty(FundingCheck.Refuse(Shipped.Linqu, "local-budget", new WorksCase { Traits = ["inAnnualPlan", "centre"] }));
    }

    [Fact]
    public void NoNewDebt_IsDemandedWhereTheDocumentSaysSo()
    {
        Assert.Equal(["social-capital"], Demanding(Shipped.Linqu));
        Assert.Equal(["credit-bond", "revenue-note"], Demanding(Shipped.Ruicheng));

        static IEnumerable<string> Demanding(PolicyView view) => view.All(PolicySections.Funding).Where(answer => answer.Item.NoNewDebt).Select(answer => answer.Item.Key);
    }
}
