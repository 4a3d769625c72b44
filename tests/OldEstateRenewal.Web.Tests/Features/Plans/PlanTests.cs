using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Estates;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Plans;

public sealed class PlanTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("", "请填写计划年度。")]
    [InlineData("2014", "计划年度应为 2015 至 2050 的年份。")]
    [InlineData("2051", "计划年度应为 2015 至 2050 的年份。")]
    [InlineData("明年", "“明年”不是有效的值。")]
    public async Task Create_WrongYear_TellsWhyBesideIt(string year, string message)
    {
        var page = await (await (await (await fixture.CountyAsync()).ClerkAsync()).GetAsync("/plans/new")).Fill("计划年度", year).PressAsync("建立");

        Assert.Equal(422, page.Status);
        Assert.Equal(message, page.Wrong("计划年度"));
        Assert.Equal(year, page.Value("计划年度"));
    }

    [Fact]
    public async Task Create_YearThatHasAPlan_IsRefused()
    {
        var county = await fixture.CountyAsync();
        await county.PlanAsync(2027);

        var page = await (await (await county.ClerkAsync()).GetAsync("/plans/new")).Fill("计划年度", "2027").PressAsync("建立");

        Assert.Equal(422, page.Status);
        Assert.Equal("该年度已有计划。", page.Wrong("计划年度"));
    }

    [Fact]
    public async Task Create_New_OffersNextYearAndOpensThePlan()
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();
        var form = await clerk.GetAsync("/plans/new");

        Assert.Equal("2027", form.Value("计划年度"));
        Assert.Contains("计划中还没有小区", (await form.PressAsync("建立")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task AddEstates_Chosen_AreListedWithTheRegistrysFigures()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("甲小区", "城关街道", households: 40, area: 3000.5m);
        await county.EstateAsync("乙小区", "东城街道", households: 60, area: 2000.25m);
        await county.EstateAsync("丙小区");
        await county.PlanAsync(2027);
        var clerk = await county.ClerkAsync();

        var page = await (await (await (await clerk.GetAsync("/plans")).FollowAsync("2027年")).FollowAsync("列入小区")).Tick("列入 甲小区").Tick("列入 乙小区").PressAsync("列入所选小区");

        Assert.Equal("已列入 2 个小区。", page.Notice);
        Assert.Equal([["1", "甲小区", "城关街道", "2", "40", "3000.5"], ["2", "乙小区", "东城街道", "2", "60", "2000.25"]], page.Rows());
        Assert.Equal(["", "合计", "", "4", "100", "5000.75"], page.Rows("tfoot").Single());
        Assert.Equal("2027", (await clerk.GetAsync("/estates")).Rows().Single(row => row[0] == "甲小区")[7]);
    }

    [Fact]
    public async Task AddEstates_NothingChosen_IsRefused()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("甲小区");
        var plan = await county.PlanAsync(2027);

        var page = await (await (await county.ClerkAsync()).GetAsync($"/plans/{plan}/entries/new")).PressAsync("列入所选小区");

        Assert.Equal("请从台账中选择要列入的小区。", page.Problem);
    }

    [Fact]
    public async Task AddEstates_NotEligible_CannotBeTickedAndIsRefusedWithTheReason()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("新建小区", "城关街道", built: 2015);
        var plan = await county.PlanAsync(2027);
        var clerk = await county.ClerkAsync();
        await EligibilityTests.AnswerAllAsync(clerk, estate, "排除情形", "是");

        Assert.False((await clerk.GetAsync($"/plans/{plan}/entries/new")).CanTick("列入 新建小区"));
        var page = await clerk.ForgeAsync($"/plans/{plan}/entries", ("estates", $"{estate}"));

        Assert.Equal(422, page.Status);
        Assert.Matches("新建小区.+（.+）.*，不能列入计划。", page.Problem);
    }

    [Fact]
    public async Task AddEstates_Twice_IsRefusedByName()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("甲小区");
        var plan = await county.PlanAsync(2027, estate);

        var page = await (await county.ClerkAsync()).ForgeAsync($"/plans/{plan}/entries", ("estates", $"{estate}"));

        Assert.Contains("甲小区已在计划中。", page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Registry_ChangedLater_LeavesThePlanAsItWas()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("甲小区", households: 40);
        var plan = await county.PlanAsync(2027, estate);
        var clerk = await county.ClerkAsync(Role.Bureau);

        await (await clerk.GetAsync($"/estates/{estate}/edit")).Fill("户数（户）", "99").PressAsync("保存");

        Assert.Equal("40", (await clerk.GetAsync($"/plans/{plan}")).Rows()[0][4]);
    }
}
