using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Tests.Planning;

public sealed class LeftoverLandRuleTests
{
    private static readonly LeftoverLandRule Taian = TheFive.Item(PolicySections.LeftoverLand, TheFive.Taian, "scattered");

    [Fact]
    public void InMu_2000SquareMetres_IsExactlyThree() => Assert.Equal((Fraction)3, LeftoverLandRule.InMu(Area.FromSquareMetres(2000)));

    [Theory]
    [InlineData("1999.99", "20000", Outcome.Passed)]
    [InlineData("2000", "20000", Outcome.Failed)]
    [InlineData("1000", "10000", Outcome.Passed)]
    [InlineData("1000.01", "10000", Outcome.Failed)]
    [InlineData("1", "0", Outcome.Failed)]
    public void Check_OnePlot_IsLessThanThreeMuAndAtMostATenth(string plot, string whole, Outcome expected) => Assert.Equal(expected, Taian.Check([Metres(plot)], Metres(whole)).Outcome);

    [Fact]
    public void Check_SmallPlotsTogetherTooLarge_OnlyTheSumFails()
    {
        var reason = Taian.Check([Metres("800"), Metres("800")], Metres("10000"));
        Assert.Equal([Outcome.Passed, Outcome.Passed, Outcome.Failed], reason.Parts.Select(part => part.Outcome));
    }

    [Fact]
    public void Citation_Says_ThatItBelongsToAnotherDocument() => Assert.Contains("低效用地再开发文件", Taian.Citation.Note, StringComparison.Ordinal);

    [Fact]
    public void Decide_AfterTheDocumentsEnd_CarriesTheWarning()
    {
        var decision = TheFive.View(TheFive.Taian, "2026-11-21").Find(PolicySections.LeftoverLand, "scattered")!.Decide(rule => rule.Check([Metres("1000")], Metres("20000")));
        Assert.Equal((Outcome.Passed, "依据已于2025-08-31失效"), (decision.Outcome, decision.Warning));
    }

    [Fact]
    public void Check_NoPlots_Passes() => Assert.Equal(Outcome.Passed, Taian.Check([], Area.Zero).Outcome);

    private static Area Metres(string text) => Area.TryParse(text, out var area) ? area : throw new FormatException(text);
}
