using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Imports;

/// <summary>Imports beside everything else the registry knows: other names, verdicts, what hangs on an estate, who took lists away.</summary>
public sealed class ImportNeighboursTests(PortalFixture fixture)
{
    private const string OneEstate = "小区名称,户数\n红旗小区,48\n";

    private Task<T?> AskAsync<T>(County county, string query) => fixture.Portal.Sql.AskAppAsync<T>(county.Scope, query);

    [Fact]
    public async Task Commit_AnotherBuiltYear_KeepsTheVerdictAndUndoKeepsTheNext()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道", built: 1995);
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.ImportAsync("Estates", "小区名称,建成年份\n红旗小区,2015\n")).CommitAsync(clerk);

        var first = await AskAsync<long>(county, $"select count(*) from portal.verdict_records where cause = '导入台账' and caused_by = '{clerk.Person!.DisplayName}'");
        Assert.True(first > 0, page.Text);
        Assert.Equal(0, await AskAsync<long>(county, "select count(*) from portal.verdict_records where cause <> '导入台账'"));
        await page.PressAndWaitAsync(clerk, "撤销本次导入");
        Assert.True(await AskAsync<long>(county, "select count(*) from portal.verdict_records where cause = '撤销导入'") > 0);
        Assert.Equal(first, await AskAsync<long>(county, "select count(*) from portal.verdict_records where cause = '导入台账'"));
    }

    [Theory]
    [InlineData("Alias")]
    [InlineData("FormerName")]
    public async Task Match_OtherNameOfOneEstate_IsThatEstate(string kind)
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", households: 40);
        await AliasAsync(county, estate, "机械厂大院", kind);
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Estates", "小区名称,户数\n机械厂 大院,48\n");

        Assert.Equal("有变化", page.Lines().Single()[2]);
        await page.CommitAsync(clerk);
        Assert.Equal("红旗小区 48", await AskAsync<string>(county, "select name || ' ' || household_count from portal.estates"));
    }

    [Fact]
    public async Task Match_OtherNameOfTwoEstates_IsAsked()
    {
        var county = await fixture.CountyAsync();
        await AliasAsync(county, await county.EstateAsync("红旗小区"), "机械厂大院", "Alias");
        await AliasAsync(county, await county.EstateAsync("红星小区"), "机械厂大院", "Alias");

        var page = await (await county.ClerkAsync()).ImportAsync("Estates", "小区名称,户数\n机械厂大院,48\n");

        Assert.Equal("须确认", page.Lines().Single()[2]);
        Assert.Contains("就是台账中的“红旗小区”", page.Text, StringComparison.Ordinal);
        Assert.Contains("就是台账中的“红星小区”", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Match_NameOfAMergedEstate_LeadsToItsSuccessorWhenThePersonSaysSo()
    {
        var county = await fixture.CountyAsync();
        var (red, _) = (await county.EstateAsync("红旗小区", households: 40), await county.EstateAsync("机械厂大院"));
        var clerk = await county.ClerkAsync();
        await (await clerk.GetAsync($"/estates/{red}/mergers/new")).Tick("并入 机械厂大院").Fill("合并理由", "连片管理").PressAsync("合并");

        var page = await clerk.ImportAsync("Estates", "小区名称,户数\n机械厂大院,48\n");
        Assert.Equal("须确认", page.Lines().Single()[2]);
        page = await page.Choose("文件中的“机械厂大院”已并入台账中的其他小区", "已并入“红旗小区”，按“红旗小区”导入").PressAndWaitAsync(clerk, "确认小区");

        Assert.Equal("有变化", page.Lines().Single()[2]);
        await page.CommitAsync(clerk);
        Assert.Equal(48, await AskAsync<int>(county, "select household_count from portal.estates where name = '红旗小区'"));
    }

    [Theory]
    [InlineData("surveys", "已有摸底调查")]
    [InlineData("site_checks", "已有现场审核")]
    [InlineData("recognition_requests", "已申请例外认定")]
    [InlineData("attachments", "已上传附件")]
    [InlineData("earlier_works", "已登记既往改造")]
    [InlineData("estate_aliases", "已登记其他名称")]
    public async Task Undo_SomethingHangsOnTheEstate_IsRefusedWithTheReason(string table, string reason)
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var page = await (await clerk.ImportAsync("Estates", OneEstate)).CommitAsync(clerk);
        await county.KeepAsync(await AskAsync<Guid>(county, "select id from portal.estates"), table, Guid.CreateVersion7());

        page = await page.PressAndWaitAsync(clerk, "撤销本次导入");

        Assert.Equal("已导入", page.State());
        Assert.Contains(reason, page.Problem, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync<long>(county, "select count(*) from portal.estates"));
    }

    [Fact]
    public async Task Changes_OfAnImport_LeadToIt()
    {
        var clerk = await (await fixture.CountyAsync()).ClerkAsync();
        var import = await clerk.ImportAsync("Estates", OneEstate);

        var page = await (await clerk.GetAsync("/changes")).FollowAsync("小区：表.csv");

        Assert.Equal(import.Address, page.Address);
    }

    [Fact]
    public async Task Lists_OfHouseholds_TakenAway_AreWrittenDown()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        await county.BuildingAsync(estate);
        var clerk = await county.ClerkAsync();

        await clerk.DownloadAsync("/imports/templates/dwellings.xlsx");
        await clerk.DownloadAsync($"/imports/templates/dwellings.xlsx?estate={estate}");
        await clerk.DownloadAsync($"/estates/{estate}/dwellings.xlsx");
        await clerk.DownloadAsync("/estates/dwellings.xlsx");

        var rows = (await clerk.GetAsync("/changes")).Rows();
        Assert.All(rows, row => Assert.Equal("导出住户名单", row[3]));
        Assert.Equal(["全部小区住户表（姓名隐去）", "红旗小区住户表（姓名隐去）", "红旗小区房屋与业主导入模板（含姓名）"], rows.Select(row => row[4]));
    }

    [Fact]
    public async Task Correct_ToBlank_LeavesWhatTheRegistryHas()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道", households: 40);
        var clerk = await county.ClerkAsync();
        var page = await clerk.ImportAsync("Estates", "小区名称,户数,建筑面积\n红旗小区,四十多,3100\n");
        Assert.Equal("不能导入", page.Lines().Single()[2]);

        page = await page.Tick("B2 清空").PressAndWaitAsync(clerk, "保存更正和处理，重新核对");

        Assert.Equal("有变化", page.Lines().Single()[2]);
        await page.CommitAsync(clerk);
        Assert.Equal("40 3100.00", await AskAsync<string>(county, "select household_count || ' ' || floor_area from portal.estates"));
    }

    private static Task<int> AliasAsync(County county, Guid estate, string name, string kind) => county.Portal.Sql.AppAsync(county.Scope,
        $"insert into portal.estate_aliases (tenant_id, id, estate_id, name, kind, recorded_by, recorded_at) values ('{county.Id}', gen_random_uuid(), '{estate}', '{name}', '{kind}', '试验', now())");
}
