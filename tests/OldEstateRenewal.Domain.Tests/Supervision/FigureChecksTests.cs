using FsCheck;
using FsCheck.Fluent;
using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

public sealed class FigureChecksTests
{
    private const string Linqu = "estates=16/16 households=1216/1216 buildings=41/41 area=138479.32/138479.32 startedEstates=16 startedHouseholds=1216 completedEstates=15 completedHouseholds=1200 "
        + "acceptedEstates=12 worksProgress=97.5 investment=30000000/29000000 received=30000000/20000000 paid=18000000 pipesWater=4.5/4.5 elevators=2/2 openProblems=3 overdueProblems=1 managedEstates=12 reportsDue=4 reportsOnTime=4";

    [Theory]
    [InlineData("startedEstates=17", "NeedsReason 开工小区数（17 个）大于计划小区数（16 个），请说明。")]
    [InlineData("startedHouseholds=1217 completedHouseholds=1200", "NeedsReason 开工户数（1217 户）大于计划户数（1216 户），请说明。")]
    [InlineData("startedEstates=16 startedHouseholds=1200 completedHouseholds=1100", "NeedsReason 开工小区数（16 个）等于计划小区数，开工户数（1200 户）却少于计划户数（1216 户），请说明。")]
    [InlineData("startedEstates=15 completedEstates=14", "NeedsReason 开工小区数（15 个）少于计划小区数（16 个），开工户数（1216 户）却等于计划户数，请说明。")]
    [InlineData("acceptedEstates=16", "Error 竣工验收小区数（16 个）大于完工小区数（15 个）。")]
    [InlineData("completedHouseholds=14", "Error 完工户数（14 户）少于完工小区数（15 个）。")]
    [InlineData("paid=20000000.01", "NeedsReason 已支付资金（20000000.01 元）大于到位资金（20000000.00 元），请说明。")]
    [InlineData("overdueProblems=4", "Error 逾期问题（4 个）大于未解决问题（3 个）。")]
    [InlineData("managedEstates=16", "NeedsReason 落实长效管理小区数（16 个）大于完工小区数（15 个），请说明。")]
    [InlineData("reportsOnTime=5", "Error 按时报送次数（5 次）大于应报送次数（4 次）。")]
    [InlineData("elevators=2/3", "NeedsReason 加装电梯（3 部）大于计划加装电梯（2 部），请说明。")]
    [InlineData("estates=16/17", "NeedsReason 小区数（17 个）大于计划小区数（16 个），请说明。")]
    [InlineData("buildings=15/41", "Error 计划楼栋数（15 栋）少于计划小区数（16 个）。|NeedsReason 楼栋数（41 栋）大于计划楼栋数（15 栋），请说明。")]
    [InlineData("worksProgress=100", "Error 工程形象进度为 100%，完工小区数（15 个）却少于计划小区数（16 个）。")]
    [InlineData("completedEstates=16 completedHouseholds=1216", "Error 计划小区已全部完工（16 个），工程形象进度应为 100%，现为97.5%。")]
    [InlineData("parking=-1", "Error 停车位不能为负数。")]
    [InlineData("parking=1.5/", "Error 计划停车位须为整数。")]
    [InlineData("lifts=1", "Error 没有“lifts”这项指标。")]
    public void Of_OneFigureChanged_SaysWhatIsWrong(string changed, string expected)
    {
        var figures = Figures.Of(Linqu);
        foreach (var (key, pair) in Figures.Of(changed)) figures[key] = pair;

        Assert.Equal(expected, Words(FigureChecks.Of(figures)));
    }

