using OldEstateRenewal.Domain.Eligibility;

namespace OldEstateRenewal.Domain.Tests.Eligibility;

public sealed class BuiltDateTests
{
    [Theory]
    [InlineData("1998", "1998-01-01", "1998-12-31")]
    [InlineData("2000-02", "2000-02-01", "2000-02-29")]
    [InlineData("2000-06-15", "2000-06-15", "2000-06-15")]
    public void TryParse_DayMonthOrYear_IsASpanOfDays(string text, string earliest, string latest)
    {
        Assert.True(BuiltDate.TryParse(text, out var built));
        Assert.Equal((TheFive.Day(earliest), TheFive.Day(latest), text), (built.Earliest, built.Latest, built.ToString()));
    }

    [Theory]
    [InlineData("98年")]
    [InlineData("2000-13")]
    [InlineData("1995、1997")]
    public void TryParse_AnythingElse_IsRefused(string text) => Assert.False(BuiltDate.TryParse(text, out _));

    [Fact]
    public void TryParse_Empty_IsUnknown()
    {
        Assert.True(BuiltDate.TryParse(" ", out var built));
        Assert.False(built.IsKnown);
    }

    [Fact]
    public void Between_LaterYearEarlier_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => BuiltDate.Between(1997, 1995));
}
