using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class SpreadTests
{
    [Fact]
    public void Of_OddAndEvenCounts_HasTheMiddle()
    {
        Assert.Equal(new Spread(3, 1, 4, 9), Spread.Of([9, 1, 4]));
        Assert.Equal(new Spread(4, 1, new Fraction(5, 2), 9), Spread.Of([9, 1, 3, 2]));
    }

    [Fact]
    public void Of_Nothing_IsNull() => Assert.Null(Spread.Of([]));
}
