using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.CostSharing;

public sealed class JointCostTests
{
    [Fact]
    public void Apply_LiaochengMeteringInTwoLines_ChargesEachHouseholdOnce()
    {
        var joint = JointCost.Apply(Shipped.Liaocheng.Find(PolicySections.Costs, "metering")!, [Money.FromYuan(300_000), Money.FromYuan(200_000)], new CostInput(Money.Zero) { HouseholdCount = 200 });

        Assert.Equal(["70000.00", "360000.00", "70000.00"], joint.Whole.Shares.Select(share => share.Amount.ToString()));
        Assert.Equal(["42000.00", "216000.00", "42000.00"], joint.Lines[0].Select(amount => amount.ToString()));
    }

    [Fact]
    public void Apply_SomethingMissing_LaysNothing() => Assert.Empty(JointCost.Apply(Shipped.Liaocheng.Find(PolicySections.Costs, "metering")!, [Money.FromYuan(1)], new CostInput(Money.Zero)).Lines);

    [Fact]
    public void Apply_NegativeCost_Throws() => Assert.Throws<ArgumentOutOfRangeException>(() => JointCost.Apply(Shipped.Linqu.Find(PolicySections.Costs, "water")!, [Money.FromFen(-1), Money.FromFen(2)], new CostInput(Money.Zero)));

    [Fact]
    public void Apply_RandomLines_AddUpAcrossAndDownAndNobodyIsNegative()
    {
        var random = new Random(23);
        var rule = Shipped.Ruicheng.Find(PolicySections.Costs, "county-residual")!;
        for (var round = 0; round < 5_000; round++)
        {
            var costs = Enumerable.Range(0, random.Next(1, 7)).Select(_ => Money.FromFen(random.Next(4) == 0 ? 0 : random.NextInt64(0, round % 2 == 0 ? 50 : 1_000_000_000))).ToList();
            var input = new CostInput(Money.Zero)
            {
                Amounts = new Dictionary<string, Money> { ["higher"] = Money.FromFen(random.NextInt64(0, 1_000_000_000)) },
                Fractions = new Dictionary<string, Fraction> { ["county"] = new Fraction(random.Next(0, 98), 97) },
            };

            var joint = JointCost.Apply(rule, costs, input);

            for (var line = 0; line < costs.Count; line++) Assert.Equal(costs[line].Fen, joint.Lines[line].Sum(amount => amount.Fen));
            for (var payer = 0; payer < 3; payer++) Assert.Equal(joint.Whole.Shares[payer].Amount.Fen, joint.Lines.Sum(line => line[payer].Fen));
            Assert.All(joint.Lines, line => Assert.All(line, amount => Assert.True(amount >= Money.Zero)));
        }
    }

    [Theory]
    [InlineData("liaocheng-2020", "metering", true)]
    [InlineData("ruicheng-2021-2025", "county-residual", true)]
    [InlineData("ruicheng-2021-2025", "x-items", false)]
    [InlineData("linqu-2024", "not-utility-owned", false)]
    public void IsJoint_WhatIsDueOnce_AndNotWhatEachLineHas(string document, string key, bool isJoint) => Assert.Equal(isJoint, Shipped.View(document).Find(PolicySections.Costs, key)!.Item.IsJoint);
}
