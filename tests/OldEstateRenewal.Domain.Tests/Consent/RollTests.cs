using OldEstateRenewal.Domain.Consent;
using static OldEstateRenewal.Domain.Tests.Consent.Ballots;

namespace OldEstateRenewal.Domain.Tests.Consent;

public sealed class RollTests
{
    private static readonly ConsentRule Owners = Question(Shipped.Linqu, "major-matter").Rule.Item;

    [Fact]
    public void Voices_FormerEmployerHolds20Of60_41HeadsAndAllArea()
    {
        var roll = Roll(Enumerable.Range(1, 40).Select(number => Unit(number, 80m)), Enumerable.Range(41, 20).Select(number => Unit(number, 80m, "电力局", holding: UnitHolding.FormerEmployer)));

        var voices = roll.Voices(Owners);

        Assert.Equal(41, voices.Count);
        Assert.Equal(60 * 80_00, voices.Sum(voice => voice.Area.Hundredths));
        Assert.Equal(60, roll.Voices(Owners with { Counting = HeadCounting.FormerEmployerPerUnit }).Count);
    }

    [Fact]
    public void Voices_ThreeUnsoldAndTwoSoldUndelivered_AreOneHeadWithAllTheirArea()
    {
        var roll = Roll([Unit(1)], Enumerable.Range(2, 3).Select(number => Unit(number, 90m, "", holding: UnitHolding.Unsold)), Enumerable.Range(5, 2).Select(number => Unit(number, 90m, $"买受人{number}", holding: UnitHolding.SoldUndelivered)));

        var voices = roll.Voices(Owners);

        Assert.Equal(2, voices.Count);
        Assert.Contains(voices, voice => voice.UnitKeys.Count == 5 && voice.Area == Area.FromSquareMetres(450m));
    }

    [Fact]
    public void Voices_OwnerOfFlatAndParking_IsOneHeadAndParkingCountsOnlyIfTheRuleSaysSo()
    {
        var roll = Roll([Unit(1, 100m, "张三"), Unit(2, 12.5m, "张三", kind: UnitKind.Parking)]);

        var without = Assert.Single(roll.Voices(Owners));
        var with = Assert.Single(roll.Voices(Owners with { Units = [UnitKind.Dwelling, UnitKind.Parking] }));

        Assert.Equal((Area.FromSquareMetres(100m), Area.FromSquareMetres(112.5m)), (without.Area, with.Area));
    }

    [Fact]
    public void Voices_CoOwners_AreOneHeadInAnyOrder()
    {
        var flat = Unit(1) with { Owners = [Owner("张三"), Owner("李四")] };
        var other = Unit(2) with { Owners = [Owner("李四"), Owner("张三"), Owner("李四")] };

        Assert.Single(Roll([flat, other]).Voices(Owners));
        Assert.Equal(2, Roll([flat, Unit(2, owner: "张三")]).Voices(Owners).Count);
    }

    [Fact]
    public void Voices_TwoOwnersOfOneName_AreTwoHeadsAndAWarning()
    {
        var (one, other) = (Unit(1) with { Owners = [Owner("张三", "a")] }, Unit(2) with { Owners = [Owner("张三", "b")] });

        Assert.Equal(["张三", "张三"], Roll([one, other]).Voices(Owners).Select(voice => voice.Name));
        Assert.Equal(new RollProblem("001", "“张三”有 2 个不同标识，按 2 人计，请核对是否同一人"), Assert.Single(Domain.Consent.Roll.Warn([one, other])));
        Assert.Empty(Domain.Consent.Roll.Check([one, other]));
    }

    [Fact]
    public void Voices_OneOwnerWrittenInTwoWays_IsOneHeadAndAWarning()
    {
        var (one, other) = (Unit(1) with { Owners = [Owner("电力局", "a")] }, Unit(2) with { Owners = [Owner("县电力局", "a")] });

        Assert.Single(Roll([one, other]).Voices(Owners));
        Assert.Equal("同一标识有不同姓名（电力局、县电力局），按 1 人计，请核对", Assert.Single(Domain.Consent.Roll.Warn([one, other])).Text);
    }

    [Fact]
    public void Voices_KeysThatReadAlikeWhenJoined_StayApart()
    {
        var pair = Unit(1) with { Owners = [Owner("甲"), Owner("乙")] };
        var single = Unit(2) with { Owners = [Owner("乙、甲")] };

        Assert.Equal(3, Roll([pair, single, Unit(3) with { Owners = [Owner("甲、乙")] }]).Voices(Owners).Count);
    }

    [Fact]
    public void Build_AreaKnownFromSeveralSources_TakesRegisterThenMeasuredThenContract()
    {
        var bare = Unit(1) with { Registered = null };
        var units = Roll([bare with { Measured = Area.FromHundredths(2), Contracted = Area.FromHundredths(3) }, bare with { Key = "002", Contracted = Area.FromHundredths(3) }, Unit(3)]).Units;

        Assert.Equal([AreaSource.Measured, AreaSource.Contract, AreaSource.Register], units.Select(unit => unit.Source));
    }

    [Fact]
    public void Check_WrongRecords_NamesEveryProblem()
    {
        var problems = Domain.Consent.Roll.Check([Unit(1), Unit(1), Unit(2) with { Registered = null }, Unit(3, 0m), Unit(4, owner: ""), Unit(5) with { Owners = [Owner("张三", " ")] }]);

        Assert.Equal(["房号重复 2 次", "无登记、测绘、合同面积", "面积为零", "无业主姓名或单位名称", "业主缺标识或姓名"], problems.Select(problem => problem.Text));
        Assert.Throws<ArgumentException>(() => Roll([Unit(1), Unit(1)]));
    }

    [Fact]
    public void Voices_Residents_LeaveOutUninhabitedDwellings()
    {
        var rule = Question(Shipped.Ruicheng, "plan-entry").Rule.Item;

        Assert.Single(Roll([Unit(1), Unit(2) with { Inhabited = false }]).Voices(rule));
    }
}
