using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Domain.Tests.Registry;

public sealed class TwinsTests
{
    [Fact]
    public void Among_RuichengsThirtyRows_AreOnlyTheTwoThatWereCopiedDown()
    {
        var pair = Assert.Single(Twins.Among(Rows("ruicheng-2021-2025")));

        Assert.Equal(["国土局住宅楼", "建行住宅楼"], new[] { pair.First.Name, pair.Second.Name }.Order(StringComparer.Ordinal));
        Assert.Equal(TwinSign.SameFigures, pair.Sign);
        Assert.Equal("建成年份、楼栋、户数、面积完全相同（1栋、16户、1488㎡）", pair.Why);
    }

    [Fact]
    public void Among_LinqusSixteenRows_AreOnlyTheTwoNamesOfOneBank()
    {
        var pair = Assert.Single(Twins.Among(Rows("linqu-2024")));

        Assert.Equal(TwinSign.Abbreviation, pair.Sign);
        Assert.Equal("“建行”可能是“建设银行”的简称", pair.Why);
    }

    [Theory]
    [InlineData("电力局北家属院", "电力局南家属院", null)]
    [InlineData("国税一区住宅楼", "国税二区住宅楼", null)]
    [InlineData("粮苑小区", "粮苑小区2号楼", TwinSign.SameName)]
    [InlineData("原计生委住宅楼", "计生委家属院", TwinSign.SameName)]
    [InlineData("工商银行住宅楼", "工行宿舍", TwinSign.Abbreviation)]
    [InlineData("工商银行住宅楼", "工商局宿舍", null)]
    [InlineData("人民银行住宅楼", "人民医院住宅楼", null)]
    [InlineData("财政局家属院", "科技局家属院", null)]
    [InlineData("家属院", "住宅楼", null)]
    public void Compare_ByName_WithoutFigures(string one, string other, TwinSign? sign) =>
        Assert.Equal(sign, Twins.Compare(Estate(one), Estate(other))?.Sign);

    [Fact]
    public void Compare_NearNames_NeedAFigureInCommon()
    {
        Assert.Null(Twins.Compare(Estate("沂山嘉苑", 2, 40, "3000"), Estate("沂山嘉园", 3, 50, "4000")));
        Assert.Equal("名称相近，面积相同（3000㎡）", Twins.Compare(Estate("沂山嘉苑", 2, 40, "3000"), Estate("沂山嘉园", 3, 50, "3000"))?.Why);
        Assert.Equal("名称相近，楼栋、户数相同（2栋、40户）", Twins.Compare(Estate("沂山嘉苑", 2, 40, "3000"), Estate("沂山嘉园", 2, 40, "4000"))?.Why);
    }

    [Fact]
    public void Compare_SameFigures_UnlessTheYearsDifferOrOneIsMissing()
    {
        var a = Estate("甲", 1, 16, "1488", 1994);
        Assert.NotNull(Twins.Compare(a, Estate("乙", 1, 16, "1488", 1994)));
        Assert.NotNull(Twins.Compare(a, Estate("乙", 1, 16, "1488")));
        Assert.Null(Twins.Compare(a, Estate("乙", 1, 16, "1488", 1995)));
        Assert.Null(Twins.Compare(a, Estate("乙", 1, 16, null, 1994)));
        Assert.Null(Twins.Compare(a, Estate("乙", 1, 17, "1488", 1994)));
    }

    [Fact]
    public void Compare_AnAliasOfOne_FindsTheOther() =>
        Assert.Equal(TwinSign.SameName, Twins.Compare(Estate("粮苑小区") with { OtherNames = ["粮食局家属院"] }, Estate("粮食局宿舍"))?.Sign);

    [Fact]
    public void Figures_Changed_AreOtherFigures()
    {
        var (a, b) = (Estate("甲", 1, 16, "1488", 1994), Estate("乙", 1, 16, "1488", 1994));
        var pair = Twins.Compare(a, b)!;

        Assert.Equal(pair.Figures, Twins.Compare(b, a)!.Figures);
        Assert.NotEqual(pair.Figures, Twins.Compare(a with { Name = "丙" }, b)!.Figures);
    }

    [Fact]
    public void Among_AnyEstates_FindsWhatComparingAllWithAllFinds() => Check.One(Config.QuickThrowOnFailure, Prop.ForAll(Estates.ListOf(12).ToArbitrary(), list =>
    {
        var estates = list.ToList();
        var all = (from i in Enumerable.Range(0, estates.Count) from j in Enumerable.Range(0, i) let pair = Twins.Compare(estates[i], estates[j]) where pair is not null select (pair.First.Id, pair.Second.Id, pair.Sign)).ToHashSet();
        return all.SetEquals(Twins.Among(estates).Select(pair => (pair.First.Id, pair.Second.Id, pair.Sign)));
    }));

    private static Gen<EstateTraits> Estates =>
        from name in EstateNamePartsTests.Names
        from buildings in Gen.Elements<int?>(null, 1, 2)
        from households in Gen.Elements<int?>(null, 16, 40)
        from area in Gen.Elements(null, "1488", "3000")
        from year in Gen.Elements(0, 1994)
        select Estate(name, buildings, households, area, year);

    private static EstateTraits Estate(string name, int? buildings = null, int? households = null, string? area = null, int year = 0) =>
        new(Guid.CreateVersion7(), name, [], null, year == 0 ? [] : [year], buildings, households, area is null ? null : Area.FromSquareMetres(decimal.Parse(area, System.Globalization.CultureInfo.InvariantCulture)));

    private static List<EstateTraits> Rows(string document) => PolicyBook.Shipped.Document(document)!.Items(PolicySections.Annexes).Cast<PlanAnnex>().SelectMany(annex => annex.Rows)
        .Select(row => new EstateTraits(Guid.CreateVersion7(), row.Estate, [], row.Address, row.BuiltYears, row.Buildings, row.Households, row.Area)).ToList();
}
