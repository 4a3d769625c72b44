using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Bills;

/// <summary>结算差额账单: a later share sheet is billed as the difference to what was billed before, for each household, up or down.</summary>
public sealed class DifferenceTests(PortalFixture fixture)
{
    private static readonly Flat[] flats = [new("101", 1, 100m), new("201", 2, 100m), new("301", 3, 100m)];

    [Fact]
    public async Task Draft_SettlementCostsMore_EachPaysTheDifferenceAndOldBillsStand()
    {
        var stage = await StageAsync(100m);
        await stage.County.PaidAsync(stage.Estate, await stage.DwellingAsync("101"), 33.34m);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1200m, 120m), new SharedLine("大门", 500m, 30m));

        var form = await stage.FormAsync();
        Assert.Equal("差额账单试算", form.Heading);
        Assert.Contains("甲小区第1批 100.00 元", form.Text, StringComparison.Ordinal);
        var run = await stage.DraftAsync();
        var page = await stage.IssueAsync(run);

        Assert.Contains("结算差额账单第2批", page.Heading, StringComparison.Ordinal);
        Assert.Contains("减：此前已出账", page.Text, StringComparison.Ordinal);
        Assert.Equal("16.66 16.67 16.67", await stage.AmountsAsync(run));
        Assert.Equal("50.00 50.00 50.00", await SumsAsync(stage));
        Assert.Equal(150m, await stage.BalanceAsync("OwnersReceivable"));
        var bill = (await stage.Clerk.GetAsync($"/bills/{await stage.BillAsync(run, 1)}")).Text;
        foreach (var said in new[] { "此前各批账单已计 33.34 元，在此扣除", "本批应缴 16.66 元", "各批合计 50.00 元", "尚欠 16.66 元" }) Assert.Contains(said, bill, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_SettlementCostsLess_GivesBackAndTheLedgerFollows()
    {
        var stage = await StageAsync(100m);
        await stage.County.PaidAsync(stage.Estate, await stage.DwellingAsync("101"), 33.34m);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 900m, 70m));

        var run = await stage.DraftAsync();
        await stage.IssueAsync(run);

        Assert.Equal("-10.00 -10.00 -10.00", await stage.AmountsAsync(run));
        Assert.Equal(70m, await stage.BalanceAsync("OwnersReceivable"));
        var bill = (await stage.Clerk.GetAsync($"/bills/{await stage.BillAsync(run, 1)}")).Text;
        foreach (var said in new[] { "多缴 10.00 元", "各批合计 23.34 元", "本户没有尚欠的金额，不能再减免" }) Assert.Contains(said, bill, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_SameSumSharedOtherwise_MovesNothingInTheLedgerButEachBill()
    {
        var stage = await StageAsync(90m);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 90m));
        var form = (await stage.FormAsync()).Choose("分摊方式 楼道粉刷", "业主约定：按楼层系数").Fill("楼层系数 楼道粉刷", "1层=0、2-3层=1").Fill("业主约定的依据", "2026年业主大会决议");
        await form.PressAsync("试算");
        var run = await stage.RunAsync(stage.Estate);
        await stage.IssueAsync(run);

        Assert.Equal("-30.00 15.00 15.00", await stage.AmountsAsync(run));
        Assert.Equal(90m, await stage.BalanceAsync("OwnersReceivable"));
        Assert.Equal(1, await stage.AskAsync<long>("select count(*) from portal.ledger_entries"));
        var withdrawn = await (await stage.Clerk.GetAsync($"/bill-runs/{run}")).Fill("撤销的理由", "约定有误").PressAsync("撤销出账");
        Assert.Equal("第2批已撤销，账目已冲回。", withdrawn.Notice);
    }

    [Fact]
    public async Task Draft_FlatGoneSince_IsGivenBackWhatItWasBilled()
    {
        var stage = await StageAsync(99m);
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, "update portal.dwellings set removed_on = '2026-11-20' where room = '301'");
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 99m));

        var run = await stage.DraftAsync();
        await stage.IssueAsync(run);

        Assert.Equal("16.50 16.50 -33.00", await stage.AmountsAsync(run));
    }

    [Fact]
    public async Task Draft_WithoutALine_IsRefusedForTheWholeSheetIsBilledAtOnce()
    {
        var stage = await StageAsync(90m);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 90m), new SharedLine("大门", 500m, 30m));

        var page = await (await stage.FormAsync()).Tick("计入 大门", false).PressAsync("试算");

        Assert.Contains("差额账单须把全部项目一起计入。", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdraw_WhatADifferenceTookOff_WaitsForThatRun()
    {
        var stage = await StageAsync(90m);
        var first = await stage.RunAsync(stage.Estate);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 120m));
        var run = await stage.DraftAsync();
        await stage.IssueAsync(run);

        Assert.Contains("第2批差额账单已扣除本批金额，请先撤销该批。", (await stage.Clerk.ForgeAsync($"/bill-runs/{first}/withdrawal", ("Version", "1"), ("Reason", "x"))).Problem, StringComparison.Ordinal);
        // A third sheet takes off both.
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 60m));
        var third = await stage.DraftAsync();
        await stage.IssueAsync(third);
        Assert.Equal("-20.00 -20.00 -20.00", await stage.AmountsAsync(third));
        Assert.Equal(60m, await stage.BalanceAsync("OwnersReceivable"));
        var withdrawn = await (await stage.Clerk.GetAsync($"/bill-runs/{third}")).Fill("撤销的理由", "结算有误").PressAsync("撤销出账");
        Assert.Equal("第3批已撤销，账目已冲回。", withdrawn.Notice);
        Assert.Equal(120m, await stage.BalanceAsync("OwnersReceivable"));
    }

    [Fact]
    public async Task Issue_EarlierBillsWithdrawnSinceTheDraft_IsRefused()
    {
        var stage = await StageAsync(90m);
        var first = await stage.RunAsync(stage.Estate);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 120m));
        var run = await stage.DraftAsync();
        await (await stage.Clerk.GetAsync($"/bill-runs/{first}")).Fill("撤销的理由", "有误").PressAsync("撤销出账");

        Assert.Contains("试算以后此前的账单有出账或撤销，请重新试算。", (await stage.Clerk.GetAsync($"/bill-runs/{run}")).Text, StringComparison.Ordinal);
        // The database would not have it either.
        Assert.Equal("MO001", await fixture.Portal.Sql.RefusalAsync(stage.County.Scope, $"update portal.bill_runs set state = 'Issued', issued_at = now(), issued_by = 'x' where id = '{run}'"));
    }

    private async Task<BillStage> StageAsync(decimal owners)
    {
        var stage = await BillStage.MakeAsync(fixture);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, flats);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, owners));
        await stage.IssuedAsync();
        return stage;
    }

    private static Task<string?> SumsAsync(BillStage stage) => stage.AskAsync<string>("select string_agg(amount::text, ' ' order by amount) from (select sum(amount) amount from portal.bills group by dwelling_id) x");
}
