using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Disbursements;

/// <summary>Contracts and payments: caps, three persons, and no yuan paid twice.</summary>
public sealed class PaymentTests(PortalFixture fixture)
{
    [Fact]
    public async Task Pay_ByThreePersons_IsPostedAndTakenFromTheGrant()
    {
        var stage = await PaymentStage.MakeAsync(fixture, 5000);
        var (other, leader, finance) = (await stage.County.ClerkAsync(), await stage.County.ClerkAsync(Role.Leader), await stage.County.ClerkAsync(Role.Finance));
        var request = await stage.AskedAsync("Progress", "800", "24", done: "1000", source: "776");
        var here = $"/payment-requests/{request}";
        Assert.Contains("尚未上传付款申请材料", (await finance.ForgeAsync($"{here}/checking")).Problem, StringComparison.Ordinal);
        await stage.County.ProvedAsync("payment_requests", request);

        Assert.DoesNotContain("第 1 次进度款", (await stage.Clerk.GetAsync()).Text, StringComparison.Ordinal);
        Assert.Contains("申请由您办理，审核须由另一人办理", (await stage.Clerk.ForgeAsync($"{here}/checking")).Problem, StringComparison.Ordinal);
        Assert.False((await stage.Clerk.GetAsync(here)).HasButton("审核通过"));
        Assert.Equal(Sql.Refused, await stage.StepBySqlAsync(request, "Checked", stage.Clerk.Person!.Id));
        Assert.Equal(403, (await other.ForgeAsync($"{here}/approval")).Status);
        Assert.Contains("第 1 次进度款 776.00 元", (await other.GetAsync()).Text, StringComparison.Ordinal);
        Assert.Equal("审核已登记。", (await (await other.GetAsync(here)).PressAsync("审核通过")).Notice);
        Assert.Equal(Sql.Refused, await stage.StepBySqlAsync(request, "Approved", other.Person!.Id));
        Assert.Equal("批准已登记。", (await (await leader.GetAsync(here)).PressAsync("批准")).Notice);
        Assert.Equal([800m, -776m, -24m, 0m], await stage.BalancesAsync());
        Assert.Contains("请填写支付凭证号。", (await (await finance.GetAsync(here)).PressAsync("登记支付")).Problem, StringComparison.Ordinal);
        await (await finance.GetAsync(here)).Fill("支付凭证号", "付-7").PressAsync("登记支付");

        Assert.Equal([800m, 0m, -24m, -776m], await stage.BalancesAsync());
        var grant = (await stage.Clerk.GetAsync("/funding?year=2027")).Rows().Single();
        Assert.Equal(["776.00", "4,224.00"], grant[^2..]);
        Assert.Contains("已支付 776.00", (await stage.Clerk.ForgeAsync($"/grants/{stage.Grant}/acts", ("ActId", $"{Guid.CreateVersion7()}"), ("Kind", "Withdrawn"), ("Amount", "4224.01"), ("On", "2026-11-20"), ("Reference", "x"), ("ProjectId", $"{stage.Project}"))).Problem, StringComparison.Ordinal);
        Assert.Contains("15.52%", (await stage.Clerk.GetAsync("/funding?year=2027")).Text, StringComparison.Ordinal);
        Assert.Contains(Papers.SheetRows(await finance.DownloadAsync("/funding/payments.xlsx?year=2027")), row => row.Contains("付-7") && row.Contains("776"));
        Assert.Contains("4,224.00", await Papers.PdfTextAsync(await finance.DownloadAsync("/funding/list.pdf?year=2027")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ask_TwoAtOnceOnOneGrant_CannotOverdrawIt()
    {
        var stage = await PaymentStage.MakeAsync(fixture, 1000);
        var second = await stage.ContractAsync("第二合同");
        var clerks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.County.ClerkAsync()));

        var pages = await Task.WhenAll(clerks.Select((clerk, at) => PaymentStage.AskAsync(clerk, at % 2 == 0 ? stage.Contract : second, Guid.CreateVersion7(), stage.Grant, "Advance", "600", "0", "0", "600")));

        Assert.Single(pages, page => page.Notice.StartsWith("付款申请已提交", StringComparison.Ordinal));
        Assert.All(pages.Where(page => page.Status == 422), page => Assert.Contains("可用 400.00 元，不足 600.00 元", page.Problem, StringComparison.Ordinal));
        Assert.Equal("600.00", await stage.County.AskAsync("select sum(amount)::text from portal.payment_sources"));
    }

    [Fact]
    public async Task Ask_AboveCaps_IsRefusedOrNeedsAReason()
    {
        var stage = await PaymentStage.MakeAsync(fixture, 100_000);
        Assert.Contains("累计应付 800.01 元超过上限 800.00 元（累计完成 1,000.00 × 80%）", (await stage.AskAsync("Progress", "800.01", done: "1000")).Problem, StringComparison.Ordinal);
        Assert.Contains("资金来源合计 700.00 元，应等于应付 800.00 元", (await stage.AskAsync("Progress", "800", done: "1000", source: "700")).Problem, StringComparison.Ordinal);
        var act = Guid.CreateVersion7();
        await PaymentStage.AskAsync(stage.Clerk, stage.Contract, act, stage.Grant, "Progress", "800", "0", "1000", "800");
        await PaymentStage.AskAsync(stage.Clerk, stage.Contract, act, stage.Grant, "Progress", "800", "0", "1000", "800");
        Assert.Equal("1", await stage.County.AskAsync("select count(*)::text from portal.payment_requests"));
        Assert.Contains("少于上次的 1,000.00 元", (await stage.AskAsync("Progress", "1", done: "999")).Problem, StringComparison.Ordinal);
        Assert.Contains("累计申请 10,000.01 元超过合同价（含变更）10,000.00 元", (await stage.AskAsync("Progress", "9200.01", done: "10000")).Problem, StringComparison.Ordinal);
        Assert.Contains("结算造价表尚未确定", (await stage.AskAsync("Settlement", "1")).Problem, StringComparison.Ordinal);
        Assert.Contains("没有可返还的质保金", (await stage.AskAsync("Retention", "1")).Problem, StringComparison.Ordinal);

        Assert.StartsWith("付款申请已提交", (await stage.AskAsync("Progress", "1", done: "1000", reason: "农民工工资")).Notice, StringComparison.Ordinal);
        Assert.Contains("超过合同约定的上限，理由：农民工工资", (await stage.Clerk.GetAsync("/funding?year=2027")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Settle_AndReturnRetention_KeepToSheetAndDate()
    {
        var stage = await PaymentStage.MakeAsync(fixture, 100_000);
        await stage.County.CostAsync(stage.Project, "Settlement", ("Works", "facade", "外立面", 9000), ("Design", null, "设计费", 500));
        await stage.County.AcceptedAsync(stage.Project, "2026-01-10");

        Assert.Contains("超过结算造价表中施工部分的 9,000.00 元", (await stage.AskAsync("Settlement", "9000.01", "270")).Problem, StringComparison.Ordinal);
        Assert.Contains("少于约定的 270.00 元", (await stage.AskAsync("Settlement", "9000", "269.99")).Problem, StringComparison.Ordinal);
        Assert.StartsWith("付款申请已提交", (await stage.AskAsync("Settlement", "9000", "270")).Notice, StringComparison.Ordinal);
        Assert.Contains("至 2028-01-10，未到返还日期", (await stage.AskAsync("Retention", "270")).Problem, StringComparison.Ordinal);
        await stage.County.AcceptedAsync(stage.Project, "2024-01-10");
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, "update portal.acceptances set result = 'Failed' where held_on = '2026-01-10'");
        Assert.Contains("超过尚未返还的质保金 270.00 元", (await stage.AskAsync("Retention", "270.01")).Problem, StringComparison.Ordinal);
        Assert.StartsWith("付款申请已提交", (await stage.AskAsync("Retention", "270")).Notice, StringComparison.Ordinal);

        var page = await stage.Clerk.GetAsync($"/projects/{stage.Project}/contracts");
        Assert.Contains("财务决算逾期", page.Text, StringComparison.Ordinal);
        Assert.Contains("以上天数是本平台的默认口径，不是文件条款", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("结算评审逾期", page.Text, StringComparison.Ordinal);
        page = await page.Fill("决算金额（元）", "9600").Fill("批复日期", "2026-11-20").Fill("决算文号", "临财决〔2026〕3号").PressAsync("登记财务决算");
        Assert.Contains("与结算差 100.00 元", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("财务决算逾期", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Return_Payment_FreesItsMoney()
    {
        var stage = await PaymentStage.MakeAsync(fixture, 1000);
        var request = await stage.AskedAsync("Advance", "1000", "0", "0", "1000");
        Assert.Contains("可用 0.00 元", (await stage.AskAsync("Advance", "1")).Problem, StringComparison.Ordinal);
        var finance = await stage.County.ClerkAsync(Role.Finance);

        Assert.Contains("请写明退回的原因。", (await finance.ForgeAsync($"/payment-requests/{request}/return")).Problem, StringComparison.Ordinal);
        Assert.Equal("退回已登记。", (await (await finance.GetAsync($"/payment-requests/{request}")).Fill("意见", "缺发票").PressAsync("退回")).Notice);

        Assert.StartsWith("付款申请已提交", (await stage.AskAsync("Advance", "1000")).Notice, StringComparison.Ordinal);
        Assert.Equal(404, (await (await stage.County.ClerkAsync(Role.Street, "东城街道")).GetAsync($"/payment-requests/{request}")).Status);
    }
}
