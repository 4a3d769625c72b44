using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Tests.CostSharing;

public sealed class CostRuleTests
{
    private static CostAnswer Apply(PolicyView view, string key, decimal yuan, Func<CostInput, CostInput>? with = null) =>
        CostAnswer.Apply(view.Find(PolicySections.Costs, key)!, (with ?? (input => input))(new CostInput(Money.FromYuan(yuan))));

    private static string[] Amounts(CostAnswer answer) => answer.Shares.Select(share => share.Amount.ToString()).ToArray();

    [Theory]
    [InlineData("water", "33333.33", "66666.67")]
    [InlineData("power", "33333.33", "66666.67")]
    [InlineData("heat-red-line", "20000.00", "80000.00")]
    [InlineData("gas-fee", "50000.00", "50000.00")]
    [InlineData("heat-fee", "50000.00", "50000.00")]
    [InlineData("heat-in-flat", "100000.00")]
    [InlineData("telecom-equipment", "100000.00")]
    [InlineData("telecom-ducts", "100000.00")]
    [InlineData("overhead-lines", "100000.00")]
    [InlineData("utility-owned", "100000.00")]
    [InlineData("common-works", "10000.00", "90000.00")]
    public void Apply_LinquTable_100000Yuan(string key, params string[] shares) => Assert.Equal(shares, Amounts(Apply(Shipped.Linqu, key, 100_000)));

    [Fact]
    public void Apply_LinquWater_CarriesClauseAndWorking()
    {
        var answer = Apply(Shipped.Linqu, "water", 100_000);

        Assert.Equal(["utility", "owners"], answer.Shares.Select(share => share.Share.Payer));
        Assert.Contains("依据：临政办字〔2024〕17号 三.（二）2；规则：供水企业 1/3；业主承担其余", answer.Working);
        Assert.Contains(answer.Working, line => line.Contains("供水企业 1/3：33333.33 元（精确值 10000000/3 分，按最大余数取整）"));
    }

    [Fact]
    public void Apply_LiaochengMetering200Households500000_OwnersPublicAndCompany()
    {
        var answer = Apply(Shipped.Liaocheng, "metering", 500_000, input => input with { HouseholdCount = 200 });

        Assert.Equal(["70000.00", "360000.00", "70000.00"], Amounts(answer));
        Assert.Empty(answer.Flags);
    }

    [Fact]
    public void Apply_LiaochengMeteringFixedPartsAboveCost_FlagsAndNobodyIsNegative()
    {
        var answer = Apply(Shipped.Liaocheng, "metering", 400_000, input => input with { HouseholdCount = 200 });

        Assert.Equal(["70000.00", "330000.00", "0.00"], Amounts(answer));
        Assert.Equal("各方份额合计 430000.00 元超过费用 400000.00 元，按所列次序承担至足额，不出现负数", Assert.Single(answer.Flags));
    }

    [Fact]
    public void Apply_LiaochengMeteringBelowOwnersPart_OwnersPayTheCost()
    {
        var answer = Apply(Shipped.Liaocheng, "metering", 60_000.01m, input => input with { HouseholdCount = 200 });

        Assert.Equal(["60000.01", "0.00", "0.00"], Amounts(answer));
    }

    [Fact]
    public void Apply_LiaochengMeteringWithoutHouseholds_SaysWhatIsMissing() =>
        Assert.Equal(["户数"], Apply(Shipped.Liaocheng, "metering", 1).Missing);

    [Fact]
    public void Apply_TaianLiftWithPublicHousing_TakesTheAgreedShare()
    {
        var missing = Apply(Shipped.Taian, "lift-public-housing", 300_000);
        var answer = Apply(Shipped.Taian, "lift-public-housing", 300_000, input => input with { Fractions = new Dictionary<string, Fraction> { ["publicHousingOwner"] = Fraction.Parse("1/7") } });

        Assert.Equal("公有住房产权单位承担比例：居民约定比例", Assert.Single(missing.Missing));
        Assert.Empty(missing.Shares);
        Assert.Equal(["42857.14", "257142.86"], Amounts(answer));
    }

    [Fact]
    public void Apply_RuichengNAndXItems_PublicMoneyAndTheCountysShare()
    {
        Assert.Equal(["0.00", "80000.00"], Amounts(Apply(Shipped.Ruicheng, "n-items", 80_000)));
        Assert.Single(Apply(Shipped.Ruicheng, "x-items", 80_000).Missing);
        Assert.Equal(["16000.00", "64000.00"], Amounts(Apply(Shipped.Ruicheng, "x-items", 80_000, input => input with { Fractions = new Dictionary<string, Fraction> { ["owners"] = Fraction.Parse("20%") } })));
    }

    [Fact]
    public void Apply_RuichengCountyResidual_IsItsShareOfSettlementLessSubsidies()
    {
        var answer = Apply(Shipped.Ruicheng, "county-residual", 1_000_000, input => input with
        {
            Amounts = new Dictionary<string, Money> { ["higher"] = Money.FromYuan(400_000) },
            Fractions = new Dictionary<string, Fraction> { ["county"] = Fraction.Parse("60%") },
        });

        Assert.Equal(["400000.00", "360000.00", "240000.00"], Amounts(answer));
        Assert.Equal(2, Apply(Shipped.Ruicheng, "county-residual", 1).Missing.Count);
    }

    [Fact]
    public void Apply_NotUtilityOwned_AwardIsSuppliedAndTheUtilityPaysTheRest() =>
        Assert.Equal(["30000.00", "70000.00"], Amounts(Apply(Shipped.Taian, "not-utility-owned", 100_000, input => input with { Amounts = new Dictionary<string, Money> { ["government"] = Money.FromYuan(30_000) } })));

