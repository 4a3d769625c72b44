using OldEstateRenewal.Web.Security;
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

    [Fact]
    public async Task Show_OddShapes_StandInTheirPlaces()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(
            new Home("301", 160) { Storey = 3, Position = 1, Span = 2 },
            new Home("201") { Storey = 2, Position = 1 }, new Home("202") { Storey = 2, Position = 2 },
            new Home("102") { Storey = 1, Position = 2 },
            new Home("B101", Kind: "Parking") { Storey = -1, Position = 1 },
            new Home("商1", Kind: "Shop") { Entrance = 0, Position = 1 });

        var page = await (await county.ClerkAsync()).GetAsync($"/buildings/{building}");
        var tables = page.Document.QuerySelectorAll(".entrances table").Select(table => table.QuerySelectorAll("tr").Select(row => string.Join("|", row.QuerySelectorAll("th, td").Select(cell => (cell.QuerySelector("b")?.TextContent ?? (cell.LocalName == "th" ? cell.TextContent : "")) + (cell.GetAttribute("colspan") is "2" ? "×2" : "")))).ToList()).ToList();

        Assert.Equal(["3层|301×2", "2层|201|202", "1层||102", "地下1层|B101|"], tables[0]);
        Assert.Equal(["1层|商1"], tables[1]);
        Assert.Equal(["1单元", "单元外"], page.Document.QuerySelectorAll(".entrances section").Select(section => section.GetAttribute("aria-label")!));
    }

    [Fact]
    public async Task Create_Building_StandsInTheListWithTheDifferences()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道", households: 40, area: 3000);
        var clerk = await county.ClerkAsync();
        var form = await (await clerk.GetAsync($"/estates/{estate}")).FollowAsync("登记楼栋");

        var page = await form.Fill("楼栋名称", "甲楼").Fill("地上层数", "6").Fill("单元数", "2").Fill("户数（户）", "24").Choose("危险房屋鉴定等级", "C 级").PressAsync("保存");
        await county.HomesAsync(page.Id, new Home("101", 80.5m), new Home("102", 79.5m), new Home("商1", 50, "Shop"));

        Assert.Equal("已登记甲楼。", page.Notice);
        Assert.Contains("危房 C 级", (await clerk.GetAsync($"/buildings/{page.Id}")).Text, StringComparison.Ordinal);
        var list = await clerk.GetAsync($"/estates/{estate}/buildings");
        Assert.Equal(["甲楼", "24", "2", "1", "210"], list.Rows()[0]);
        foreach (var text in new[] { "少 38 户", "少 2790 ㎡", "少 1 栋" }) Assert.Contains(text, list.Text, StringComparison.Ordinal);
        Assert.Contains("少 22 户", (await clerk.GetAsync($"/buildings/{page.Id}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("楼栋名称", "", "请填写楼栋名称。")]
    [InlineData("楼栋名称", "1号楼", "此小区已有同名楼栋。")]
    [InlineData("建成年份", "1988", "小区的建成年份为 1995，楼栋的须是其中之一；如小区的有误，请先修改小区。")]
    [InlineData("建筑面积（㎡）", "1.234", "建筑面积最多两位小数。")]
    [InlineData("地上层数", "100", "层数应为 0 至 99 的整数。")]
    public async Task Create_WrongValue_IsRefusedBesideTheFieldAndKept(string field, string value, string message)
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道", built: 1995);
        await county.EmptyBuildingAsync(estate);
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync($"/estates/{estate}/buildings/new")).Fill("楼栋名称", "2号楼").Fill("结构", "砖混").Fill(field, value).PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal(message, page.Wrong(field));
        Assert.Equal("砖混", page.Value("结构"));
    }

    [Fact]
    public async Task Edit_Stale_KeepsWhatWasTypedAndShowsWhatIsThere()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync();
        var (one, two) = (await county.ClerkAsync(), await county.ClerkAsync());
        var (first, second) = (await one.GetAsync($"/buildings/{building}/edit"), await two.GetAsync($"/buildings/{building}/edit"));
        await first.Fill("结构", "框架").PressAsync("保存");

        var page = await second.Fill("结构", "砖混").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal("砖混", page.Value("结构"));
        Assert.Contains("现值：框架", page.Beside("结构"), StringComparison.Ordinal);
        Assert.Equal("已保存1号楼。", (await page.PressAsync("保存")).Notice);
        Assert.Equal("砖混", await county.AskAsync("select structure from portal.buildings"));
    }

    [Fact]
    public async Task Destroy_OnlyWhileNothingHangsOnIt()
    {
        var county = await fixture.CountyAsync();
        var (estate, full) = await county.WithAsync(new Home("101"));
        var empty = await county.EmptyBuildingAsync(estate, "2号楼");
        var clerk = await county.ClerkAsync();

        var kept = await clerk.GetAsync($"/buildings/{full}/edit");
        var forged = await clerk.ForgeAsync($"/buildings/{full}/removal");
        var gone = await (await clerk.GetAsync($"/buildings/{empty}/edit")).PressAsync("删除此楼栋");

        Assert.False(kept.HasButton("删除此楼栋"));
        Assert.Equal(422, forged.Status);
        Assert.Contains("已登记 1 户", forged.Problem, StringComparison.Ordinal);
        Assert.Equal("已删除2号楼。", gone.Notice);
        Assert.Equal(404, (await clerk.GetAsync($"/buildings/{empty}")).Status);
        Assert.Equal("BuildingRemoved", await county.AskAsync("select kind from portal.audit_entries order by sequence desc limit 1"));
    }

    [Fact]
    public async Task Everything_OfAnotherStreet_IsNotFound()
    {
        var county = await fixture.CountyAsync();
        var theirs = await county.EstateAsync("东城小区", "东城街道");
        var building = await county.BuildingAsync(theirs);
        var (dwelling, owner) = (await county.DwellingAsync("201"), await county.OwnerAsync("王甲乙"));
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        foreach (var path in new[] { $"/estates/{theirs}/buildings", $"/buildings/{building}", $"/buildings/{building}/grid/edit", $"/buildings/{building}/sheet.pdf", $"/dwellings/{dwelling}", $"/dwellings/{dwelling}/ownership-changes/new", $"/owners/{owner}" })
            Assert.Equal(404, (await clerk.GetAsync(path)).Status);
        foreach (var path in new[] { $"/estates/{theirs}/buildings", $"/buildings/{building}/batches", $"/buildings/{building}/grid", $"/dwellings/{dwelling}", $"/dwellings/{dwelling}/ownership-changes", $"/owners/{owner}", $"/owners/{owner}/revelations" })
            Assert.Equal(404, (await clerk.ForgeAsync(path, ("Name", "x"), ("Room", "x"), ("Reason", "查看"))).Status);
    }

    [Fact]
    public async Task StreetClerk_OwnStreet_RegistersBuildingDwellingsAndOwners()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("城关小区", "城关街道");
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        var building = await (await clerk.GetAsync($"/estates/{estate}/buildings/new")).Fill("楼栋名称", "1号楼").PressAsync("保存");
        var preview = await (await clerk.GetAsync($"/buildings/{building.Id}/batches/new")).Fill("楼层到", "2").PressAsync("预览");
        await preview.PressAsync("登记这 4 户");
        var saved = await (await clerk.GetAsync($"/buildings/{building.Id}/grid/edit?first=Owners")).Fill("1单元 101 业主姓名", "王甲、李乙").PressAsync("保存");

        Assert.Equal("已保存 1 处改动。", saved.Notice);
        Assert.Equal("李乙、王甲", await county.AskAsync("select string_agg(name, '、' order by name collate \"C\") from portal.owners"));
    }
}
