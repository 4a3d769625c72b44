using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class SequenceAndModeTests
{
    private static readonly SequenceRule Linqu = TheFive.Item(PolicySections.Sequence, TheFive.Linqu, "works");
    private static readonly SequencedWork Pipes = new("1", "雨污分流", "underground", false);
    private static readonly SequencedWork Road = new("2", "道路", "aboveGround", false);

    [Fact]
    public void MayStart_UndergroundUnfinished_AboveGroundWaitsAndSaysForWhat()
    {
        var reason = Linqu.MayStart(Road, [Pipes, Road]);
        Assert.Equal((Outcome.Failed, "地下：雨污分流"), (reason.Outcome, Assert.Single(reason.Parts).Name));
    }

    [Fact]
    public void MayStart_UndergroundFinished_AboveGroundMay() => Assert.Equal(Outcome.Passed, Linqu.MayStart(Road, [Pipes with { Finished = true }, Road]).Outcome);

    [Fact]
    public void MayStart_Underground_WaitsForNothing() => Assert.Equal(Outcome.Passed, Linqu.MayStart(Pipes, [Pipes, Road]).Outcome);

    [Fact]
    public void MayStart_LayerUnknown_IsLeftToAPerson() => Assert.Equal(Outcome.Review, Linqu.MayStart(Road with { Layer = "inside" }, [Pipes]).Outcome);

    [Fact]
    public void Modes_Taian_AreFiveOfWhichThreeBalanceThemselves()
    {
        var modes = TheFive.View(TheFive.Taian, "2024-07-01").All(PolicySections.Modes).Where(mode => mode.Item.Kind == ModeKind.Balance).ToList();
        Assert.Equal([true, true, true, false, false], modes.Select(mode => mode.Item.BalancesItself));
    }

    [Theory]
    [InlineData(100, 100, Outcome.Passed)]
    [InlineData(99, 100, Outcome.Failed)]
    [InlineData(null, 100, Outcome.Unknown)]
    public void Check_SelfBalancing_NeedsIncomeNotBelowCost(int? income, int cost, Outcome expected) =>
        Assert.Equal(expected, Mode("self").Check(income is { } yuan ? Money.FromYuan(yuan) : null, Money.FromYuan(cost)).Outcome);

    [Fact]
    public void Check_NotSelfBalancing_AsksForNothing() => Assert.Equal(Outcome.Passed, Mode("government-led").Check(null, null).Outcome);

    private static RenewalMode Mode(string key) => TheFive.Item(PolicySections.Modes, TheFive.Taian, key);
}
