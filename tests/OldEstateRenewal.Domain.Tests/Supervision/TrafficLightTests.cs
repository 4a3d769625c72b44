using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class TrafficLightTests
{
    private static readonly LightRule Rule = new(15, [new(RateKeys.Payment, Fraction.Parse("60%"), Fraction.Parse("40%"))]);

    private static readonly LightRule NoLimits = new(15, []);

    [Theory]
    [InlineData("2024-06-14", "绿", "开工：还有 16 天（2024-06-30），开工率（小区）93.8%（15 ÷ 16）")]
    [InlineData("2024-06-15", "黄", "开工：还有 15 天（2024-06-30），开工率（小区）93.8%（15 ÷ 16）")]
    [InlineData("2024-06-30", "黄", "开工：今日到期（2024-06-30），开工率（小区）93.8%（15 ÷ 16）")]
    [InlineData("2024-07-01", "红", "开工：逾期 1 天（2024-06-30），开工率（小区）93.8%（15 ÷ 16）|验收：还有 183 天（2024-12-31）")]
    public void Of_LinquOnADay_IsTheNextMilestonesLight(string day, string colour, string reasons)
    {
        var light = TrafficLight.Of(NoLimits, [Milestone("验收", "2024-12-31", day), Milestone("开工", "2024-06-30", day, RateKeys.Start)], Figures.Of("estates=16/ startedEstates=15"));

        Assert.Equal((colour, reasons), (light.InWords, Words(light)));
    }

    [Theory]
    [InlineData("received=/100 paid=60", "绿", "资金支付率 60.0%")]
    [InlineData("received=/1000 paid=599.99", "黄", "资金支付率 59.99%，低于 60%")]
    [InlineData("received=/100 paid=40", "黄", "资金支付率 40%，低于 60%")]
    [InlineData("received=/100 paid=39", "红", "资金支付率 39%，低于 40%")]
    [InlineData("received=/100", "黄", "资金支付率：有数据未报")]
    [InlineData("received=/0 paid=0", "灰", "")]
    [InlineData("received=/100 paid=100 overdueProblems=2", "黄", "逾期问题 2 个|资金支付率 100.0%")]
    public void Of_Rates_TurnAtTheirLimits(string figures, string colour, string reasons)
    {
        var light = TrafficLight.Of(Rule, [], Figures.Of(figures));

        Assert.Equal((colour, reasons), (light.InWords, Words(light)));
    }

    [Fact]
    public void Of_AllReached_IsGreen()
    {
        LightMilestone done = new("开工", DueState.Of(new(2024, 6, 30), new(2024, 7, 2), new(2024, 8, 1)));

        Assert.Equal(("绿", "各节点均已完成"), (TrafficLight.Of(NoLimits, [done], Figures.Of("")).InWords, Words(TrafficLight.Of(NoLimits, [done], Figures.Of("")))));
    }

    [Fact]
    public void Of_Nothing_IsGrey() => Assert.Equal("灰", TrafficLight.Of(NoLimits, [], Figures.Of("")).InWords);

    private static LightMilestone Milestone(string name, string due, string day, string? rate = null) => new(name, DueState.Of(TheFive.Day(due), null, TheFive.Day(day)), rate);

    private static string Words(TrafficLight light) => string.Join("|", light.Reasons.Select(reason => reason.Text));
}
