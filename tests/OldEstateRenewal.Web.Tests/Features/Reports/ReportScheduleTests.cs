using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using OldEstateRenewal.Web.Features.Reports;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Reports;

/// <summary>Reports that are made again and again.</summary>
public sealed class ReportScheduleTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("2026-11-21 10:00", ReportCycle.Weekly, 1, 8, "2026-11-23 08:00")]
    [InlineData("2026-11-23 07:59", ReportCycle.Weekly, 1, 8, "2026-11-23 08:00")]
    [InlineData("2026-11-23 08:00", ReportCycle.Weekly, 1, 8, "2026-11-30 08:00")]
    [InlineData("2026-11-22 23:30", ReportCycle.Weekly, 7, 0, "2026-11-29 00:00")]
    [InlineData("2026-11-21 10:00", ReportCycle.Monthly, 21, 11, "2026-11-21 11:00")]
    [InlineData("2026-11-21 10:00", ReportCycle.Monthly, 21, 10, "2026-12-21 10:00")]
    [InlineData("2026-12-28 23:00", ReportCycle.Monthly, 28, 23, "2027-01-28 23:00")]
    [InlineData("2027-02-01 00:00", ReportCycle.Monthly, 28, 6, "2027-02-28 06:00")]
    public void NextAfter_Moment_IsTheFirstTimeAfterIt(string moment, ReportCycle cycle, int day, int hour, string next) =>
        Assert.Equal(China(next), ReportSchedule.NextAfter(China(moment), cycle, day, hour));

    [Fact]
    public async Task Due_Schedule_IsMadeOnceAndMovesOn()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区");
        var clerk = await county.ClerkAsync();
        var set = await (await clerk.GetAsync("/reports/estates")).Choose("周期", "每月").Fill("日", "5").Fill("时", "7").PressAsync("设定");
        Assert.Equal("已设定：小区台账。", set.Notice);
        Assert.Equal(["小区台账", "全部", "PDF", "每月5日 7:00", "2026-12-05 07:00"], set.Rows().Single()[..5]);

        await county.Portal.Sql.AppAsync(county.Scope, "update portal.report_schedules set next_at = '2026-10-05'");
        await fixture.Portal.LookAtClockAsync();
        await fixture.Portal.LookAtClockAsync();

        var id = Guid.Parse((await county.AskAsync("select id::text from portal.report_files"))!);
        Assert.Equal("已生成", ReportDesk.StateOf(await clerk.EndedAsync(id)));
        Assert.Contains("红旗小区", await Papers.PdfTextAsync(await clerk.BytesAsync(id)), StringComparison.Ordinal);
        Assert.Equal("2026-12-05 07:00", (await clerk.GetAsync("/reports/schedules")).Rows().Single()[4]);
    }

    [Fact]
    public async Task Remove_Schedule_ByWhoSetItOnly_MakesNothingMore()
    {
        var county = await fixture.CountyAsync();
        var (clerk, other) = (await county.ClerkAsync(), await county.ClerkAsync());
        await (await clerk.GetAsync("/reports/estates")).Fill("日", "1").Fill("时", "8").PressAsync("设定");
        var id = await county.AskAsync("select id::text from portal.report_schedules");

        Assert.Equal(404, (await other.ForgeAsync($"/reports/schedules/{id}/removal")).Status);
        Assert.False((await other.GetAsync("/reports/schedules")).HasButton("删除"));
        Assert.Equal("已删除定时报表。", (await (await clerk.GetAsync("/reports/schedules")).PressAsync("删除")).Notice);
        Assert.Contains("已删除", (await clerk.ForgeAsync($"/reports/schedules/{id}/removal")).Problem, StringComparison.Ordinal);
        await county.Portal.Sql.AppAsync(county.Scope, "update portal.report_schedules set next_at = '2026-10-05'");
        await fixture.Portal.LookAtClockAsync();

        Assert.Equal("0", await county.AskAsync("select count(*)::text from portal.report_files"));
    }

    [Theory]
    [InlineData("Weekly", "8", "8", "每周的日应在 1（周一）至 7（周日）之间。")]
    [InlineData("Monthly", "29", "8", "每月的日应在 1 至 28 之间。")]
    [InlineData("Monthly", "1", "24", "时应在 0 至 23 之间。")]
    [InlineData("Monthly", "", "8", "请填写日。")]
    public async Task Set_TimeThatIsNone_IsRefused(string cycle, string day, string hour, string problem)
    {
        var county = await fixture.CountyAsync();
        var page = await (await county.ClerkAsync()).ForgeAsync("/reports/estates/schedules", ("Cycle", cycle), ("Day", day), ("Hour", hour), ("Format", "Pdf"));

        Assert.Equal(422, page.Status);
        Assert.Contains(problem, page.Problem, StringComparison.Ordinal);
        Assert.Equal("0", await county.AskAsync("select count(*)::text from portal.report_schedules"));
    }

    [Fact]
    public async Task Due_ScheduleOfStreet_HoldsItsEstatesOnly()
    {
        var county = await fixture.CountyAsync();
        await county.EstateAsync("红旗小区", "城关街道");
        await county.EstateAsync("青松小区", "东城街道");
        var clerk = await county.ClerkAsync(Role.Street, "城关街道");
        await (await clerk.GetAsync("/reports/estates")).Fill("日", "1").Fill("时", "8").Choose("格式", "Excel").PressAsync("设定");
        await county.Portal.Sql.AppAsync(county.Scope, "update portal.report_schedules set next_at = '2026-10-05'");
        await fixture.Portal.LookAtClockAsync();

        var id = Guid.Parse((await county.AskAsync("select id::text from portal.report_files"))!);
        await clerk.EndedAsync(id);
        var rows = ReportDesk.Joined(Papers.SheetRows(await clerk.BytesAsync(id)));

        Assert.Contains("红旗小区", rows, StringComparison.Ordinal);
        Assert.DoesNotContain("青松小区", rows, StringComparison.Ordinal);
    }

    private static DateTimeOffset China(string text) => new(DateTime.ParseExact(text, "yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), TimeSpan.FromHours(8));
}

internal static class ReportClockwork
{
    public static Task<int> LookAtClockAsync(this TestPortal portal) => portal.Services.GetRequiredService<ReportClock>().RunAsync();

    public static void Ring(this TestPortal portal, Guid tenant) => portal.Services.GetRequiredService<ReportBell>().Ring(tenant);
}
