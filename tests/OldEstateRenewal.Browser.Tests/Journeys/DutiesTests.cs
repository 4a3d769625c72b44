using Microsoft.Playwright;
using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Journeys;

/// <summary>Each sees what is theirs, and only that.</summary>
public sealed class DutiesTests(Stage stage) : BrowserTest(stage)
{
    [Fact]
    public async Task StreetClerk_InTheRegistry_SeesTheOwnStreetAlone()
    {
        var bureau = await SignedInAsync("bureau@linqu");
        await bureau.OpenEstateAsync("军休所小区");
        var elsewhere = bureau.Page.Url;

        var clerk = await SignedInAsync("chengguan@linqu");
        await clerk.ChooseAsync("小区台账");
        await clerk.SeeAsync("城关街道");
        await Assertions.Expect(clerk.Page.Locator("main")).Not.ToContainTextAsync("东城街道");
        await clerk.SeeNoLinkAsync("登记小区");
        await clerk.SeeNoLinkAsync("年度计划");
        await clerk.SeeNoLinkAsync("军休所小区");
        await clerk.GoAsync(elsewhere);
        await clerk.SeeHeadingAsync("页面不存在");
        await clerk.GoAsync("/linqu/plans");
        await clerk.SeeHeadingAsync("无此权限");
    }

    [Fact]
    public async Task StreetClerk_OnThePhone_RecordsWhatWasFoundAtTheDoor()
    {
        // Printed in the county's annex, which states no year; no other test touches it.
        var clerk = await SignedInAsync("chengguan@linqu", width: 360);
        await clerk.OpenEstateAsync("武装部家属院");
        await clerk.SeeVerdictAsync("待查");
        await clerk.RecordWhatWasMissingAsync();
        await clerk.SeeVerdictAsync("符合");

        var bureau = await SignedInAsync("bureau@linqu");
        await bureau.OpenEstateAsync("武装部家属院");
        await bureau.SeeAsync("城关街道经办");
    }

    [Fact]
    public async Task CityBureau_InACounty_ReadsAndChangesNothing()
    {
        var city = await SignedInAsync("city@taian");
        await city.ChooseAsync("各县（市、区）");
        await city.FollowAsync("新泰市");
        await city.SeeNoLinkAsync("登记小区");
        await city.FollowAsync("演示四号小区");
        await city.SeeHeadingAsync("演示四号小区");
        await city.SeeAsync("已于2025-08-31失效");
        foreach (var link in (string[])["修改", "去登记", "变更记录", "1号楼"]) await city.SeeNoLinkAsync(link);
        await city.ChooseAsync("年度计划");
        await city.SeeNoLinkAsync("编制计划");
    }

    [Fact]
    public async Task Programme_OfRuicheng_IsOnePaperForAllYears()
    {
        var clerk = await SignedInAsync("bureau@ruicheng");
        await clerk.ChooseAsync("年度计划");
        var pdf = await Papers.PdfTextAsync(await clerk.DownloadAsync("总表 PDF"));
        var sheet = await Papers.SheetTextAsync(await clerk.DownloadAsync("总表 Excel"));

        foreach (var estate in (string[])["原卷烟厂小区", "国土局住宅楼", "建行住宅楼"])
        {
            Assert.Contains(estate, pdf, StringComparison.Ordinal);
            Assert.Contains(estate, sheet, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Plan_OfJingyuan_CountsTheEstatesThatAreNotNamed()
    {
        var clerk = await SignedInAsync("bureau@jingyuan");
        await clerk.OpenPlanAsync("2023年");
        await clerk.SeeAsync("其余 43 个小区（文件未逐项列明）");
        await clerk.SeeAsync("6157户");
        await clerk.SeeAsync("计划 46个");
    }
}
