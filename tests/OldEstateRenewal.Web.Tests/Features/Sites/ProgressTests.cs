using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Sites;

/// <summary>Items of works from the catalogue to the day they are finished.</summary>
public sealed class ProgressTests(PortalFixture fixture)
{
    [Fact]
    public async Task Add_FromTheCatalogue_IsListedWithItsLayer()
    {
        var stage = await SiteStage.MakeAsync(fixture);

        var page = await (await stage.Clerk.GetAsync($"{stage.Site}/items/new")).Tick("列入 智慧安防").Fill("计划完工", "2026-11-10").PressAsync("列入");

        Assert.Equal("已列入 1 项施工内容。", page.Notice);
        Assert.True(page.HasLink("智慧安防"));
        Assert.Contains("地上", page.Text, StringComparison.Ordinal);
        Assert.Contains("逾期 11 天", page.Text, StringComparison.Ordinal);
        Assert.Contains("总体进度 0%", page.Text, StringComparison.Ordinal);
        var again = await (await stage.Clerk.GetAsync($"{stage.Site}/items/new")).Tick("列入 智慧安防").PressAsync("列入");
        Assert.Equal(422, again.Status);
        Assert.Contains("此处已有“智慧安防”。", again.Problem, StringComparison.Ordinal);
        Assert.Contains("请勾选要施工的内容。", (await (await stage.Clerk.GetAsync($"{stage.Site}/items/new")).PressAsync("列入")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Add_PlaceOfAnotherProject_IsRefused()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var other = await stage.County.EstateAsync("乙小区");

        var page = await stage.Clerk.ForgeAsync($"{stage.Site}/items", ("Keys", "smart-security"), ("Place", $"{other}"));

        Assert.Equal(422, page.Status);
        Assert.Equal("请从列出的小区、楼栋中选择。", page.Wrong("地点"));
        Assert.Equal("0", await CountAsync(stage, "site_items"));
    }

    [Fact]
    public async Task Report_BeforeTheProjectHasStarted_IsRefused()
    {
        var stage = await SiteStage.MakeAsync(fixture, started: false);
        var item = await stage.ItemAsync("外墙");

        Assert.False((await stage.Clerk.GetAsync(stage.Site)).HasButton("开工"));
        var page = await stage.ReportAsync(item, 0, "2026-11-01");

        Assert.Equal(422, page.Status);
        Assert.Contains("“开工”环节尚未登记完成，不能开始施工（临政办字〔2024〕17号 二.（三））。", page.Problem, StringComparison.Ordinal);
        Assert.Equal("0", await CountAsync(stage, "site_progress"));
    }

    [Theory]
    [InlineData("2026-09-30", "早于项目开工日期 2026-10-01")]
    [InlineData("2026-11-22", "晚于今天")]
    public async Task Report_OnAnImpossibleDay_IsRefused(string on, string expected)
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var item = await stage.ItemAsync("外墙");

        var page = await stage.ReportAsync(item, 10, on);

        Assert.Equal(422, page.Status);
        Assert.Contains(expected, page.Problem, StringComparison.Ordinal);
        Assert.Equal("10", page.Value("进度（%）"));
        Assert.Equal("0", await CountAsync(stage, "site_progress"));
    }

    [Fact]
    public async Task Start_AboveGroundBeforeUndergroundIsFinished_IsRefusedWithTheClause()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var (road, pipe) = (await stage.ItemAsync("道路", "AboveGround"), await stage.ItemAsync("给水管网", "Underground"));
        await stage.County.ItemAsync(stage.Project, await stage.County.EstateAsync("乙小区"), "别处的管网", "Underground");
        var reason = "先地下、后地上：地下：给水管网到 2026-11-09 尚未完工（临政办字〔2024〕17号 二.（二）";

        Assert.Contains("地下：给水管网到 2026-11-21 尚未完工", (await stage.Clerk.GetAsync(stage.Site)).Text, StringComparison.Ordinal);
        Assert.Contains(reason, (await stage.ReportAsync(road, 0, "2026-11-09")).Problem, StringComparison.Ordinal);
        Assert.Equal("进度已登记。", (await stage.ReportAsync(pipe, 100, "2026-11-10", "2026-11-10")).Notice);
        Assert.Contains(reason, (await stage.ReportAsync(road, 0, "2026-11-09")).Problem, StringComparison.Ordinal);

        Assert.Equal("进度已登记。", (await stage.ReportAsync(road, 0, "2026-11-10")).Notice);
    }

