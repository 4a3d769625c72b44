using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Imports;

/// <summary>What an import may never do to the heads of a vote, to other streets, or to the rest of its file.</summary>
public sealed class ImportHeadsTests(PortalFixture fixture)
{
    private const string NewOwner = "小区名称,楼栋,单元,室号,业主,取得日期\n红旗小区,1号楼,1,201,赵四,2020-05-06\n";

    private Task<T?> AskAsync<T>(County county, string query) => fixture.Portal.Sql.AskAppAsync<T>(county.Scope, query);

    [Fact]
    public async Task Commit_SameChangeOfOwnersReadTwice_IsRefusedTheSecondTime()
    {
        var county = await fixture.CountyAsync();
        await county.BuildingAsync(await county.EstateAsync("红旗小区", "城关街道"));
        var clerk = await county.ClerkAsync();
        var (first, second) = (await clerk.ImportAsync("Dwellings", NewOwner), await clerk.ImportAsync("Dwellings", NewOwner));

        await first.CommitAsync(clerk);
        second = await second.CommitAsync(clerk);

        Assert.Contains("已被他人修改", second.Text, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync<long>(county, "select count(*) from portal.ownerships where until_on is null"));
    }

    [Fact]
    public async Task Commit_OwnerEnded_SaysByWhomAndWhy()
    {
        var county = await fixture.CountyAsync();
        await county.BuildingAsync(await county.EstateAsync("红旗小区", "城关街道"));
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.ImportAsync("Dwellings", NewOwner)).CommitAsync(clerk);

        Assert.Equal($"Transfer 导入：表.csv {clerk.Person!.DisplayName}", await AskAsync<string>(county, "select ending || ' ' || ending_remark || ' ' || ended_by from portal.ownerships where ended_at is not null"));
        await page.PressAndWaitAsync(clerk, "撤销本次导入");
        Assert.Equal(0, await AskAsync<long>(county, "select count(*) from portal.ownerships where ending is not null or ended_by is not null or ended_at is not null"));
    }

    [Theory]
    [InlineData("国土局", "原产权单位", "Organisation")]
    [InlineData("县一中", "原产权单位", "Organisation")]
    [InlineData("公路段", "", "Organisation")]
    [InlineData("宏图房产", "未售", "Developer")]
    public async Task Commit_UnitWithManyFlats_IsOneOwner(string owner, string holding, string kind)
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var rows = Enumerable.Range(1, 20).Select(i => $"红旗小区,1号楼,1,{(i + 1) / 2}0{i % 2 + 1},60,{owner},{holding}");

        await (await clerk.ImportAsync("Dwellings", "小区名称,楼栋,单元,室号,建筑面积,业主,权属状态\n" + string.Join('\n', rows) + "\n")).CommitAsync(clerk);

        Assert.Equal($"{owner} {kind} 20", await AskAsync<string>(county, "select string_agg(p.name || ' ' || p.kind || ' ' || (select count(*) from portal.ownerships o where o.owner_id = p.id), '|') from portal.owners p"));
    }

    [Fact]
    public async Task Commit_FirstRowRefused_MakesTheEstateWithTheNext()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ImportAsync("Dwellings", "小区名称,楼栋,单元,室号,业主,身份证号\n红旗小区,,1,101,王一,\n红旗小区,1号楼,1,102,李二,\n红旗小区,1号楼,1,201,张三,\n");
        page = await page.Tick("先不导入这 1 行不能导入的").CommitAsync(clerk);

        Assert.Equal("已导入", page.State());
        Assert.Equal("1 1 2", await AskAsync<string>(county, "select (select count(*) from portal.estates) || ' ' || (select count(*) from portal.buildings) || ' ' || (select count(*) from portal.dwellings)"));
    }

    [Fact]
    public async Task Undo_EstateGoneToAnotherStreet_IsTheBureausOnly()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var (bureau, street) = (await county.ClerkAsync(), await county.ClerkAsync(Role.Street, "城关街道"));
        var page = await (await street.ImportAsync("Dwellings", "小区名称,楼栋,单元,室号,业主\n红旗小区,1号楼,1,101,王一\n")).CommitAsync(street);
        await county.Portal.Sql.AppAsync(county.Scope, $"update portal.estates set street_id = '{county.Street("东城街道")}' where id = '{estate}'");

        page = await page.PressAndWaitAsync(street, "撤销本次导入");

        Assert.Contains("不能由您撤销", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await AskAsync<long>(county, "select count(*) from portal.dwellings"));
        page = await (await bureau.OpenAsync(page.Address)).PressAndWaitAsync(bureau, "撤销本次导入");
        Assert.Equal("已撤销", page.State());
        Assert.Equal(0, await AskAsync<long>(county, "select count(*) from portal.dwellings"));
    }

    [Theory]
    [InlineData("/estates/{estate}/buildings", "Name")]
    [InlineData("/estates/{estate}/surveys", "Surveyors")]
    [InlineData("/estates/{estate}/site-checks", "Bureau")]
    [InlineData("/estates/{estate}/recognitions", "Reason")]
    [InlineData("/estates/{estate}/aliases", "Name")]
    public async Task Post_ToAnEndedEstate_IsNotFound(string path, string field)
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("并入的小区", "城关街道");
        await county.Portal.Sql.AppAsync(county.Scope, $"update portal.estates set ended_on = '2026-01-01' where id = '{estate}'");

        var page = await (await county.ClerkAsync()).ForgeAsync(path.Replace("{estate}", $"{estate}", StringComparison.Ordinal), (field, "试验"));

        Assert.Equal(404, page.Status);
    }
}
