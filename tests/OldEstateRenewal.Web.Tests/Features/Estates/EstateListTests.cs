using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Estates;

public sealed class EstateListTests(PortalFixture fixture)
{
    [Fact]
    public async Task List_Empty_SaysWhatToDo() =>
        Assert.Contains("先登记小区", (await (await (await fixture.CountyAsync()).ClerkAsync()).GetAsync("/estates")).Text, StringComparison.Ordinal);

    [Fact]
    public async Task List_MoreThanFifty_ComesInPagesWithoutLossOrRepetition()
    {
        var county = await fixture.CountyAsync();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.estates (tenant_id, id, name, built_years, building_count, household_count, floor_area, is_demonstration, version)
            select '{county.Id}', gen_random_uuid(), '小区' || lpad(i::text, 3, '0'), array[1990 + i % 3], 1, 10, 100.25, false, 0 from generate_series(1, 120) i
            """);
        var clerk = await county.ClerkAsync();

        foreach (var start in new[] { "/estates", "/estates?sort=Built&down=True", "/estates?sort=Households", "/estates?sort=Area&down=true" })
        {
            var names = new List<string>();
            var page = await clerk.GetAsync(start);
            Assert.Equal("共 120 个小区，120 栋，1200 户，12030 ㎡", page.Caption);
            names.AddRange(page.Rows().Select(row => row[0]));
            Assert.Equal(50, names.Count);
            while (page.HasLink("下一页"))
            {
                page = await page.FollowAsync("下一页");
                names.AddRange(page.Rows().Select(row => row[0]));
            }

            Assert.Equal(120, names.Distinct().Count());
            Assert.Equal(120, names.Count);
            Assert.Contains("第 3 页，共 3 页", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task List_Headings_SortUpAndDown()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("乙小区", households: 10, area: 500);
        await county.EstateAsync("甲小区", households: 30, area: 100);
        await county.EstateAsync("丙小区", households: 20, area: 300);
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync("/estates?sort=Households");
        Assert.Equal(["乙小区", "丙小区", "甲小区"], page.Rows().Select(row => row[0]));
        var down = await page.FollowAsync("户数（户） ↑");
        Assert.Equal(["甲小区", "丙小区", "乙小区"], down.Rows().Select(row => row[0]));
        Assert.Equal(["丙小区", "甲小区", "乙小区"], (await clerk.GetAsync("/estates")).Rows().Select(row => row[0]));
    }

    [Theory]
    [InlineData("红旗", "红旗小区,红旗二村")]
    [InlineData("红旗 二村", "红旗二村")]
    [InlineData("民主路", "东风小区")]
    [InlineData("%", "")]
    [InlineData("_", "")]
    [InlineData("'", "")]
    [InlineData("没有", "")]
    public async Task Search_Words_FindsNamesAndAddresses(string words, string found)
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区");
        await county.EstateAsync("红旗二村");
        var id = await county.EstateAsync("东风小区");
        await county.Portal.Sql.AppAsync(county.Scope, $"update portal.estates set address = '民主路 5 号' where id = '{id}'");
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync("/estates")).Fill("名称或坐落", words).PressAsync("查找");

        Assert.Equal(found.Split(',', StringSplitOptions.RemoveEmptyEntries).Order(), page.Rows().Select(row => row[0]).Order());
        Assert.Equal(words, page.Value("名称或坐落"));
        if (found.Length == 0) Assert.Contains("没有符合条件的小区", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filter_Street_ShowsItsEstatesAndTheirSum()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("甲小区", "城关街道", households: 7);
        await county.EstateAsync("乙小区", "东城街道", households: 9);
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync("/estates")).Choose("街道（乡镇）", "东城街道").PressAsync("查找");

        Assert.Equal(["乙小区"], page.Rows().Select(row => row[0]));
        Assert.Equal("共 1 个小区，2 栋，9 户，3000 ㎡。查看全部", page.Caption);
        Assert.Equal("东城街道", page.Value("街道（乡镇）"));
    }

    [Fact]
    public async Task Page_BeyondTheLast_StaysUsable()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("甲小区");

        Assert.Equal(200, (await (await county.ClerkAsync()).GetAsync("/estates?page=999")).Status);
    }
}
