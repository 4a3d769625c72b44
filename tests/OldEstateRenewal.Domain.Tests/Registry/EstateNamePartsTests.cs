using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Domain.Tests.Registry;

public sealed class EstateNamePartsTests
{
    [Theory]
    [InlineData("文化路建设银行家属院", "建设银行", "文化路", "")]
    [InlineData("民主路建行家属院", "建行", "民主路", "")]
    [InlineData("国土局住宅楼", "国土局", "", "")]
    [InlineData("电力局北家属院", "电力局", "", "北")]
    [InlineData("国税二区住宅楼", "国税", "", "2")]
    [InlineData("人民医院2号、3号住宅楼", "人民医院", "", "2,3")]
    [InlineData("饮食服务公司2#家属楼", "饮食服务公司", "", "2")]
    [InlineData("原饮食服务公司住宅楼", "饮食服务公司", "", "")]
    [InlineData("工业局东楼", "工业局", "", "东")]
    [InlineData("公路段南楼", "公路段", "", "南")]
    [InlineData("粮苑小区2号楼", "粮苑", "", "2")]
    [InlineData("一中家属院", "一中", "", "")]
    [InlineData("江南小区", "江南", "", "")]
    [InlineData("文化路小区", "文化路", "", "")]
    [InlineData("小区", "小区", "", "")]
    [InlineData("", "", "", "")]
    [InlineData("　建行 （家属院）", "建行", "", "")]
    public void Of_NamesAsPrinted_AreTakenApart(string name, string core, string road, string marks)
    {
        var parts = EstateNameParts.Of(name);

        Assert.Equal((core, road, marks), (parts.Core, parts.Road, string.Join(',', parts.Marks.Order(StringComparer.Ordinal))));
    }

    [Fact]
    public void Likeness_OfAnyTwoNames_IsSymmetricAndBetweenNoneAndOne() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Names.ToArbitrary(), Names.ToArbitrary(), (a, b) =>
    {
        var (one, other) = (EstateNameParts.Of(a), EstateNameParts.Of(b));
        var likeness = one.LikenessTo(other);
        return likeness == other.LikenessTo(one) && likeness >= 0 && likeness <= 1 && (one.Core == other.Core) == (likeness == 1)
            && one.IsNear(other) == other.IsNear(one) && one.IsAbbreviationOf(other) == other.IsAbbreviationOf(one) && one.IsToldApartFrom(other) == other.IsToldApartFrom(one);
    }));

    internal static Gen<string> Names =>
        from road in Gen.Elements("", "文化路", "民主路", "永乐北路")
        from core in Gen.Elements("建设银行", "建行", "国土局", "国土资源局", "电力局", "金顺苑", "金顺园", "", "一中")
        from mark in Gen.Elements("", "南", "北", "2号", "二区", "1号、2号")
        from kind in Gen.Elements("住宅楼", "家属院", "小区", "")
        select road + core + mark + kind;
}
