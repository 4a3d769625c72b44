using System.Globalization;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Features.Demonstration;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Demonstration;

/// <summary>The five documents' tables, loaded by the product and read back on paper.</summary>
public sealed class DemonstrationTests(PortalFixture fixture)
{
    [Fact]
    public async Task Linqu_Plan2024_IsThePrintedAnnex()
    {
        var clerk = await SignInAsync("bureau@linqu", "linqu");
        var page = await (await clerk.OpenAsync("/linqu/plans")).FollowAsync("2024年");
        var rows = page.Rows();

        Assert.Equal("2024年临朐县城镇老旧小区改造计划", page.Heading);
        Assert.Equal(Annex("linqu-2024").Select((row, i) => Line($"{i + 1}", row.Estate, row.Street, row.Buildings, row.Households, row.Area)), rows.Select(row => string.Join('|', row)));
        Assert.Equal(["1", "电力局北家属院", "城关街道", "4", "160", "25200.72"], rows[0]);
        Assert.Equal(["2", "电力局南家属院", "城关街道", "4", "149", "12820.54"], rows[1]);
        Assert.Equal(["16", "沂山转播台家属院", "东城街道", "3", "68", "7742"], rows[15]);
        Assert.Equal(["", "合计", "", "41", "1216", "138479.32"], page.Rows("tfoot").Single());
        await PapersSayTheSameAsync(clerk, page, $"/linqu/plans/{page.Id}/document");
    }

