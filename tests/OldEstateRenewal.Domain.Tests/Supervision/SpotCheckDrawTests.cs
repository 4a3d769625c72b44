using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class SpotCheckDrawTests
{
    /// <summary>Computed with printf '%s' '…' | sha256sum.</summary>
    [Theory]
    [InlineData("20241121", "LQ-01", "22330adda4a6e336dfadc004282380633f500b7ff73f7101a782fd4735037ce7")]
    [InlineData("20241121", "LQ-02", "7773e04326a25f569d8060ff1f20818405b3c9881f4b70016ebac3fed8459d43")]
    [InlineData("双色球 2024133 期", "临朐县建行家属院", "4d6b076e6a1f8ef35e30c5d96ff8f6470687a00ccea7a647ed049cd257eefe1b")]
    public void Hash_IsThatOfSha256sum(string seed, string id, string expected) => Assert.Equal(expected, SpotCheckDraw.Hash(seed, id));

    [Fact]
    public void Of_ThreeCounties_DrawsWhatTheShellDraws()
    {
        var draw = SpotCheckDraw.Of("20241121", [.. Some("临朐", 6), .. Some("靖远", 3), .. Some("芮城", 1)], 5);

        Assert.Equal("靖远-02 临朐-06 靖远-03 临朐-01 芮城-01", string.Join(" ", draw.Drawn.Select(lot => lot.Candidate.Id)));
        Assert.Equal(["临朐 2/6", "芮城 1/1", "靖远 2/3"], draw.Quotas.Select(quota => $"{quota.Stratum} {quota.Drawn}/{quota.Candidates}"));
        Assert.Equal(
        [
            "种子：20241121；候选 10 个，应抽 5 个，实抽 5 个。", "对每个候选计算 SHA-256(种子|编号)（UTF-8，小写十六进制），命令：printf '%s' '种子|编号' | sha256sum。", "按散列值由小到大排列；每层取排在最前的若干个。",
            "每层至少 1 个，其余名额按该层其他候选数分配（最大余数法，余数相同的层名在前者先得）。", "各层名额：临朐 2/6、芮城 1/1、靖远 2/3。",
        ], draw.Instructions);
    }

    [Fact]
    public void Of_FewerPlacesThanStrata_TakesTheFirstOfAll()
    {
        var draw = SpotCheckDraw.Of("7", [.. Some("A", 3), .. Some("B", 3), .. Some("C", 3)], 2);

        Assert.Equal(draw.Order.Take(2), draw.Drawn);
        Assert.Contains("不分层", draw.Instructions[3], StringComparison.Ordinal);
    }

    [Fact]
    public void Of_MorePlacesThanCandidates_TakesAll() => Assert.Equal(4, SpotCheckDraw.Of("7", [.. Some("A", 3), .. Some("B", 1)], 9).Drawn.Count);

    [Fact]
    public void Of_OneEach_WhenEachStratumHasOne() => Assert.Equal(2, SpotCheckDraw.Of("7", [.. Some("A", 1), .. Some("B", 1)], 2).Drawn.Count);

    [Fact]
    public void Refuse_SaysAllAtOnce()
    {
        Assert.Equal(["请填写种子（一行文字）。", "抽取数须至少为 1。", "没有可抽取的对象。"], SpotCheckDraw.Refuse(" ", [], 0));
        Assert.Equal(["请填写种子（一行文字）。", "“A”有编号为空或含换行的对象。", "编号“x”重复。"], SpotCheckDraw.Refuse("a\nb", [new("x", "A"), new("x", "B"), new("y\n", "A"), new("", "A")], 1));
        Assert.Throws<ArgumentException>(() => SpotCheckDraw.Of("", Some("A", 1).ToList(), 1));
    }

    /// <summary>A thousand random lists: nobody twice, each stratum its share, the first of its order, and the list's order means nothing.</summary>
    [Fact]
    public void Of_AThousandRandomLists_DrawsByOrderAndShare()
    {
        var random = new Random(20241121);
        for (var round = 0; round < 1000; round++)
        {
            var candidates = Enumerable.Range(0, random.Next(1, 8)).SelectMany(stratum => Some($"S{stratum}", random.Next(1, 12))).ToArray();
            var (seed, places) = ($"种子{round}", random.Next(1, candidates.Length + 3));
            var draw = SpotCheckDraw.Of(seed, candidates, places);
            random.Shuffle(candidates);
            var again = SpotCheckDraw.Of(seed, candidates, places);
            Assert.Equal(draw.Drawn, again.Drawn);
            Assert.Equal(Math.Min(places, candidates.Length), draw.Drawn.Distinct().Count());
            if (places >= draw.Quotas.Count) Assert.All(draw.Quotas, quota => AssertShare(draw, quota, candidates.Length));
        }
    }

    /// <summary>Over many seeds every candidate of a stratum is drawn about equally often: 400 of 2 000, give or take five deviations.</summary>
    [Fact]
    public void Of_ManySeeds_IsFair()
    {
        var counts = Enumerable.Range(0, 2000).SelectMany(seed => SpotCheckDraw.Of($"{seed}", Some("A", 5).ToList(), 1).Drawn).CountBy(lot => lot.Candidate.Id).ToDictionary();

        Assert.Equal(5, counts.Count);
        Assert.All(counts.Values, count => Assert.InRange(count, 310, 490));
    }

    [Fact]
    public void Of_OnePlaceMore_KeepsWhoWasDrawnWithinAStratum() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(
        Gen.Choose(2, 20).ToArbitrary(), Gen.Choose(1, 19).ToArbitrary(), Gen.Choose(0, 9999).ToArbitrary(), (size, places, seed) =>
            SpotCheckDraw.Of($"{seed}", Some("A", size).ToList(), places).Drawn.All(SpotCheckDraw.Of($"{seed}", Some("A", size).ToList(), places + 1).Drawn.Contains)));

    private static void AssertShare(SpotCheckDraw draw, DrawQuota quota, int all)
    {
        var places = Math.Min(draw.Places, all);
        var share = all == draw.Quotas.Count ? Fraction.Zero : new Fraction((places - draw.Quotas.Count) * (quota.Candidates - 1L), all - draw.Quotas.Count);
        Assert.InRange(quota.Drawn, 1 + (int)share.Floor(), 1 + (int)share.Ceiling());
        Assert.Equal(draw.Order.Where(lot => lot.Candidate.Stratum == quota.Stratum).Take(quota.Drawn), draw.Drawn.Where(lot => lot.Candidate.Stratum == quota.Stratum));
    }

    private static IEnumerable<DrawCandidate> Some(string stratum, int count) => Enumerable.Range(1, count).Select(number => new DrawCandidate($"{stratum}-{number:00}", stratum));
}
