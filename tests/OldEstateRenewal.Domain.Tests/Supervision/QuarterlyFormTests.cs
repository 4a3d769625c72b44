using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class QuarterlyFormTests
{
    private static readonly FormRow Linqu = Row("临朐县", "estates=16/16 households=1216/1216 startedEstates=16 startedHouseholds=1216 pipesGas=1.5/1.25", "estates=16 households=1216");

    private static readonly FormRow Jingyuan = Row("靖远县", "estates=46/46 households=6157/6157 startedEstates=40 startedHouseholds=5000", "estates=46 households=6157");

    [Fact]
    public void Findings_RowsAndTotalThatAgree_AreNone() =>
        Assert.Equal("", Words(new([Linqu, Jingyuan], Figures.Of("estates=62/62 households=7373/7373 startedEstates=56 startedHouseholds=6216 pipesGas=1.5/1.25"))));

    [Fact]
    public void Findings_APercentageInTheTotalRow_IsNotASum() => Assert.Equal("", Words(new([Row("临朐县", "worksProgress=50", ""), Row("靖远县", "worksProgress=70", "")], Figures.Of("worksProgress=62.5"))));

    [Fact]
    public void Findings_NoTotalRow_AreNone() => Assert.Equal("", Words(new([Linqu, Jingyuan], null)));

    [Fact]
    public void Findings_TotalsThatDoNotAgree_SayByHowMuch() => Assert.Equal(
        "合计：合计户数（7372 户）与各行之和（7373 户）不一致，少 1 户。|合计：合计开工小区数（57 个）与各行之和（56 个）不一致，多 1 个。|合计：合计开工户数未填，各行之和为 6216 户。"
        + "|合计：合计改造燃气管线（2.5 公里）与各行之和（1.25 公里）不一致，多 1.25 公里。其中靖远县未报。|合计：合计加装电梯（3 部），各行均未填。",
        Words(new([Linqu, Jingyuan], Figures.Of("estates=62/62 households=7373/7372 startedEstates=57 pipesGas=1.5/2.5 elevators=3"))));

    [Fact]
    public void Findings_PlanOtherThanTheLockedOne_IsAnError() => Assert.Equal(
        "临朐县：小区数（16 个）大于计划小区数（15 个），请说明。|临朐县：开工小区数（16 个）大于计划小区数（15 个），请说明。|临朐县：计划小区数（15 个）与省级锁定计划（16 个）不一致。|临朐县：计划户数未填，省级锁定计划为 1216 户。",
        Words(new([Row("临朐县", "estates=15/16 startedEstates=16", "estates=16 households=1216")], null)));

    [Fact]
    public void Findings_TheSameRowTwice_IsAnError() => Assert.Equal("临朐县：“临朐县”重复。", Words(new([Linqu, Linqu], null)));

    [Fact]
    public void Findings_AFigureThatFellSinceLastQuarter_NeedsAReason()
    {
        var findings = new QuarterlyForm([Linqu], null).Findings(new Dictionary<string, IReadOnlyDictionary<string, FigurePair>> { ["临朐县"] = Figures.Of("pipesGas=1.5/1.3") });

        Assert.Equal("改造燃气管线为累计数，由上期 1.3 公里降为 1.25 公里，请说明。", Assert.Single(findings).Finding.Text);
    }

    [Fact]
    public void Findings_TheSumsAsTotal_AlwaysAgree() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(300), Prop.ForAll(Gen.Choose(0, 100_000).ListOf(12).ToArbitrary(), numbers =>
    {
        var rows = numbers.Chunk(3).Select((chunk, index) => Row($"{index}", FormattableString.Invariant($"paid={chunk[0] / 100m} pipesGas={chunk[1] / 1000m} parking={chunk[2]}"), "")).ToList();
        var form = new QuarterlyForm(rows, null);
        var total = form.Sums.Figures;
        var off = new Dictionary<string, FigurePair>(total) { ["paid"] = new(null, total["paid"].Actual + 0.01m) };
        return Crossed(form with { Total = total }) == 0 && Crossed(form with { Total = off }) == 1 && total["parking"].Actual == numbers.Where((_, index) => index % 3 == 2).Sum();
    }));

    private static int Crossed(QuarterlyForm form) => form.Findings().Count(finding => finding.Row == QuarterlyForm.TotalName);

    private static string Words(QuarterlyForm form) => string.Join("|", form.Findings().Select(finding => $"{finding.Row}：{finding.Finding.Text}"));

    private static FormRow Row(string name, string figures, string frozen) => new(name, Figures.Of(figures), Figures.Of(frozen).ToDictionary(pair => pair.Key, pair => pair.Value.Actual!.Value));
}
