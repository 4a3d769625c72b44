using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Policies;

public sealed class BoundTests
{
    [Theory]
    [InlineData("以上", true, true, false)]
    [InlineData("不低于", true, true, false)]
    [InlineData("以下", false, true, true)]
    [InlineData("以内", false, true, true)]
    [InlineData("不超过", false, true, true)]
    [InlineData("超过", true, false, false)]
    [InlineData("过", true, false, false)]
    [InlineData("不足", false, false, true)]
    [InlineData("不满", false, false, true)]
    public void Holds_AboveAtBelow_AsTheCivilCodeReadsTheWord(string word, bool above, bool at, bool below)
    {
        var bound = new Bound(word, Fraction.Parse("80%"), "80%");
        Assert.Equal((above, at, below), (bound.Holds(Fraction.Parse("81%")), bound.Holds(Fraction.Parse("4/5")), bound.Holds(Fraction.Parse("79%"))));
    }

    [Fact]
    public void Holds_JustBelow_IsNotRounded() => Assert.False(new Bound("以上", new Fraction(2, 3), "2/3").Holds(new Fraction(666_666, 1_000_000)));
}
