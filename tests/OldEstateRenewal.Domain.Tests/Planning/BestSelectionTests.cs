using System.Diagnostics;
using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class BestSelectionTests
{
    /// <summary>Every subset is tried: the greatest sum, and among equals the one that takes the better ranked first.</summary>
    [Theory]
    [MemberData(nameof(Pools))]
    public void Find_SmallRandomPool_IsTheBestOfAllSubsets(int seed)
    {
        var (options, limit) = Pool(new System.Random(seed));
        Assert.Equal(Exhaustive(options, limit), BestSelection.Find(options, limit).Chosen);
    }

    public static TheoryData<int> Pools => [.. Enumerable.Range(1, 40)];

    [Fact]
    public void Find_AnyPool_IsTheBestOfAllSubsets() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(100), Prop.ForAll(Gen.Choose(1000, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var (options, limit) = Pool(new System.Random(seed), most: 10);
        return Exhaustive(options, limit).SequenceEqual(BestSelection.Find(options, limit).Chosen);
    }));

    [Fact]
    public void Find_AnyPool_KeepsEveryLimitAndEveryHand() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(200), Prop.ForAll(Gen.Choose(1000, int.MaxValue - 1).ToArbitrary(), seed =>
    {
        var (options, limit) = Pool(new System.Random(seed), most: 40);
        var found = BestSelection.Find(options, limit);
        var taken = options.Where(option => found.Chosen.Contains(option.Id)).ToList();
        return found.Problems.Count > 0 || (Keeps(taken, limit) && options.All(option => option.Hand switch { HandPick.Mandatory => taken.Contains(option), HandPick.Excluded => !taken.Contains(option), _ => true })
            && options.All(option => taken.Contains(option) != found.LeftOut.ContainsKey(option.Id)) && taken.Aggregate(Fraction.Zero, (sum, option) => sum + option.Score) == found.Score);
    }));

    [Theory]
    [InlineData("random", 1)]
    [InlineData("random", 3)]
    [InlineData("as scored", 1)]
    [InlineData("as scored", 3)]
    [InlineData("inverse", 1)]
    [InlineData("inverse", 3)]
    [InlineData("equal scores", 1)]
    [InlineData("equal scores", 3)]
    [InlineData("few scores", 3)]
    [InlineData("awkward fractions", 1)]
    [InlineData("awkward fractions", 3)]
    public void Find_SixtyCandidates_TakesLessThanASecond(string kind, int limits)
    {
        for (var seed = 1; seed <= 5; seed++)
        {
            var (options, limit) = Sixty(kind, limits, new System.Random(seed));
            var (found, first) = Timed(options, limit);
            var (again, second) = Timed(options, limit);
            Assert.True(first < limitOfTime || second < limitOfTime, $"{kind}, {limits}: {first}, {second}");
            Assert.True(found.IsProven);
            Assert.Equal(found.Chosen, again.Chosen);
            Assert.True(Keeps(options.Where(option => found.Chosen.Contains(option.Id)).ToList(), limit));
        }
    }

    [Fact]
    public void Find_ScoresThatFollowTheCostToTheLastFen_IsGoodAndClaimsNoMore()
    {
        var (options, limit) = Sixty("correlated", 3, new System.Random(2));
        var found = BestSelection.Find(options, limit);
        Assert.False(found.IsProven);
        Assert.True(Keeps(options.Where(option => found.Chosen.Contains(option.Id)).ToList(), limit));
        Assert.Equal(found.Chosen, BestSelection.Find(options, limit).Chosen);
    }

    [Fact]
    public void Find_EqualSums_TakesTheBetterRanked()
    {
        // 甲 alone is as good as 乙 and 丙 together; 甲 is ranked first.
        var found = BestSelection.Find([One("甲", 60, 100), One("乙", 30, 50), One("丙", 30, 50)], new SelectionLimit(Yuan(100), null, null));
        Assert.Equal(["甲"], found.Chosen);
        Assert.Equal("在限额内择优未选入", found.LeftOut["乙"]);
    }

    [Fact]
    public void Find_TwoSmallOnesBeatABigOne_TakesThem() =>
        Assert.Equal(["乙", "丙"], BestSelection.Find([One("甲", 90, 100), One("乙", 60, 50), One("丙", 40, 50)], new SelectionLimit(Yuan(100), null, null)).Chosen);

    [Fact]
    public void Find_NoLimit_TakesAll() => Assert.Equal(["甲", "乙"], BestSelection.Find([One("甲", 1, null), One("乙", 0, null)], new SelectionLimit(null, null, null)).Chosen);

    [Fact]
    public void Find_NobodyToChooseFrom_IsEmpty() => Assert.Empty(BestSelection.Find([], new SelectionLimit(Yuan(1), 1, 1)).Chosen);

    [Fact]
    public void Find_UnknownCostUnderABudget_IsLeftOutAndSaysSo()
    {
        var found = BestSelection.Find([One("甲", 90, null), One("乙", 10, 50)], new SelectionLimit(Yuan(100), null, null));
        Assert.Equal(["乙"], found.Chosen);
        Assert.Contains("没有估算投资", found.LeftOut["甲"], StringComparison.Ordinal);
    }

    [Fact]
    public void Find_MandatoryUsesUpTheBudget_LeavesTheRestOut()
    {
        var found = BestSelection.Find([One("甲", 90, 60), One("乙", 10, 50) with { Hand = HandPick.Mandatory }, One("丙", 5, 50)], new SelectionLimit(Yuan(100), null, null));
        Assert.Equal(["乙", "丙"], found.Chosen);
        Assert.Equal("估算投资超过余下的限额", found.LeftOut["甲"]);
    }

    [Fact]
    public void Find_MandatoryBreaksEveryLimit_SaysWhichAndByHowMuch()
    {
        var mandatory = new[] { One("甲", 1, 600_000), One("乙", 1, 500_000), One("丙", 1, null) with { Households = null } }.Select(option => option with { Hand = HandPick.Mandatory }).ToList();
        Assert.Equal(
            ["丙定为必选，但没有估算投资，不能与投资限额核对。", "丙定为必选，但户数未知，不能与户数限额核对。", "必选小区的估算投资已超过限额 10 万元。", "必选小区已比个数限额多 1 个。", "必选小区的户数已比限额多 5 户。"],
            BestSelection.Find(mandatory, new SelectionLimit(Yuan(1_000_000), 2, 15)).Problems);
    }

    [Fact]
    public void InWords_Limits_NameUnits() =>
        Assert.Equal("投资不超过 2000.5 万元、小区不超过 8 个、户数不超过 900 户", new SelectionLimit(Yuan(20_005_000), 8, 900).InWords);

    private static readonly TimeSpan limitOfTime = TimeSpan.FromSeconds(1);

    private static (Selection Found, TimeSpan Took) Timed(List<SelectionOption> options, SelectionLimit limit)
    {
        var (clock, worked) = (Stopwatch.StartNew(), Worked());
        var found = BestSelection.Find(options, limit);
        return (found, worked is { } before && Worked() is { } after ? after - before : clock.Elapsed);
    }

    /// <summary>How long this thread has had a processor: other programs on a busy machine do not count. Null where the system does not tell.</summary>
    private static TimeSpan? Worked() => File.Exists("/proc/thread-self/schedstat") && long.TryParse(File.ReadAllText("/proc/thread-self/schedstat").Split(' ')[0], out var nanoseconds) && nanoseconds > 0 ? TimeSpan.FromTicks(nanoseconds / 100) : null;

    private static (List<SelectionOption> Options, SelectionLimit Limit) Pool(System.Random random, int most = 13)
    {
        // Few different scores and costs, so that equal sums are common.
        var options = Enumerable.Range(0, random.Next(1, most)).Select(i => new SelectionOption($"{i}", $"小区{i}", new Fraction(random.Next(0, 8), random.Next(1, 4)), random.Next(12) == 0 ? null : Yuan(random.Next(0, 9)), random.Next(12) == 0 ? null : random.Next(0, 30), (HandPick)(random.Next(10) switch { 0 => 1, 1 => 2, _ => 0 }))).ToList();
        return (options, new SelectionLimit(random.Next(4) == 0 ? null : Yuan(random.Next(0, 30)), random.Next(2) == 0 ? null : random.Next(0, 8), random.Next(2) == 0 ? null : random.Next(0, 120)));
    }

    private static (List<SelectionOption> Options, SelectionLimit Limit) Sixty(string kind, int limits, System.Random random)
    {
        var options = Enumerable.Range(0, 60).Select(i =>
        {
            var fen = random.NextInt64(50_000_000, 5_000_000_000);
            Fraction score = kind switch
            {
                "as scored" => new Fraction(random.Next(1, 40), random.Next(40, 300)) * 25 + new Fraction(random.Next(1, 90), random.Next(90, 300)) * 25 + new Fraction(random.Next(0, 100), 4) + new Fraction(random.Next(0, 5), 5) * 25,
                "correlated" => new Fraction(fen + 500_000_000, 100_000_000),
                "inverse" => new Fraction(100_000_000_000, fen),
                "equal scores" => 75,
                "few scores" => random.Next(3) * 25,
                "awkward fractions" => new Fraction(random.Next(1, 400), random.Next(400, 900)) * 100 + new Fraction(random.Next(1, 90), random.Next(90, 300)),
                _ => new Fraction(random.Next(0, 10_000), 100),
            };
            return new SelectionOption($"{i}", $"小区{i}", score, Money.FromFen(kind == "as scored" ? fen / 1_000_000 * 1_000_000 : fen), random.Next(10, 600));
        }).OrderByDescending(option => option.Score).ToList();
        return (options, limits == 1 ? new SelectionLimit(Money.FromFen(40_000_000_000), null, null) : new SelectionLimit(Money.FromFen(40_000_000_000), 18, 5_000));
    }

    private static IEnumerable<string> Exhaustive(List<SelectionOption> options, SelectionLimit limit)
    {
        var mandatory = options.Where(option => option.Hand == HandPick.Mandatory).ToList();
        if (!Keeps(mandatory, limit)) return mandatory.Select(option => option.Id);
        return Enumerable.Range(0, 1 << options.Count).Select(mask => options.Where((_, i) => (mask >> (options.Count - 1 - i) & 1) == 1).ToList()).Select((taken, mask) => (taken, mask))
            .Where(one => options.All(option => option.Hand switch { HandPick.Mandatory => one.taken.Contains(option), HandPick.Excluded => !one.taken.Contains(option), _ => true }) && Keeps(one.taken, limit))
            .OrderByDescending(one => one.taken.Aggregate(Fraction.Zero, (sum, option) => sum + option.Score)).ThenByDescending(one => one.mask)
            .First().taken.Select(option => option.Id);
    }

    private static bool Keeps(List<SelectionOption> taken, SelectionLimit limit) =>
        (limit.Budget is not { } budget || (taken.All(option => option.Cost is not null) && taken.Sum(option => option.Cost!.Value.Fen) <= budget.Fen))
        && !(taken.Count > limit.Estates) && (limit.Households is not { } most || (taken.All(option => option.Households is not null) && taken.Sum(option => option.Households) <= most));

    private static SelectionOption One(string name, long score, long? yuan) => new(name, name, score, yuan is { } money ? Yuan(money) : null, 10);

    private static Money Yuan(long yuan) => Money.FromFen(yuan * 100);
}
