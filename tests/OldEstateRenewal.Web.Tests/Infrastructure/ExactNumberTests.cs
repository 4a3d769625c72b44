using OldEstateRenewal.Web.Infrastructure;

namespace OldEstateRenewal.Web.Tests.Infrastructure;

public sealed class ExactNumberTests
{
    [Theory]
    [InlineData("25200.72", "25200.72")]
    [InlineData("25,200.72", "25200.72")]
    [InlineData("１２３４．５", "1234.5")]
    [InlineData("1，234，567", "1234567")]
    [InlineData("-3", "-3")]
    public void Read_AsBureausTypeIt_IsExact(string typed, string expected)
    {
        Assert.True(ExactNumberBinder.TryRead(typed, out var number));
        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), number);
    }

    [Theory]
    [InlineData("1,5")]
    [InlineData("12,34")]
    [InlineData("1,2345")]
    [InlineData("1e5")]
    [InlineData("约1000")]
    [InlineData(".5")]
    [InlineData("1.")]
    [InlineData("99999999999999999999999999999999")]
    public void Read_Ambiguous_IsRefused(string typed) => Assert.False(ExactNumberBinder.TryRead(typed, out _));
}
