using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class RatesTests
{
    [Fact]
    public void All_EveryKeyOfTheClass_IsThereOnce() => Assert.Equal(IndicatorTests.Keys(typeof(RateKeys)), Rates.All.Select(rate => rate.Key));

    [Theory]
    [InlineData("startRate", "estates=16/ startedEstates=15", "93.8%（15 ÷ 16）", false)]
    [InlineData("startRate", "estates=10/ startedEstates=11", "110.0%（11 ÷ 10）", true)]
    [InlineData("startRate", "estates=0/ startedEstates=0", "—（0 ÷ 0）", false)]
    [InlineData("startRate", "estates=0/ startedEstates=1", "—（1 ÷ 0）", true)]
    [InlineData("startRate", "estates=16/", "—（未报 ÷ 16）", false)]
    [InlineData("startRate", "estates=/17 startedEstates=15", "—（15 ÷ 未报）", false)]
    [InlineData("startRateHouseholds", "households=1216/ startedHouseholds=1215", "99.9%（1215 ÷ 1216）", false)]
    [InlineData("completionRate", "estates=3/ completedEstates=1", "33.3%（1 ÷ 3）", false)]
    [InlineData("completionRateHouseholds", "households=3/ completedHouseholds=2", "66.7%（2 ÷ 3）", false)]
    [InlineData("investmentRate", "investment=270180200/135090100.00", "50.0%（135090100.00 ÷ 270180200.00）", false)]
    [InlineData("receivedRate", "received=1000/432.60", "43.3%（432.60 ÷ 1000.00）", false)]
    [InlineData("paymentRate", "received=/2000 paid=865.20", "43.3%（865.20 ÷ 2000.00）", false)]
    [InlineData("managementRate", "completedEstates=7 managedEstates=7", "100.0%（7 ÷ 7）", false)]
    [InlineData("onTimeRate", "reportsDue=8 reportsOnTime=1", "12.5%（1 ÷ 8）", false)]
    public void Of_Figures_SaysRateAndFigures(string key, string figures, string words, bool needsReason)
    {
        var rate = Rates.Find(key)!.Of(Figures.Of(figures));

        Assert.Equal((words, needsReason), (rate.InWords, rate.NeedsReason));
    }

    [Theory]
    [InlineData(1, 2000, "0.1%")]
    [InlineData(1, 2001, "0.0%")]
    [InlineData(107, 100, "107.0%")]
    [InlineData(1999, 2000, "100.0%")]
    [InlineData(1049, 2000, "52.5%")]
    public void Percent_Half_GoesUp(int above, int below, string expected) => Assert.Equal(expected, Rates.Percent(new Fraction(above, below)));

    [Fact]
    public void Value_NearlyAll_IsNotAllAlthoughTheTextReadsSo()
    {
        var rate = Rates.Find(RateKeys.StartHouseholds)!.Of(Figures.Of("households=2000/ startedHouseholds=1999"));

        Assert.Equal("100.0%", rate.Text);
        Assert.True(rate.Value < Fraction.One);
    }

    [Fact]
    public void Formula_IsInWords() => Assert.Equal("已支付资金 ÷ 到位资金", Rates.Find(RateKeys.Payment)!.Formula);

    [Fact]
    public void Find_UnknownKey_IsNull() => Assert.Null(Rates.Find("rate"));

    [Fact]
    public void Percent_AnyRate_IsWithinHalfATenth() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Gen.Choose(0, 100_000).SelectMany(above => Gen.Choose(1, 100_000).Select(below => new Fraction(above, below))).ToArbitrary(), value =>
        {
            var printed = Fraction.Parse(Rates.Percent(value));
            return printed <= value + new Fraction(1, 2000) && printed > value - new Fraction(1, 2000);
        }));

    [Fact]
    public void Value_AnyDecimals_IsExact() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(
        Gen.Choose(0, int.MaxValue).SelectMany(done => Gen.Choose(1, int.MaxValue).Select(whole => (done, whole))).ToArbitrary(), pair =>
            Rates.Find(RateKeys.Payment)!.Of(Figures.Of(string.Create(CultureInfo.InvariantCulture, $"paid={pair.done / 100m} received=/{pair.whole / 1000m}"))).Value == new Fraction(pair.done * 10L, pair.whole)));
}
