using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Candidates;

public sealed class ReconciliationTests(PortalFixture fixture)
{
    [Fact]
    public async Task Reconcile_ThreeAccounts_NamesEveryDifference()
    {
        var county = await fixture.CountyAsync();
        var (same, other, mine) = (await county.EstateAsync("一致小区", households: 40, area: 3000), await county.EstateAsync("差异小区", households: 50, area: 2000), await county.EstateAsync("县增小区"));
        var plan = await county.PlanAsync(2027, same, other, mine);
        await county.FactAsync(mine, "already-renewed", true);
        var clerk = await county.ClerkAsync();
        await LockAsync(clerk, "一致小区\t2\t40\t3000\n差异小区，2，48，2000.5\n外来小区\t1\t10");

        var page = await clerk.GetAsync($"/plans/{plan}/reconciliation");

        Assert.Equal(["一致小区", "差异小区", "县增小区", "外来小区"], page.Rows().Select(row => row[0]));
        Assert.Equal("一致", page.Rows()[0][6]);
        Assert.Equal("户数：县 50、省 48，县多 2 户建筑面积：县 2000、省 2000.5，县少 0.5 ㎡", page.Rows()[1][6].Replace(" 建筑", "建筑", StringComparison.Ordinal));
        Assert.Contains("县计划有，省级锁定计划没有", page.Rows()[2][6], StringComparison.Ordinal);
        Assert.Contains("已开工，但不在省级锁定计划", page.Rows()[2][6], StringComparison.Ordinal);
        Assert.Equal("省级锁定计划有，台账中没有同名小区", page.Rows()[3][6]);
        Assert.Equal(["未知", "未知", "已完工（摸底事实：已完成改造）", "未知"], page.Rows().Select(row => row[5]));
        Assert.Contains(Papers.SheetRows(await clerk.DownloadAsync($"/plans/{plan}/reconciliation/list.xlsx")), row => row.Contains("差异小区") && row.Any(cell => cell.Contains("县多 2 户", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Correct_LockedPlan_IsANewEditionWithItsReason()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("甲小区");
        var clerk = await county.ClerkAsync();
        var first = (await LockAsync(clerk, "甲小区\t2\t40")).Id;

        var refused = await (await clerk.GetAsync("/frozen-plans/new?year=2027")).PressAsync("登记");
        var page = await refused.Fill("更正理由", "省里更正户数").Fill("小区", "甲小区\t2\t41").PressAsync("登记");

        Assert.Equal("该年度已有锁定计划，更正须写明理由。", refused.Wrong("更正理由"));
        Assert.Equal("2027年省级锁定计划（第 2 版）", page.Heading);
        Assert.Contains("更正理由：省里更正户数", page.Text, StringComparison.Ordinal);
        Assert.Equal("40", (await clerk.GetAsync($"/frozen-plans/{first}")).Rows()[0][3]);
    }

    [Fact]
    public async Task Record_SameYearFromTwoPages_SecondIsAskedToLookAgain()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var stale = await clerk.GetAsync("/frozen-plans/new?year=2027");
        await LockAsync(clerk, "甲小区");

        var page = await stale.Fill("文号", "x").Fill("印发日期", "2026-11-01").Fill("小区", "乙小区").PressAsync("登记");

        Assert.Equal(422, page.Status);
        Assert.Contains("现为第 1 版，与您看到的不同", page.Problem, StringComparison.Ordinal);
        Assert.Equal("乙小区", page.Value("小区"));
    }

    [Theory]
    [InlineData("甲小区\t两", "第 1 行看不懂")]
    [InlineData("甲小区\t2\t40\t3000.123", "第 1 行看不懂")]
    [InlineData("甲小区\n\n甲小区\t1", "甲小区写了 2 行。")]
    [InlineData("甲小区\t1\t2\t3\t4\t5", "第 1 行看不懂")]
    public async Task Record_LinesThatCannotBeRead_TellsWhich(string lines, string message)
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();

        var page = await LockAsync(clerk, lines);

        Assert.Equal(422, page.Status);
        Assert.Contains(message, page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Report_AboveThePlan_WantsAReasonAndKeepsTheRate()
    {
        var county = await fixture.CountyAsync();
        var plan = await county.PlanAsync(2027, await county.EstateAsync("甲小区"));
        var clerk = await county.ClerkAsync();
        var form = await clerk.GetAsync($"/plans/{plan}/reconciliation");

        var refused = await form.Choose("指标", "开工").Fill("数据日期", "2026-11-01").Fill("计划数（个小区）", "10").Fill("实际数（个小区）", "11").PressAsync("登记");
        var page = await refused.Fill("超过计划的原因", "年中增补一个").PressAsync("登记");

        Assert.Equal("110%（计划10，实际11）超过计划，请填写原因。", refused.Wrong("超过计划的原因"));
        Assert.Equal("已登记开工率。", page.Notice);
        Assert.Contains("开工率 110%（计划10，实际11）", page.Text, StringComparison.Ordinal);
        Assert.Contains("年中增补一个", page.Text, StringComparison.Ordinal);
    }

    private static async Task<Page> LockAsync(Clerk clerk, string lines) =>
        await (await clerk.GetAsync("/frozen-plans/new?year=2027")).Fill("文号", "鲁建房字〔2027〕1号").Fill("印发日期", "2026-11-01").Fill("小区", lines).PressAsync("登记");
}
