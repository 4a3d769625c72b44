using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Collecting;

/// <summary>Who owes since when, and who was reminded.</summary>
public sealed class ArrearsTests(PortalFixture fixture)
{
    [Fact]
    public async Task Arrears_ByDaysPastDue_AreRemindedAndPrinted()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        await stage.PayAsync("201", "现金", "1800");
        await stage.County.BilledAsync(stage.Project, stage.Estate, "2026-12-31", new OwedFor("二期", null, 50m));
        await stage.PayAsync("101", "现金", "800.50");

        var page = await stage.Clerk.GetAsync($"/arrears?estate={stage.Estate}");
        Assert.Equal(["", "红旗小区 1号楼 1单元 101", "王*", "1,049.50", "2026-10-31", "逾期 21 天", ""], page.Rows()[0]);
        Assert.Equal(["", "红旗小区 1号楼 1单元 201", "李*", "50.00", "2026-12-31", "未到期", ""], page.Rows()[1]);
        Assert.Single((await page.FollowAsync("逾期 1–30 天 1 户 1,049.50 元")).Rows());
        Assert.Contains("请勾选已催缴的住户。", (await page.Choose("催缴方式", "电话").PressAsync("登记催缴")).Problem, StringComparison.Ordinal);
        var form = page.Tick("催缴 红旗小区 1号楼 1单元 101").Choose("催缴方式", "上门送达").Fill("情况", "承诺月底前缴清");
        var reminded = await form.PressAsync("登记催缴");
        await form.PressAsync("登记催缴");

        Assert.Equal("已登记催缴 1 户。", reminded.Notice);
        Assert.Contains("1 次，最近 2026-11-21", (await stage.Clerk.GetAsync("/arrears")).Text, StringComparison.Ordinal);
        Assert.Equal("Door:1049.50", await stage.County.AskAsync("select string_agg(channel || ':' || outstanding, ',') from portal.payment_reminders"));
        var notice = await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/arrears/notices.pdf?estate={stage.Estate}"));
        Assert.Contains("1,049.50", notice, StringComparison.Ordinal);
        Assert.Contains("壹仟零肆拾玖元伍角整", notice.Replace("\n", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal);
        var rows = Papers.SheetRows(await stage.Clerk.DownloadAsync("/arrears/list.xlsx"));
        Assert.Contains(rows, row => row.Contains("王*") && row.Contains("1049.5"));
        Assert.DoesNotContain(rows, row => row.Any(cell => cell.Contains("王建国", StringComparison.Ordinal)));
    }
}
