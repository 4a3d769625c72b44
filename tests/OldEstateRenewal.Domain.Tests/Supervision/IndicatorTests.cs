using System.Reflection;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class IndicatorTests
{
    [Fact]
    public void All_EveryKeyOfTheClass_IsThereOnce() => Assert.Equal(Keys(typeof(IndicatorKeys)).Order(StringComparer.Ordinal), Indicators.All.Select(indicator => indicator.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void All_GroupsStandTogetherInPrintedOrder() => Assert.Equal(Indicators.All.OrderBy(indicator => indicator.Group), Indicators.All);

    [Fact]
    public void All_SaysWhatCountsAndFromWhichRecord() => Assert.All(Indicators.All, indicator =>
    {
        Assert.EndsWith("。", indicator.Definition, StringComparison.Ordinal);
        Assert.NotEmpty(indicator.Source);
        Assert.NotEmpty(indicator.Unit);
    });

    [Fact]
    public void All_NamesAndKeysAreUnique() => Assert.Equal((Indicators.All.Count, Indicators.All.Count), (Indicators.All.DistinctBy(indicator => indicator.Name).Count(), Indicators.All.DistinctBy(indicator => indicator.Key).Count()));

    [Theory]
    [InlineData("estates", "16", null)]
    [InlineData("estates", "16.0", null)]
    [InlineData("estates", "1.5", "小区数须为整数。")]
    [InlineData("estates", "-1", "小区数不能为负数。")]
    [InlineData("area", "138479.32", null)]
    [InlineData("area", "0.001", "建筑面积最多保留 2 位小数。")]
    [InlineData("pipesGas", "12.345", null)]
    [InlineData("pipesGas", "12.3451", "改造燃气管线最多保留 3 位小数。")]
    [InlineData("worksProgress", "100", null)]
    [InlineData("worksProgress", "100.01", "工程形象进度不能大于 100。")]
    [InlineData("paid", "1000000000000000.01", "已支付资金数值过大，请核对单位（元）。")]
    public void Refuse_AFigure_SaysWhy(string key, string value, string? expected)
    {
        var figure = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((expected, expected is null), (Indicators.Get(key).Refuse(figure), Indicators.Get(key).IsValid(figure)));
    }

    [Theory]
    [InlineData("households", "1216", "1216", "1216 户")]
    [InlineData("area", "2500.00", "2500", "2500 ㎡")]
    [InlineData("area", "138479.32", "138479.32", "138479.32 ㎡")]
    [InlineData("paid", "350", "350.00", "350.00 元")]
    [InlineData("pipesWater", "7.600", "7.6", "7.6 公里")]
    [InlineData("worksProgress", "95.5", "95.5", "95.5%")]
    public void Text_IsAsTheHouseWritesNumbers(string key, string value, string text, string words)
    {
        var figure = decimal.Parse(value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal((text, words), (Indicators.Get(key).Text(figure), Indicators.Get(key).InWords(figure)));
    }

    [Fact]
    public void Text_OfMoneyAndArea_IsThatOfTheTypes()
    {
        Assert.Equal(Money.FromYuan(270180200m).ToString(), Indicators.Get(IndicatorKeys.Paid).Text(270180200m));
        Assert.Equal(Area.FromSquareMetres(25200.70m).ToString(), Indicators.Get(IndicatorKeys.Area).Text(25200.70m));
    }

    [Fact]
    public void Find_UnknownKey_IsNull()
    {
        Assert.Null(Indicators.Find("Estates"));
        Assert.Throws<ArgumentException>(() => Indicators.Get("nothing"));
    }

    [Fact]
    public void Words_OfKinds_AreThoseOfTheForms()
    {
        Assert.Equal(["规模", "进度", "资金", "管线", "设施", "服务", "管理"], Enum.GetValues<IndicatorGroup>().Select(group => group.InWords()));
        Assert.Equal(["周", "月", "累计"], Enum.GetValues<ReportingPeriod>().Select(period => period.InWords()));
        Assert.Equal(["时点数", "累计数", "时期数"], Enum.GetValues<IndicatorKind>().Select(kind => kind.InWords()));
    }

    internal static IEnumerable<string> Keys(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static).Select(field => (string)field.GetRawConstantValue()!);
}
