using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class BalanceProjectionTests
{
    private static readonly BalanceItem works = new("改造支出", BalanceSide.Cost, 2026, 2026, 1, Yuan(1_000_000), 0);

    [Fact]
    public void Of_ParkingAgainstWorks_PaysBackWhereTheSumTurns()
    {
        var parking = new BalanceItem("停车管理收费", BalanceSide.Income, 2027, 2036, 120, Yuan(1_200), 0);
        var projection = BalanceProjection.Of([works, parking], 2026, 11, 0);
        Assert.Equal(Yuan(1_440_000), projection.Income);
        Assert.Equal(Yuan(1_000_000), projection.Cost);
        Assert.Equal(Yuan(-136_000), projection.Years.Single(year => year.Year == 2032).Cumulative);
        Assert.Equal(Yuan(8_000), projection.Years.Single(year => year.Year == 2033).Cumulative);
        Assert.Equal(2033, projection.PaidBackIn);
    }

    [Fact]
    public void Of_Growth_CompoundsFromTheLinesFirstYear()
    {
        var rent = new BalanceItem("空间租金", BalanceSide.Income, 2027, 2029, 1, Yuan(100), 10);
        Assert.Equal([Yuan(0), Yuan(100), Yuan(110), Yuan(121)], BalanceProjection.Of([rent], 2026, 4, 0).Years.Select(year => year.Income));
        Assert.Equal(Money.FromFen(33_275), (rent with { Growth = 2.5m, UnitAmount = Money.FromFen(31_672) }).In(2029));
    }

    [Fact]
    public void Of_Discount_CountsLaterYearsLess()
    {
        var rent = new BalanceItem("租金", BalanceSide.Income, 2026, 2028, 1, Yuan(110), 0);
        Assert.Equal([Yuan(110), Yuan(100), Money.FromFen(9_091)], BalanceProjection.Of([rent], 2026, 3, 10).Years.Select(year => year.Present));
    }

    [Fact]
    public void PaidBackIn_NeverEnough_IsNull() => Assert.Null(BalanceProjection.Of([works], 2026, 5, 0).PaidBackIn);

    [Fact]
    public void PaidBackIn_FallsBackLater_CountsFromTheLastTurn()
    {
        var early = new BalanceItem("一次性收益", BalanceSide.Income, 2026, 2026, 1, Yuan(1_000_000), 0);
        var repair = new BalanceItem("大修", BalanceSide.Cost, 2028, 2028, 1, Yuan(10), 0);
        var rent = new BalanceItem("租金", BalanceSide.Income, 2030, 2030, 1, Yuan(10), 0);
        Assert.Equal(2030, BalanceProjection.Of([works, early, repair, rent], 2026, 5, 0).PaidBackIn);
    }

    [Fact]
    public void Of_NoYears_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => BalanceProjection.Of([], 2026, 0, 0));

    private static Money Yuan(long yuan) => Money.FromFen(yuan * 100);
}
