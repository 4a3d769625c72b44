using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Collecting;

/// <summary>The end of the day: cash counted, days closed, each office by itself.</summary>
public sealed class DayClosingTests(PortalFixture fixture)
{
    [Fact]
    public async Task Day_CountedAndClosed_TakesNoMoreMoney()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        await stage.PayAsync("101", "现金", "1000.00", "2026-11-20");
        var wrong = await stage.PayAsync("201", "现金", "5.00", "2026-11-20");
        await stage.PayAsync("201", "转账", "300", "2026-11-20");
        var street = await stage.County.ClerkAsync(Role.Street, "城关街道");
        await stage.ForgeAsync(street, Guid.CreateVersion7(), await stage.County.DwellingAsync("201"), "Cash", "7");

        var form = await stage.Clerk.GetAsync("/day-closings/new?on=2026-11-20");
        Assert.Contains("账面现金 1,005.00 元", form.Text, StringComparison.Ordinal);
        Assert.Equal(["现金", "2", "1,005.00", "0.00", "0.00", "1,005.00"], form.Rows()[0]);
        Assert.Equal("实点与账面相差 -5.00 元，请说明原因。", (await form.Fill("实点现金（元）", "1000").PressAsync("确认日结")).Wrong("差额说明"));
        var closed = await form.Fill("实点现金（元）", "1000").Fill("差额说明", "少收 5 元，待查").PressAsync("确认日结");

        Assert.Equal("2026-11-20 已日结。", closed.Notice);
        Assert.Contains("2026-11-20 及以前已日结，日期须为 2026-11-21 或以后。", (await stage.PayAsync("101", "现金", "1", "2026-11-20")).Wrong("收款日期"), StringComparison.Ordinal);
        Assert.Contains("已日结至 2026-11-20", (await stage.Clerk.ForgeAsync("/day-closings", ("On", "2026-11-19"), ("Counted", "0"))).Problem, StringComparison.Ordinal);
        // A row of a closed day is reversed on an open one.
        await (await stage.Clerk.GetAsync($"/payments/{wrong.Id}")).Fill("冲销原因", "未收到").PressAsync("冲销这一笔");
        Assert.Equal("2026-11-21", await stage.County.AskAsync("select received_on::text from portal.owner_payments where kind = 'Reversal'"));
        Assert.Contains("账面现金 -5.00 元", (await stage.Clerk.GetAsync("/day-closings/new")).Text, StringComparison.Ordinal);
        Assert.Contains("账面现金 7.00 元", (await street.GetAsync("/day-closings/new")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await street.GetAsync($"/day-closings/{closed.Id}")).Status);
        var pdf = await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/day-closings/{closed.Id}.pdf"));
        Assert.Contains("实点1,000.00元，差额-5.00元，少收5元，待查", string.Concat(pdf.Where(letter => !char.IsWhiteSpace(letter))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Day_ClosedWhileMoneyComes_IsCountedAgain()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        var form = await stage.Clerk.GetAsync("/day-closings/new");
        await stage.PayAsync("101", "现金", "1000");

        Assert.Contains("账面现金已变为 1,000.00 元", (await form.Fill("实点现金（元）", "0").PressAsync("确认日结")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Today_Closed_LetsMoneyBearTomorrow()
    {
        var stage = await CollectingStage.MakeAsync(fixture);
        var form = (await stage.Clerk.GetAsync("/day-closings/new")).Fill("实点现金（元）", "0");
        var pages = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => form.PressAsync("确认日结")));
        Assert.All(pages, page => Assert.Equal("2026-11-21 已日结。", page.Notice));

        Assert.Equal("2026-11-22", (await stage.OpenAsync("101")).Value("收款日期"));
        Assert.StartsWith("已登记收款", (await stage.PayAsync("101", "现金", "1", "2026-11-22")).Notice, StringComparison.Ordinal);
        Assert.Contains("晚于今天", (await stage.PayAsync("101", "现金", "1", "2026-11-23")).Wrong("收款日期"), StringComparison.Ordinal);
    }
}
