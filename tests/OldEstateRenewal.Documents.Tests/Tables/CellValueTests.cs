using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Tests.Tables;

public sealed class CellValueTests
{
    [Fact]
    public void Convert_NullOrEmpty_IsBlank()
    {
        Assert.Equal(CellValue.Blank, (string?)null);
        Assert.Equal(CellValue.Blank, "");
        Assert.Equal(CellValue.Blank, (long?)null);
        Assert.Equal(CellValue.Blank, (int?)null);
        Assert.Equal(CellValue.Blank, (decimal?)null);
        Assert.Equal(CellValue.Blank, (DateOnly?)null);
        Assert.Equal("", CellValue.Blank.ToText());
    }

    [Fact]
    public void ToText_NoFormat_KeepsValueWithoutTrailingZeros()
    {
        Assert.Equal("城关街道", ((CellValue)"城关街道").ToText());
        Assert.Equal("160", ((CellValue)160).ToText());
        Assert.Equal("9223372036854775807", ((CellValue)long.MaxValue).ToText());
        Assert.Equal("2984.3", ((CellValue)2984.30m).ToText());
        Assert.Equal("2024-06-05", ((CellValue)new DateOnly(2024, 6, 5)).ToText());
    }

    [Fact]
    public void ToText_ChineseDate_HasNoLeadingZeros()
        => Assert.Equal("2024年6月5日", ((CellValue)new DateOnly(2024, 6, 5)).ToText(CellFormat.ChineseDate));

    [Fact]
    public void Date_OfDay_IsThatDay()
        => Assert.Equal(new DateOnly(2024, 2, 29), ((CellValue)new DateOnly(2024, 2, 29)).Date);
}
