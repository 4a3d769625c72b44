using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Domain.Tests.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class PlanTargetTests
{
    private static readonly PlanTarget Linqu = TheFive.Item(PolicySections.Targets, TheFive.Linqu, "2024");
    private static readonly PlanTarget Jingyuan = TheFive.Item(PolicySections.Targets, TheFive.Jingyuan, "2023");

    [Fact]
    public void Compare_LinqusAnnex_MeetsTheHeadline()
    {
        var totals = TheFive.Item(PolicySections.Annexes, TheFive.Linqu, "2024").Totals(2024);
        Assert.Equal(new PlanTotals(16, 41, 1216, Area.FromSquareMetres(138479.32m), null), totals);
        var reason = Linqu.Compare(totals);
        Assert.Equal(Outcome.Passed, reason.Outcome);
        Assert.Contains("目标 13.85万平方米，计划 138479.32㎡，相等", reason.Parts.Select(part => part.Working).Last(), StringComparison.Ordinal);
    }

    [Fact]
    public void Compare_OneHouseholdLess_NamesTheDifferenceOnly()
    {
        var reason = Linqu.Compare(new(16, 41, 1215, Area.FromSquareMetres(138479.32m), null));
        Assert.Equal("目标 1216户，计划 1215户，比目标少 1户 → 不符合", Assert.Single(reason.Parts, part => part.Outcome == Outcome.Failed).Working);
    }

    [Theory]
    [InlineData("138480", "多 0.68㎡")]
    [InlineData("138479.3", "少 0.02㎡")]
    public void Compare_AreaUnlikeTheAnnexThoughItRoundsToTheHeadline_SaysSo(string area, string off) => Assert.Equal(
        $"目标 13.85万平方米，计划 {area}㎡，与附件合计相差（比 138479.32㎡ {off}） → 不符合",
        Linqu.Compare(new(16, 41, 1216, Area.FromSquareMetres(decimal.Parse(area, System.Globalization.CultureInfo.InvariantCulture)), null)).Parts[^1].Working);

    [Theory]
    [InlineData("750649.99", Outcome.Failed)]
    [InlineData("750650", Outcome.Passed)]
    [InlineData("750700", Outcome.Passed)]
    [InlineData("750749.99", Outcome.Passed)]
    [InlineData("750750", Outcome.Failed)]
    public void Compare_JingyuansArea_MeetsToThePrintedPrecision(string area, Outcome expected) =>
        Assert.Equal(expected, Jingyuan.Compare(new(46, 170, 6157, Area.FromSquareMetres(decimal.Parse(area, System.Globalization.CultureInfo.InvariantCulture)), Money.FromYuan(270180200))).Outcome);

    [Theory]
    [InlineData(Rounding.HalfUp, "138450", true)]
    [InlineData(Rounding.HalfUp, "138449.99", false)]
    [InlineData(Rounding.HalfUp, "138549.99", true)]
    [InlineData(Rounding.Down, "138450", false)]
    [InlineData(Rounding.Down, "138599.99", true)]
    [InlineData(Rounding.Up, "138400.01", true)]
    [InlineData(Rounding.Up, "138500.01", false)]
    public void Matches_EachRounding_ShortensAsItSays(Rounding rounding, string exact, bool expected) =>
        Assert.Equal(expected, new PrintedFigure("13.85", "万平方米", 10000, rounding).Matches(Fraction.Parse(exact)));

    [Theory]
    [InlineData(2021, 2)]
    [InlineData(2022, 7)]
    [InlineData(2023, 6)]
    [InlineData(2024, 7)]
    [InlineData(2025, 8)]
    public void Compare_RuichengsAnnex_MeetsEveryYear(int year, int estates)
    {
        var totals = TheFive.Item(PolicySections.Annexes, TheFive.Ruicheng, "2021-2025").Totals(year);
        Assert.Equal(estates, totals.Estates);
        Assert.Equal(Outcome.Passed, TheFive.Item(PolicySections.Targets, TheFive.Ruicheng, year.ToString(System.Globalization.CultureInfo.InvariantCulture)).Compare(totals).Outcome);
    }

    [Fact]
    public void Compare_RuichengsWholePeriod_IsThirty() => Assert.Equal(Outcome.Passed,
        TheFive.Item(PolicySections.Targets, TheFive.Ruicheng, "2021-2025").Compare(TheFive.Item(PolicySections.Annexes, TheFive.Ruicheng, "2021-2025").Totals()).Outcome);

    [Fact]
    public void Compare_JingyuansAnnex_CountsEstatesAndKnowsNothingElse()
    {
        var reason = Jingyuan.Compare(TheFive.Item(PolicySections.Annexes, TheFive.Jingyuan, "2023").Totals(2023));
        Assert.Equal([Outcome.Passed, Outcome.Unknown, Outcome.Unknown, Outcome.Unknown, Outcome.Unknown], reason.Parts.Select(part => part.Outcome));
    }

    [Fact]
    public void Read_NoFigureAtAll_IsAMistake() => Assert.Single(TestDocument.ProblemsOf(TestDocument.Json(""" "targets": { "a": { "name": "任务", "clause": "一", "year": 2024 } } """)));

    [Fact]
    public void Read_ExactAreaThatDoesNotRoundToThePrintedOne_IsAMistake() => Assert.Equal("$.targets.a.exactArea", Assert.Single(TestDocument.ProblemsOf(TestDocument.Json("""
        "targets": { "a": { "name": "任务", "clause": "一", "year": 2024, "area": { "figure": "13.85", "unit": "万平方米", "scale": 10000 }, "exactArea": "138379.32" } }
        """))).Path);

    [Fact]
    public void Of_JingyuansInvestment_Is360YuanPerSquareMetreAnd43900PerHousehold()
    {
        var totals = new PlanTotals(46, 170, 6157, Area.FromSquareMetres(750700), Money.FromYuan(270180200));
        Assert.Equal(359, (int)Band("yuan-per-area").Of(totals)!.Value.Floor());
        Assert.Equal(43881, (int)Band("yuan-per-household").Of(totals)!.Value.Floor());
        Assert.Equal(Outcome.Passed, Band("yuan-per-area").Check(totals).Outcome);
    }

    [Fact]
    public void Check_TenTimesTheMoney_AsksForASecondLook() =>
        Assert.Equal(Outcome.Review, Band("yuan-per-area").Check(new PlanTotals(1, 1, 1, Area.FromSquareMetres(100), Money.FromYuan(360000))).Outcome);

    [Fact]
    public void Check_NoHouseholds_IsUnknown() => Assert.Equal(Outcome.Unknown, Band("yuan-per-household").Check(new PlanTotals(1, 1, 0, Area.Zero, Money.FromYuan(1))).Outcome);

    private static PlausibilityBand Band(string key) => TheFive.Item(PolicySections.Plausibility, TheFive.Jingyuan, key);
}
