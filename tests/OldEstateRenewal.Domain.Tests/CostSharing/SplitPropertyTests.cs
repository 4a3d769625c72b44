using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.CostSharing;

public sealed class SplitPropertyTests
{
    [Fact]
    public void Split_AMillionRandomSums_AddUpAndAreWithinOneFenOfExact()
    {
        var random = new Random(20241121);
        var weights = new long[8];
        for (var round = 0; round < 1_000_000; round++)
        {
            var total = random.NextInt64(0, round % 2 == 0 ? 1_000 : 100_000_000_000);
            for (var i = 0; i < weights.Length; i++) weights[i] = random.NextInt64(0, 20_000);
            weights[0]++;
            var shares = LargestRemainder.Split(total, weights);
            var sum = weights.Sum();
            for (var i = 0; i < weights.Length; i++)
            {
                var off = shares[i] * sum - total * weights[i];
                if (shares[i] < 0 || off <= -sum || off >= sum) Assert.Fail($"Share {i} of {total} by {string.Join(",", weights)} is {shares[i]}.");
            }

            if (shares.Sum() != total) Assert.Fail($"{total} by {string.Join(",", weights)} is {shares.Sum()}.");
        }
    }

    /// <summary>Ties are many on purpose: few areas, small sums.</summary>
    [Fact]
    public void Of_AMillionHouseholdListsInTwoOrders_PayTheSameAndAddUp()
    {
        var random = new Random(20261130);
        var split = new HouseholdSplit(SplitBy.Area, []);
        var areas = new[] { 5_000L, 8_125L, 8_125L, 12_001L }.Select(Area.FromHundredths).ToArray();
        var pool = Enumerable.Range(0, 64).Select(i => new Household($"{i:00}", areas[i % areas.Length])).ToArray();
        for (var round = 0; round < 1_000_000; round++)
        {
            var (from, count) = (random.Next(60), random.Next(2, 5));
            var households = pool[from..(from + count)];
            var sum = Money.FromFen(random.NextInt64(1, round % 2 == 0 ? 100 : 10_000_000_000));
            var straight = split.Of(sum, households).Shares;
            random.Shuffle(households);
            var shuffled = split.Of(sum, households).Shares;
            var total = 0L;
            for (var i = 0; i < straight.Count; i++)
            {
                if (straight[i].Amount != shuffled[i].Amount || straight[i].Amount < Money.Zero || straight[i].Household.Key != shuffled[i].Household.Key) Assert.Fail($"{sum} over {string.Join(",", households.Select(household => household.Key))} depends on the order.");
                total += straight[i].Amount.Fen;
            }

            if (total != sum.Fen) Assert.Fail($"{sum} is shared as {total} fen.");
        }
    }

    [Fact]
    public void Of_HouseholdsInAnyOrder_PayTheSame() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(
        ArbMap.Default.ArbFor<(PositiveInt, NonEmptyArray<PositiveInt>)>(), sample =>
        {
            var households = sample.Item2.Get.Select((area, i) => new Household($"{i:0000}", Area.FromHundredths(area.Get))).ToList();
            var split = new HouseholdSplit(SplitBy.Area, []);
            var sum = Money.FromFen(sample.Item1.Get * 977L);

            var straight = split.Of(sum, households).Shares;
            var reversed = split.Of(sum, households.AsEnumerable().Reverse()).Shares;

            return straight.SequenceEqual(reversed) && straight.Sum(share => share.Amount.Fen) == sum.Fen && straight.All(share => share.Amount >= Money.Zero);
        }));

    [Fact]
    public void Apply_EveryShippedRuleToRandomCosts_AddsUpAndNobodyIsNegative()
    {
        var random = new Random(7);
        var rules = Shipped.Counties.SelectMany(county => Shipped.View(county).All(PolicySections.Costs)).ToList();
        for (var round = 0; round < 200; round++)
            foreach (var rule in rules)
            {
                var cost = Money.FromFen(random.NextInt64(0, 1_000_000_000));
                var input = new CostInput(cost)
                {
                    HouseholdCount = random.Next(0, 3000),
                    Area = Area.FromHundredths(random.Next(0, 100_000_000)),
                    Fractions = rule.Item.Shares.ToDictionary(share => share.Payer, _ => new Fraction(random.Next(0, 100), 99)),
                    Amounts = rule.Item.Shares.ToDictionary(share => share.Payer, _ => Money.FromFen(random.NextInt64(0, 1_000_000_000))),
                };
                var answer = CostAnswer.Apply(rule, input);
                if (answer.Missing.Count > 0) continue;
                Assert.Equal(cost.Fen, answer.Shares.Sum(share => share.Amount.Fen));
                Assert.All(answer.Shares, share => Assert.True(share.Amount >= Money.Zero));
            }
    }

    [Fact]
    public void Split_SumsBeyondALong_StayExact()
    {
        var shares = LargestRemainder.Split(long.MaxValue, [long.MaxValue, 1, long.MaxValue]);

        Assert.Equal([4611686018427387903, 1, 4611686018427387903], shares);
    }

    [Fact]
    public void Apply_RandomRulesOfAllKinds_AddUpAndNobodyIsNegative()
    {
        var random = new Random(11);
        var template = Shipped.Linqu.Find(PolicySections.Costs, "water")!;
        for (var round = 0; round < 4_000; round++)
        {
            var shares = Enumerable.Range(0, random.Next(0, 5)).Select(number => RandomShare($"{number}", random)).Append(new CostShare("rest", "其余", ShareKind.Remainder)).ToArray();
            random.Shuffle(shares);
            var rule = template with { Item = template.Item with { Shares = shares, Excess = (CostExcess)random.Next(2) } };
            var cost = Money.FromFen(random.NextInt64(0, random.Next(2) == 0 ? 100 : 10_000_000_000));

            var answer = CostAnswer.Apply(rule, new CostInput(cost) { HouseholdCount = random.Next(0, 500), Area = Area.FromHundredths(random.Next()) });

            Assert.Equal(cost.Fen, answer.Shares.Sum(share => share.Amount.Fen));
            Assert.All(answer.Shares, share => Assert.True(share.Amount >= Money.Zero));
        }
    }

    private static CostShare RandomShare(string payer, Random random)
    {
        var kind = (ShareKind[])[ShareKind.Fraction, ShareKind.Ratio, ShareKind.PerHousehold, ShareKind.PerSquareMetre, ShareKind.SuppliedAmount, ShareKind.SuppliedFraction, ShareKind.Tiers];
        return new CostShare(payer, payer, kind[random.Next(kind.Length)])
        {
            Value = new Fraction(random.Next(1, 30), random.Next(30, 60)),
            Amount = Money.FromFen(random.Next(0, 500_000)),
            Of = (ShareOf)random.Next(2),
            Tiers = [new CostTier(Money.FromFen(random.Next(1, 1_000_000)), new Fraction(1, random.Next(1, 9))), new CostTier(null, new Fraction(1, 7))],
            CapPerHousehold = random.Next(3) == 0 ? Money.FromFen(random.Next(0, 100_000)) : null,
            Cap = random.Next(3) == 0 ? Money.FromFen(random.Next(0, 100_000_000)) : null,
            Floor = random.Next(3) == 0 ? Money.FromFen(random.Next(0, 1_000_000)) : null,
        };
    }

    [Fact]
    public void Split_WrongInputs_Throw()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(-1, [1]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(1, [0, 0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => LargestRemainder.Split(1, [2, -1]));
        Assert.Throws<ArgumentException>(() => LargestRemainder.Round([new Fraction(1, 3)]));
    }
}
