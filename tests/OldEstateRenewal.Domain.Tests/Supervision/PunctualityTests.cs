using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class PunctualityTests
{
    [Theory]
    [InlineData("2024-07-07", "2024-07-08", "按时")]
    [InlineData("2024-07-01", "2024-07-02", "按时")]
    [InlineData("2024-07-10,2024-07-06", "2024-07-12", "按时")]
    [InlineData("2024-07-08", "2024-07-12", "迟报 1 天")]
    [InlineData("2024-07-10,2024-07-09", "2024-07-12", "迟报 2 天")]
    [InlineData("", "2024-07-07", "未到期")]
    [InlineData("", "2024-07-08", "未报（已逾期 1 天）")]
    [InlineData("2024-07-10", "2024-07-09", "未报（已逾期 2 天）")]
    public void Of_ASheetDueOnTheSeventh_CountsItsFirstSending(string sent, string today, string expected) => Assert.Equal(expected, Sheet(sent, today).InWords);

    [Fact]
    public void Of_SeveralSheets_CountsThoseThatAreDue()
    {
        var body = DispatchPunctuality.Of([Sheet("2024-07-07", "2024-07-12"), Sheet("2024-07-10", "2024-07-12"), Sheet("", "2024-07-12"), Sheet("", "2024-07-01")]);

        Assert.Equal("应报 3 次，按时 1 次，迟报 1 次（共 3 天），未报 1 次", body.InWords);
        Assert.Equal((new Fraction(1, 3), "33.3%"), (body.Rate.Value!.Value, body.Rate.Text));
        Assert.Empty(FigureChecks.Of(body.Figures));
    }

    [Fact]
    public void Of_NoSheets_HasNoRate()
    {
        Assert.Equal(("—", "应报 0 次，按时 0 次，迟报 0 次，未报 0 次"), (DispatchPunctuality.Of([]).Rate.Text, DispatchPunctuality.Of([]).InWords));
    }

    private static Punctuality Sheet(string sent, string today) =>
        Punctuality.Of(new(2024, 7, 7), sent.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(TheFive.Day).ToList(), TheFive.Day(today));
}
