using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Costs;

/// <summary>What a project costs, from the estimate to the settlement.</summary>
public sealed class CostTests(PortalFixture fixture)
{
    private static readonly string[] jingyuan = ["jingyuan", "baiyin", "gansu", "nation"];
    private static readonly CostRow water = new("供水设施改造", 0, "water-supply") { Quantity = 12.345m, UnitCost = 3.33m, Ownership = "NotUtility", Section = "RedLineToEntry" };

    [Fact]
    public async Task Estimate_OfTheScheme_TakesItsItemsAndRatesOfTheWorksToTheFen()
    {
        var (county, project, clerk) = await ProjectAsync();
        var index = await clerk.GetAsync($"/projects/{project}/costs");
        Assert.Contains("改造方案尚未确定，估算按已确定的方案编制", index.Text, StringComparison.Ordinal);
        Assert.Contains("估算尚未确定，预算从估算复制", index.Text, StringComparison.Ordinal);
        await county.FixedSchemeAsync(project, 1, water, new CostRow("拆除防盗网", 6000, "grilles-removal"));

        var form = await (await clerk.GetAsync($"/projects/{project}/costs")).PressAsync("编制估算");
        form = await form.Tick("设计费").Tick("预备费").Tick("供气设施改造（管道燃气接入）配套费").PressAsync("保存");
        Assert.Equal("已保存，新列入 3 行，请填写金额。", form.Notice);
        var page = await form.Fill("第3行供气设施改造（管道燃气接入）配套费 数量", "40").Fill("第3行供气设施改造（管道燃气接入）配套费 单位", "户").Fill("第3行供气设施改造（管道燃气接入）配套费 单价（元）", "2600")
            .Fill("第4行设计费 或费率（%）", "3").Fill("第5行预备费 或费率（%）", "5").PressAsync("保存");

        // 12.345 × 3.33 = 41.11; 3 % and 5 % of 6 041.11 are 181.2333 and 302.0555.
        Assert.Equal(["41.11", "6000.00", "104000.00", "181.23", "302.06"], page.Rows().Where(row => row.Length == 9).Select(row => row[6]));
        Assert.Equal("110524.40", page.Rows("tfoot")[0][1]);
        Assert.Equal("非专营单位 红线至入户端口", page.Rows().First(row => row.Length == 9)[7]);
        var done = await page.PressAsync("确定造价");
        Assert.Equal("造价已确定。", done.Notice);
        Assert.Contains("编制日期", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("评审", done.Text, StringComparison.Ordinal);
        var sheet = done.Id;
        Assert.Equal(MoneyTriggers.Stands, await fixture.Portal.Sql.RefusalAsync(county.Scope, $"update portal.cost_lines set cost = 1 where sheet_id = '{sheet}'"));
        Assert.Contains("不再改动", (await clerk.ForgeAsync($"/costs/{sheet}", ("Version", "9"), ("Reviewer", "乙"))).Problem, StringComparison.Ordinal);

        // The same figures, and the formula's, in the files.
        var rows = Papers.SheetRows(await clerk.DownloadAsync($"/costs/{sheet}/document.xlsx"));
        Assert.Contains(rows, row => row.Contains("供水设施改造") && row.Contains("12.345") && row.Contains("41.11"));
        Assert.Contains(rows, row => row.Contains("合计") && row.Contains("110524.4"));
        Assert.Contains("110524.40", await Papers.PdfTextAsync(await clerk.DownloadAsync($"/costs/{sheet}/document.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stages_EachCopiedFromTheOneBefore_AreComparedAndASettlementAboveTheBudgetIsFlagged()
    {
        var (county, project, clerk) = await ProjectAsync();
        await county.FixedCostAsync(project, "Estimate", new CostRow("道路", 200_000, "parking"), new CostRow("外墙", 100_000, "facade"));

        var budget = await EditAsync(await StartAsync(clerk, project, "编制预算"), form => form.Fill("第1行道路 或总价（元）", "180000"));
        foreach (var reason in new[] { "未填财政评审单位", "未填财政评审文号或报告编号", "未填财政评审日期", "未上传财政评审报告" }) Assert.Contains(reason, budget.Text, StringComparison.Ordinal);
        Assert.Contains("未填财政评审单位", (await clerk.ForgeAsync($"/costs/{budget.Id}/fixing", ("Version", "1"))).Problem, StringComparison.Ordinal);
        await ReviewedAsync(clerk, budget.Id, "财政评审单位", "评审日期");
        await (await clerk.GetAsync($"/costs/{budget.Id}")).PressAsync("确定造价");
        var contract = await StartAsync(clerk, project, "编制合同价");
        await (await clerk.GetAsync($"/costs/{contract.Address.Split('/')[^2]}")).PressAsync("确定造价");
        var settlement = await EditAsync(await StartAsync(clerk, project, "编制结算"), form => form.Fill("第2行外墙 或总价（元）", "150000.01"));

        Assert.Contains("结算 330000.01 元超过批准的预算 280000.00 元，超出 50000.01 元（+17.86%）", settlement.Text, StringComparison.Ordinal);
        var comparison = await settlement.FollowAsync("各阶段对照");
        Assert.Equal(["道路", "200000.00", "180000.00", "-20000.00（-10.00%）", "180000.00", "—", "180000.00", "—"], comparison.Rows()[0]);
        Assert.Equal(["合计", "300000.00", "280000.00", "-20000.00（-6.67%）", "280000.00", "—", "330000.01", "+50000.01（+17.86%）"], comparison.Rows("tfoot")[0]);
        Assert.Contains("结算超过批准的预算 50000.01 元（+17.86%）", comparison.Text, StringComparison.Ordinal);
        await ReviewedAsync(clerk, settlement.Id, "结算审计单位", "评审日期");
        Assert.Equal("造价已确定。", (await (await clerk.GetAsync($"/costs/{settlement.Id}")).PressAsync("确定造价")).Notice);
        Assert.Contains("附件不再增减", (await clerk.UploadAsync("CostSheet", settlement.Id, "Proof", ("乙.pdf", Pictures.Pdf("/y")))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_Fixed_NeedsAReasonAndKeepsTheEarlier()
    {
        var (county, project, clerk) = await ProjectAsync();
        await county.FixedCostAsync(project, "Estimate", new CostRow("道路", 200_000, "parking"));
        Assert.Contains("请写明调整估算的理由。", (await (await clerk.GetAsync($"/projects/{project}/costs")).PressAsync("另编估算")).Problem, StringComparison.Ordinal);
        Assert.Contains("请选择列出的造价阶段。", (await clerk.ForgeAsync($"/projects/{project}/costs", ("Stage", "9"))).Problem, StringComparison.Ordinal);

        var form = await (await clerk.GetAsync($"/projects/{project}/costs")).Fill("调整估算的理由", "增加停车位").PressAsync("另编估算");
        await form.Fill("第1行道路 或总价（元）", "250000").PressAsync("保存");

        var index = await clerk.GetAsync($"/projects/{project}/costs");
        Assert.Equal([["估算第2版", "编制中", "1", "250000.00"], ["估算第1版", "已确定", "1", "200000.00"]], index.Rows().Select(row => row[..4]));
        Assert.Contains("增加停车位", index.Text, StringComparison.Ordinal);
        Assert.Contains("估算第2版正在编制", (await clerk.ForgeAsync($"/projects/{project}/costs", ("Stage", "Estimate"), ("Reason", "再编"))).Problem, StringComparison.Ordinal);
        var page = await (await index.FollowAsync("估算第2版")).PressAsync("放弃估算第2版");
        Assert.Equal("已放弃该版。", page.Notice);
    }

    [Fact]
    public async Task Jingyuan_ItsPlan_Is360YuanPerSquareMetre()
    {
        var county = await fixture.CountyAsync(jingyuan);
        var project = await county.ProjectAsync(await county.EstateAsync("全县", "城关街道", households: 6157, buildings: 170, area: 750_700), "全县");
        var sheet = await county.FixedCostAsync(project, "Estimate", new CostRow("道路修整、硬化", 270_180_200, "roads"));

        var page = await (await county.ClerkAsync()).GetAsync($"/costs/{sheet}");

        Assert.Contains("每平方米 360 元/㎡", page.Text, StringComparison.Ordinal);
        Assert.Contains("每平方米投资（元/㎡） 359.90 100 至 2000", page.Text, StringComparison.Ordinal);
        Assert.Contains("户均投资（元/户） 43881.79 5000 至 200000", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("请核对", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Peers_OtherProjectsOfTheSameStage_GiveLeastMedianAndMost()
    {
        var (county, project, clerk) = await ProjectAsync();
        foreach (var (name, cost) in new[] { ("乙", 300_000m), ("丙", 900_000m), ("丁", 600_000m), ("戊", 1_500_000m) })
            await county.FixedCostAsync(await county.ProjectAsync(await county.EstateAsync(name, "东城街道"), name), "Estimate", new CostRow("道路", cost, "parking"));
        var sheet = await county.FixedCostAsync(project, "Estimate", new CostRow("道路", 60_000, "parking"));

        var page = await clerk.GetAsync($"/costs/{sheet}");

        Assert.Contains("每平方米投资（元/㎡） 20.00 100 至 2000 100.00 250.00 500.00", page.Text, StringComparison.Ordinal);
        Assert.Contains("其他项目 4 个", page.Text, StringComparison.Ordinal);
        Assert.Contains("每平方米投资 20.00 元/㎡，通常 100 至 2000，请核对", page.Text, StringComparison.Ordinal);
        // A street clerk is told of its own street only.
        Assert.Contains("本县尚无其他项目可比", (await (await county.ClerkAsync(Role.Street, "城关街道")).GetAsync($"/costs/{sheet}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("数量", "-1", "数量应大于 0。")]
    [InlineData("单价（元）", "1.005", "金额最多两位小数（精确到分）。")]
    public async Task Edit_WrongFigure_IsToldBesideTheFieldAndKept(string field, string typed, string message)
    {
        var (county, project, clerk) = await ProjectAsync();
        await county.FixedSchemeAsync(project, 1, water);
        var form = await StartAsync(clerk, project, "编制估算");

        var refused = await form.Fill("第1行供水设施改造 " + field, typed).Fill("编制单位", "甲设计院").PressAsync("保存");

        Assert.Equal((422, message, typed, "甲设计院"), (refused.Status, refused.Wrong("第1行供水设施改造 " + field), refused.Value("第1行供水设施改造 " + field), refused.Value("编制单位")));
    }

    [Fact]
    public async Task Edit_StaleOrContradicting_IsRefusedAndKept()
    {
        var (county, project, clerk) = await ProjectAsync();
        await county.FixedSchemeAsync(project, 1, water);
        var mine = await StartAsync(clerk, project, "编制估算");
        await (await clerk.GetAsync(mine.Address[county.Home.Length..])).Fill("编制单位", "乙设计院").PressAsync("保存");

        var refused = await mine.Fill("第1行供水设施改造 或总价（元）", "5").PressAsync("保存");
        Assert.Equal("单价、总价和费率只填其一。", refused.Wrong("第1行供水设施改造 单价（元）"));
        refused = await mine.Fill("第1行供水设施改造 或总价（元）", "").Fill("编制单位", "甲设计院").PressAsync("保存");

        Assert.Contains("他人刚刚修改了此造价表", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("甲设计院", refused.Value("编制单位"));
        Assert.Equal("已保存。", (await refused.PressAsync("保存")).Notice);
        Assert.Contains("请从改造内容清单中选择", (await clerk.ForgeAsync($"/costs/{refused.Address.Split('/')[^1]}", ("Version", "9"), ("Add", "fell-old-trees"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_ReadOrNothingAtAll()
    {
        var (county, project, clerk) = await ProjectAsync();
        var sheet = await county.FixedCostAsync(project, "Estimate", new CostRow("道路", 200_000, "parking"));
        var (own, other, foreign) = (await county.ClerkAsync(Role.Street, "城关街道"), await county.ClerkAsync(Role.Street, "东城街道"), await (await fixture.CountyAsync()).ClerkAsync());

        Assert.Equal(200, (await own.GetAsync($"/costs/{sheet}")).Status);
        Assert.Equal(403, (await own.ForgeAsync($"/projects/{project}/costs", ("Stage", "Budget"))).Status);
        foreach (var path in new[] { $"/costs/{sheet}", $"/costs/{sheet}/document.pdf", $"/projects/{project}/costs", $"/projects/{project}/cost-comparison" })
        {
            Assert.Equal(404, (await other.GetAsync(path)).Status);
            Assert.Equal(404, (await foreign.GetAsync(path)).Status);
        }

        Assert.Equal(404, (await clerk.GetAsync($"/costs/{Guid.NewGuid()}")).Status);
    }

    private static async Task<Page> StartAsync(Clerk clerk, Guid project, string button) => await (await clerk.GetAsync($"/projects/{project}/costs")).PressAsync(button);

    private static async Task<Page> EditAsync(Page form, Func<Page, Page> fill) => await fill(form).PressAsync("保存");

    private static async Task ReviewedAsync(Clerk clerk, Guid sheet, string reviewer, string date)
    {
        await (await clerk.GetAsync($"/costs/{sheet}/edit")).Fill(reviewer, "县财政局").Fill("文号、报告编号", "财评〔2026〕8号").Fill(date, "2026-11-20").PressAsync("保存");
        var page = await clerk.UploadAsync("CostSheet", sheet, "Scan", ("评审报告.pdf", Pictures.Pdf()));
        Assert.True(page.HasButton("确定造价"), $"{page.Status} {page.Address}: {page.Text}");
    }

    private async Task<(County County, Guid Project, Clerk Clerk)> ProjectAsync()
    {
        var county = await fixture.CountyAsync();
        return (county, await county.ProjectAsync(await county.EstateAsync("甲小区", "城关街道"), "甲小区"), await county.ClerkAsync());
    }
}
