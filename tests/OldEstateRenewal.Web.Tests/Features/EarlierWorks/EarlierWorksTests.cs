using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.EarlierWorks;

public sealed class EarlierWorksTests(PortalFixture fixture)
{
    private static readonly string[] jingyuan = ["jingyuan", "baiyin", "gansu", "nation"];

    [Fact]
    public async Task Roof_ASecondTimeOnTheSameBuilding_IsRefusedWithTheRecordNamed()
    {
        var (county, estate, clerk) = await StartAsync(jingyuan);
        var first = await RecordAsync(clerk, estate, "老旧小区改造", "2019", "1号楼", "屋面防水", document: "靖建〔2019〕1号");
        Assert.Equal("既往改造已登记。", first.Notice);

        var second = await RecordAsync(clerk, estate, "其他财政支持计划", "2024", "1号楼", "屋面防水");

        Assert.Equal(422, second.Status);
        Assert.Contains("不得重复改造", second.Problem, StringComparison.Ordinal);
        Assert.Contains($"2019年老旧小区改造（", second.Problem, StringComparison.Ordinal);
        foreach (var text in new[] { "1号楼", "靖建〔2019〕1号", $"{clerk.Person!.DisplayName} 2026-11-21登记", "靖政发〔2023〕75号" }) Assert.Contains(text, second.Problem, StringComparison.Ordinal);
        Assert.Equal("2024", second.Value("年份"));
        Assert.Equal(1, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.earlier_works"));
    }

    [Fact]
    public async Task Roof_AfterTheRecordIsWithdrawn_IsRecorded()
    {
        var (_, estate, clerk) = await StartAsync(jingyuan);
        var page = await RecordAsync(clerk, estate, "老旧小区改造", "2019", "1号楼", "屋面防水");
        Assert.Contains("请填写撤回的理由", (await page.PressAsync("撤回登记")).Problem, StringComparison.Ordinal);

        var withdrawn = await (await clerk.GetAsync($"/estates/{estate}/works")).Fill("撤回理由", "记错楼栋").PressAsync("撤回登记");

        Assert.Equal("已撤回该条登记。", withdrawn.Notice);
        Assert.Contains("已撤回", withdrawn.Rows()[0][8], StringComparison.Ordinal);
        Assert.Contains("记错楼栋", withdrawn.Rows()[0][8], StringComparison.Ordinal);
        Assert.Equal("既往改造已登记。", (await RecordAsync(clerk, estate, "老旧小区改造", "2024", "1号楼", "屋面防水")).Notice);
    }

    [Fact]
    public async Task Roof_WhereNoDocumentForbids_IsAskedOnceAndThenRecorded()
    {
        var (_, estate, clerk) = await StartAsync(null);
        var item = await AnyItemAsync(clerk, estate);
        await RecordAsync(clerk, estate, "老旧小区改造", "2019", "1号楼", item);

        var asked = await RecordAsync(clerk, estate, "居民自筹改造", "2024", "1号楼", item);
        Assert.Equal(422, asked.Status);
        Assert.Contains("请核对是否重复", asked.Problem, StringComparison.Ordinal);

        Assert.Equal("既往改造已登记。", (await asked.Tick("已核对，确非重复").PressAsync("登记")).Notice);
    }

    [Fact]
    public async Task CentralMoney_ASecondTime_IsRefusedWithTheRecordNamed()
    {
        var (_, estate, clerk) = await StartAsync(jingyuan);
        await RecordAsync(clerk, estate, "老旧小区改造", "2019", central: true, document: "甘建〔2019〕9号");

        var second = await RecordAsync(clerk, estate, "老旧小区改造", "2024", central: true);

        Assert.Equal(422, second.Status);
        Assert.Contains("不得重复申报中央补助", second.Problem, StringComparison.Ordinal);
        Assert.Contains("甘建〔2019〕9号", second.Problem, StringComparison.Ordinal);
        Assert.Contains("完成改造的项目", second.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("棚户区改造", false, "已列入棚户区（危旧房）改造计划，不得列入")]
    [InlineData("老旧小区改造", true, "不得重复申报中央补助")]
    public async Task Plan_EstateThatTheRecordsForbid_IsGreyedAndRefused(string programme, bool central, string reason)
    {
        var (county, estate, clerk) = await StartAsync(jingyuan);
        await RecordAsync(clerk, estate, programme, "2018", central: central);
        var plan = await county.PlanAsync(2027);

        var page = await clerk.GetAsync($"/plans/{plan}/entries/new");
        Assert.False(page.CanTick("列入 红旗小区"));
        Assert.Contains(reason, page.Text, StringComparison.Ordinal);
        var forced = await clerk.ForgeAsync($"/plans/{plan}/entries", ("estates", $"{estate}"));
        Assert.Equal(422, forced.Status);
        Assert.StartsWith($"红旗小区：2018年{programme}", forced.Problem, StringComparison.Ordinal);
        Assert.Contains(reason, forced.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_WhereNoDocumentForbids_IsWarnedAndPlanned()
    {
        var (county, estate, clerk) = await StartAsync(["liu", "nation"]);
        await RecordAsync(clerk, estate, "其他财政支持计划", "2018");
        var plan = await county.PlanAsync(2027);

        var page = await clerk.GetAsync($"/plans/{plan}/entries/new");
        Assert.Contains("请核对", page.Text, StringComparison.Ordinal);
        Assert.Equal("已列入 1 个小区。", (await page.Tick("列入 红旗小区").PressAsync("列入所选小区")).Notice);
    }

    [Fact]
    public async Task Fact_AnsweredNoAgainstARecord_ShowsTheContradictionAndChangesNothing()
    {
        var (county, estate, clerk) = await StartAsync(jingyuan);
        await RecordAsync(clerk, estate, "棚户区改造", "2018");
        Assert.Contains("有记录，未登记 2018年棚户区改造", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);

        await county.Portal.Sql.AppAsync(county.Scope, $"insert into portal.estate_facts (tenant_id, estate_id, key, value, recorded_by, recorded_at) values ('{county.Id}', '{estate}', 'shanty-plan', false, '试验', now())");

        Assert.Contains("与记录不符 2018年棚户区改造", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);
        Assert.False(await fixture.Portal.Sql.AskAppAsync<bool>(county.Scope, "select value from portal.estate_facts where key = 'shanty-plan'"));
    }

    [Fact]
    public async Task Merged_TheRecordsOfTheEndedEstate_StillForbid()
    {
        var (county, estate, clerk) = await StartAsync(jingyuan);
        await RecordAsync(clerk, estate, "老旧小区改造", "2019", "1号楼", "屋面防水");
        var into = await county.EstateAsync("连片小区", "城关街道");
        await (await clerk.GetAsync($"/estates/{into}/mergers/new")).Tick("并入 红旗小区").Fill("合并理由", "连片").PressAsync("合并");

        Assert.Contains("2019年老旧小区改造", (await clerk.GetAsync($"/estates/{into}/works")).Text, StringComparison.Ordinal);
        var again = await RecordAsync(clerk, into, "其他财政支持计划", "2024", "1号楼", "屋面防水");
        Assert.Contains("不得重复改造", again.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_AllAndAsAFile_SaysTheSame()
    {
        var (county, estate, clerk) = await StartAsync(jingyuan);
        await RecordAsync(clerk, estate, "老旧小区改造", "2019", "1号楼", "屋面防水", amount: "12345.60");
        await RecordAsync(clerk, estate, "三供一业改造", "2018");

        var page = await clerk.GetAsync("/works?programme=OldEstate");
        var row = Assert.Single(page.Rows());
        Assert.Equal(["1", "红旗小区", "1号楼", "2019", "老旧小区改造", "屋面防水"], row[..6]);
        var sheet = Papers.SheetRows(await clerk.DownloadAsync("/works/list.xlsx?programme=OldEstate"));
        Assert.Contains(sheet, cells => cells[1] == "红旗小区" && cells[7] == "12345.6");
        Assert.DoesNotContain(sheet, cells => cells.Contains("三供一业改造"));
        Assert.Contains(sheet, cells => cells[0].Contains("老旧小区改造", StringComparison.Ordinal) && cells[0].StartsWith('（'));
        Assert.Contains("红旗小区", await Papers.PdfTextAsync(await clerk.DownloadAsync("/works/list.pdf")), StringComparison.Ordinal);
        Assert.Equal(2, (await clerk.GetAsync("/works")).Rows().Count);
        Assert.NotNull(county);
    }

    private static async Task<string> AnyItemAsync(Clerk clerk, Guid estate) =>
        ((AngleSharp.Html.Dom.IHtmlSelectElement)(await clerk.GetAsync($"/estates/{estate}/works")).Document.GetElementById("ItemKey")!).Options[1].Text.Trim();

    private static async Task<Page> RecordAsync(Clerk clerk, Guid estate, string programme, string year, string? building = null, string? item = null, bool central = false, string? document = null, string? amount = null)
    {
        var page = (await clerk.GetAsync($"/estates/{estate}/works")).Choose("类别", programme).Fill("年份", year);
        if (building is not null) page.Choose("范围", building);
        if (item is not null) page.Choose("改造内容", item);
        if (central) page.Tick("有中央补助资金");
        if (document is not null) page.Fill("文号", document);
        if (amount is not null) page.Fill("金额（元）", amount);
        return await page.PressAsync("登记");
    }

    private async Task<(County County, Guid Estate, Clerk Clerk)> StartAsync(string[]? chain)
    {
        var county = await fixture.CountyAsync(chain);
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        await county.BuildingAsync(estate);
        return (county, estate, await county.ClerkAsync());
    }
}
