using OldEstateRenewal.Web.Features.Search;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Search;

public sealed class SearchTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("国土局")]
    [InlineData("国土")]
    [InlineData("gtj")]
    [InlineData("GTJZZL")]
    [InlineData("永乐北路")]
    [InlineData("国土 永乐")]
    [InlineData("ｇｔｊ")]
    public async Task Estate_ByNameInitialsOrPlace_IsFound(string typed)
    {
        var (county, clerk) = await StockAsync();

        var page = await FindAsync(clerk, typed);

        Assert.Equal("国土局住宅楼", Assert.Single(Hits(page, "小区")));
        Assert.EndsWith("/search", page.Address, StringComparison.Ordinal);
        Assert.NotNull(county);
    }

    [Theory]
    [InlineData("jhjsy", "文化路建行家属院")]
    [InlineData("建设银行家属楼", "文化路建行家属院（建设银行家属楼）")]
    [InlineData("jsyhjsl", "文化路建行家属院（建设银行家属楼）")]
    public async Task Estate_ByInitialsWithinAndByAlias_IsFoundAndTheAliasNamed(string typed, string found)
    {
        var (_, clerk) = await StockAsync();

        Assert.Contains(found, string.Concat(Hits(await FindAsync(clerk, typed), "小区", whole: true)).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Estate_MergedSince_LeadsToItsSuccessor()
    {
        var county = await fixture.CountyAsync();
        await county.FillAsync();

        var page = await FindAsync(await county.ClerkAsync(), "金丝雀旧小区");

        Assert.Contains(Hits(page, "小区", whole: true), hit => hit.Contains("已并入", StringComparison.Ordinal) && hit.Contains("金丝雀小区", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("1-1-201")]
    [InlineData("1号楼1单元201")]
    [InlineData("国土局 1-201")]
    [InlineData("国土局 201")]
    [InlineData("gtj 1-1-201")]
    public async Task Dwelling_ByItsPlace_IsFound(string typed)
    {
        var (_, clerk) = await StockAsync();

        Assert.Contains("国土局住宅楼 1号楼 1单元201", Hits(await FindAsync(clerk, typed), "户"));
        Assert.Empty(Hits(await FindAsync(clerk, "2-1-201"), "户"));
    }

    [Fact]
    public async Task Building_WithItsEstate_IsFound()
    {
        var (_, clerk) = await StockAsync();

        Assert.Equal("国土局住宅楼 1号楼", Assert.Single(Hits(await FindAsync(clerk, "国土局 1号楼"), "楼栋")));
    }

    [Theory]
    [InlineData("王甲乙")]
    [InlineData("王甲")]
    [InlineData("王")]
    [InlineData("wjy")]
    [InlineData("13812345678")]
    [InlineData("110101199003070011")]
    public async Task Owner_ByNameInitialsOrFullNumber_IsFoundMasked(string typed)
    {
        var (county, clerk) = await StockAsync();

        var page = await FindAsync(clerk, typed);

        Assert.Equal("王*", Assert.Single(Hits(page, "业主")));
        Assert.Contains("国土局住宅楼 1号楼 1单元201", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("甲乙", page.Document.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        foreach (var role in new[] { Role.Leader }) Assert.Empty(Hits(await FindAsync(await county.ClerkAsync(role), typed), "业主"));
        Assert.Empty(Hits(await FindAsync(await county.ClerkAsync(Role.Street, "东城街道"), typed), "业主"));
        Assert.Equal("王*", Assert.Single(Hits(await FindAsync(await county.ClerkAsync(Role.Street, "城关街道"), typed), "业主")));
    }

    [Theory]
    [InlineData("甲乙")]
    [InlineData("1381234567")]
    [InlineData("王甲丙")]
    [InlineData("%")]
    [InlineData("_")]
    public async Task Owner_ByWhatIsNoBeginning_IsNotFound(string typed)
    {
        var (_, clerk) = await StockAsync();

        Assert.Empty(Hits(await FindAsync(clerk, typed), "业主"));
    }

    [Fact]
    public async Task Leader_SeesNoDwellings()
    {
        var (county, _) = await StockAsync();

        Assert.Empty(Hits(await FindAsync(await county.ClerkAsync(Role.Leader), "1-1-201"), "户"));
    }

    [Fact]
    public async Task OtherCounty_IsNeverFound()
    {
        var (_, _) = await StockAsync();
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();

        foreach (var typed in new[] { "国土局", "gtj", "王甲乙", "1-1-201" }) Assert.Contains("没有找到", (await FindAsync(clerk, typed)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Htmx_AsksForAPiece_AndGetsNoLayout()
    {
        var (county, clerk) = await StockAsync();
        var token = (await clerk.GetAsync("/search")).Token!;
        using var request = new HttpRequestMessage(HttpMethod.Post, county.Home + "/search") { Content = new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("find", "gtj")]) };
        request.Content.Headers.Add("HX-Request", "true");
        using var response = await clerk.SendAsync(HttpMethod.Post, county.Home + "/search", request.Content);

        Assert.Equal(200, (int)response.StatusCode);
        Assert.Contains("国土局住宅楼", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3-1-201", "3", 1, "201")]
    [InlineData("3号楼1单元201室", "3", 1, "201")]
    [InlineData("1-1502", null, 1, "1502")]
    [InlineData("201", null, null, "201")]
    public void Words_OfARoom_AreUnderstood(string typed, string? building, int? entrance, string room) => Assert.Equal(new RoomWords(building, entrance, room), SearchWords.Of(typed).Room);

    [Theory]
    [InlineData("3号楼")]
    [InlineData("建行2")]
    [InlineData("12")]
    [InlineData("a-b-c")]
    [InlineData("")]
    public void Words_OfNoRoom_AreNames(string typed) => Assert.Null(SearchWords.Of(typed).Room);

    private static async Task<Page> FindAsync(Clerk clerk, string typed) => await (await clerk.GetAsync("/search")).Fill("搜索小区台账", typed).PressAsync("搜索");

    private static List<string> Hits(Page page, string section, bool whole = false) => page.Document.QuerySelectorAll($"main section[aria-label={section}] li")
        .Select(li => string.Join(' ', (whole ? li.TextContent : li.QuerySelector("a")!.TextContent).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))).ToList();

    private async Task<(County County, Clerk Clerk)> StockAsync()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("国土局住宅楼", "城关街道");
        await county.BuildingAsync(estate);
        var bank = await county.EstateAsync("文化路建行家属院", "东城街道");
        await county.BuildingAsync(bank, "李丙丁");
        var personal = (PersonalData)fixture.Portal.Services.GetService(typeof(PersonalData))!;
        string Hex(PersonalField field, string text) => Convert.ToHexString(personal.Mark(county.Id, field, text)!);
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            update portal.estates set address = '永乐北路东侧' where id = '{estate}';
            update portal.owners set phone_mark = '\x{Hex(PersonalField.Phone, "13812345678")}', id_number_mark = '\x{Hex(PersonalField.IdNumber, "110101199003070011")}' where name = '王甲乙';
            insert into portal.estate_aliases (tenant_id, id, estate_id, name, kind, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{bank}', '建设银行家属楼', 'Alias', '试验', now())
            """);
        return (county, await county.ClerkAsync());
    }
}
