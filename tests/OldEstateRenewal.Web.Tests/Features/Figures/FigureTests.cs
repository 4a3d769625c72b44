using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Figures;

/// <summary>指标构成: from a city's sum to the county, the project, the estate and the record.</summary>
public sealed class FigureTests(PortalFixture fixture)
{
    [Fact]
    public async Task Figure_OfAWeek_LeadsToProjectEstateAndRecord()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        await stage.County.ReachAsync(stage.Project, "start", new DateOnly(2026, 11, 10));
        await stage.SentAsync();

        var figure = await (await stage.Clerk.GetAsync($"/dispatch/{DispatchRows.ThisWeek}")).FollowAsync("开工小区数");

        Assert.Equal("开工小区数 2027年计划", figure.Heading);
        var row = figure.Rows().First();
        Assert.Equal(("甲片区城关街道", "甲小区", "1"), (row[0], row[1], row[3]));
        Assert.Contains("本周第 1 次报送", row[5], StringComparison.Ordinal);
        Assert.Equal("1", figure.Rows("tfoot").Single()[3]);
        Assert.Equal(200, (await figure.FollowAsync("甲小区")).Status);
        Assert.Equal(200, (await figure.FollowAsync("项目环节")).Status);
    }

    [Fact]
    public async Task Figure_OfThePlan_NamesWhatIsInNoProject()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        var other = await stage.County.EstateAsync("乙小区", "城关街道");
        await fixture.Portal.Sql.AdministratorAsync($"""
            alter table portal.plan_entries disable trigger only_in_draft;
            insert into portal.plan_entries (tenant_id, id, plan_id, estate_id, sequence, name, built_years) select tenant_id, gen_random_uuid(), id, '{other}', 9, '乙小区', array[]::int[] from portal.annual_plans where tenant_id = '{stage.County.Id}';
            alter table portal.plan_entries enable trigger only_in_draft
            """);

        var page = await stage.Clerk.GetAsync($"/dispatch/{DispatchRows.ThisWeek}/figures/2027/estates");

        Assert.Contains(page.Rows(), row => row[0] == "已列入计划、未立项的小区" && row[2] == "1");
        Assert.Equal("2", page.Rows("tfoot").Single()[2]);
    }

    [Theory]
    [InlineData("/dispatch/2026-11-16/figures/2027/nonsense")]
    [InlineData("/dispatch/2026-11-16/figures/2031/estates")]
    [InlineData("/dispatch/2026-11-17/figures/2027/estates")]
    [InlineData("/dispatch/2026-11-16/figures/2027/worksProgress")]
    public async Task Figure_Unknown_IsNotThere(string path) => Assert.Equal(404, (await (await DispatchRows.StageAsync(fixture)).Clerk.GetAsync(path)).Status);

    [Fact]
    public async Task Figure_OfACity_AddsItsCountiesAndLeadsIntoThem()
    {
        var city = await County.CityAsync(fixture.Portal);
        var (first, second, stranger) = (await County.MakeAsync(fixture.Portal, above: city), await County.MakeAsync(fixture.Portal, above: city), await fixture.CountyAsync());
        foreach (var (county, factor) in new[] { (first, 1), (second, 5), (stranger, 9) }) await county.ApprovedAsync("2026-11-09", factor);
        var clerk = await city.ClerkAsync(Role.City);

        var page = await (await clerk.GetAsync("/supervision?year=2026")).FollowAsync("小区数");

        // 计划小区数 1000 + factor, 小区数 10 + factor.
        Assert.Equal(["合计", "2006", "26", ""], page.Rows("tfoot").Single());
        Assert.Equal(2, page.Rows().Count);
        Assert.DoesNotContain(stranger.Tenant.Name, page.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.GetAsync("/supervision/figures/2026/nonsense")).Status);
    }
}
