using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Supervision;

/// <summary>县级对比: two counties of one city, under documents of their own.</summary>
public sealed class CityComparisonTests(PortalFixture fixture)
{
    [Fact]
    public async Task Compare_TwoCounties_ShowsWhatTheirDocumentsRuleAndWhatCameOfIt()
    {
        var city = await County.CityAsync(fixture.Portal);
        var first = await County.MakeAsync(fixture.Portal, ["linqu", "weifang", "shandong", "nation"], above: city);
        var second = await County.MakeAsync(fixture.Portal, ["ruicheng", "yuncheng", "shanxi", "nation"], above: city);
        var stranger = await fixture.CountyAsync();
        await first.ApprovedAsync("2026-11-09", 1);
        var clerk = await city.ClerkAsync(Role.City);

        var page = await clerk.GetAsync($"/city-comparison?counties={first.Tenant.Key}&counties={second.Tenant.Key}&counties={stranger.Tenant.Key}&section=consent&different=true");

        Assert.Equal(3, page.Rows("thead").Single().Length);
        Assert.DoesNotContain(stranger.Tenant.Name, page.Text, StringComparison.Ordinal);
        var results = page.Rows();
        var at = Array.IndexOf(page.Rows("thead").Single(), first.Tenant.Name);
        Assert.Equal(("2026-11-15", "未审定"), (results[0][at], results[0][3 - at]));
        Assert.Contains(results, row => row[0] == "开工率（小区）" && row[at] != "未报" && row[3 - at] == "未报");
        // 临朐 asks 80 %, 芮城 nine in ten: said in words, with the document and its clause.
        Assert.Contains("不同", page.Text, StringComparison.Ordinal);
        Assert.Contains("临政办字〔2024〕17号", page.Text, StringComparison.Ordinal);
        Assert.Contains("芮政办发", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Compare_NonsenseInTheAddress_FallsBackToAll()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, above: city);

        var page = await (await city.ClerkAsync(Role.City)).GetAsync("/city-comparison?counties=nobody&section=nonsense");

        Assert.Equal(200, page.Status);
        Assert.Contains(county.Tenant.Name, page.Text, StringComparison.Ordinal);
    }
}
