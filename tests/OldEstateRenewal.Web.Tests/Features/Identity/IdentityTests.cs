using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Identity;

public sealed class IdentityTests(PortalFixture fixture)
{
    [Fact]
    public async Task Alias_Recorded_IsShownFoundAndTakenAway()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync($"/estates/{estate}/identity")).Fill("另一名称", "供销社家属院").Choose("种类", "曾用名").Fill("说明", "1998年房改前").PressAsync("登记名称");

        Assert.Equal("已登记供销社家属院。", page.Notice);
        Assert.Equal("供销社家属院1998年房改前", page.Rows()[0][0].Replace(" ", "", StringComparison.Ordinal));
        Assert.Contains("供销社家属院（曾用名）", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);
        foreach (var q in new[] { "供销社", "gxs", "GXSJSY" }) Assert.Equal("红旗小区", Assert.Single((await clerk.GetAsync($"/estates?q={Uri.EscapeDataString(q)}")).Rows())[0]);

        var gone = await page.PressAsync("去掉");
        Assert.Contains("没有登记", gone.Text, StringComparison.Ordinal);
        Assert.Equal(["去掉其他名称", "登记其他名称"], (await clerk.GetAsync("/changes")).Rows().Select(row => row[3]));
    }

    [Fact]
    public async Task Alias_TwiceOrTheOwnName_IsRefusedBesideTheField()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var clerk = await county.ClerkAsync();
        var page = await (await clerk.GetAsync($"/estates/{estate}/identity")).Fill("另一名称", "供销社家属院").PressAsync("登记名称");

        var twice = await page.Fill("另一名称", "供销社家属院").PressAsync("登记名称");
        Assert.Equal((422, "该名称已登记。", "供销社家属院"), (twice.Status, twice.Wrong("另一名称"), twice.Value("另一名称")));
        Assert.Equal("与小区现名相同。", (await twice.Fill("另一名称", "红旗小区").PressAsync("登记名称")).Wrong("另一名称"));
        Assert.Equal("请填写名称。", (await twice.Fill("另一名称", " ").PressAsync("登记名称")).Wrong("另一名称"));
    }

    [Fact]
    public async Task Rename_KeepsTheFormerNameAndFindsByIt()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var clerk = await county.ClerkAsync();

        await (await clerk.GetAsync($"/estates/{estate}/edit")).Fill("小区名称", "新苑小区").PressAsync("保存");

        Assert.Contains("红旗小区（曾用名）", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);
        Assert.Equal("新苑小区", Assert.Single((await clerk.GetAsync("/estates?q=红旗")).Rows())[0]);
        var back = await (await clerk.GetAsync($"/estates/{estate}/edit")).Fill("小区名称", "红旗小区").PressAsync("保存");
        Assert.Equal("已保存红旗小区。", back.Notice);
        Assert.Equal(200, (await (await clerk.GetAsync($"/estates/{estate}/edit")).Fill("小区名称", "新苑小区").PressAsync("保存")).Status);
    }

    [Fact]
    public async Task Fields_CommunitySiteAreaFormerUnit_AreKeptAndShown()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").Fill("社区", "兴隆社区").Fill("占地面积（㎡）", "5200.5").Fill("原产权单位", "县供销社").PressAsync("保存");

        foreach (var text in new[] { "兴隆社区", "5200.50 ㎡", "县供销社" }) Assert.Contains(text.Replace(".50", ".5", StringComparison.Ordinal), page.Text.Replace(".50", ".5", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("占地面积最多两位小数。", (await (await clerk.GetAsync($"/estates/{page.Id}/edit")).Fill("占地面积（㎡）", "1.234").PressAsync("保存")).Wrong("占地面积（㎡）"));
    }

    [Fact]
    public async Task Neighbour_Recorded_IsShownOnBothAndAsProofOfTheFact()
    {
        var county = await fixture.CountyAsync(["jingyuan", "baiyin", "gansu", "nation"]);
        var (one, other) = (await county.EstateAsync("甲小区", "城关街道"), await county.EstateAsync("乙小区", "城关街道"));
        var clerk = await county.ClerkAsync();

        var wrong = await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("相邻小区名称", "丙小区").Fill("相邻情况", "一墙之隔").PressAsync("登记相邻");
        Assert.Contains("台账中没有这个名称", wrong.Wrong("相邻小区名称"), StringComparison.Ordinal);
        var page = await wrong.Fill("相邻小区名称", "乙小区").PressAsync("登记相邻");

        Assert.Equal("已登记与乙小区相邻。", page.Notice);
        Assert.Contains("甲小区", (await clerk.GetAsync($"/estates/{other}/identity")).Text, StringComparison.Ordinal);
        Assert.Contains("有记录，未登记 与乙小区相邻（一墙之隔", (await clerk.GetAsync($"/estates/{one}")).Text, StringComparison.Ordinal);
        Assert.Equal("该", (await page.Fill("相邻小区名称", "乙小区").Fill("相邻情况", "又").PressAsync("登记相邻")).Wrong("相邻小区名称") is "已登记为相邻小区。" ? "该" : "");
    }

    [Fact]
    public async Task StreetClerk_OwnEstatesOnly_AndNoMerging()
    {
        var county = await fixture.CountyAsync();
        var (mine, theirs) = (await county.EstateAsync("城关小区", "城关街道"), await county.EstateAsync("东城小区", "东城街道"));
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");

        Assert.Equal(200, (await (await clerk.GetAsync($"/estates/{mine}/identity")).Fill("另一名称", "老院").PressAsync("登记名称")).Status);
        foreach (var path in new[] { $"/estates/{theirs}/identity", $"/estates/{theirs}/works" }) Assert.Equal(404, (await clerk.GetAsync(path)).Status);
        foreach (var path in new[] { $"/estates/{theirs}/aliases", $"/estates/{theirs}/works", $"/estates/{theirs}/adjacencies" }) Assert.Equal(404, (await clerk.ForgeAsync(path, ("Name", "x"), ("Neighbour", "x"), ("Reason", "x"), ("Programme", "Residents"), ("Year", "2015"))).Status);
        Assert.Equal(422, (await clerk.ForgeAsync($"/estates/{mine}/adjacencies", ("Neighbour", "东城小区"), ("Reason", "x"))).Status);
        Assert.Equal(403, (await clerk.GetAsync($"/estates/{mine}/mergers/new")).Status);
        Assert.Equal(403, (await clerk.ForgeAsync($"/estates/{mine}/voiding", ("reason", "x"))).Status);
    }

    [Fact]
    public async Task Sql_StreetClerk_ReadsAndWritesNothingOfAnotherStreet()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        var theirs = await county.EstateAsync("东城小区", "东城街道");
        var sql = fixture.Portal.Sql;
        var (own, other) = (county.Scope with { StreetId = county.Street("城关街道") }, county.Scope with { StreetId = county.Street("东城街道") });
        foreach (var table in new[] { "estate_aliases", "estate_successions", "building_moves", "estate_adjacencies", "earlier_works", "twin_decisions" })
        {
            Assert.Equal(1, await sql.AskAppAsync<long>(own, $"select count(*) from portal.{table}"));
            Assert.Equal(0, await sql.AskAppAsync<long>(other, $"select count(*) from portal.{table}"));
        }

        var (first, second) = filled.Estate.CompareTo(theirs) < 0 ? (filled.Estate, theirs) : (theirs, filled.Estate);
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(own, $"insert into portal.estate_adjacencies (tenant_id, id, first_id, second_id, reason, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{first}', '{second}', 'x', 'x', now())"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(own, $"insert into portal.earlier_works (tenant_id, id, estate_id, programme, year, has_central_money, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{theirs}', 'Residents', 2015, false, 'x', now())"));
        foreach (var table in new[] { "estate_successions", "building_moves", "earlier_works", "twin_decisions" })
        {
            Assert.Equal(Sql.Refused, await sql.RefusalAsync(county.Scope, $"update portal.{table} set tenant_id = tenant_id"));
            Assert.Equal(Sql.Refused, await sql.RefusalAsync(county.Scope, $"delete from portal.{table}"));
        }
    }

    [Fact]
    public async Task City_ReadsNamesOriginWorksAndTwins_AndWritesNothing()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, null, null, OldEstateRenewal.Domain.Policies.PolicyLevel.County, city);
        var filled = await county.FillAsync();
        var person = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(person, Role.City);
        var clerk = Clerk.Of(person, county);
        await clerk.SignInAsync(County.Password);

        var identity = await clerk.GetAsync($"/estates/{filled.Estate}/identity");
        Assert.Contains("金丝雀院", identity.Text, StringComparison.Ordinal);
        Assert.Contains("金丝雀旧小区", identity.Text, StringComparison.Ordinal);
        Assert.False(identity.HasButton("登记名称"));
        Assert.Contains("居民自筹改造", (await clerk.GetAsync($"/estates/{filled.Estate}/works")).Text, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.GetAsync("/twins")).Status);
        Assert.Equal(403, (await clerk.ForgeAsync($"/estates/{filled.Estate}/aliases", ("Name", "x"))).Status);
        Assert.Equal(403, (await clerk.GetAsync("/estates/dwellings.xlsx")).Status);
    }
}
