using System.Globalization;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Tests.Tables;

public sealed class CellFormatTests
{
    [Theory]
    [InlineData("25200.72", "25200.72")]
    [InlineData("2500.00", "2500")]
    [InlineData("2984.30", "2984.3")]
    [InlineData("0.005", "0.01")]
    [InlineData("-0.004", "0")]
    [InlineData("0", "0")]
    public void ToText_UpToTwo_TrimsZeros(string number, string expected)
        => Assert.Equal(expected, Text(number, CellFormat.UpTo(2)));

    [Theory]
    [InlineData("2500", "2500.00")]
    [InlineData("0.125", "0.13")]
    [InlineData("-0.125", "-0.13")]
    [InlineData("-0.001", "0.00")]
    public void ToText_FixedTwo_KeepsZeros(string number, string expected)
        => Assert.Equal(expected, Text(number, CellFormat.Fixed(2)));

    [Theory]
    [InlineData("1234567.5", "1,234,567.50")]
    [InlineData("999", "999.00")]
    public void ToText_Grouped_SetsThousandsApart(string number, string expected)
        => Assert.Equal(expected, Text(number, CellFormat.Fixed(2, grouped: true)));

    [Theory]
    [InlineData("0.9525", "95.3%")]
    [InlineData("1", "100.0%")]
    public void ToText_Percent_ShowsHundredfold(string number, string expected)
        => Assert.Equal(expected, Text(number, CellFormat.Percent(1)));

    [Fact]
    public void ToText_Whole_RoundsHalfAwayFromZero() => Assert.Equal("3", Text("2.5", CellFormat.Whole));

    [Fact]
    public void ToText_TextUnderNumberFormat_StandsAsItIs()
        => Assert.Equal("1995、1997", ((CellValue)"1995、1997").ToText(CellFormat.Fixed(2)));

    [Theory]
    [InlineData(-1)]
    [InlineData(11)]
    public void Create_DecimalsOutOfRange_Throws(int decimals)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => CellFormat.Fixed(decimals));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellFormat.UpTo(decimals));
        Assert.Throws<ArgumentOutOfRangeException>(() => CellFormat.Percent(decimals));
    }

    private static string Text(string number, CellFormat format)
        => ((CellValue)decimal.Parse(number, CultureInfo.InvariantCulture)).ToText(format);
}
