using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Buildings;

public sealed class BuildingTests(PortalFixture fixture)
{
    [Fact]
    public async Task Show_Building_MasksTheOwnersNames()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        await county.BuildingAsync(estate, "欧阳海棠");

        var page = await (await (await county.ClerkAsync()).GetAsync($"/estates/{estate}")).FollowAsync("1号楼");

        Assert.Equal("1号楼 楼盘表", page.Heading);
        Assert.Contains("201", page.Text, StringComparison.Ordinal);
        Assert.Contains("81.25 ㎡", page.Text, StringComparison.Ordinal);
        Assert.Contains("欧*", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("海棠", page.Html, StringComparison.Ordinal);
    }
}