    [Fact]
    public async Task Ruicheng_Programme_HasItsThirtyRowsInOrder()
    {
        var clerk = await SignInAsync("bureau@ruicheng", "ruicheng");
        Assert.True((await clerk.OpenAsync("/ruicheng/plans")).HasLink("总表 PDF"));

        var sheet = Papers.SheetRows(await BytesAsync(clerk, "/ruicheng/plans/programme.xlsx"));
        var rows = sheet.SkipWhile(row => row[0] != "年份").Skip(1).TakeWhile(row => row[0].StartsWith("20", StringComparison.Ordinal)).ToList();

        Assert.Equal(30, rows.Count);
        Assert.Equal(Annex("ruicheng-2021-2025").Select(row => Line($"{row.Year}", row.Estate, row.Address, string.Join('、', row.BuiltYears), row.Buildings, row.Households, row.Area)), rows.Select(row => string.Join('|', row)));
        Assert.Equal("2021|原卷烟厂小区|华泰北路|1994|2|60|4541.27", string.Join('|', rows[0]));
        Assert.Equal("2025|审计局住宅楼|永乐北路东侧|1995|1|16|1175.76", string.Join('|', rows[29]));
        var pdf = await Papers.PdfTextAsync(await BytesAsync(clerk, "/ruicheng/plans/programme.pdf"));
        Assert.All(rows, row => Assert.Contains(row[6], pdf, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Jingyuan_Plan2023_CountsTheUnlistedAndPrintsTheDocumentsTotals()
    {
        var clerk = await SignInAsync("bureau@jingyuan", "jingyuan");
        var page = await (await clerk.OpenAsync("/jingyuan/plans")).FollowAsync("2023年");

        Assert.Equal(4, page.Rows().Count);
        foreach (var text in new[] { "房产局家属楼", "中医院2号家属楼", "饮食服务公司2#家属楼", "其余 43 个小区（文件未逐项列明）", "170", "6157", "75.07" }) Assert.Contains(text, page.Text, StringComparison.Ordinal);
        var pdf = await Papers.PdfTextAsync(await BytesAsync(clerk, $"/jingyuan/plans/{page.Id}/document.pdf"));
        Assert.Contains("43", pdf, StringComparison.Ordinal);
        Assert.Contains("6157", pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Households_Generated_AddUpToThePrintedFigures()
    {
        var portal = await fixture.DemonstrationAsync();

        Assert.Equal(0, await portal.Sql.AskAdministratorAsync<long>("""
            select count(*) from portal.estates e left join lateral (
              select count(distinct b.id) as buildings, count(d.id) filter (where d.kind = 'Dwelling') as households, coalesce(sum(coalesce(d.registered_area, d.measured_area, d.contract_area)), 0) as area
              from portal.buildings b left join portal.dwellings d on d.tenant_id = b.tenant_id and d.building_id = b.id where b.tenant_id = e.tenant_id and b.estate_id = e.id) made on true
            where e.building_count > 0 and (made.buildings, made.households, made.area) is distinct from (e.building_count::bigint, e.household_count::bigint, e.floor_area)
            """));
        Assert.Equal(0, await portal.Sql.AskAdministratorAsync<long>("select count(*) from portal.dwellings d where not exists (select from portal.ownerships o where o.tenant_id = d.tenant_id and o.dwelling_id = d.id)"));
        Assert.Equal("41/1216/138479.32", await portal.Sql.AskAdministratorAsync<string>("select sum(building_count) || '/' || sum(household_count) || '/' || sum(floor_area) from portal.estates join portal.tenants t on t.id = tenant_id where t.key = 'linqu'"));
    }

    [Fact]
    public async Task Households_OfInventedEstates_ShowTheVarietyOnceAndPrintedOnesDoNot()
    {
        var portal = await fixture.DemonstrationAsync();
        const string variety = "select t.key || ':' || count(*) filter (where d.kind = 'Shop') || ':' || count(*) filter (where d.span = 2) || ':' || count(*) filter (where d.holding in ('Unsold', 'SoldUndelivered')) as line from portal.tenants t join portal.dwellings d on d.tenant_id = t.id group by t.key";

        Assert.Equal("donge:3:1:3,linqu:0:0:0,ruicheng:0:0:0,xintai:3:1:3", await portal.Sql.AskAdministratorAsync<string>($"select string_agg(line, ',' order by line) from ({variety}) lines"));
        var clerk = await SignInAsync("bureau@xintai", "xintai");
        var estate = await (await clerk.OpenAsync("/xintai/estates?q=演示一号")).FollowAsync("演示一号小区");
        Assert.Contains("姓名、电话相同", (await estate.FollowAsync("楼栋和住户")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Load_Twice_MakesTheSame()
    {
        const string digest = """
            select md5(string_agg(line, '|' order by line)) from (
              select t.key || e.name || b.name || d.entrance || d.storey || d.room || d.registered_area || o.name as line from portal.tenants t join portal.estates e on e.tenant_id = t.id join portal.buildings b on b.tenant_id = t.id and b.estate_id = e.id
              join portal.dwellings d on d.tenant_id = t.id and d.building_id = b.id join portal.ownerships s on s.tenant_id = t.id and s.dwelling_id = d.id join portal.owners o on o.tenant_id = t.id and o.id = s.owner_id) lines
            """;
        var first = await fixture.DemonstrationAsync();
        await using var second = await fixture.LoadDemonstrationAsync();

        Assert.Equal(await first.Sql.AskAdministratorAsync<string>(digest), await second.Sql.AskAdministratorAsync<string>(digest));
    }

    [Fact]
    public async Task Accounts_All_SignInAndSeeTheirFirstPage()
    {
        foreach (var account in DemonstrationTenants.Accounts)
        {
            var clerk = await SignInAsync(account.UserName, account.Tenant);
            var page = await clerk.OpenAsync("/");
            Assert.Equal(200, page.Status);
            Assert.StartsWith($"/{account.Tenant}", page.Address, StringComparison.Ordinal);
        }
    }

    private static async Task PapersSayTheSameAsync(Clerk clerk, Page page, string address)
    {
        var sheet = Papers.SheetRows(await BytesAsync(clerk, address + ".xlsx")).Select(row => string.Join('|', row)).ToList();
        Assert.All(page.Rows(), row => Assert.Contains(string.Join('|', row), sheet));
        Assert.Contains(string.Join('|', page.Rows("tfoot").Single()), sheet);
        var pdf = (await Papers.PdfTextAsync(await BytesAsync(clerk, address + ".pdf"))).Split('\n').Select(line => string.Join('|', line.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToList();
        Assert.All(page.Rows(), row => Assert.Contains(string.Join('|', row), pdf));
    }

    private async Task<Clerk> SignInAsync(string userName, string tenant)
    {
        var portal = await fixture.DemonstrationAsync();
        var clerk = Clerk.Of(new Person(portal, Guid.Empty, userName, userName));
        Assert.NotEqual("/sign-in", (await clerk.SignInAsync(County.Password)).Address);
        Assert.NotEmpty(tenant);
        return clerk;
    }

    private static async Task<byte[]> BytesAsync(Clerk clerk, string address)
    {
        using var response = await clerk.SendAsync(HttpMethod.Get, address);
        Assert.Equal(200, (int)response.StatusCode);
        return await response.Content.ReadAsByteArrayAsync();
    }

    private static List<OldEstateRenewal.Domain.Planning.PlanRow> Annex(string key) => PolicyBook.Shipped.Document(key)!.Items(PolicySections.Annexes).Cast<OldEstateRenewal.Domain.Planning.PlanAnnex>().SelectMany(annex => annex.Rows).ToList();

    private static string Line(params object?[] cells) => string.Join('|', cells.Select(cell => cell is Area area ? area.SquareMetres.ToString("0.##", CultureInfo.InvariantCulture) : Convert.ToString(cell, CultureInfo.InvariantCulture)));
}
