using OldEstateRenewal.Domain.Works;

namespace OldEstateRenewal.Domain.Tests.Works;

public sealed class WorksCostTests
{
    [Theory]
    [InlineData("12.345", "3.33", "41.11")]
    [InlineData("0.005", "1.00", "0.01")]
    [InlineData("0.004", "1.00", "0.00")]
    [InlineData("10000000", "999.99", "9999900000.00")]
    public void Of_QuantityAndUnitCost_IsRoundedToTheFen(string quantity, string unit, string cost)
    {
        Assert.True(Money.TryParse(unit, out var money));
        Assert.Equal(cost, WorksCost.Of(decimal.Parse(quantity, System.Globalization.CultureInfo.InvariantCulture), money).ToString());
    }

    [Theory]
    [InlineData("3", "6041.11", "181.23")]
    [InlineData("5", "6041.11", "302.06")]
    [InlineData("0.5", "1.00", "0.01")]
    [InlineData("0.4999", "1.00", "0.00")]
    [InlineData("100", "10000000000.00", "10000000000.00")]
    public void OfRate_OfTheWorks_IsRoundedHalfUpToTheFen(string percent, string works, string cost)
    {
        Assert.True(Money.TryParse(works, out var money));
        Assert.Equal(cost, WorksCost.OfRate(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), money).ToString());
    }

    [Fact]
    public void Of_Negative_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => WorksCost.OfRate(-1, Money.FromFen(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorksCost.OfRate(1, Money.FromFen(-1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorksCost.Of(-1, Money.FromFen(1)));
        Assert.Throws<ArgumentOutOfRangeException>(() => WorksCost.Of(1, Money.FromFen(-1)));
    }
}
