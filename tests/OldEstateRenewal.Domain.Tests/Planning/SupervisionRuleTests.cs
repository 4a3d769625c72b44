using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Consent;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class SupervisionRuleTests
{
    private static readonly SupervisionRule Satisfaction = TheFive.Item(PolicySections.Supervision, TheFive.Ruicheng, "satisfaction");

    [Theory]
    [InlineData("2024-07-01")]
    [InlineData("2024-07-07")]
    public void PeriodOf_WeeklyDispatch_RunsMondayToSunday(string day) =>
        Assert.Equal(new SupervisionPeriod(new(2024, 7, 1), new(2024, 7, 7), new(2024, 7, 7)), Liaocheng("weekly").PeriodOf(TheFive.Day(day)));

    [Fact]
    public void PeriodOf_MonthlyBulletin_RunsToTheEndOfFebruary() => Assert.Equal(new DateOnly(2024, 2, 29), Liaocheng("monthly").PeriodOf(new(2024, 2, 10))!.To);

    [Fact]
    public void PeriodOf_Quarterly_IsTheQuarter() => Assert.Equal((new DateOnly(2024, 10, 1), new DateOnly(2024, 12, 31)), (Liaocheng("regular-check").PeriodOf(new(2024, 11, 21))!.From, Liaocheng("regular-check").PeriodOf(new(2024, 11, 21))!.To));

    [Fact]
    public void PeriodOf_SpotCheck_IsNone() => Assert.Null(Liaocheng("spot-check").PeriodOf(new(2024, 2, 10)));

    [Fact]
    public void Dimensions_Liaocheng_AreTheSix() => Assert.Equal(["立项", "开工", "竣工", "改造内容", "资金支付", "物业管理长效机制建立"], Liaocheng("evaluation").Dimensions);

    [Theory]
    [InlineData(13, 16, Outcome.Passed)]
    [InlineData(12, 16, Outcome.Failed)]
    [InlineData(8, 10, Outcome.Passed)]
    [InlineData(0, 0, Outcome.Unknown)]
    public void Reached_EightyPercent_IsExact(int satisfied, int answered, Outcome expected) => Assert.Equal(expected, Satisfaction.Reached(satisfied, answered).Outcome);

    [Theory]
    [InlineData(13, 16)]
    [InlineData(12, 16)]
    [InlineData(8, 10)]
    [InlineData(80, 100)]
    [InlineData(79, 100)]
    public void Reached_AndTheConsentOfTheSameClause_GiveTheSameAnswer(int satisfied, int answered)
    {
        Vote[] votes = [.. Ballots.Votes(1, satisfied, VoteChoice.Agree), .. Ballots.Votes(satisfied + 1, answered - satisfied, VoteChoice.Oppose)];
        var tally = Ballots.Count(TheFive.View(TheFive.Ruicheng, "2024-07-01"), "satisfaction", Ballots.Roll(100), votes);
        var reached = Satisfaction.Reached(satisfied, answered);

        Assert.Equal(tally.IsCarried, reached.Outcome == Outcome.Passed);
        Assert.Contains($"参与评价 {tally.Heads.Participating} 户，满意 {tally.Heads.Agreeing} 户", reached.Working, StringComparison.Ordinal);
        Assert.Equal(tally.Question.Rule.Citation.Note, Satisfaction.Citation.Note);
    }

    [Fact]
    public void Reached_Short_SaysHowManyAreMissing() => Assert.Contains("还差 1 户", Satisfaction.Reached(12, 16).Working, StringComparison.Ordinal);

    [Fact]
    public void Reached_MoreThanAnswered_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Satisfaction.Reached(17, 16));

    private static SupervisionRule Liaocheng(string key) => TheFive.Item(PolicySections.Supervision, TheFive.Liaocheng, key);
}
