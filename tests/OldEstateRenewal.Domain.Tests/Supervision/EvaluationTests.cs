using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class EvaluationTests
{
    private static readonly GradeBands Grades = GradeBands.Parse(GradeBands.Jiangxi2022);

    /// <summary>聊城 六.（四）: the six dimensions, with marks made up for the test.</summary>
    private static readonly EvaluationScheme Scheme = new("改造绩效评价", 100,
    [
        new("进度", [new("approval", "立项", 10), new("start", "开工", 20), new("completion", "竣工", 20)]),
        new("质量", [new("works", "改造内容", 20, NeedsEvidence: true), new("payment", "资金支付", 12.5m), new("management", "物业管理长效机制", 17.5m, NeedsEvidence: true)]),
    ], Grades, BonusLimit: 5);

    [Theory]
    [InlineData("100", "优秀")]
    [InlineData("95.01", "优秀")]
    [InlineData("95", "良好")]
    [InlineData("85", "良好")]
    [InlineData("84.99", "合格")]
    [InlineData("75", "合格")]
    [InlineData("74.99", "差")]
    [InlineData("0", "差")]
    [InlineData("103", "优秀")]
    public void Grades_OfJiangxi_FallOnTheSideTheySay(string total, string expected) => Assert.Equal(expected, Grades.Of(decimal.Parse(total, CultureInfo.InvariantCulture)).Name);

    [Fact]
    public void Grades_InWords_SayBothSides() => Assert.Equal(["优秀：超过95分", "良好：85分以上、不超过95分", "合格：75分以上、不足85分", "差：不足75分"], Grades.InWords);

    [Fact]
    public void Grades_ReadAndWritten_AreTheSame() => Assert.Equal(GradeBands.Jiangxi2022, Grades.ToString());

    [Theory]
    [InlineData("优秀 超过95分；良好 85分以上；差", "")]
    [InlineData("优秀 超过85；良好 85以上；差", "“优秀”的分数须高于“良好”。")]
    [InlineData("优秀 超过95；良好；差", "等次“良好”须写明“超过”或“以上”多少分。")]
    [InlineData("优秀 95；差", "等次“优秀”须写明“超过”或“以上”多少分。")]
    [InlineData("优秀 超过95；差 60以上", "最后一档“差”不设分数，其余得分都归这一档。")]
    [InlineData("差", "等次至少两档。")]
    [InlineData("", "等次至少两档。")]
    [InlineData("好 90以上；好", "等次“好”重复。")]
    public void Grades_Refuse_SaysWhatIsWrong(string text, string expected) => Assert.Equal(expected, string.Concat(GradeBands.Parse(text).Refuse()));

    [Fact]
    public void Scheme_MarksThatSumTo100_IsGood() => Assert.Empty(Scheme.Refuse());

    [Fact]
    public void Scheme_Wrong_SaysAllAtOnce()
    {
        var scheme = new EvaluationScheme("表", 100, [new("甲", [new("a", "一", 60), new("a", "二", 0), new("c", "三", 39.995m)]), new("乙", [])], GradeBands.Parse("优秀 超过95"), -1);

        Assert.Equal(
        [
            "“乙”下没有指标。", "“二”的分值须大于 0，最多两位小数。", "“三”的分值须大于 0，最多两位小数。", "指标“a”重复。", "各项分值合计 99.995 分，须等于满分 100 分（少 0.005 分）。", "加分上限不能为负数，最多两位小数。",
            "等次至少两档。", "最后一档“优秀”不设分数，其余得分都归这一档。",
        ], scheme.Refuse());
    }

    [Fact]
    public void Scheme_OneTooMany_IsRefused() => Assert.Equal(["各项分值合计 100.01 分，须等于满分 100 分（多 0.01 分）。"], (Scheme with { Groups = [new("进度", [new("a", "一", 100.01m)])] }).Refuse());

    [Fact]
    public void Sheet_Filled_HasExactTotalsAndGrades()
    {
        var sheet = Sheet("approval=10/10 start=20/19.5 completion=20/18 works=20/20 payment=12.5/12.25 management=17.5/15.25", evidence: true);

        Assert.Empty(sheet.RefuseSelf());
        Assert.Empty(sheet.RefuseReview());
        Assert.Equal((100m, "优秀", 95m, "良好"), (sheet.Self!.Total, sheet.Self.Grade.Name, sheet.Review!.Total, sheet.Review.Grade.Name));
        Assert.Equal(["开工 -0.5", "竣工 -2", "资金支付 -0.25", "物业管理长效机制 -2.25"], sheet.Differences.Select(difference => string.Create(CultureInfo.InvariantCulture, $"{difference.Item.Name} {difference.Points}")));
    }

    [Fact]
    public void Sheet_Wrong_SaysAllAtOnce()
    {
        var sheet = Sheet("approval=10.5/11 start=-1/20 completion=1.005/1.005 works=1/1 extra=1/1");

        Assert.Equal(
        [
            "评价表中没有指标“extra”。", "立项：自评 10.5 分，须在 0 至 10 分之间。", "开工：自评 -1 分，须在 0 至 20 分之间。", "竣工：自评最多两位小数。", "资金支付：自评未打分。",
            "物业管理长效机制：自评未打分。", "改造内容：须附佐证材料。",
        ], sheet.RefuseSelf());
        Assert.Equal(["评价表中没有指标“extra”。", "立项：复评 11 分，须在 0 至 10 分之间。", "竣工：复评最多两位小数。", "资金支付：复评未打分。", "物业管理长效机制：复评未打分。"], sheet.RefuseReview());
        Assert.Equal((null, null), (sheet.Self, sheet.Review));
    }

    [Theory]
    [InlineData("2 市级表扬|-3 审计发现问题", "99", "优秀", "")]
    [InlineData("5 试点", "105", "优秀", "")]
    [InlineData("3 试点|2.01 示范", "105.01", "优秀", "加分合计 5.01 分，超过上限 5 分。")]
    [InlineData("-120 否决", "0", "差", "")]
    [InlineData("0 x|-1 ", "99", "优秀", "加分、扣分不能为 0，最多两位小数。扣 1 分须写明理由。")]
    public void Sheet_Adjusted_CountsThemInTheReviewOnly(string adjustments, string total, string grade, string refusals)
    {
        var sheet = Sheet("approval=10/10 start=20/20 completion=20/20 works=20/20 payment=12.5/12.5 management=17.5/17.5", evidence: true) with
        {
            Adjustments = adjustments.Split('|').Select(text => text.Split(' ')).Select(parts => new EvaluationAdjustment(decimal.Parse(parts[0], CultureInfo.InvariantCulture), parts[1])).ToList(),
        };

        Assert.Equal((100m, decimal.Parse(total, CultureInfo.InvariantCulture), grade, refusals), (sheet.Self!.Total, sheet.Review!.Total, sheet.Review.Grade.Name, string.Concat(sheet.RefuseReview())));
    }

    [Fact]
    public void Grades_OfMoreMarks_AreNeverWorse() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Gen.Choose(0, 11_000).ToArbitrary(), Gen.Choose(0, 11_000).ToArbitrary(), (one, other) => Place(Math.Max(one, other)) <= Place(Math.Min(one, other))));

    private static int Place(int hundredths) => Grades.Bands.ToList().IndexOf(Grades.Of(hundredths / 100m));

    private static EvaluationSheet Sheet(string scores, bool evidence = false) =>
        new(Scheme, Figures.Of(scores).Select(pair => new EvaluationScore(pair.Key, pair.Value.Planned, pair.Value.Actual, evidence)).ToList(), []);
}