    [Theory]
    [InlineData("linqu-2024", FacilityOwnership.Utility, "utility-owned", "water", "heat-none")]
    [InlineData("linqu-2024", FacilityOwnership.NotUtility, "water", "not-utility-owned", "")]
    [InlineData("taian-2020", FacilityOwnership.NotUtility, "not-utility-owned", "", "")]
    public void For_WaterFromRedLineToEntry_MostSpecialFirst(string document, FacilityOwnership ownership, string first, string second, string never)
    {
        var rules = CostRule.For(Shipped.View(document), new WorksCase { Facility = FacilityKind.Water, Section = LineSection.RedLineToEntry, Ownership = ownership }).Select(rule => rule.Item.Key).ToList();

        Assert.Equal(first, rules[0]);
        if (second.Length > 0) Assert.Equal(second, rules[1]);
        Assert.DoesNotContain(never, rules);
        Assert.DoesNotContain("household-split", rules);
    }

    [Theory]
    [InlineData(FacilityKind.Heat, LineSection.OutsideRedLine, "connectionFee", "50000.00", "50000.00")]
    [InlineData(FacilityKind.Gas, LineSection.OutsideRedLine, "connectionFee", "50000.00", "50000.00")]
    [InlineData(FacilityKind.Gas, LineSection.RedLineToEntry, "connectionFee", "50000.00", "50000.00")]
    [InlineData(FacilityKind.Telecom, LineSection.RedLineToEntry, "ducts", "100000.00")]
    public void For_LinquFeeOrDuctsOfAUtilityOwnedFacility_ComesBeforeTheWorksOfTheUtility(FacilityKind facility, LineSection section, string trait, params string[] shares)
    {
        var first = CostRule.For(Shipped.Linqu, new WorksCase { Facility = facility, Section = section, Ownership = FacilityOwnership.Utility, Traits = [trait] })[0];

        Assert.NotEqual("utility-owned", first.Item.Key);
        Assert.Equal(shares, Amounts(CostAnswer.Apply(first, new CostInput(Money.FromYuan(100_000)))));
    }

    [Fact]
    public void For_LiaochengWorks_MeteringIsSpecialAndAllElseByContents()
    {
        Assert.Equal("metering", CostRule.For(Shipped.Liaocheng, new WorksCase { Item = "metering" })[0].Item.Key);
        Assert.Equal("by-contents", Assert.Single(CostRule.For(Shipped.Liaocheng, new WorksCase { Item = "lift" })).Item.Key);
    }

    [Fact]
    public void PerHousehold_LinquOwnersPayByAreaAndLiaochengBySameAmount()
    {
        var households = new[] { new Household("3", Area.FromSquareMetres(50)), new Household("1", Area.FromSquareMetres(100)), new Household("2", Area.FromSquareMetres(50)) };
        var byArea = CostRule.AmongOwners(Shipped.Linqu);

        var linqu = Apply(Shipped.Linqu, "water", 150.02m, input => input with { Households = households }).PerHousehold("owners", byArea);
        var liaocheng = Apply(Shipped.Liaocheng, "metering", 9_000, input => input with { Households = households }).PerHousehold("owners", byArea);

        Assert.Equal(["1 50.01", "2 25.00", "3 25.00"], linqu.Shares.Select(share => $"{share.Household.Key} {share.Amount}"));
        Assert.Contains("依据：《民法典》 第二百八十三条；规则：按专有部分面积分摊", linqu.Working);
        Assert.All(liaocheng.Shares, share => Assert.Equal("350.00", share.Amount.ToString()));
    }

    [Fact]
    public void PerHousehold_ListUnlikeTheCountOrAreaCharged_IsNotSplit()
    {
        var households = Enumerable.Range(1, 150).Select(number => new Household($"{number:000}", Area.FromSquareMetres(80))).ToList();

        var count = Apply(Shipped.Liaocheng, "metering", 500_000, input => input with { Households = households, HouseholdCount = 200 }).PerHousehold("owners", null);
        var area = Apply(Shipped.Linqu, "water", 500_000, input => input with { Households = households, Area = Area.FromSquareMetres(16_000) }).PerHousehold("owners", CostRule.AmongOwners(Shipped.Linqu));

        Assert.Equal(("户名册 150 户，与 200 户不符", "户名册面积合计 12000 ㎡，与 16000 ㎡不符"), (Assert.Single(count.Missing), Assert.Single(area.Missing)));
        Assert.Empty(count.Shares.Concat(area.Shares));
        Assert.Contains("缺：户名册 150 户，与 200 户不符", count.Working);
    }

    [Fact]
    public void Of_NothingOrNobody_SaysWhatIsMissingOnlyWhereThereIsSomethingToPay()
    {
        var split = new HouseholdSplit(SplitBy.Area, []);
        Household[] empty = [new("1", Area.Zero)];

        Assert.Equal(Money.Zero, Assert.Single(split.Of(Money.Zero, empty).Shares).Amount);
        Assert.Single(split.Of(Money.FromFen(1), empty).Missing);
        Assert.Single(split.Of(Money.FromFen(1), []).Missing);
    }

    [Fact]
    public void Apply_NegativeInput_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Apply(Shipped.Linqu, "water", -0.01m));
        Assert.Throws<ArgumentOutOfRangeException>(() => Apply(Shipped.Liaocheng, "metering", 1, input => input with { HouseholdCount = -1 }));
        Assert.Throws<ArgumentOutOfRangeException>(() => new HouseholdSplit(SplitBy.Dwelling, []).Of(Money.FromFen(-1), [new("1", Area.Zero)]));
    }

    [Fact]
    public void Apply_TaianAfterItsEnd_Warns() =>
        Assert.Contains("依据已于2025-08-31失效", Apply(Shipped.View("taian-2020", 2026, 11, 21), "utility-owned", 1).Working);
}
