using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Sites;

/// <summary>The gates that the site answers for, tried too early and in time.</summary>
public sealed class SiteGateTests(PortalFixture fixture)
{
    [Fact]
    public async Task Parties_ContractorAndSupervisor_OpenTheTender()
    {
        var stage = await SiteStage.MakeAsync(fixture, started: false);

        Assert.Contains("施工、监理单位已登记：尚未登记施工单位、监理单位", await TriedAsync(stage, "tender"), StringComparison.Ordinal);
        await stage.PartyAsync("Contractor", "甲建筑公司");
        Assert.Contains("施工、监理单位已登记：尚未登记监理单位", await TriedAsync(stage, "tender"), StringComparison.Ordinal);
        await stage.PartyAsync("Supervisor", "乙监理公司");

        Assert.DoesNotContain("施工、监理单位已登记", await TriedAsync(stage, "tender"), StringComparison.Ordinal);
        Assert.Contains("施工单位：甲建筑公司；监理单位：乙监理公司", (await stage.Clerk.GetAsync($"/projects/{stage.Project}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Works_AllFinishedAndNothingSevereOpen_OpenTheirStage()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        Assert.Contains("尚未登记施工内容", await TriedAsync(stage, "works"), StringComparison.Ordinal);
        var (wall, roof) = (await stage.ItemAsync("外墙"), await stage.ItemAsync("屋面"));
        await stage.ReportAsync(wall, 100, "2026-11-01", "2026-11-01");
        await stage.ReportAsync(roof, 99, "2026-11-01");
        await stage.FindAsync("墙体开裂", "Severe");

        var tried = await TriedAsync(stage, "works");
        Assert.Contains("2 项中 1 项未完工：屋面；严重问题 1 个未销号", tried, StringComparison.Ordinal);
        await stage.ReportAsync(roof, 100, "2026-11-02", "2026-11-02");
        Assert.Contains("改造内容全部完工：严重问题 1 个未销号", await TriedAsync(stage, "works"), StringComparison.Ordinal);
        await CloseAsync(stage);

        var page = await stage.Clerk.ForgeAsync($"/projects/{stage.Project}/stages/works/completion", ("On", "2026-11-20"));
        Assert.Equal("已登记完成。", page.Notice);
    }

    private static async Task<string> TriedAsync(SiteStage stage, string name) => (await stage.Clerk.ForgeAsync($"/projects/{stage.Project}/stages/{name}/completion", ("On", "2026-11-20"))).Problem;

    private static async Task CloseAsync(SiteStage stage)
    {
        var problem = await stage.County.Portal.Sql.AskAppAsync<Guid>(stage.County.Scope, "select id from portal.site_problems");
        await stage.Clerk.ForgeAsync($"{stage.Site}/problems/{problem}/steps", ("Kind", "Solved"), ("On", "2026-11-02"), ("Text", "已加固"));
        await (await stage.County.ClerkAsync()).ForgeAsync($"{stage.Site}/problems/{problem}/steps", ("Kind", "Passed"), ("On", "2026-11-03"), ("Text", "复查合格"));
    }
}
