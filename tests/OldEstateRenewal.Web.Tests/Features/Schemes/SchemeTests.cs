using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Schemes;

/// <summary>A scheme from its first line to the version that never changes again.</summary>
public sealed class SchemeTests(PortalFixture fixture)
{
    [Fact]
    public async Task Start_First_HasWhatTheDocumentMakesMandatory()
    {
        var stage = await StageAsync();

        var page = await stage.StartAsync();

        Assert.Contains("第1项电动自行车集中停放充电设施", page.Text, StringComparison.Ordinal);
        Assert.Contains("第2项统一拆除防盗网（窗）", page.Text, StringComparison.Ordinal);
        Assert.Contains("随意砍伐老树", page.Text, StringComparison.Ordinal);
        Assert.Contains("正在编制", (await stage.Clerk.ForgeAsync($"/projects/{stage.Project}/schemes")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fell-old-trees")]
    [InlineData("no-such-item")]
    public async Task Add_ForbiddenOrUnknown_IsRefused(string item)
    {
        var stage = await StageAsync();
        await stage.StartAsync();

        var page = await stage.Clerk.ForgeAsync($"/schemes/{await stage.NewestAsync()}", ("Add", item), ("Version", "0"));

        Assert.Equal(422, page.Status);
        Assert.Contains("禁止事项不得列入", page.Problem, StringComparison.Ordinal);
        Assert.Equal(2, await fixture.Portal.Sql.AskAppAsync<long>(stage.County.Scope, "select count(*) from portal.scheme_items"));
    }

    [Fact]
    public async Task Fix_TooEarly_IsRefusedWithEveryReason()
    {
        var stage = await StageAsync();
        await stage.StartAsync();
        var scheme = await stage.NewestAsync();

        var page = await stage.Clerk.GetAsync($"/schemes/{scheme}");
        Assert.False(page.HasButton("确定方案"));
        var refused = await stage.Clerk.ForgeAsync($"/schemes/{scheme}/fixing", ("Version", "0"));

        foreach (var reason in new[] { "基础类应改尽改：未列入", "尚未回答方案是否涉及“随意砍伐老树”（临政办字〔2024〕17号", "未填数量和单价，也未填总价", "未填设计单位", "未上传设计图件", "未写明改造后的物业管理方式", "未写明资金筹措" })
        {
            Assert.Contains(reason, page.Text, StringComparison.Ordinal);
            Assert.Contains(reason, refused.Problem, StringComparison.Ordinal);
        }

        Assert.Equal("Draft", await stage.StateAsync(scheme));
    }

    [Fact]
    public async Task Fix_MandatoryRemovedAndForbiddenDeclared_IsRefusedWithTheClause()
    {
        var stage = await StageAsync();
        var scheme = await stage.CompleteAsync();
        var page = await stage.Clerk.GetAsync($"/schemes/{scheme}/edit");
        await page.Tick("删除 第1项电动自行车集中停放充电设施").Answer("随意砍伐老树", "涉及").PressAsync("保存");

        var refused = await stage.Clerk.ForgeAsync($"/schemes/{scheme}/fixing", ("Version", "9"));

        Assert.Contains("缺必改项“电动自行车集中停放充电设施”（临政办字〔2024〕17号 二.（一）", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("“随意砍伐老树”为禁止事项，不得列入方案（临政办字〔2024〕17号", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("Draft", await stage.StateAsync(scheme));
    }

    [Fact]
    public async Task Fix_Complete_FreezesTheVersionForEveryone()
    {
        var stage = await StageAsync();
        Assert.Contains("改造方案已确定：尚未编制改造方案", (await ReachAsync(stage)).Problem, StringComparison.Ordinal);
        var scheme = await stage.CompleteAsync();
        Assert.Contains("改造方案第1版正在编制，尚未确定", (await ReachAsync(stage)).Problem, StringComparison.Ordinal);

        var page = await (await stage.Clerk.GetAsync($"/schemes/{scheme}")).PressAsync("确定方案");

        Assert.Equal("方案已确定，文本已固定。", page.Notice);
        Assert.Contains("甲小区改造方案（第1版） 改造范围：甲小区（2栋、40户、3000平方米）。", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("改造方案已确定：", (await ReachAsync(stage)).Problem, StringComparison.Ordinal);
        Assert.Contains("改造方案第1版，2026-11-21 由", (await stage.Clerk.GetAsync($"/projects/{stage.Project}")).Text, StringComparison.Ordinal);
        Assert.Contains("不再改动", (await stage.Clerk.ForgeAsync($"/schemes/{scheme}", ("Version", "9"), ("Designer", "乙"))).Problem, StringComparison.Ordinal);
        Assert.Contains("附件不再增减", (await stage.Clerk.UploadAsync("Scheme", scheme, "Map", ("乙.pdf", Pictures.Pdf("/y")))).Problem, StringComparison.Ordinal);
        var sql = fixture.Portal.Sql;
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(stage.County.Scope, $"update portal.schemes set designer = 'x' where id = '{scheme}'"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(stage.County.Scope, $"update portal.scheme_items set quantity = 1 where scheme_id = '{scheme}'"));
        Assert.Equal(Sql.Refused, await sql.RefusalAsync(stage.County.Scope, $"delete from portal.scheme_items where scheme_id = '{scheme}'"));
    }

    [Fact]
    public async Task Cost_QuantityTimesUnitCost_IsExactToTheFen()
    {
        var stage = await StageAsync();
        var page = await stage.StartAsync();

        await page.Fill("第1项电动自行车集中停放充电设施 数量", "12.345").Fill("第1项电动自行车集中停放充电设施 单价（元）", "3.33").Fill("第2项统一拆除防盗网（窗） 或总价（元）", "6000").PressAsync("保存");

        var shown = await stage.Clerk.GetAsync($"/schemes/{await stage.NewestAsync()}");
        Assert.Contains("41.11", shown.Text, StringComparison.Ordinal);
        Assert.Contains("估算投资6041.11 元", shown.Text.Replace("估算投资 ", "估算投资", StringComparison.Ordinal), StringComparison.Ordinal);
        // 6041.11 / 3000 ㎡ is far below what is usual: a hint.
        Assert.Contains("请核对", shown.Text, StringComparison.Ordinal);
        Assert.Equal("12.345", (await stage.Clerk.GetAsync($"/schemes/{await stage.NewestAsync()}/edit")).Value("第1项电动自行车集中停放充电设施 数量"));
    }

    [Theory]
    [InlineData("数量", "-1", "数量应大于 0。")]
    [InlineData("数量", "1.2345", "数量最多三位小数。")]
    [InlineData("单价（元）", "1.005", "金额最多两位小数（精确到分）。")]
    public async Task Edit_WrongFigure_IsToldBesideTheFieldAndKept(string field, string typed, string message)
    {
        var stage = await StageAsync();
        var page = await stage.StartAsync();
        var label = "第1项电动自行车集中停放充电设施 " + field;

        var refused = await page.Fill(label, typed).Fill("设计单位", "甲设计院").PressAsync("保存");

        Assert.Equal(422, refused.Status);
        Assert.Equal(message, refused.Wrong(label));
        Assert.Equal((typed, "甲设计院"), (refused.Value(label), refused.Value("设计单位")));
    }

    [Fact]
    public async Task Edit_UnitCostAndLumpSum_AreNotTakenTogether()
    {
        var stage = await StageAsync();
        var page = await stage.StartAsync();

        var refused = await page.Fill("第1项电动自行车集中停放充电设施 单价（元）", "5").Fill("第1项电动自行车集中停放充电设施 或总价（元）", "6").PressAsync("保存");

        Assert.Equal("单价和总价只填其一。", refused.Wrong("第1项电动自行车集中停放充电设施 单价（元）"));
    }

    [Fact]
    public async Task Edit_StaleForm_IsRefusedAndKept()
    {
        var stage = await StageAsync();
        var (mine, theirs) = (await stage.StartAsync(), await stage.Clerk.GetAsync($"/schemes/{await stage.NewestAsync()}/edit"));
        await theirs.Fill("设计单位", "乙设计院").PressAsync("保存");

        var refused = await mine.Fill("设计单位", "甲设计院").PressAsync("保存");

        Assert.Equal(422, refused.Status);
        Assert.Contains("他人刚刚修改了此方案", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("甲设计院", refused.Value("设计单位"));
        Assert.Contains("现值：乙设计院", refused.Beside("设计单位"), StringComparison.Ordinal);
        Assert.Equal("已保存。", (await refused.PressAsync("保存")).Notice);
    }

    [Fact]
    public async Task Revise_Fixed_NeedsAReasonAndComparesWithTheEarlier()
    {
        var stage = await StageAsync();
        await stage.FixedAsync();
        Assert.Contains("请写明调整方案的理由。", (await (await stage.Clerk.GetAsync($"/projects/{stage.Project}/schemes")).PressAsync("另编一版")).Problem, StringComparison.Ordinal);

        var later = await stage.RevisedAsync("压减充电设施");

        var comparison = await (await stage.Clerk.GetAsync($"/schemes/{later}")).FollowAsync("两版对照");
        Assert.Equal("第1版 与 第2版 对照", comparison.Heading);
        Assert.Equal(["电动自行车集中停放充电设施", "全小区", "调整"], comparison.Rows()[0][..3]);
        Assert.Equal("-2410.00", comparison.Rows()[0][5]);
        Assert.Contains("压减充电设施", comparison.Text, StringComparison.Ordinal);
        Assert.Equal("Fixed", await stage.StateAsync(later));
    }

    [Fact]
    public async Task Discard_Draft_LeavesTheFixedVersionAsTheNewest()
    {
        var stage = await StageAsync();
        await stage.FixedAsync();
        await (await stage.Clerk.GetAsync($"/projects/{stage.Project}/schemes")).Fill("调整理由", "试编").PressAsync("另编一版");
        Assert.Contains("改造方案第2版正在编制", (await ReachAsync(stage)).Problem, StringComparison.Ordinal);

        var page = await (await stage.Clerk.GetAsync($"/schemes/{await stage.NewestAsync()}")).PressAsync("放弃第2版");

        Assert.Equal("已放弃该版。", page.Notice);
        Assert.DoesNotContain("改造方案已确定：", (await ReachAsync(stage)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Document_PdfAndExcel_HaveEveryItemAndTheTotal()
    {
        var stage = await StageAsync();
        var scheme = await stage.FixedAsync();

        var rows = Papers.SheetRows(await stage.Clerk.DownloadAsync($"/schemes/{scheme}/document.xlsx"));
        var text = await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"/schemes/{scheme}/document.pdf"));

        Assert.Contains(rows, row => row.Contains("统一拆除防盗网（窗）") && row.Contains("12050"));
        Assert.Contains(rows, row => row.Contains("合计") && row.Contains("36150"));
        Assert.Contains("甲小区改造方案表", text, StringComparison.Ordinal);
        Assert.Contains("36150.00", text, StringComparison.Ordinal);
        Assert.Contains("设计单位：甲设计院", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ballot_OfAFixedScheme_HasItsText()
    {
        var stage = await StageAsync();
        var scheme = await stage.FixedAsync();

        var ballot = await (await stage.Clerk.GetAsync($"/schemes/{scheme}")).FollowAsync("交付表决");

        Assert.Equal("改造方案（第1版）表决", ballot.Value("名称"));
        Assert.StartsWith("甲小区改造方案（第1版）", ballot.Value("交付表决的内容"), StringComparison.Ordinal);
        var other = await stage.County.EstateAsync("乙小区");
        Assert.Equal("", (await stage.Clerk.GetAsync($"/estates/{other}/ballots/new?scheme={scheme}")).Value("交付表决的内容").Trim());
    }

    [Fact]
    public async Task Street_DraftsButDoesNotFix()
    {
        var stage = await StageAsync();
        var street = await stage.County.ClerkAsync(Role.Street, "城关街道");
        var page = await (await street.GetAsync($"/projects/{stage.Project}/schemes")).PressAsync("编制方案");
        var scheme = await stage.NewestAsync();

        Assert.Equal("已保存。", (await page.Fill("设计单位", "甲设计院").PressAsync("保存")).Notice);
        Assert.Equal(403, (await street.ForgeAsync($"/schemes/{scheme}/fixing", ("Version", "1"))).Status);
        var other = await stage.County.ClerkAsync(Role.Street, "东城街道");
        Assert.Equal(404, (await other.GetAsync($"/schemes/{scheme}")).Status);
        Assert.Equal(404, (await other.ForgeAsync($"/schemes/{scheme}", ("Designer", "x"))).Status);
    }

    [Fact]
    public async Task Jingyuan_WhatWasRenewed_IsRefusedWithTheRecord()
    {
        var stage = await StageAsync(SchemeStage.Jingyuan);
        await fixture.Portal.Sql.AppAsync(stage.County.Scope, $"insert into portal.earlier_works (tenant_id, id, estate_id, programme, year, item_key, item_name, has_central_money, document_number, recorded_by, recorded_at) values ('{stage.County.Id}', gen_random_uuid(), '{stage.Estate}', 'UtilityTransfer', 2019, 'roof-waterproofing', '屋面防水', false, '靖建〔2019〕1号', '试验', '2026-11-01')");

        var scheme = await stage.CompleteAsync("屋面防水");

        var page = await stage.Clerk.ForgeAsync($"/schemes/{scheme}/fixing", ("Version", "9"));
        Assert.Contains("“屋面防水”已有2019年三供一业改造（屋面防水；靖建〔2019〕1号；试验 2026-11-01登记），不得重复改造（靖政发〔2023〕75号 五）", page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Jingyuan_CentralMoneyWithoutGas_MustBeExplained()
    {
        var stage = await StageAsync(SchemeStage.Jingyuan);
        var scheme = await stage.CompleteAsync();
        await (await stage.Clerk.GetAsync($"/schemes/{scheme}/edit")).Tick("中央财政补助").PressAsync("保存");
        Assert.Contains("使用该项资金须包含“供气设施改造（管道燃气接入）”", (await stage.Clerk.GetAsync($"/schemes/{scheme}")).Text, StringComparison.Ordinal);

        var form = await stage.Clerk.GetAsync($"/schemes/{scheme}/edit");
        foreach (var label in form.Document.QuerySelectorAll("label").Select(label => label.TextContent.Trim()).Where(text => text.StartsWith("使用该项资金须包含", StringComparison.Ordinal)).ToList()) form.Fill(label, "管网未到，暂不具备条件");
        await form.PressAsync("保存");
        var page = await (await stage.Clerk.GetAsync($"/schemes/{scheme}")).PressAsync("确定方案");

        Assert.Equal("方案已确定，文本已固定。", page.Notice);
        Assert.Contains("供气设施改造（管道燃气接入）：管网未到，暂不具备条件", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ruicheng_AsksForTheGrade()
    {
        var stage = await StageAsync(SchemeStage.Ruicheng);
        var scheme = await stage.CompleteAsync();
        await (await stage.Clerk.GetAsync($"/schemes/{scheme}/edit")).Fill("改造分级", "").PressAsync("保存");

        Assert.Contains("未填改造分级（芮政办发〔2022〕23号 二.（四）1）", (await stage.Clerk.GetAsync($"/schemes/{scheme}")).Text, StringComparison.Ordinal);
    }

    private async Task<SchemeStage> StageAsync(string[]? chain = null) => await SchemeStage.MakeAsync(await fixture.CountyAsync(chain));

    private static Task<Page> ReachAsync(SchemeStage stage) => stage.Clerk.ForgeAsync($"/projects/{stage.Project}/stages/scheme/completion", ("On", "2026-11-21"));
}
