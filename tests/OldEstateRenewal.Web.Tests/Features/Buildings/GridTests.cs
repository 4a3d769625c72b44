using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Buildings;

/// <summary>The 楼盘表 as a sheet to type into.</summary>
public sealed class GridTests(PortalFixture fixture)
{
    [Fact]
    public async Task Save_SomeCells_WritesOnlyThese()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", 80), new Home("102", 81));
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync($"/buildings/{building}/grid/edit?first=RegisteredArea&second=Occupancy")).Fill("1单元 102 登记面积（㎡）", "82.35").PressAsync("保存");

        Assert.Equal("已保存 1 处改动。", page.Notice);
        Assert.Equal("101:80.00:0,102:82.35:1", await county.AskAsync("select string_agg(room || ':' || registered_area || ':' || version, ',' order by room) from portal.dwellings"));
        Assert.Equal("""红旗小区 1号楼 1单元 102 {"RegisteredArea":["81","82.35"]}""", await county.AskAsync("select subject || ' ' || changes from portal.audit_entries where kind = 'DwellingEdited'"));
    }

    [Fact]
    public async Task Save_WrongCell_SavesNothingAndKeepsEverything()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", 80), new Home("102", 81));
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync($"/buildings/{building}/grid/edit")).Fill("1单元 101 登记面积（㎡）", "83").Fill("1单元 102 登记面积（㎡）", "八十").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal("83", page.Value("1单元 101 登记面积（㎡）"));
        Assert.Equal("八十", page.Value("1单元 102 登记面积（㎡）"));
        Assert.Contains("面积应大于 0", page.Wrong("1单元 102 登记面积（㎡）"), StringComparison.Ordinal);
        Assert.Contains("1单元 102 登记面积（㎡）：面积应大于 0", page.Problem, StringComparison.Ordinal);
        Assert.Equal("80.00,81.00", await AreasAsync(county));
        Assert.Equal("已保存 2 处改动。", (await page.Fill("1单元 102 登记面积（㎡）", "84").PressAsync("保存")).Notice);
        Assert.Equal("83.00,84.00", await AreasAsync(county));
    }

    [Fact]
    public async Task Save_CellChangedByAnother_IsShownAndNothingIsSaved()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", 80), new Home("102", 81), new Home("103", 82));
        var (one, two) = (await county.ClerkAsync(), await county.ClerkAsync());
        var (first, second) = (await one.GetAsync($"/buildings/{building}/grid/edit"), await two.GetAsync($"/buildings/{building}/grid/edit"));
        await first.Fill("1单元 101 登记面积（㎡）", "90").Fill("1单元 103 登记面积（㎡）", "92").PressAsync("保存");

        var page = await second.Fill("1单元 101 登记面积（㎡）", "70").Fill("1单元 102 登记面积（㎡）", "71").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal("70", page.Value("1单元 101 登记面积（㎡）"));
        Assert.Contains("现值：90", page.Beside("1单元 101 登记面积（㎡）"), StringComparison.Ordinal);
        Assert.Equal("71", page.Value("1单元 102 登记面积（㎡）"));
        Assert.Equal("92", page.Value("1单元 103 登记面积（㎡）"));
        Assert.Equal("90.00,81.00,92.00", await AreasAsync(county));
        Assert.Equal("已保存 2 处改动。", (await page.PressAsync("保存")).Notice);
        Assert.Equal("70.00,71.00,92.00", await AreasAsync(county));
    }

    [Fact]
    public async Task Save_AnotherFieldOfTheRowChanged_IsNoConflict()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", 80));
        var (one, two) = (await county.ClerkAsync(), await county.ClerkAsync());
        var (areas, risers) = (await one.GetAsync($"/buildings/{building}/grid/edit"), await two.GetAsync($"/buildings/{building}/grid/edit?first=Riser"));
        await risers.Fill("1单元 101 立管", "A").PressAsync("保存");

        Assert.Equal("已保存 1 处改动。", (await areas.Fill("1单元 101 登记面积（㎡）", "90").PressAsync("保存")).Notice);
        Assert.Equal("A 90.00", await county.AskAsync("select riser || ' ' || registered_area from portal.dwellings"));
    }

    [Fact]
    public async Task Save_DwellingRemovedMeanwhile_SaysWhatWasTypedForIt()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", 80), new Home("102", 81));
        var page = await (await county.ClerkAsync()).GetAsync($"/buildings/{building}/grid/edit");
        await fixture.Portal.Sql.AppAsync(county.Scope, "update portal.dwellings set removed_on = '2026-11-20', version = version + 1 where room = '101'");

        var refused = await page.Fill("1单元 101 登记面积（㎡）", "77.77").Fill("1单元 102 登记面积（㎡）", "82").PressAsync("保存");

        Assert.Equal(422, refused.Status);
        Assert.Contains("77.77", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("已保存 1 处改动。", (await refused.PressAsync("保存")).Notice);
    }

    [Fact]
    public async Task Save_OwnersNames_SupersedesAndKeepsBoth()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", 80, Owners: ["王甲", "李乙"]));
        var clerk = await county.ClerkAsync();
        var grid = await clerk.GetAsync($"/buildings/{building}/grid/edit?first=Owners");
        Assert.Contains(grid.Value("1单元 101 业主姓名"), new[] { "王甲、李乙", "李乙、王甲" });

        await grid.Fill("1单元 101 业主姓名", "王甲、赵丙").PressAsync("保存");
        var page = await clerk.GetAsync($"/dwellings/{await county.DwellingAsync("101")}");

        Assert.Equal("李乙:Correction:t,王甲::f,赵丙::f", await county.AskAsync("select string_agg(o.name || ':' || coalesce(s.ending, '') || ':' || left((s.until_on is not null)::text, 1), ',' order by o.name collate \"C\") from portal.ownerships s join portal.owners o on o.id = s.owner_id"));
        Assert.Contains("更正（原录入有误）", page.Text, StringComparison.Ordinal);
        Assert.Contains(clerk.Person!.DisplayName, page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("赵丙", await county.AskAsync("select string_agg(subject, ' ') from portal.audit_entries"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_FormerUnitTypedInManyCells_IsOneOwner()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync(new Home("101", Holding: "FormerEmployer"), new Home("102", Holding: "FormerEmployer"), new Home("103"), new Home("104"));
        var grid = await (await county.ClerkAsync()).GetAsync($"/buildings/{building}/grid/edit?first=Owners");

        await grid.Fill("1单元 101 业主姓名", "棉纺厂").Fill("1单元 102 业主姓名", "棉纺厂").Fill("1单元 103 业主姓名", "王伟").Fill("1单元 104 业主姓名", "王伟").PressAsync("保存");

        Assert.Equal("棉纺厂:Organisation:1,王伟:Person:2", await county.AskAsync("select string_agg(line, ',' order by line collate \"C\") from (select name || ':' || kind || ':' || count(*) as line from portal.owners group by name, kind) lines"));
    }

    [Fact]
    public async Task Save_FourHundredDwellings_GoesThrough()
    {
        var county = await fixture.CountyAsync();
        var (_, building) = await county.WithAsync([.. Enumerable.Range(0, 400).Select(i => new Home($"{i / 20 + 1}{i % 20 + 1:00}", 80, Owners: [$"业{i}"]) { Storey = i / 20 + 1, Position = i % 20 + 1 })]);
        // As after an import: the planner knows of the load.
        await fixture.Portal.Sql.AdministratorAsync("analyze portal.dwellings, portal.ownerships, portal.owners");
        var page = await (await county.ClerkAsync()).GetAsync($"/buildings/{building}/grid/edit?first=RegisteredArea&second=Owners");
        for (var i = 0; i < 400; i++) page.Fill($"1单元 {i / 20 + 1}{i % 20 + 1:00} 登记面积（㎡）", $"{60 + i}.25");

        Assert.Equal("已保存 400 处改动。", (await page.PressAsync("保存")).Notice);
        Assert.True(page.Html.Length < 400_000, $"{page.Html.Length}");
    }

    private static Task<string?> AreasAsync(County county) => county.AskAsync("select string_agg(registered_area::text, ',' order by room) from portal.dwellings");
}
