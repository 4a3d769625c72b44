using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Plans;

public sealed class PlanEditTests(PortalFixture fixture)
{
    [Fact]
    public async Task Edit_Figures_AreSavedAndSummed()
    {
        var (clerk, plan) = await PlanAsync();

        var page = await (await clerk.GetAsync($"/plans/{plan}/edit")).Fill("甲小区 楼栋", "3").Fill("甲小区 户数", "41").Fill("甲小区 建筑面积", "3100.55").Fill("甲小区 投资（万元）", "120.5").Fill("甲小区 改造内容", "道路、雨污分流").Fill("差异说明", "按实有户数调整").PressAsync("保存");

        Assert.Equal("计划已保存。", page.Notice);
        Assert.Equal(["1", "甲小区", "", "3", "41", "3100.55"], page.Rows()[0]);
        Assert.Equal(["", "合计", "", "5", "81", "6100.55"], page.Rows("tfoot").Single());
        Assert.Contains("差异说明：按实有户数调整", page.Text, StringComparison.Ordinal);
        var again = await clerk.GetAsync($"/plans/{plan}/edit");
        Assert.StartsWith("120.5", again.Value("甲小区 投资（万元）"), StringComparison.Ordinal);
        Assert.Equal("道路、雨污分流", again.Value("甲小区 改造内容"));
    }

    [Theory]
    [InlineData("序号", "0", "序号应为 1 至 9999。")]
    [InlineData("序号", "一", "“一”不是有效的值。")]
    [InlineData("年度", "2014", "年度应为 2015 至 2050。")]
    [InlineData("楼栋", "-1", "应为 0 至 100000 的整数。")]
    [InlineData("户数", "1.5", "“1.5”不是有效的值。")]
    [InlineData("建筑面积", "-5", "建筑面积不能为负数。")]
    [InlineData("建筑面积", "1.234", "建筑面积最多两位小数。")]
    [InlineData("投资（万元）", "-1", "投资不能为负数。")]
    [InlineData("投资（万元）", "100000001", "投资过大，请检查单位是否为万元。")]
    [InlineData("投资（万元）", "0.0000001", "投资最多六位小数（精确到分）。")]
    public async Task Edit_WrongCell_TellsWhyInItAndKeepsTheRest(string column, string value, string message)
    {
        var (clerk, plan) = await PlanAsync();

        var page = await (await clerk.GetAsync($"/plans/{plan}/edit")).Fill("乙小区 改造内容", "已经填了很久").Fill("差异说明", "说明").Fill($"甲小区 {column}", value).PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal(message, page.Wrong($"甲小区 {column}"));
        Assert.Equal(value, page.Value($"甲小区 {column}"));
        Assert.Equal("已经填了很久", page.Value("乙小区 改造内容"));
        Assert.Equal("说明", page.Value("差异说明"));
        Assert.DoesNotContain("说明", (await clerk.GetAsync($"/plans/{plan}")).Document.QuerySelectorAll(".small").Select(note => note.TextContent).Where(text => text.Contains("差异", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Edit_ScopeOfTenThousandCharacters_IsRefusedInItsCell()
    {
        var (clerk, plan) = await PlanAsync();

        var page = await (await clerk.GetAsync($"/plans/{plan}/edit")).Fill("甲小区 改造内容", new string('长', 10_000)).PressAsync("保存");

        Assert.Equal("不超过 500 字。", page.Wrong("甲小区 改造内容"));
    }

    [Fact]
    public async Task Edit_AnotherYear_MovesTheEstateIntoThatYearsPlan()
    {
        var (clerk, plan) = await PlanAsync();

        await (await clerk.GetAsync($"/plans/{plan}/edit")).Fill("甲小区 年度", "2028").Fill("乙小区 年度", "2028").PressAsync("保存");

        Assert.Contains("计划中还没有小区", (await clerk.GetAsync($"/plans/{plan}")).Text, StringComparison.Ordinal);
        var moved = await (await clerk.GetAsync("/plans")).FollowAsync("2028年");
        Assert.Equal(["乙小区", "甲小区"], moved.Rows().Select(row => row[1]).Order(StringComparer.Ordinal));
        Assert.Contains("移到其他年度", (await clerk.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_YearWhosePlanIsIssued_IsRefusedAndNothingMoves()
    {
        var (clerk, plan) = await PlanAsync();
        var issued = await clerk.County!.PlanAsync(2026, await clerk.County!.EstateAsync("丙小区"));
        await clerk.County!.StepAsync(issued, "Submitted");
        await clerk.County!.StepAsync(issued, "Issued", 1);

        var page = await (await clerk.GetAsync($"/plans/{plan}/edit")).Fill("甲小区 年度", "2026").Fill("乙小区 户数", "77").PressAsync("保存");

        Assert.Contains("甲小区不能移到2026年：2026年计划已印发。", page.Problem, StringComparison.Ordinal);
        Assert.Equal("77", page.Value("乙小区 户数"));
        Assert.Equal(["40", "40"], (await clerk.GetAsync($"/plans/{plan}")).Rows().Select(row => row[4]));
    }

    [Fact]
    public async Task Edit_Removed_GoesBackToTheRegistry()
    {
        var (clerk, plan) = await PlanAsync();

        var page = await (await clerk.GetAsync($"/plans/{plan}/edit")).Tick("移出 甲小区").PressAsync("保存");

        Assert.Equal(["乙小区"], page.Rows().Select(row => row[1]));
        Assert.True((await clerk.GetAsync($"/plans/{plan}/entries/new")).CanTick("列入 甲小区"));
    }

    [Fact]
    public async Task Edit_SavedBySomeoneElseMeanwhile_IsToldAndTheSecondSaveWins()
    {
        var (clerk, plan) = await PlanAsync();
        var other = await clerk.County!.ClerkAsync();
        var open = await clerk.GetAsync($"/plans/{plan}/edit");
        await (await other.GetAsync($"/plans/{plan}/edit")).Fill("甲小区 户数", "60").PressAsync("保存");

        var page = await open.Fill("甲小区 户数", "55").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Contains("他人已修改此计划", page.Problem, StringComparison.Ordinal);
        Assert.Equal("55", page.Value("甲小区 户数"));
        Assert.Equal("60", (await other.GetAsync($"/plans/{plan}")).Rows()[0][4]);
        Assert.Equal("55", (await page.PressAsync("保存")).Rows()[0][4]);
    }

    [Fact]
    public async Task Edit_ReturnedEntryOfSomeoneElse_DoesNotComeBack()
    {
        var (clerk, plan) = await PlanAsync();
        var other = await clerk.County!.ClerkAsync();
        var open = await clerk.GetAsync($"/plans/{plan}/edit");
        await (await other.GetAsync($"/plans/{plan}/edit")).Tick("移出 甲小区").PressAsync("保存");

        var page = await open.Fill("乙小区 户数", "55").PressAsync("保存");
        Assert.Contains("（已被他人移出）", page.Text, StringComparison.Ordinal);

        Assert.Equal([["1", "乙小区", "", "2", "55", "3000"]], (await page.PressAsync("保存")).Rows());
    }

    private async Task<(Clerk Clerk, Guid Plan)> PlanAsync()
    {
        var county = await fixture.CountyAsync();
        var plan = await county.PlanAsync(2027, await county.EstateAsync("甲小区"), await county.EstateAsync("乙小区"));
        return (await county.ClerkAsync(), plan);
    }
}
