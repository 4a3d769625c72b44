using OldEstateRenewal.Domain.Planning;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class ExecutionRateTests
{
    [Fact]
    public void Refuse_ElevenStartedOfTen_Is110PercentAndWantsAReason()
    {
        var rate = new ExecutionRate(planned: 10, actual: 11);

        Assert.Equal((new Fraction(11, 10), "110%（计划10，实际11）"), (rate.Rate!.Value, rate.InWords));
        Assert.Single(rate.Refuse(" "));
        Assert.Empty(rate.Refuse("增补一个年中排查发现的小区"));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(10, 0)]
    [InlineData(0, 0)]
    public void Refuse_WithinThePlan_WantsNoReason(int planned, int actual) => Assert.Empty(new ExecutionRate(planned, actual).Refuse(null));

    [Fact]
    public void Rate_NothingPlanned_IsNoneAndAnyStartWantsAReason()
    {
        var rate = new ExecutionRate(0, 1);

        Assert.Null(rate.Rate);
        Assert.Single(rate.Refuse(null));
    }

    [Fact]
    public void Make_NegativeCount_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => new ExecutionRate(10, -1));
}
