using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Supervision;

/// <summary>全市调度: what a city sees of its counties, and what it may say to them.</summary>
public sealed class CityDispatchTests(PortalFixture fixture)
{
    [Fact]
    public async Task Index_ApprovedWeeksOnly_RankedAndAReopenedOneFallsBack()
    {
        var city = await County.CityAsync(fixture.Portal);
        var (first, second) = (await County.MakeAsync(fixture.Portal, above: city), await County.MakeAsync(fixture.Portal, above: city));
        await first.ApprovedAsync("2026-11-02", 1);
        await first.ApprovedAsync("2026-11-09", 5);
        await second.ApprovedAsync("2026-11-09", 900);
        var clerk = await city.ClerkAsync(Role.City);

        var page = await clerk.GetAsync("/supervision?year=2026");
        Assert.Equal(2, page.Rows().Count(row => row[^1] == "2026-11-15"));
        Assert.Equal(second.Tenant.Name, page.Rows()[0][1]);
        await fixture.Portal.Sql.AppAsync(first.Scope, $"insert into portal.week_steps (tenant_id, id, week, kind, reason, by, by_id, at) values ('{first.Id}', gen_random_uuid(), '2026-11-09', 'Reopened', 'x', 'x', gen_random_uuid(), now())");

        Assert.Contains((await clerk.GetAsync("/supervision?year=2026")).Rows(), row => row[1] == first.Tenant.Name && row[^1] == "2026-11-08");
    }

    [Fact]
    public async Task Index_OfAnotherCity_HasNoneOfTheCounties()
    {
        var (city, other) = (await County.CityAsync(fixture.Portal), await County.CityAsync(fixture.Portal));
        var county = await County.MakeAsync(fixture.Portal, above: city);
        await county.ApprovedAsync("2026-11-09", 5);
        var clerk = await other.ClerkAsync(Role.City);

        Assert.DoesNotContain(county.Tenant.Name, (await clerk.GetAsync("/supervision")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.GetAsync($"/supervision/{county.Tenant.Key}")).Status);
    }

    [Fact]
    public async Task Return_AFigure_ReachesItsCountyAloneAndTheAnswerComesBack()
    {
        var city = await County.CityAsync(fixture.Portal);
        var stage = await DispatchRows.StageAsync(fixture, city);
        var neighbour = await DispatchRows.StageAsync(fixture, city);
        await stage.SentAsync("2026-11-09");
        var clerk = await city.ClerkAsync(Role.City);

        var page = await (await clerk.GetAsync($"/supervision/{stage.County.Tenant.Key}?week=2026-11-09")).Choose("指标", "开工小区数").Fill("退回的理由", "与实地不符").PressAsync("退回");

        Assert.Equal("已退回，数字未改动，已告知县级。", page.Notice);
        Assert.Contains("开工小区数：与实地不符", page.Text, StringComparison.Ordinal);
        var county = await stage.Clerk.GetAsync(stage.Sheet("2026-11-09"));
        Assert.Contains($"{city.Tenant.Name} 于 2026-11-21 10:00 退回 开工小区数：与实地不符", county.Text, StringComparison.Ordinal);
        Assert.Equal(0, await neighbour.AskAsync<long>("select count(*) from portal.figure_returns"));
        await county.Fill("数字无误的，写明答复；有误的，在下方更正", "已复核").PressAsync("答复");
        Assert.Contains("已答复", (await clerk.GetAsync($"/supervision/{stage.County.Tenant.Key}?week=2026-11-09")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rule_OfRanking_ChangesThePlacesAndRefusesNonsense()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, above: city);
        await county.ApprovedAsync("2026-11-09", 5);
        var clerk = await city.ClerkAsync(Role.City);
        var form = await clerk.GetAsync("/ranking-rules");
        foreach (var rate in new[] { "开工率（小区）", "完工率（小区）", "投资完成率", "资金支付率", "报送及时率" }) form.Fill($"{rate} 权重", "");

        var refused = await form.PressAsync("保存");
        Assert.Contains("请至少选择一项排名指标。", refused.Problem, StringComparison.Ordinal);
        var saved = await refused.Fill("报送及时率 权重", "100").Fill("依据", "市政府办公室通知").PressAsync("保存");

        Assert.Contains("排名办法已更新", saved.Notice, StringComparison.Ordinal);
        Assert.Contains("名次按排名办法：报送及时率 100", (await clerk.GetAsync("/supervision")).Text, StringComparison.Ordinal);
    }
}
