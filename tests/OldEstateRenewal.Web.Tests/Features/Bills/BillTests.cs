using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Bills;

/// <summary>From a fixed share sheet to what each household owes.</summary>
public sealed class BillTests(PortalFixture fixture)
{
    private static readonly Flat[] threeEqual = [new("101", 1, 60m, Owner: "张三丰"), new("201", 2, 60m), new("301", 3, 60m)];

    [Fact]
    public async Task Issue_ThreeEqualFlats_AddUpToTheFenAndStandInTheLedger()
    {
        var stage = await BillStage.MakeAsync(fixture);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, threeEqual);
        Assert.Contains("还没有已确定的费用分担表", (await stage.Clerk.GetAsync($"/projects/{stage.Project}/bills")).Text, StringComparison.Ordinal);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 100m), new SharedLine("路灯", 500m, 0m));
        var run = await stage.DraftAsync();

        Assert.Equal("33.34 33.33 33.33", await stage.AmountsAsync(run));
        Assert.Equal(0m, await stage.BalanceAsync("OwnersReceivable"));
        var page = await stage.IssueAsync(run);

        Assert.Equal("第1批已出账，共 3 户 100.00 元。", page.Notice);
        Assert.Equal(100m, await stage.BalanceAsync("OwnersReceivable"));
        Assert.Equal(-100m, await stage.BalanceAsync("OwnersShare"));
        var bill = await stage.Clerk.GetAsync($"/bills/{await stage.BillAsync(run, 1)}");
        Assert.Contains("100.00 元 × 本户 60 ㎡ ÷ 全部 180 ㎡ = 33.3333 元，取整到分为 33.34 元", bill.Text, StringComparison.Ordinal);
        Assert.Contains("《试验办法》第一条；按专有部分面积（《民法典》 第二百八十三条）", bill.Text, StringComparison.Ordinal);
        Assert.Contains("尚欠 33.34 元", bill.Text, StringComparison.Ordinal);
        Assert.Contains("张三丰", bill.Text, StringComparison.Ordinal);
        Assert.Contains("第1批已于", (await stage.Clerk.ForgeAsync($"/bill-runs/{run}/issue", ("Version", "1"), ("DueOn", "2026-12-31"), ("HowToPay", "x"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_ByStoreyAsOwnersDecided_NeedsItsBasisAndKeepsWhatWasTyped()
    {
        var stage = await BillStage.MakeAsync(fixture);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, new Flat("101", 1, 50m), new Flat("201", 2, 60m), new Flat("301", 3, 90m));
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("加装电梯", 900m, 90.01m));
        var form = (await stage.FormAsync()).Choose("分摊方式 加装电梯", "业主约定：按楼层系数").Fill("楼层系数 加装电梯", "1层=0，2—3层＝一半");

        var wrong = await form.PressAsync("试算");

        Assert.Equal(422, wrong.Status);
        Assert.Contains("不能识别", wrong.Problem, StringComparison.Ordinal);
        Assert.Contains("请写明依据", wrong.Problem, StringComparison.Ordinal);
        Assert.Equal("1层=0，2—3层＝一半", wrong.Value("楼层系数 加装电梯"));
        Assert.Contains("1号楼 1单元 301的楼层没有系数", (await wrong.Fill("楼层系数 加装电梯", "1层=0、2层=0.5").Fill("业主约定的依据", "2026-10-01 业主大会决议").PressAsync("试算")).Problem, StringComparison.Ordinal);
        await wrong.Fill("楼层系数 加装电梯", "1层=0，2—3层＝0.5").PressAsync("试算");
        var run = await stage.RunAsync(stage.Estate);
        Assert.Equal("0.00 45.01 45.00", await stage.AmountsAsync(run));
        Assert.Contains("90.01 元 × 本户楼层系数 0.5（2 层）÷ 各户系数之和 1 = 45.0050 元，取整到分为 45.01 元", (await stage.Clerk.GetAsync($"/bills/{await stage.BillAsync(run, 2)}")).Text, StringComparison.Ordinal);

        // 0.5 × 60 : 1 × 90 = 1 : 3; the 试算 takes the place of the earlier one.
        await (await stage.FormAsync()).Choose("分摊方式 加装电梯", "业主约定：按楼层系数与面积之积").Fill("楼层系数 加装电梯", "1=0;2=1/2;3=1").PressAsync("试算");
        Assert.Equal("0.00 22.50 67.51", await stage.AmountsAsync(await stage.RunAsync(stage.Estate)));
        Assert.Equal(1, await stage.AskAsync<long>("select count(*) from portal.bill_runs"));
        Assert.Contains("业主大会决议", (await stage.Clerk.GetAsync($"/bill-runs/{await stage.RunAsync(stage.Estate)}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draft_WaterInLiaocheng_Is350ForEveryHouseholdInBothEstates()
    {
        var stage = await BillStage.MakeAsync(fixture, BillStage.Liaocheng);
        var other = await stage.County.EstateAsync("乙小区", "东城街道");
        await stage.County.JoinAsync(stage.Project, other);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, [.. threeEqual, new Flat("商1", 1, 40m, "Shop")]);
        await stage.County.HouseAsync(other, "1号楼", 1, new Flat("102", 1, 133.33m), new Flat("202", 2, null));
        // Of two lines that are counted together: 350 yuan in all, though neither can be shared without a rest.
        var line = new SharedLine("一户一表", 12_500m, 1_000.02m) { RuleDocument = "liaocheng-2020", RuleKey = "metering" };
        var second = new SharedLine("水表井", 2_500m, 749.98m) { RuleDocument = "liaocheng-2020", RuleKey = "metering" };
        await stage.County.FixedSharesAsync(stage.Project, line, second);

        var refused = await (await stage.FormAsync()).PressAsync("试算");
        Assert.Contains("规则为每户 350.00 元，名册计收 6 户应为 2100.00 元，分担表业主部分 1750.00 元，不符", refused.Problem, StringComparison.Ordinal);
        await stage.Clerk.ForgeAsync($"/projects/{stage.Project}/bills", ("SheetId", $"{await stage.AskAsync<Guid>("select id from portal.share_sheets")}"), ("Kinds", "Dwelling"), ("Lines[0].Id", $"{line.Id}"), ("Lines[0].Include", "true"), ("Lines[1].Id", $"{second.Id}"), ("Lines[1].Include", "true"));

        Assert.Equal("350.00 350.00 350.00", await stage.AmountsAsync(await stage.RunAsync(stage.Estate)));
        Assert.Equal("350.00 350.00", await stage.AmountsAsync(await stage.RunAsync(other)));
        var page = await stage.Clerk.GetAsync($"/bill-runs/{await stage.RunAsync(other)}");
        Assert.Contains("各小区合计 1000.02 元，按户数分到乙小区：2 户 ÷ 5 户 → 400.01 元", page.Text, StringComparison.Ordinal);
        // By the household: a flat without an area is no obstacle.
        Assert.True(page.HasButton("出账"));
    }

    [Fact]
    public async Task Draft_CommonPartsOfTwoEstates_GoByAreaAndNoFenIsLost()
    {
        var stage = await BillStage.MakeAsync(fixture);
        var other = await stage.County.EstateAsync("乙小区", "东城街道");
        await stage.County.JoinAsync(stage.Project, other);
        var first = await stage.County.HouseAsync(stage.Estate, "1号楼", 1, new Flat("101", 1, 80.5m), new Flat("201", 2, 99.25m));
        await stage.County.HouseAsync(stage.Estate, "2号楼", 2, new Flat("101", 1, 60m));
        await stage.County.HouseAsync(other, "1号楼", 1, new Flat("101", 1, 120.01m), new Flat("102", 1, 71.13m), new Flat("车1", 1, 12m, "Parking"));
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("小区道路", 100_000.05m, 10_000.01m), new SharedLine("屋面防水", 3000m, 100m) { Building = first });

        var run = await stage.DraftAsync();

        // 10000.01 by 239.75 : 191.14 ㎡.
        Assert.Equal("5564.07 4435.94", await stage.AskAsync<string>("select string_agg(amount::text, ' ' order by amount desc) from portal.bill_parts where name = '小区道路'"));
        Assert.Equal(100_000.05m, await stage.AskAsync<decimal>("select sum(cost) from portal.bill_parts where name = '小区道路'"));
        Assert.Equal("{186823,4478} {230337,5522} {139247,0}", await stage.AskAsync<string>($"select string_agg(amounts::text, ' ' order by number) from portal.bills where run_id = '{run}'"));
        Assert.Equal("2785.17 1650.77", await stage.AmountsAsync(await stage.RunAsync(other)));
        Assert.Contains("各小区合计 10000.01 元，按各户面积分到甲小区：239.75 ㎡ ÷ 430.89 ㎡ → 5564.07 元", (await stage.Clerk.GetAsync($"/bill-runs/{run}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("屋面防水", (await stage.Clerk.GetAsync($"/bills/{await stage.BillAsync(run, 3)}")).Text, StringComparison.Ordinal);

        // One estate is issued; what is left goes to the other, however often it is worked out anew.
        await stage.IssueAsync(run);
        await (await stage.FormAsync()).PressAsync("试算");
        Assert.Equal(10_000.01m, await stage.AskAsync<decimal>("select sum(amount) from portal.bill_parts where name = '小区道路'"));
        Assert.Contains("已出账：屋面防水", (await stage.FormAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Issue_FlatsWithoutAreaOrChangedSince_AreNamedAndRefused()
    {
        var stage = await BillStage.MakeAsync(fixture);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, new Flat("101", 1, 60m), new Flat("201", 2, null), new Flat("301", 3, 70m));
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 100m));
        var run = await stage.DraftAsync();
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, "update portal.dwellings set registered_area = 61 where room = '101'");
        await stage.County.HouseAsync(stage.Estate, "2号楼", 2, new Flat("102", 1, 60m));

        var page = await stage.Clerk.GetAsync($"/bill-runs/{run}");
        Assert.False(page.HasButton("出账"));
        var refused = await stage.Clerk.ForgeAsync($"/bill-runs/{run}/issue", ("Version", "0"), ("DueOn", "2026-12-31"), ("HowToPay", "x"));

        foreach (var reason in new[] { "1号楼 1单元 201没有面积，不能按面积分摊", "试算以后面积或楼层有改动：1号楼 1单元 101", "试算以后新登记：2号楼 1单元 102" })
        {
            Assert.Contains(reason, page.Text, StringComparison.Ordinal);
            Assert.Contains(reason, refused.Problem, StringComparison.Ordinal);
        }

        Assert.Equal(0, await stage.AskAsync<long>("select count(*) from portal.ledger_entries"));
        Assert.Equal(0, await stage.AskAsync<long>("select count(*) from portal.bill_runs where state <> 'Draft'"));
    }

    [Fact]
    public async Task Issue_PressedTwice_CountsOnce()
    {
        var stage = await BillStage.MakeAsync(fixture);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, threeEqual);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 100m));
        var run = await stage.DraftAsync();
        var late = await (await stage.Clerk.GetAsync($"/bill-runs/{run}")).Fill("缴款期限", "2026-11-20").Fill("缴费方式", "").PressAsync("出账");
        Assert.Contains("缴款期限不能早于今天", late.Problem, StringComparison.Ordinal);
        Assert.Contains("请填写缴费方式", late.Problem, StringComparison.Ordinal);
        Assert.Equal("2026-11-20", late.Value("缴款期限"));

        var pages = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => stage.Clerk.ForgeAsync($"/bill-runs/{run}/issue", ("Version", "0"), ("DueOn", "2026-12-31"), ("HowToPay", "x"))));

        Assert.All(pages, page => Assert.Equal(200, page.Status));
        Assert.Equal(1, await stage.AskAsync<long>("select count(*) from portal.ledger_entries"));
        Assert.Equal(1, await stage.AskAsync<long>("select count(*) from portal.audit_entries where kind = 'BillsIssued'"));
        Assert.Equal(100m, await stage.BalanceAsync("OwnersReceivable"));
    }

    [Fact]
    public async Task Withdraw_OncePaid_WaitsUntilItIsTakenBack()
    {
        var stage = await BillStage.MakeAsync(fixture);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, threeEqual);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 100m));
        var run = await stage.IssuedAsync();
        var payment = await stage.County.PaidAsync(stage.Estate, await stage.DwellingAsync("201"), 10m);

        Assert.Contains("已有 1 户缴款未退回，不能撤销", (await stage.Clerk.GetAsync($"/bill-runs/{run}")).Text, StringComparison.Ordinal);
        Assert.Contains("已有 1 户缴款未退回，不能撤销", (await stage.Clerk.ForgeAsync($"/bill-runs/{run}/withdrawal", ("Version", "1"), ("Reason", "x"))).Problem, StringComparison.Ordinal);
        await stage.County.PaidAsync(stage.Estate, await stage.DwellingAsync("201"), 10m, payment);
        var page = await (await stage.Clerk.GetAsync($"/bill-runs/{run}")).PressAsync("撤销出账");
        Assert.Contains("请写明撤销的理由", page.Problem, StringComparison.Ordinal);
        page = await page.Fill("撤销的理由", "面积有误").PressAsync("撤销出账");

        Assert.Equal("第1批已撤销，账目已冲回。", page.Notice);
        Assert.Equal(0m, await stage.BalanceAsync("OwnersReceivable"));
        Assert.Equal(2, await stage.AskAsync<long>("select count(*) from portal.ledger_entries"));
        // Another run takes its place, with a number of its own.
        Assert.Contains("第2批", (await stage.Clerk.GetAsync($"/bill-runs/{await stage.IssuedAsync()}")).Heading, StringComparison.Ordinal);
        Assert.Equal(100m, await stage.BalanceAsync("OwnersReceivable"));
    }

    [Fact]
    public async Task Relieve_NeverMoreThanIsOwed_AndRevokedByAnotherRow()
    {
        var stage = await BillStage.MakeAsync(fixture);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, threeEqual);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 300m));
        var run = await stage.IssuedAsync();
        await stage.County.PaidAsync(stage.Estate, await stage.DwellingAsync("101"), 60m);
        var form = (await stage.Clerk.GetAsync($"/bills/{await stage.BillAsync(run, 1)}")).Choose("种类", "救助").Fill("金额（元）", "40.01").Fill("理由", "低保户");
        var sources = (AngleSharp.Html.Dom.IHtmlSelectElement)form.Document.QuerySelector("#SourceKey")!;
        sources.Value = sources.Options[1].Value;

        var refused = await form.PressAsync("登记");
        Assert.Equal("金额超过尚欠的 40.00 元。", refused.Wrong("金额（元）"));
        Assert.Equal("低保户", refused.Value("理由"));
        refused.Fill("金额（元）", "15.5");
        await refused.PressAsync("登记");
        var page = await refused.PressAsync("登记");

        Assert.Equal("已登记救助。", page.Notice);
        foreach (var said in new[] { "减免 15.50 元", "已缴 60.00 元", "尚欠 24.50 元" }) Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal(284.5m, await stage.BalanceAsync("OwnersReceivable"));
        Assert.Equal(15.5m, await stage.BalanceAsync("Relief"));
        Assert.Contains("有 1 笔减免、救助仍有效", (await stage.Clerk.GetAsync($"/bill-runs/{run}")).Text, StringComparison.Ordinal);
        page = await page.Fill("撤销的理由", "已脱贫").PressAsync("撤销此笔");
        Assert.Equal("已撤销此笔减免。", page.Notice);
        Assert.Contains("尚欠 40.00 元", page.Text, StringComparison.Ordinal);
        Assert.Equal((300m, 0m), (await stage.BalanceAsync("OwnersReceivable"), await stage.BalanceAsync("Relief")));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(stage.County.Scope, "update portal.bill_reliefs set amount = 1"));
    }

    [Fact]
    public async Task Database_WhateverTheApplicationDoes_KeepsBillsEqualToTheOwnersPart()
    {
        var stage = await BillStage.MakeAsync(fixture);
        await stage.County.HouseAsync(stage.Estate, "1号楼", 1, threeEqual);
        await stage.County.FixedSharesAsync(stage.Project, new SharedLine("楼道粉刷", 1000m, 100m));
        var run = await stage.DraftAsync();
        var (sql, scope) = (fixture.Portal.Sql, stage.County.Scope);
        string Again(string amounts, string amount) => $"delete from portal.bills where run_id = '{run}' and number = 1; insert into portal.bills (tenant_id, id, run_id, estate_id, building_id, dwelling_id, number, area, storey, amounts, amount) select tenant_id, gen_random_uuid(), run_id, estate_id, building_id, '{{0}}', 1, area, storey, '{amounts}', {amount} from portal.bills where run_id = '{run}' and number = 2;";
        var dwelling = await stage.DwellingAsync("101");
        var issue = $"update portal.bill_runs set state = 'Issued', issued_at = now(), issued_by = 'x' where id = '{run}'";

        Assert.Equal("23514", await sql.RefusalAsync(scope, string.Format(System.Globalization.CultureInfo.InvariantCulture, Again("{{3334}}", "33.35"), dwelling)));
        Assert.Equal("MO001", await sql.RefusalAsync(scope, string.Format(System.Globalization.CultureInfo.InvariantCulture, Again("{{3335}}", "33.35"), dwelling) + issue));
        Assert.Equal("MO001", await sql.RefusalAsync(scope, $"delete from portal.bills where run_id = '{run}' and number = 1; {issue}"));
        Assert.Null(await sql.RefusalAsync(scope, issue));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(scope, $"delete from portal.bills where run_id = '{run}'"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(scope, $"update portal.bill_runs set total = 1 where id = '{run}'"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(scope, $"delete from portal.bill_parts where run_id = '{run}'"));
    }

    [Fact]
    public async Task Read_StreetOnlyItsOwnEstates_CityNothing()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, above: city);
        var (estate, other) = (await county.EstateAsync("甲小区", "城关街道"), await county.EstateAsync("乙小区", "东城街道"));
        var stage = new BillStage(county, estate, await county.ProjectAsync(estate, "甲片区"), await county.ClerkAsync());
        await county.JoinAsync(stage.Project, other);
        await county.HouseAsync(estate, "1号楼", 1, threeEqual);
        await county.HouseAsync(other, "1号楼", 1, new Flat("109", 1, 60m, Owner: "李四光"));
        await county.FixedSharesAsync(stage.Project, new SharedLine("小区道路", 1000m, 100m));
        var own = await stage.DraftAsync();
        var foreign = await stage.RunAsync(other);
        var bill = await stage.BillAsync(foreign, 1);
        var building = await stage.AskAsync<Guid>($"select building_id from portal.bills where id = '{bill}'");
        var street = await county.ClerkAsync(Role.Street, "城关街道");

        var page = await street.GetAsync($"/projects/{stage.Project}/bills");
        Assert.Contains("甲小区", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("乙小区", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await street.GetAsync($"/bill-runs/{own}/bills")).Status);
        string[] paths = [$"/bill-runs/{foreign}", $"/bill-runs/{foreign}/bills", $"/bill-runs/{foreign}/buildings/{building}", $"/bill-runs/{foreign}/papers.pdf", $"/bill-runs/{foreign}/list.xlsx", $"/bills/{bill}", $"/bills/{bill}/paper.pdf"];
        foreach (var path in paths) Assert.Equal(404, (await street.GetAsync(path)).Status);
        Assert.Equal(403, (await street.ForgeAsync($"/bill-runs/{own}/issue", ("Version", "0"))).Status);

        var watcher = await city.ClerkAsync(Role.City);
        foreach (var path in paths.Append($"/projects/{stage.Project}/bills")) Assert.Contains((await watcher.OpenAsync(county.Home + path)).Status, new[] { 403, 404 });
        var stranger = await (await fixture.CountyAsync()).ClerkAsync();
        foreach (var path in paths.Append($"/projects/{stage.Project}/bills")) Assert.Equal(404, (await stranger.GetAsync(path)).Status);
    }
}
