using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.CostShares;

/// <summary>Who pays what of a fixed cost sheet, to the fen, with the clause.</summary>
public sealed class ShareTests(PortalFixture fixture)
{
    private static readonly CostRow water = new("供水设施改造", 100_000, "water-supply") { Section = "RedLineToEntry" };

    [Fact]
    public async Task Linqu_EveryLineOfItsTable_IsSharedToTheFenAndFixedAsItIs()
    {
        var stage = await StageAsync(null, 100, "Budget", water,
            new CostRow("供热设施改造", 100_000, "heat") { Section = "RedLineToEntry" }, new CostRow("户内供热", 100_000, "heat") { Section = "InFlat" },
            new CostRow("红线外供热配套费", 100_000, "heat", "Fee") { Section = "OutsideRedLine", Ownership = "Utility", Traits = ["connectionFee"] },
            new CostRow("燃气配套费", 100_000, "gas", "Fee") { Ownership = "Utility", Traits = ["connectionFee"] },
            new CostRow("供电设施改造", 100_000, "power-supply") { Section = "RedLineToEntry" }, new CostRow("通信设施", 100_000, "telecom"), new CostRow("通信管道", 100_000, "telecom") { Ownership = "Utility", Section = "RedLineToEntry", Traits = ["ducts"] },
            new CostRow("架空线缆", 100_000, "overhead-lines"), new CostRow("雨污分流", 100_000, "drainage"), water with { Name = "专营单位供水", Ownership = "Utility" });

        var page = await stage.StartAsync();

        string[] expected =
        [
            "供水企业 33333.33 业主 66666.67", "专营单位 20000.00 业主 80000.00", "业主 100000.00", "供热企业（减免） 50000.00 业主 50000.00", "燃气企业（减免） 50000.00 业主 50000.00",
            "供电企业 33333.33 业主 66666.67", "各经营单位 100000.00", "改造项目 100000.00", "电信企业 100000.00", "业主 10000.00 项目其他资金 90000.00", "专营单位 100000.00",
        ];
        Assert.Equal(expected, ShareStage.Amounts(page));
        Assert.Contains("三.（二）2", page.Rows()[0][4], StringComparison.Ordinal);
        Assert.Contains("精确值 10000000/3 分，按最大余数取整", page.Rows()[0][4], StringComparison.Ordinal);
        string[][] sums = [["业主", "423333.34", "4233.33"], ["专营单位", "486666.66", "4866.67"], ["项目资金", "190000.00", "1900.00"]];
        Assert.Equal(sums, ShareStage.Sums(page));
        var done = await page.PressAsync("确定费用分担");
        Assert.Equal("费用分担已确定，金额、条款和计算过程已固定。", done.Notice);
        Assert.Equal(expected, ShareStage.Amounts(done));
        Assert.Equal(sums, ShareStage.Sums(done));
        Assert.Contains("三.（二）2", done.Rows()[0][4], StringComparison.Ordinal);
        var sheet = await stage.NewestAsync();
        Assert.Equal(MoneyTriggers.Stands, await fixture.Portal.Sql.RefusalAsync(stage.County.Scope, "update portal.share_amounts set amount = amount + 1"));
        Assert.Contains("不再改动", (await stage.Clerk.ForgeAsync($"/shares/{sheet}", ("Version", "9"), ("AppliedOn", "2026-11-01"))).Problem, StringComparison.Ordinal);
        Assert.Equal("1100000.00", (await stage.County.Portal.Sql.AskAppAsync<decimal>(stage.County.Scope, "select sum(amount) from portal.share_amounts")).ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    [Fact]
    public async Task Liaocheng_Metering_IsPaidPerHouseholdOnceForAllItsLines()
    {
        var stage = await StageAsync(ShareStage.Liaocheng, 200, "Estimate", new CostRow("一户一表1号楼", 300_000, "metering"), new CostRow("一户一表2号楼", 200_000, "metering"));

        var page = await stage.StartAsync();

        Assert.Equal([["业主", "70000.00", "350.00"], ["专营单位", "70000.00", "350.00"], ["财政资金", "360000.00", "1800.00"]], ShareStage.Sums(page));
        Assert.Equal(["居民 42000.00 市、区财政 216000.00 供水企业 42000.00", "居民 28000.00 市、区财政 144000.00 供水企业 28000.00"], ShareStage.Amounts(page));
        Assert.Contains("同一规则的 2 行合并计算", page.Text, StringComparison.Ordinal);
        await stage.EditAsync(form => form.Fill("户数", "100"));
        Assert.Contains("另行填写户数或面积的，须写明依据", (await stage.Clerk.GetAsync($"/shares/{await stage.NewestAsync()}")).Text, StringComparison.Ordinal);
        var stated = await stage.EditAsync(form => form.Fill("户数、面积依据", "实际签约 100 户"));
        Assert.Equal(["业主", "35000.00", "350.00"], ShareStage.Sums(stated)[0]);
        Assert.True(stated.HasButton("确定费用分担"));
    }

    [Fact]
    public async Task Liaocheng_FixedPartsAboveTheCost_AreFlaggedAndNobodyIsNegative()
    {
        var stage = await StageAsync(ShareStage.Liaocheng, 200, "Estimate", new CostRow("一户一表", 400_000, "metering"));

        var page = await stage.StartAsync();

        Assert.Equal("居民 70000.00 市、区财政 330000.00 供水企业 0.00", ShareStage.Amounts(page).Single());
        var flag = "各方份额合计 430000.00 元超过费用 400000.00 元，按所列次序承担至足额，不出现负数";
        Assert.Contains(flag, page.Text, StringComparison.Ordinal);
        Assert.Contains(flag, (await page.PressAsync("确定费用分担")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ruicheng_XItem_AsksForTheCountysFractionAndItsBasis()
    {
        var stage = await StageAsync(ShareStage.Ruicheng, 100, "Budget", new CostRow("道路修整", 80_000, "roads"), new CostRow("绿化", 80_000, "greening", ClassName: "完善类"));
        var page = await stage.StartAsync();
        Assert.Contains("第2行“绿化”：缺业主承担比例：县级根据财政能力确定的业主出资比例", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("确定费用分担"));

        var wrong = await stage.EditAsync(form => form.Fill("第2行绿化 业主比例", "120%").Fill("第1行道路修整 依据", "记下"));
        Assert.Equal((422, "比例请填 1/3、10% 或 0.1，不小于 0、不大于 1。", "120%", "记下"), (wrong.Status, wrong.Wrong("第2行绿化 业主比例"), wrong.Value("第2行绿化 业主比例"), wrong.Value("第1行道路修整 依据")));
        var bare = await wrong.Fill("第2行绿化 业主比例", "20％").PressAsync("保存");
        Assert.Contains("第2行“绿化”：录入比例或金额的，须写明依据", bare.Text, StringComparison.Ordinal);
        var done = await (await stage.EditAsync(form => form.Fill("第2行绿化 依据", "县政府常务会议纪要〔2026〕3号"))).PressAsync("确定费用分担");

        Assert.Equal(["业主 0.00 财政资金 80000.00", "业主 16000.00 项目其他资金 64000.00"], ShareStage.Amounts(done));
        Assert.Contains("县政府常务会议纪要〔2026〕3号", done.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ruicheng_Settlement_CountyPaysItsShareOfWhatTheSubsidyLeaves()
    {
        var stage = await StageAsync(ShareStage.Ruicheng, 100, "Settlement", new CostRow("道路修整", 600_000.01m, "roads"), new CostRow("屋面防水", 399_999.99m, "roof-waterproofing"));
        await stage.StartAsync();

        var unlike = await stage.EditAsync(form => form.Fill("第1行道路修整 上级补助资金金额（元）", "400000").Fill("第1行道路修整 县财政比例", "60%").Fill("第2行屋面防水 县财政比例", "50%").Fill("第1行道路修整 依据", "补助文件").Fill("第2行屋面防水 依据", "补助文件"));
        Assert.Contains("须填同一比例", unlike.Text, StringComparison.Ordinal);
        var page = await stage.EditAsync(form => form.Fill("第2行屋面防水 县财政比例", ""));

        Assert.Equal([["县财政", "360000.00", "3600.00"], ["上级补助资金", "400000.00", "4000.00"], ["其他资金", "240000.00", "2400.00"]], ShareStage.Sums(page));
        Assert.Equal("费用分担已确定，金额、条款和计算过程已固定。", (await page.PressAsync("确定费用分担")).Notice);
    }

    [Fact]
    public async Task Linqu_AnotherRuleByHand_NeedsItsAmountAndBasis()
    {
        var stage = await StageAsync(null, 100, "Budget", water with { Ownership = "NotUtility" });
        await stage.StartAsync();

        var asked = await stage.EditAsync(form => form.Choose("第1行供水设施改造 规则", "产权不属于专营单位的设施（临政办字〔2024〕17号 二.（五））"));
        Assert.Contains("缺政府以奖代补金额：以奖代补金额", asked.Text, StringComparison.Ordinal);
        Assert.Contains("人工选定规则或承担方的，须写明依据", asked.Text, StringComparison.Ordinal);
        Assert.Contains("同时适用：自来水改造", asked.Text, StringComparison.Ordinal);
        var page = await stage.EditAsync(form => form.Fill("第1行供水设施改造 政府以奖代补金额（元）", "30000").Fill("第1行供水设施改造 依据", "县财政批复"));

        Assert.Equal("政府以奖代补 30000.00 专营单位 70000.00", ShareStage.Amounts(page).Single());
        Assert.Contains("人工选定", (await page.PressAsync("确定费用分担")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Taian_LiftWithPublicHousing_TakesTheAgreedShareAndWarnsThatTheRuleHasLapsed()
    {
        var stage = await StageAsync(ShareStage.Taian, 24, "Budget", new CostRow("加装电梯", 300_000, "lift", ClassName: "完善类") { Traits = ["publicHousing"] });
        var page = await stage.StartAsync();
        Assert.Contains("缺公有住房产权单位承担比例：居民约定比例", page.Text, StringComparison.Ordinal);

        page = await stage.EditAsync(form => form.Fill("第1行加装电梯 公有住房产权单位比例", "1/7").Fill("第1行加装电梯 依据", "业主约定"));

        Assert.Equal("公有住房产权单位 42857.14 其他业主 257142.86", ShareStage.Amounts(page).Single());
        Assert.Contains("依据已于2025-08-31失效", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task NoRule_PayerIsNamedByHandWithItsBasis()
    {
        var stage = await StageAsync(null, 100, "Budget", water, new CostRow("设计费", 3_000, Kind: "Design"));
        var page = await stage.StartAsync();
        Assert.Contains("第2行“设计费”：缺承担方（没有规则适用，请指定由谁承担并写明依据）", page.Text, StringComparison.Ordinal);
        Assert.Contains("没有规则适用", (await stage.Clerk.ForgeAsync($"/shares/{await stage.NewestAsync()}/fixing", ("Version", "0"))).Problem, StringComparison.Ordinal);

        await stage.EditAsync(form => form.Choose("第2行设计费 承担方", "项目资金").Fill("第2行设计费 依据", "资金筹措方案"));
        var done = await (await stage.Clerk.GetAsync($"/shares/{await stage.NewestAsync()}")).PressAsync("确定费用分担");

        Assert.Equal("项目资金 3000.00", ShareStage.Amounts(done)[1]);
        Assert.Contains("依据：资金筹措方案", done.Text, StringComparison.Ordinal);
        // What was decided comes along to the next sheet.
        var next = await stage.StartAsync();
        Assert.Equal("项目资金 3000.00", ShareStage.Amounts(next)[1]);
        Assert.True(next.HasButton("确定费用分担"));
    }

    [Fact]
    public async Task Edit_StaleForm_IsRefusedAndKept()
    {
        var stage = await StageAsync(null, 100, "Budget", water);
        await stage.StartAsync();
        var (mine, theirs) = (await stage.Clerk.GetAsync($"/shares/{await stage.NewestAsync()}/edit"), await stage.Clerk.GetAsync($"/shares/{await stage.NewestAsync()}/edit"));
        await theirs.Fill("户数", "90").PressAsync("保存");

        var refused = await mine.Fill("第1行供水设施改造 依据", "甲").PressAsync("保存");

        Assert.Contains("他人刚刚修改了此费用分担表", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("甲", refused.Value("第1行供水设施改造 依据"));
        Assert.Equal("已保存。", (await refused.PressAsync("保存")).Notice);
    }

    [Fact]
    public async Task Street_ReadsItsOwnOnlyAndDecidesNothing()
    {
        var stage = await StageAsync(null, 100, "Budget", water);
        await stage.StartAsync();
        var sheet = await stage.NewestAsync();
        var (own, other, finance) = (await stage.County.ClerkAsync(Role.Street, "城关街道"), await stage.County.ClerkAsync(Role.Street, "东城街道"), await stage.County.ClerkAsync(Role.Finance));

        Assert.Equal(["供水企业 33333.33 业主 66666.67"], ShareStage.Amounts(await own.GetAsync($"/shares/{sheet}")));
        Assert.Equal(200, (await finance.GetAsync($"/shares/{sheet}/trial")).Status);
        Assert.Equal(403, (await own.ForgeAsync($"/shares/{sheet}/fixing", ("Version", "0"))).Status);
        foreach (var path in new[] { "", "/edit", "/comparison", "/trial", "/document.pdf" }) Assert.True((await other.GetAsync($"/shares/{sheet}{path}")).Status is 404 or 403);
        Assert.Equal(404, (await stage.Clerk.GetAsync($"/shares/{Guid.NewGuid()}")).Status);
    }

    private async Task<ShareStage> StageAsync(string[]? chain, int households, string stage, params CostRow[] lines) => await ShareStage.MakeAsync(await fixture.CountyAsync(chain), households, stage, lines);
}
