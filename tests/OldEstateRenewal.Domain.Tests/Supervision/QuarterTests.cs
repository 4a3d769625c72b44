using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class QuarterTests
{
    [Theory]
    [InlineData("2026-01-01", "2026-1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-03-31", "2026-1", "2026-01-01", "2026-03-31")]
    [InlineData("2026-04-01", "2026-2", "2026-04-01", "2026-06-30")]
    [InlineData("2026-12-31", "2026-4", "2026-10-01", "2026-12-31")]
    public void Of_Day_IsItsQuarter(string day, string path, string first, string last)
    {
        var quarter = Quarter.Of(DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal((path, first, last), (quarter.Path, $"{quarter.First:yyyy-MM-dd}", $"{quarter.Last:yyyy-MM-dd}"));
        Assert.Equal(quarter, Quarter.Parse(path));
    }

    [Fact]
    public void Previous_OfTheFirst_IsTheFourthOfTheYearBefore()
    {
        Assert.Equal("2025年第4季度", new Quarter(2026, 1).Previous.Name);
        Assert.True(new Quarter(2025, 4) < new Quarter(2026, 1));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-0")]
    [InlineData("2026-5")]
    [InlineData("1999-1")]
    [InlineData("2026-11")]
    [InlineData("2026-+")]
    [InlineData("２０２６-1")]
    public void Parse_NoQuarter_IsNull(string? text) => Assert.Null(Quarter.Parse(text));

    [Fact]
    public void Quarters_OfACentury_NeitherGapNorOverlap()
    {
        for (var day = new DateOnly(2000, 1, 1); day.Year < 2100; day = Quarter.Of(day).Last.AddDays(1)) Assert.Equal(day, Quarter.Of(day).First);
    }
}