    [Fact]
    public async Task Start_WhereNoDocumentOrdersTheWorks_IsFree()
    {
        var stage = await SiteStage.MakeAsync(fixture, chain: ["ruicheng", "yuncheng", "shanxi", "nation"]);
        var (road, _) = (await stage.ItemAsync("道路", "AboveGround"), await stage.ItemAsync("给水管网", "Underground"));

        Assert.Equal("进度已登记。", (await stage.ReportAsync(road, 0, "2026-11-09")).Notice);
    }

    [Fact]
    public async Task Report_WholeWithoutTheDayOfFinish_IsRefusedByPageAndDatabase()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var item = await stage.ItemAsync("外墙");

        Assert.Contains("进度为 100% 时须填写完工日期。", (await stage.ReportAsync(item, 100, "2026-11-01")).Problem, StringComparison.Ordinal);
        Assert.Contains("填写了完工日期，进度应为 100%。", (await stage.ReportAsync(item, 90, "2026-11-01", "2026-11-01")).Problem, StringComparison.Ordinal);
        Assert.Contains("进度应为 0 至 100 的整数。", (await stage.ReportAsync(item, 101, "2026-11-01")).Problem, StringComparison.Ordinal);
        Assert.Equal("23514", await fixture.Portal.Sql.RefusalAsync(stage.County.Scope, $"""
            insert into portal.site_progress (tenant_id, id, project_id, item_id, percent, "on", started_on, by, by_id, at) values ('{stage.County.Id}', gen_random_uuid(), '{stage.Project}', '{item}', 100, '2026-11-01', '2026-11-01', 'x', gen_random_uuid(), now())
            """));
    }

    [Fact]
    public async Task Report_Facts_AreKeptAndTheNewestHolds()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var item = await stage.ItemAsync("外墙");
        await stage.ReportAsync(item, 25, "2026-10-05");
        await stage.ReportAsync(item, 50, "2026-10-10");

        Assert.Contains("进度由 50% 退到 40%，请在说明中写明原因。", (await stage.ReportAsync(item, 40, "2026-10-11")).Problem, StringComparison.Ordinal);
        var page = await stage.ReportAsync(item, 40, "2026-10-11", remark: "返工");

        Assert.Equal("40", page.Value("进度（%）"));
        Assert.Contains("2026-10-05 开工", page.Text, StringComparison.Ordinal);
        Assert.Equal("25,50,40", await stage.County.AskAsync("select string_agg(percent::text, ',' order by id) from portal.site_progress"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(stage.County.Scope, "update portal.site_progress set percent = 99"));
    }

    [Fact]
    public async Task Button_WithAPhoto_KeepsBothAndOnceOnly()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var item = await stage.ItemAsync("外墙");

        var page = await TapAsync(stage, item, "50");
        await TapAsync(stage, item, "50");

        Assert.Equal("外墙 50%，已登记。", page.Notice);
        Assert.True(page.HasButton("仍为 50%"));
        Assert.Single(page.Document.QuerySelectorAll(".site-photos img"));
        Assert.Equal("1/1", await stage.County.AskAsync("select (select count(*) from portal.site_progress) || '/' || (select count(*) from portal.attachments where subject_type = 'SiteRecord')"));
        Assert.Equal(200, (await stage.Clerk.GetAsync($"/site-records/{item}")).Status);
        var finished = await TapAsync(stage, item, "100");
        Assert.Contains("2026-11-21 完工", finished.Text, StringComparison.Ordinal);
        Assert.False(finished.HasButton("完工"));
    }

    [Fact]
    public async Task Overall_OfItems_IsTheirMeanByNumber()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        await stage.ReportAsync(await stage.ItemAsync("外墙"), 100, "2026-10-10", "2026-10-10");
        await stage.ReportAsync(await stage.ItemAsync("屋面"), 25, "2026-10-10");
        await stage.ItemAsync("楼道");

        var page = await stage.Clerk.GetAsync(stage.Site);

        // 125 of 300 is 41.666…, cut and not rounded.
        Assert.Contains("总体进度 41.6%", page.Text, StringComparison.Ordinal);
        Assert.Contains("完工 1 / 3 项", page.Text, StringComparison.Ordinal);
        var sheet = Papers.SheetRows(await stage.Clerk.DownloadAsync($"{stage.Site}/items.xlsx"));
        Assert.Contains(sheet, row => row[0] == "外墙" && row.Contains("100"));
        Assert.Contains("总体进度 41.66%", string.Concat((await Papers.PdfTextAsync(await stage.Clerk.DownloadAsync($"{stage.Site}/items.pdf"))).Split('\n')), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_SavedBySomeoneElseMeanwhile_IsToldWithWhatStandsNow()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var item = await stage.ItemAsync("外墙");
        var open = await stage.Clerk.GetAsync($"{stage.Site}/items/{item}");
        await (await (await stage.County.ClerkAsync()).GetAsync($"{stage.Site}/items/{item}")).Fill("计划完工", "2026-12-01").PressAsync("保存计划");

        var page = await open.Fill("计划完工", "2026-12-05").PressAsync("保存计划");

        Assert.Equal(422, page.Status);
        Assert.Equal("2026-12-05", page.Value("计划完工"));
        Assert.Contains("现值：2026-12-01", page.Text, StringComparison.Ordinal);
        Assert.Equal("计划已保存。", (await page.PressAsync("保存计划")).Notice);
    }

    [Fact]
    public async Task Remove_OnlyWhatNobodyBegan()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var (begun, idle) = (await stage.ItemAsync("外墙"), await stage.ItemAsync("屋面"));
        await stage.ReportAsync(begun, 5, "2026-10-10");

        Assert.Contains("已有进度记录，不能移出", (await stage.Clerk.ForgeAsync($"{stage.Site}/items/{begun}/removal", ("Reason", "x"))).Problem, StringComparison.Ordinal);
        Assert.Contains("请写明原因。", (await stage.Clerk.ForgeAsync($"{stage.Site}/items/{idle}/removal")).Problem, StringComparison.Ordinal);
        Assert.False((await stage.Clerk.ForgeAsync($"{stage.Site}/items/{idle}/removal", ("Reason", "方案调整"))).HasLink("屋面"));
    }

    [Fact]
    public async Task Site_OfAnotherStreet_IsNotFound()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var item = await stage.ItemAsync("外墙");
        var (own, other) = (await stage.County.ClerkAsync(Role.Street, "城关街道"), await stage.County.ClerkAsync(Role.Street, "东城街道"));

        Assert.Equal("进度已登记。", (await own.ForgeAsync($"{stage.Site}/items/{item}/progress", ("Percent", "10"), ("On", "2026-11-01"))).Notice);
        Assert.Equal(404, (await other.GetAsync(stage.Site)).Status);
        Assert.Equal(404, (await other.ForgeAsync($"{stage.Site}/items/{item}/progress", ("Percent", "20"), ("On", "2026-11-02"))).Status);
        Assert.Equal("1", await CountAsync(stage, "site_progress"));
    }

    private static Task<string?> CountAsync(SiteStage stage, string table) => stage.County.AskAsync($"select count(*)::text from portal.{table}");

    /// <summary>What a phone sends when a picture is chosen and a button pressed.</summary>
    private static async Task<Page> TapAsync(SiteStage stage, Guid item, string percent)
    {
        var token = (await stage.Clerk.GetAsync(stage.Site)).Token!;
        var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("true"), "Now" }, { new StringContent(percent), "Percent" }, { new ByteArrayContent(Pictures.Jpeg()), "photos", "现场.jpg" } };
        return await stage.Clerk.PostAsync($"{stage.County.Home}{stage.Site}/items/{item}/progress", form);
    }
}
