using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class RankingTests
{
    private static readonly RankingCriterion[] Criteria = [new(RateKeys.Start, 60), new(IndicatorKeys.Elevators, 30), new(IndicatorKeys.OverdueProblems, 10, RankingDirection.Lower)];

    private static readonly RankedBody[] Counties =
    [
        Body("甲县", "estates=10/ startedEstates=10 elevators=/4 overdueProblems=0"),
        Body("乙县", "estates=10/ startedEstates=11 elevators=/2 overdueProblems=1"),
        Body("丙县", "estates=3/ startedEstates=1 elevators=/4 overdueProblems=2"),
        Body("丁县", "estates=10/ elevators=/0 overdueProblems=0"),
        Body("戊县", "estates=0/ startedEstates=0 elevators=/0"),
    ];

    [Fact]
    public void Of_FiveCounties_ScoresExactlyAndSaysWhatIsUnknown()
    {
        var ranking = Ranking.Of(Criteria, Counties, new Dictionary<string, int> { ["甲县"] = 3, ["乙县"] = 1, ["丙县"] = 3 });

        Assert.Equal(100, ranking.FullMarks);
        Assert.Equal(
        [
            "1 甲县 100.00 升 2：100.0% 4 部 0 个",
            "2 乙县 80.00 降 1：110.0% 2 部 1 个",
            "3 丙县 50.00 持平：33.3% 4 部 2 个",
            "4 丁县 10.00 —：未报 0 部 0 个",
            "5 戊县 0.00 —：无计划 0 部 未报",
        ], ranking.Rows.Select(row => $"{row.Rank} {row.Body.Name} {row.TotalText} {row.RiseInWords}：{string.Join(" ", row.Points.Select(points => points.Text))}"));
        Assert.Equal([false, false, false, true, true], ranking.Rows.Select(row => row.HasUnreported));
        Assert.Equal([null, null, new Fraction(1, 3)], new[] { ranking.Rows[3], ranking.Rows[4], ranking.Rows[2] }.Select(row => row.Points[0].Share));
    }

    [Fact]
    public void Of_Equals_ShareTheRankAndTheNextIsSkipped()
    {
        RankedBody[] bodies = [Body("B", "estates=4/ startedEstates=2"), Body("D", "estates=4/ startedEstates=1"), Body("A", "estates=2/ startedEstates=1"), Body("C", "estates=1/ startedEstates=1")];

        Assert.Equal(["1C", "2A", "2B", "4D"], Ranking.Of([new(RateKeys.Start, 1)], bodies).Rows.Select(row => $"{row.Rank}{row.Body.Name}"));
    }

    /// <summary>Three thirds of a mark are one mark; in floating point the ranks could differ.</summary>
    [Fact]
    public void Of_ThirdsInAnotherOrder_AreEqual()
    {
        RankingCriterion[] criteria = [new(RateKeys.Start, 1), new(RateKeys.Completion, 1), new(RateKeys.Management, 1)];
        RankedBody[] bodies = [Body("A", "estates=3/ startedEstates=3 completedEstates=1 managedEstates=0"), Body("B", "estates=3/ startedEstates=2 completedEstates=1 managedEstates=0"), Body("C", "estates=6/ startedEstates=4 completedEstates=1 managedEstates=0.5")];

        Assert.Equal(["1A 4/3", "1C 4/3", "3B 1"], Ranking.Of(criteria, bodies).Rows.Select(row => $"{row.Rank}{row.Body.Name} {row.Total}"));
    }

    [Fact]
    public void Of_NobodyHasAny_EarnsNothingForMoreAndAllForLess()
    {
        RankedBody[] bodies = [Body("A", "elevators=/0 overdueProblems=0"), Body("B", "elevators=/0 overdueProblems=0")];

        Assert.All(Ranking.Of(Criteria, bodies).Rows, row => Assert.Equal((1, (Fraction)10), (row.Rank, row.Total)));
    }

    [Fact]
    public void Of_NoBodies_HasNoRows() => Assert.Empty(Ranking.Of(Criteria, []).Rows);

    [Fact]
    public void Refuse_BadCriteria_SaysAllAtOnce()
    {
        Assert.Equal(["没有“speed”这项指标或比率。", "“startRate”的权重须大于 0。", "“startRate”重复。"], RankingCriterion.Refuse([new("speed", 1), new(RateKeys.Start, 0), new(RateKeys.Start, 1)]));
        Assert.Equal(["请至少选择一项排名指标。"], RankingCriterion.Refuse([]));
        Assert.Throws<ArgumentException>(() => Ranking.Of([], Counties));
        Assert.Throws<ArgumentException>(() => Ranking.Of(Criteria, [Counties[0], Counties[0]]));
    }

    [Fact]
    public void Of_BodiesInAnyOrder_GivesTheSameRanking() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(AnyBodies.ToArbitrary(), Gen.Choose(0, int.MaxValue).ToArbitrary(), (bodies, seed) =>
    {
        var shuffled = bodies.ToArray();
        new Random(seed).Shuffle(shuffled);
        return Lines(bodies).SequenceEqual(Lines(shuffled));
    }));

    [Fact]
    public void Of_OneMoreEstateStarted_NeverLosesARank() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(AnyBodies.ToArbitrary(), bodies =>
    {
        var better = bodies[0] with { Figures = new Dictionary<string, FigurePair>(bodies[0].Figures) { [IndicatorKeys.StartedEstates] = new(null, (bodies[0].Figures[IndicatorKeys.StartedEstates].Actual ?? 0) + 1) } };
        return Rank([better, .. bodies.Skip(1)]) <= Rank(bodies);
    }));

    [Fact]
    public void Of_AnyBodies_RanksAreThoseOfTheTotals() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(AnyBodies.ToArbitrary(), bodies =>
        Ranking.Of(Criteria, bodies).Rows.Zip(Ranking.Of(Criteria, bodies).Rows.Skip(1)).All(pair =>
            pair.First.Total >= pair.Second.Total && pair.First.Rank <= pair.Second.Rank && pair.First.Total == pair.Second.Total == (pair.First.Rank == pair.Second.Rank))
        && Ranking.Of(Criteria, bodies).Rows.All(row => row.Total >= Fraction.Zero && row.Total <= 100)));

    internal static readonly Gen<RankedBody[]> AnyBodies =
        from count in Gen.Choose(1, 8)
        from plans in Gen.Choose(0, 5).ListOf(8)
        from starts in Gen.Choose(-1, 6).ListOf(8)
        from lifts in Gen.Choose(-1, 3).ListOf(8)
        from late in Gen.Choose(-1, 2).ListOf(8)
        select Enumerable.Range(0, count).Select(i => new RankedBody($"k{i}", $"{(char)('A' + i % 3)}", new Dictionary<string, FigurePair>
        {
            [IndicatorKeys.Estates] = new(plans[i], null),
            [IndicatorKeys.StartedEstates] = new(null, Known(starts[i])),
            [IndicatorKeys.Elevators] = new(null, Known(lifts[i])),
            [IndicatorKeys.OverdueProblems] = new(null, Known(late[i])),
        })).ToArray();

    internal static RankedBody Body(string name, string figures) => new(name, name, Figures.Of(figures));

    private static decimal? Known(int value) => value < 0 ? null : value;

    private static IEnumerable<string> Lines(IReadOnlyList<RankedBody> bodies) => Ranking.Of(Criteria, bodies).Rows.Select(row => $"{row.Rank} {row.Body.Key} {row.Total}");

    private static int Rank(IReadOnlyList<RankedBody> bodies) => Ranking.Of(Criteria, bodies).Rows.Single(row => row.Body.Key == "k0").Rank;
}
