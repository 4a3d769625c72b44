using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class PlanAnnexTests
{
    private static readonly PlanAnnex Ruicheng = TheFive.Item(PolicySections.Annexes, TheFive.Ruicheng, "2021-2025");

    [Fact]
    public void Find_Ruicheng_SuspectsTheOneTwin() =>
        Assert.Equal([("国土局住宅楼", 2022), ("建行住宅楼", 2025)], Assert.Single(TwinRows.Find(Ruicheng.Rows)).Select(row => (row.Estate, row.Year)));

    [Fact]
    public void Find_Linqu_SuspectsNothing() => Assert.Empty(TwinRows.Find(TheFive.Item(PolicySections.Annexes, TheFive.Linqu, "2024").Rows));

    [Fact]
    public void Find_RowsWithoutFigures_AreNoSuspects() => Assert.Empty(TwinRows.Find(TheFive.Item(PolicySections.Annexes, TheFive.Jingyuan, "2023").Rows));

    [Fact]
    public void BuildingFacts_AsManyYearsAsBuildings_GiveEachItsOwn()
    {
        var row = Ruicheng.Rows.Single(row => row.Estate == "工商银行住宅楼");
        Assert.Equal(("1995、1997", "1995,1997"), (row.BuiltYearsText, string.Join(',', row.BuildingFacts().Select(building => building.Built))));
    }

    [Fact]
    public void BuildingFacts_FewerYearsThanBuildings_LieBetween() =>
        Assert.Equal(["1995—1997", "1995—1997", "1995—1997"], new PlanRow(2024, "甲", null, null, [1995, 1997], 3, 30, null).BuildingFacts().Select(building => building.Built.ToString()));

    [Fact]
    public void BuildingFacts_NoYearPrinted_AreUnknown() =>
        Assert.All(TheFive.Item(PolicySections.Annexes, TheFive.Linqu, "2024").Rows.SelectMany(row => row.BuildingFacts()), building => Assert.False(building.Built.IsKnown));

    [Fact]
    public void Rows_Ruicheng_HaveFourEstatesOf2000() => Assert.Equal(4, Ruicheng.Rows.Count(row => row.BuiltYears.Contains(2000)));

    [Fact]
    public void Totals_Jingyuan_CountTheUnlistedEstates() => Assert.Equal(46, TheFive.Item(PolicySections.Annexes, TheFive.Jingyuan, "2023").Totals().Estates);

    [Fact]
    public void Totals_YearWithoutRows_CountNothing() =>
        Assert.Equal(new PlanTotals(0, 0, 0, Area.Zero, null), TheFive.Item(PolicySections.Annexes, TheFive.Jingyuan, "2023").Totals(2024));
}
