using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class BulletinTests
{
    private static readonly RankingCriterion[] Criteria = [new(RateKeys.Start, 60), new(RateKeys.Completion, 40)];

    private static readonly RankedBody[] Counties =
    [
        RankingTests.Body("甲县", "estates=10/ households=800/ startedEstates=10 startedHouseholds=800 completedEstates=10 completedHouseholds=800 investment=1000000/1000000 openProblems=0 overdueProblems=0"),
        RankingTests.Body("乙县", "estates=10/ households=600/ startedEstates=8 startedHouseholds=500 completedEstates=2 completedHouseholds=100 investment=2000000/999950 openProblems=3 overdueProblems=2"),
        RankingTests.Body("丙县", "estates=20/ households=1500/ startedEstates=8 completedEstates=0 completedHouseholds=0 openProblems=1 overdueProblems=0"),
        RankingTests.Body("丁县", "estates=6/ households=316/ startedEstates=5 startedHouseholds=300"),
    ];

    [Theory]
    [InlineData(1, false, 1, null, null, "甲县：综合得分第 1 名", "丙县：综合得分倒数第 1 名")]
    [InlineData(0, true, 0, "startRate", "50%", "甲县：各项比率均已达到 100%", "丙县：开工率（小区）40%，低于 50%")]
    [InlineData(0, false, 0, "startRate", "2/5", "", "")]
    [InlineData(4, false, 4, null, null, "", "丁县：综合得分倒数第 2 名")]
    [InlineData(1, true, 4, null, null, "甲县：综合得分第 1 名，各项比率均已达到 100%", "乙县：综合得分倒数第 3 名|丁县：综合得分倒数第 2 名|丙县：综合得分倒数第 1 名")]
    [InlineData(2, false, 1, "startRate", "90%", "甲县：综合得分第 1 名", "丁县：开工率（小区）83.33%，低于 90%|丙县：综合得分倒数第 1 名，开工率（小区）40%，低于 90%")]
    public void Mentions_OfARule_AreWithTheirReasons(int top, bool allDone, int bottom, string? rate, string? below, string praised, string named)
    {
        var mentions = Mentions.Of(Ranking.Of(Criteria, Counties), new(top, allDone, bottom, rate, below is null ? null : Fraction.Parse(below)));

        Assert.Equal((praised, named), (Words(mentions.Praised), Words(mentions.Named)));
    }

    [Fact]
    public void Mentions_AllEqual_PraisesAndNamesNobody()
    {
        RankedBody[] bodies = [RankingTests.Body("A", "estates=2/ startedEstates=1 completedEstates=0"), RankingTests.Body("B", "estates=2/ startedEstates=1 completedEstates=0")];
        var mentions = Mentions.Of(Ranking.Of(Criteria, bodies), new(1, true, 1));

        Assert.Empty(mentions.Praised.Concat(mentions.Named));
    }

    [Fact]
    public void Mentions_AllDone_NamesNobody()
    {
        RankedBody[] bodies = [RankingTests.Body("A", "estates=2/ startedEstates=2 completedEstates=2"), RankingTests.Body("B", "estates=1/ startedEstates=1 completedEstates=1")];
        var mentions = Mentions.Of(Ranking.Of(Criteria, bodies), new(1, true, 2));

        Assert.Equal((2, 0), (mentions.Praised.Count, mentions.Named.Count));
    }

    [Fact]
    public void Mentions_OfAnyBodiesAndRule_NeverPraiseAndNameTheSame() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
        RankingTests.AnyBodies.ToArbitrary(), Gen.Choose(0, 9).ListOf(3).ToArbitrary(), (bodies, numbers) =>
        {
            var rule = new MentionRule(numbers[0], numbers[2] % 2 == 0, numbers[1], RateKeys.Start, new Fraction(numbers[2], 9));
            var mentions = Mentions.Of(Ranking.Of([new(RateKeys.Start, 1), new(IndicatorKeys.Elevators, 2)], bodies), rule);
            return !mentions.Praised.Select(mention => mention.Row.Body.Key).Intersect(mentions.Named.Select(mention => mention.Row.Body.Key)).Any()
                && mentions.Praised.Concat(mentions.Named).All(mention => mention.Reasons.Count > 0);
        }));

    [Fact]
    public void Of_FourCounties_WritesTheBulletinFromFiguresOnly()
    {
        var ranking = Ranking.Of(Criteria, Counties);
        var totals = FigureTotals.Of(Counties.Select(county => (county.Name, county.Figures)).ToList());
        var parts = BulletinText.Of(new("全市", new(2024, 6, 30), totals, ranking, Mentions.Of(ranking, new(1, true, 1)), [new("全部完工", new(2024, 11, 30), ["乙县", "丙县"]), new("全部开工", new(2024, 5, 31), [])]));

        Assert.Equal(["总体进展", "表扬", "点名", "下一步"], parts.Select(part => part.Heading));
        Assert.Equal(
        [
            "截至2024年6月30日，全市列入计划 46 个，3216 户。",
            "已开工 31 个，1600 户，开工率（小区）67.4%，开工率（户）49.8%。",
            "已完工 12 个，900 户，完工率（小区）26.1%，完工率（户）28.0%。",
            "完成投资 200 万元，投资完成率 66.7%。",
            "未解决问题 4 个，其中逾期 2 个。",
            "开工户数未含丙县（未报）。",
            "完工小区数未含丁县（未报）。",
            "完工户数未含丁县（未报）。",
            "计划完成投资未含丙县、丁县（未报）。",
            "完成投资未含丙县、丁县（未报）。",
            "未解决问题未含丁县（未报）。",
            "逾期问题未含丁县（未报）。",
        ], parts[0].Sentences);
        Assert.Equal(["对甲县予以表扬：综合得分第 1 名，各项比率均已达到 100%；得分 100.00，开工率（小区）100.0%，完工率（小区）100.0%。"], parts[1].Sentences);
        Assert.Equal(["对丙县予以点名通报：综合得分倒数第 1 名；得分 24.00，开工率（小区）40.0%，完工率（小区）0.0%。"], parts[2].Sentences);
        Assert.Equal(["2024年11月30日前全部完工，尚未达到的有乙县、丙县，请按期完成。", "2024年5月31日前全部开工，各单位均已达到。", "请乙县解决逾期问题 2 个。", "请丁县补报：完工率（小区）。"], parts[3].Sentences);
    }

    [Fact]
    public void Of_NothingReported_SaysNothing()
    {
        var ranking = Ranking.Of(Criteria, []);

        Assert.Empty(BulletinText.Of(new("全县", new(2024, 6, 30), FigureTotals.Of([]), ranking, Mentions.Of(ranking, new(1, true, 1)), [])));
    }

    [Fact]
    public void Totals_Percentages_AreNotAdded() => Assert.DoesNotContain(IndicatorKeys.WorksProgress, FigureTotals.Of([("A", Figures.Of("worksProgress=50 parking=1"))]).Figures.Keys);

    private static string Words(IEnumerable<Mention> mentions) => string.Join("|", mentions.Select(mention => $"{mention.Row.Body.Name}：{string.Join("，", mention.Reasons)}"));
}
