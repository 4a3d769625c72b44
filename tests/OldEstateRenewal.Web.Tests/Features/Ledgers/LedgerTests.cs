using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Collecting;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ledgers;

/// <summary>The ledger as it is read.</summary>
public sealed class LedgerTests(PortalFixture fixture)
{
    [Fact]
    public async Task Ledger_Filtered_ShowsEntriesAndTheirBalance()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        await stage.PayAsync("101", "现金", "1000");
        await stage.PayAsync("201", "转账", "300", "2026-10-31");
        var finance = await stage.County.ClerkAsync(Role.Finance);

        var page = await (await (await finance.GetAsync()).FollowAsync("资金")).FollowAsync("账簿");
        Assert.Equal("资金", page.Document.QuerySelector("nav[aria-label=主导航] [aria-current=page]")?.TextContent);
        Assert.Equal(["记〔2026〕3号", "2026-10-31", "收款"], page.Rows()[0][..3]);
        Assert.Equal(["收款专户", "300.00", ""], page.Rows()[0][5..]);
        Assert.Equal(["应收业主款", "", "300.00"], page.Rows()[1]);
        Assert.Contains("借贷发生额各 4,900.00 元", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("101", page.Text, StringComparison.Ordinal);
        var filtered = await page.Choose("种类", "收款").Fill("月份", "2026-11").Choose("小区", "红旗小区").Choose("项目", "红旗小区改造").PressAsync("筛选");
        Assert.Equal(2, filtered.Rows().Count);
        Assert.Contains("1 笔", filtered.Text, StringComparison.Ordinal);
        var balance = await page.FollowAsync("试算平衡");
        Assert.Equal(["应收业主款", "3,600.00", "1,300.00", "2,300.00", ""], balance.Rows()[0]);
        Assert.Contains("借贷平衡", balance.Text, StringComparison.Ordinal);
        Assert.Equal(["合计", "4,900.00", "4,900.00", "3,600.00", "3,600.00"], balance.Rows("tfoot")[0]);
        Assert.Contains(Papers.SheetRows(await finance.DownloadAsync("/ledger/trial-balance.xlsx")), row => row.Contains("收款专户") && row.Contains("300"));
        Assert.Contains(Papers.SheetRows(await finance.DownloadAsync("/ledger/entries.xlsx?month=2026-10")), row => row.Contains("记〔2026〕3号") && row.Contains("300"));
        Assert.Contains("试算平衡表", await Papers.PdfTextAsync(await finance.DownloadAsync("/ledger/trial-balance.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ledger_OfOthers_IsNotRead()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, null, null, Domain.Policies.PolicyLevel.County, city);
        var official = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(official, Role.City);
        var stage = await CollectingStage.MakeAsync(fixture);
        var street = await stage.County.ClerkAsync(Role.Street, "东城街道");

        foreach (var path in new[] { "/ledger", "/ledger/trial-balance", "/ledger/entries.xlsx" }) Assert.Equal(404, (await (await official.SignInAsync(county)).GetAsync(path)).Status);
        Assert.False((await (await official.SignInAsync(county)).GetAsync("/funding")).HasLink("账簿"));
        Assert.Contains("没有账目", (await street.GetAsync("/ledger")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await street.GetAsync($"/ledger?estate={stage.Estate}")).Status);
        Assert.Equal(404, (await street.GetAsync($"/ledger?project={stage.Project}")).Status);
    }
}
