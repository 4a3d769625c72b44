using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Domain.Tests.Registry;

public sealed class WorksHistoryTests
{
    private static readonly Guid one = Guid.NewGuid();
    private static readonly Guid two = Guid.NewGuid();

    [Fact]
    public void Roof_OnTheSameBuildingAgain_IsRefusedInJingyuanWithTheRecordAndTheClause()
    {
        var objection = Assert.Single(Jingyuan(Roof(2019, one)).ObjectionsTo(Roof(2026, one)));

        Assert.True(objection.Refuses);
        Assert.Equal("“屋面防水”已有2019年老旧小区改造（屋面防水；靖建〔2019〕1号；王五 2019-05-01登记），不得重复改造", objection.Text);
        Assert.Equal("五", objection.Citation!.Clause);
        Assert.Contains("已改造内容不得重复改造", objection.Citation.Quote, StringComparison.Ordinal);
    }

    [Fact]
    public void Roof_OnAnotherBuilding_IsFree() => Assert.Empty(Jingyuan(Roof(2019, one)).ObjectionsTo(Roof(2026, two)));

    [Fact]
    public void Roof_OnTheWholeEstateAfterOneBuilding_IsRefused() => Assert.True(Assert.Single(Jingyuan(Roof(2019, one)).ObjectionsTo(Roof(2026))).Refuses);

    [Fact]
    public void Roof_WhereNoDocumentForbids_IsAWarning()
    {
        var objection = Assert.Single(Linqu(Roof(2019, one)).ObjectionsTo(Roof(2026, one)));

        Assert.False(objection.Refuses);
        Assert.Null(objection.Citation);
    }

    [Fact]
    public void OtherItem_OrNoItem_IsFree()
    {
        Assert.Empty(Jingyuan(Roof(2019, one)).ObjectionsTo(Roof(2026, one) with { Item = "gas" }));
        Assert.Empty(Jingyuan(Roof(2019, one)).ObjectionsTo(Roof(2026, one) with { Item = null }));
    }

    [Theory]
    [InlineData(RenewalProgramme.ShantyTown, false, true)]
    [InlineData(RenewalProgramme.OtherFiscal, false, true)]
    [InlineData(RenewalProgramme.OldEstate, true, true)]
    [InlineData(RenewalProgramme.UtilityTransfer, true, true)]
    [InlineData(RenewalProgramme.UtilityTransfer, false, false)]
    [InlineData(RenewalProgramme.Residents, false, false)]
    public void CentralMoney_AfterTheseRecords_IsRefusedInJingyuan(RenewalProgramme programme, bool central, bool refused)
    {
        var objections = Jingyuan(new WorksRecord(Guid.NewGuid(), programme, 2018) { HasCentralMoney = central }).ObjectionsTo(new WorksRecord(Guid.NewGuid(), RenewalProgramme.OldEstate, 2026) { HasCentralMoney = true });

        Assert.Equal(refused, objections.Any(objection => objection.Refuses));
        if (refused) Assert.Contains("不得重复申报中央补助", objections[0].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(RenewalProgramme.ShantyTown, false, true)]
    [InlineData(RenewalProgramme.OldEstate, true, true)]
    [InlineData(RenewalProgramme.OldEstate, false, false)]
    [InlineData(RenewalProgramme.OtherFiscal, false, false)]
    public void Plan_InJingyuan(RenewalProgramme programme, bool central, bool refused) =>
        Assert.Equal(refused, Assert.Single(Jingyuan(new WorksRecord(Guid.NewGuid(), programme, 2018) { HasCentralMoney = central }).ObjectionsToPlan()).Refuses);

    [Fact]
    public void Plan_CentralMoneyForOneBuildingOnly_IsAWarning() => Assert.False(Assert.Single(Jingyuan(Roof(2019, one) with { HasCentralMoney = true }).ObjectionsToPlan()).Refuses);

    [Fact]
    public void Plan_UtilityTransfer_IsNoObstacle() => Assert.Empty(Jingyuan(new WorksRecord(Guid.NewGuid(), RenewalProgramme.UtilityTransfer, 2018)).ObjectionsToPlan());

    [Fact]
    public void Objections_ARecordAgainstItself_AreNone()
    {
        var roof = Roof(2019, one);

        Assert.Empty(Jingyuan(roof).ObjectionsTo(roof with { Year = 2020 }));
    }

    [Fact]
    public void Proof_OfFacts_IsTheRecord()
    {
        var shanty = new WorksRecord(Guid.NewGuid(), RenewalProgramme.ShantyTown, 2018);
        var history = Jingyuan(shanty, Roof(2019, one));

        Assert.Equal([shanty], history.ProofOf(HistoryFacts.ShantyPlan));
        Assert.Empty(history.ProofOf(HistoryFacts.OtherFiscalPlan));
        Assert.Equal(2, history.RelatedTo(HistoryFacts.EarlierWorksGaps).Count());
        Assert.Empty(history.RelatedTo(HistoryFacts.ShantyPlan));
    }

    private static WorksRecord Roof(int year, params Guid[] buildings) => new(Guid.NewGuid(), RenewalProgramme.OldEstate, year)
    {
        Item = "roof-waterproofing",
        ItemName = "屋面防水",
        Buildings = buildings.Length == 0 ? null : buildings.ToHashSet(),
        DocumentNumber = "靖建〔2019〕1号",
        Recorded = "王五 2019-05-01",
    };

    private static WorksHistory Jingyuan(params WorksRecord[] records) => new(Shipped.View("jingyuan-2023", 2026), records);

    private static WorksHistory Linqu(params WorksRecord[] records) => new(Shipped.View("linqu-2024", 2026), records);
}
