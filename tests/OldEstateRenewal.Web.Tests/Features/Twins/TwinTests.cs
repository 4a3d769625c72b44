using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Twins;

public sealed class TwinTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("ruicheng", "国土局住宅楼 与 建行住宅楼", "建成年份、楼栋、户数、面积完全相同（1栋、16户、1488㎡）。")]
    [InlineData("linqu", "文化路建设银行家属院 与 民主路建行家属院", "“建行”可能是“建设银行”的简称。")]
    public async Task List_OfThePrintedTables_RaisesTheOnePairAndNoOther(string county, string pair, string why)
    {
        var portal = await fixture.DemonstrationAsync();
        var clerk = Clerk.Of(new Person(portal, Guid.Empty, $"bureau@{county}", county));
        await clerk.SignInAsync(County.Password);

        var page = await clerk.OpenAsync($"/{county}/twins");

        var heading = Assert.Single(page.Document.QuerySelectorAll("main h2")).TextContent.Trim();
        var names = pair.Split(" 与 ");
        Assert.Contains(heading, new[] { pair, $"{names[1]} 与 {names[0]}" });
        Assert.Contains(why, page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_Kept_IsNotRaisedAgainUntilFiguresChange()
    {
        var (county, one, clerk) = await PairAsync();
        var page = await clerk.GetAsync("/twins");
        Assert.Equal("请选择判断。", Assert.Single((await page.PressAsync("记下判断")).Document.QuerySelectorAll("[role=alert] li"), li => li.TextContent.Contains("判断", StringComparison.Ordinal)).TextContent.Trim());

        var kept = await DecideAsync(page, "不是同一小区", "现场看过，隔一条路");

        Assert.Contains("不是同一小区", kept.Text, StringComparison.Ordinal);
        Assert.Contains($"{clerk.Person!.DisplayName} 2026-11-21 10:00 判断：不是同一小区。“现场看过，隔一条路”", kept.Text, StringComparison.Ordinal);
        Assert.Contains("没有待判断的疑似重复", (await clerk.GetAsync("/twins")).Text, StringComparison.Ordinal);

        await (await clerk.GetAsync($"/estates/{one}/edit")).Fill("户数（户）", "17").PressAsync("保存");
        Assert.Contains("没有待判断的疑似重复", (await clerk.GetAsync("/twins")).Text, StringComparison.Ordinal);
        await (await clerk.GetAsync($"/estates/{one}/edit")).Fill("户数（户）", "16").Fill("坐落", "别处").PressAsync("保存");
        Assert.Contains("没有待判断的疑似重复", (await clerk.GetAsync("/twins")).Text, StringComparison.Ordinal);

        await county.Portal.Sql.AppAsync(county.Scope, "update portal.estates set floor_area = 1500, version = version + 1");
        await (await clerk.GetAsync($"/estates/{one}/edit")).Fill("备注", "改过面积").PressAsync("保存");
        var again = await clerk.GetAsync("/twins");
        Assert.Contains("曾判断：不是同一小区", again.Text, StringComparison.Ordinal);
        Assert.Contains("1488", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_Same_LeadsToMergingAndThePairIsGone()
    {
        var (_, one, clerk) = await PairAsync();
        var page = await DecideAsync(await clerk.GetAsync("/twins"), "同一小区", "抄重了");
        Assert.Contains("请合并或作废其一", page.Text, StringComparison.Ordinal);

        await (await clerk.GetAsync($"/estates/{one}/identity")).Fill("作废理由", "抄重了").PressAsync("作废");

        Assert.Contains("没有疑似重复的小区", (await clerk.GetAsync("/twins?all=true")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Workbench_OpenPair_IsDue_AndNotOnceDecided()
    {
        var (_, _, clerk) = await PairAsync();
        Assert.Contains("疑似重复登记：建成年份、楼栋、户数、面积完全相同", (await clerk.GetAsync("")).Text, StringComparison.Ordinal);

        await DecideAsync(await clerk.GetAsync("/twins"), "数字有误待核", "待现场核对");

        Assert.DoesNotContain("疑似重复", (await clerk.GetAsync("")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Decision_OnEstatesThatAreNoPair_OrOfAnotherStreet_IsNotFound()
    {
        var (county, one, _) = await PairAsync();
        var far = await county.EstateAsync("远小区", "东城街道", households: 99);
        var clerk = await county.ClerkAsync(Role.Street, "东城街道");

        Assert.Equal(404, (await (await county.ClerkAsync()).ForgeAsync("/twins", ("First", $"{one}"), ("Second", $"{far}"), ("Verdict", "Same"), ("Reason", "x"))).Status);
        Assert.Contains("没有待判断的疑似重复", (await clerk.GetAsync("/twins")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await county.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.twin_decisions"));
    }

    [Fact]
    public async Task File_OfThePairs_CarriesFiguresDecisionAndWho()
    {
        var (_, _, clerk) = await PairAsync();
        await DecideAsync(await clerk.GetAsync("/twins"), "不是同一小区", "隔一条路");

        var rows = Papers.SheetRows(await clerk.DownloadAsync("/twins/list.xlsx?all=true"));

        Assert.Contains(rows, row => row[1] == "甲局住宅楼：1994，1栋，16户，1488㎡" && row[4] == "不是同一小区" && row[5] == "隔一条路");
        Assert.Contains(rows, row => row[0].Contains($"导出人：{clerk.Person!.DisplayName}", StringComparison.Ordinal));
        Assert.DoesNotContain(Papers.SheetRows(await clerk.DownloadAsync("/twins/list.xlsx")), row => row.Length > 4 && row[4] == "不是同一小区");
    }

    private static Task<Page> DecideAsync(Page page, string verdict, string reason) => page.Answer("这两个小区", verdict).Fill("理由", reason).PressAsync("记下判断");

    private async Task<(County County, Guid One, Clerk Clerk)> PairAsync()
    {
        var county = await fixture.CountyAsync();
        var one = await county.EstateAsync("甲局住宅楼", "城关街道", 1994, 1, 16, 1488);
        await county.EstateAsync("乙行住宅楼", "城关街道", 1994, 1, 16, 1488);
        return (county, one, await county.ClerkAsync());
    }
}
