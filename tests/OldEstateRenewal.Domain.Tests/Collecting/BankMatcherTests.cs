using OldEstateRenewal.Domain.Collecting;

namespace OldEstateRenewal.Domain.Tests.Collecting;

public sealed class BankMatcherTests
{
    private static readonly OwingDwelling[] owing =
    [
        Home("a", "红旗小区", "1号楼", 1, "201", 1800.00m, "王建国"),
        Home("b", "红旗小区", "1号楼", 2, "201", 1800.00m, "李梅"),
        Home("c", "红旗小区", "2号楼", 1, "201", 1755.50m, "张伟"),
        Home("d", "东风小区", "2号楼", 1, "201", 2100.00m, "张伟"),
        Home("e", "东风小区", "3号楼", 1, "102", 990.10m, "赵欣", "钱多"),
    ];

    [Theory]
    [InlineData("1800.00", "王建国", null, "a", 60)]
    [InlineData("1800.00", "陌生人", "红旗小区1号楼1单元201改造款", "a", 65)]
    [InlineData("1800.00", "李梅", "1-2-201室 1800元", "b", 100)]
    [InlineData("990.10", "钱多", "102", "e", 85)]
    [InlineData("990.10", "某单位", "代赵欣缴 3栋102", "e", 95)]
    [InlineData("2100.00", "张伟", "东风小区2号楼201", "d", 85)]
    public void Match_OneDwellingAlone_IsSure(string yuan, string payer, string? text, string key, int score)
    {
        var match = Matcher.Match(Movement(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture), payer, text));

        Assert.Equal((MatchKind.Sure, key, score), (match.Kind, match.Best!.Dwelling.Key, match.Best.Score));
        Assert.Contains("金额与应缴相符 25", match.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1800.00", "陌生人", "201", "线索不足")]
    [InlineData("1755.50", "张伟", null, "线索不足")]
    [InlineData("1800.01", "王建国", "1号楼1单元201", "金额与应缴不符，多 0.01 元")]
    [InlineData("1000.00", "王建国", null, "金额与应缴不符，少 800.00 元")]
    [InlineData("1800.00", "王建国", "1号楼2单元201", "几户的线索相当")]
    [InlineData("990.10", "陌生人", "改造款", "线索不足")]
    public void Match_Doubtful_IsLeftToAPerson(string yuan, string payer, string? text, string reason)
    {
        var match = Matcher.Match(Movement(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture), payer, text));

        Assert.Equal(MatchKind.Near, match.Kind);
        Assert.Contains(reason, match.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("5.00", "国家税务总局", "代扣 2026年 1801")]
    [InlineData("1800.00", "陌生人", "流水 20261118201X")]
    public void Match_WithoutAClue_FindsNone(string yuan, string payer, string text) => Assert.Equal(MatchKind.None, Matcher.Match(Movement(decimal.Parse(yuan, System.Globalization.CultureInfo.InvariantCulture), payer, text)).Kind);

    [Fact]
    public void Match_MoneyGoingOut_IsNoPayment() => Assert.Equal(MatchKind.Outgoing, Matcher.Match(Movement(-1800.00m, "王建国", "退款")).Kind);

    [Fact]
    public void Match_Namesakes_TellsHowMany()
    {
        var match = Matcher.Match(Movement(1755.50m, "张伟", null));

        Assert.Equal(["c", "d"], match.Candidates.Select(candidate => candidate.Dwelling.Key));
        Assert.Contains("与业主同名（同名 2 户） 20", match.Best!.InWords, StringComparison.Ordinal);
    }

    [Fact]
    public void MatchAll_SecondForTheSameDwelling_IsNotProposedAgain()
    {
        var matches = Matcher.MatchAll([Movement(1800.00m, "王建国", null), Movement(1800.00m, "王建国", null), Movement(1800.00m, "李梅", null)]);

        Assert.Equal([MatchKind.Sure, MatchKind.Near, MatchKind.Sure], matches.Select(match => match.Kind));
        Assert.Contains("前面第 1 条", matches[1].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Match_OrderOfTheDwellings_DoesNotMatter()
    {
        var movement = Movement(1800.00m, "张伟", "201");

        Assert.Equal(Matcher.Match(movement).Candidates.Select(c => (c.Dwelling.Key, c.Score)), new BankMatcher(owing.Reverse()).Match(movement).Candidates.Select(c => (c.Dwelling.Key, c.Score)));
    }

    private static BankMatcher Matcher => new(owing);

    private static BankMovement Movement(decimal yuan, string payer, string? text) => new(Money.FromYuan(yuan), payer, text);

    private static OwingDwelling Home(string key, string estate, string building, int entrance, string room, decimal owed, params string[] owners) => new(key, estate, building, entrance, room, owners, Money.FromYuan(owed));
}