    [Theory]
    [InlineData("startedEstates=4 completedEstates=5", "Error 完工小区数（5 个）大于开工小区数（4 个）。")]
    [InlineData("startedHouseholds=40 completedHouseholds=50", "Error 完工户数（50 户）大于开工户数（40 户）。")]
    [InlineData("startedEstates=0 startedHouseholds=16", "Error 开工小区数为 0，开工户数（16 户）也应为 0。")]
    [InlineData("startedEstates=0 startedHouseholds=0 paid=100 received=/100", "NeedsReason 尚无小区开工，已有已支付资金（100.00 元），请说明。")]
    [InlineData("startedEstates=0 investment=5", "NeedsReason 尚无小区开工，已有完成投资（5.00 元），请说明。")]
    [InlineData("startedEstates=0 pipesGas=0.001", "Error 尚无小区开工，已有改造燃气管线（0.001 公里）。")]
    [InlineData("startedEstates=0 worksProgress=1", "Error 尚无小区开工，已有工程形象进度（1%）。")]
    [InlineData("startedEstates=0 parking=0", "")]
    [InlineData("parking=5", "")]
    [InlineData("estates=16/ completedEstates=16 worksProgress=100", "")]
    [InlineData("estates=16/ completedEstates=17 startedEstates=17 worksProgress=99.99", "NeedsReason 开工小区数（17 个）大于计划小区数（16 个），请说明。|Error 计划小区已全部完工（17 个），工程形象进度应为 100%，现为99.99%。")]
    [InlineData("estates=0/ completedEstates=0 worksProgress=0", "")]
    [InlineData("estates=16/ completedEstates=3", "")]
    [InlineData("", "")]
    public void Of_FewFigures_ComparesOnlyWhatIsKnown(string figures, string expected) => Assert.Equal(expected, Words(FigureChecks.Of(Figures.Of(figures))));

    [Fact]
    public void Of_TheLinquPlanUnderWay_FindsNothing() => Assert.Empty(FigureChecks.Of(Figures.Of(Linqu), Figures.Of(Linqu)));

    [Theory]
    [InlineData("investment=900", "investment=1000", "NeedsReason 完成投资为累计数，由上期 1000.00 元降为 900.00 元，请说明。")]
    [InlineData("openProblems=1", "openProblems=5", "")]
    [InlineData("reportsOnTime=1 reportsDue=1", "reportsOnTime=4 reportsDue=4", "")]
    [InlineData("investment=/", "investment=1000", "")]
    [InlineData("investment=1000", "investment=1000", "")]
    public void Of_TheSecondPeriod_AsksWhyACumulativeFigureFell(string now, string before, string expected) =>
        Assert.Equal(expected, Words(FigureChecks.Of(Figures.Of(now), Figures.Of(before))));

    [Fact]
    public void Of_SeveralFindings_StandInTheOrderOfTheCatalogue()
    {
        var keys = FigureChecks.Of(Figures.Of("overdueProblems=1 openProblems=0 startedEstates=2 completedEstates=3 estates=1/ zzz=1")).Select(finding => finding.Key);

        Assert.Equal(["startedEstates", "completedEstates", "overdueProblems", "zzz"], keys);
    }

    [Fact]
    public void Refuse_WithReasons_LeavesTheErrors()
    {
        var findings = FigureChecks.Of(Figures.Of("estates=10/ startedEstates=11 completedEstates=12 paid=2 received=/1"));

        Assert.Equal(["startedEstates", "completedEstates", "paid"], FigureChecks.Refuse(findings, new Dictionary<string, string>()).Select(finding => finding.Key));
        Assert.Equal(["completedEstates", "paid"], FigureChecks.Refuse(findings, new Dictionary<string, string> { ["startedEstates"] = "增补", ["completedEstates"] = "x", ["paid"] = " " }).Select(finding => finding.Key));
    }

    /// <summary>Whoever starts no more than planned, completes no more than started, and so on, is never asked anything.</summary>
    [Fact]
    public void Of_AnyChainThatOnlyShrinks_HasNoErrorsOfOrder() => Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(
        Gen.Choose(0, 20).ListOf(4).ToArbitrary(), steps =>
        {
            var (plan, started, completed, accepted) = (steps.Sum(), steps[0] + steps[1] + steps[2], steps[0] + steps[1], steps[0]);
            var findings = FigureChecks.Of(Figures.Of($"estates={plan}/{plan} households={plan * 30}/{plan * 30} startedEstates={started} startedHouseholds={started * 30} completedEstates={completed} completedHouseholds={completed * 30} acceptedEstates={accepted}"));
            return findings.Count == 0;
        }));

    private static string Words(IEnumerable<FigureFinding> findings) => string.Join("|", findings.Select(finding => $"{finding.Severity} {finding.Text}"));
}
