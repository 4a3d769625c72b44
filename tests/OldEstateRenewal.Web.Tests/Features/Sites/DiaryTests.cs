using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Sites;

/// <summary>Parties, watchers, problems, inspections and tests.</summary>
public sealed class DiaryTests(PortalFixture fixture)
{
    [Fact]
    public async Task Problem_SolvedAndLookedAtByAnother_IsClosed()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var listed = await stage.FindAsync("勾缝不密实", due: "2026-11-11");
        Assert.Contains("逾期 10 天", listed.Text, StringComparison.Ordinal);
        var page = await listed.FollowAsync("勾缝不密实");
        var address = page.Address[stage.County.Home.Length..];

        Assert.Contains("尚未登记整改，不能复查。", (await stage.Clerk.ForgeAsync($"{address}/steps", ("Kind", "Passed"), ("On", "2026-11-12"), ("Text", "合格"))).Problem, StringComparison.Ordinal);
        Assert.Contains("早于发现日期 2026-11-01", (await page.Fill("日期", "2026-10-31").Fill("情况", "已返工").PressAsync("登记")).Problem, StringComparison.Ordinal);
        var solved = await page.Fill("日期", "2026-11-12").PressAsync("登记");
        Assert.Contains("整改由您登记，复查须由另一人登记。", solved.Text, StringComparison.Ordinal);
        Assert.Contains("复查须由另一人登记", (await stage.Clerk.ForgeAsync($"{address}/steps", ("Kind", "Passed"), ("On", "2026-11-12"), ("Text", "合格"))).Problem, StringComparison.Ordinal);
        var other = await stage.County.ClerkAsync();
        var returned = await (await other.GetAsync(address)).Choose("结果", "复查未通过").Fill("情况", "仍有空鼓").PressAsync("登记");
        Assert.Contains("待整改", returned.Text, StringComparison.Ordinal);
        await stage.Clerk.ForgeAsync($"{address}/steps", ("Kind", "Solved"), ("On", "2026-11-21"), ("Text", "再次返工"));
        var closed = await (await other.GetAsync(address)).Choose("结果", "复查通过").Fill("情况", "合格").PressAsync("登记");

        Assert.Contains("已销号", closed.Text, StringComparison.Ordinal);
        Assert.Contains("未销号 0 个", (await other.GetAsync($"{stage.Site}/problems")).Text, StringComparison.Ordinal);
        Assert.Contains(Papers.SheetRows(await other.DownloadAsync($"{stage.Site}/problems.xlsx")), row => row.Contains("勾缝不密实") && row.Contains("已销号"));
    }

    [Fact]
    public async Task Problem_SentAgain_IsKeptOnce()
    {
        var stage = await SiteStage.MakeAsync(fixture);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => stage.FindAsync("勾缝不密实")));

        Assert.Equal("1", await stage.County.AskAsync("select count(*)::text from portal.site_problems"));
    }

    [Fact]
    public async Task Inspection_OfDust_RaisesAProblemForEachMeasureThatFails()
    {
        var stage = await SiteStage.MakeAsync(fixture, chain: ["jingyuan", "baiyin", "gansu", "nation"]);
        var form = await stage.Clerk.GetAsync($"{stage.Site}/inspections/new?kind=Dust");
        foreach (var held in new[] { "工地周边 100% 围挡", "物料堆放 100% 覆盖", "路面 100% 硬化", "渣土车辆 100% 密闭运输" }) form.Tick(held);

        var refused = await form.Fill("检查单位", "县住建局").Fill("检查情况", "现场查看").PressAsync("登记");
        Assert.Contains("发现问题的，须填写责任单位。", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("发现问题的，须填写整改期限。", refused.Problem, StringComparison.Ordinal);
        var page = await refused.Fill("责任单位", "甲建筑公司").Fill("整改期限", "2026-11-25").PressAsync("登记");

        Assert.Contains("未落实：土方开挖 100% 湿法作业、出入车辆 100% 清洗", page.Text, StringComparison.Ordinal);
        Assert.Equal("Dust:扬尘管控未落实：出入车辆 100% 清洗。|Dust:扬尘管控未落实：土方开挖 100% 湿法作业。", await stage.County.AskAsync("select string_agg(kind || ':' || text, '|' order by text collate \"C\") from portal.site_problems where inspection_id is not null"));
    }

    [Fact]
    public async Task Inspection_OfDust_WhereNoDocumentListsMeasures_AsksForNone()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var form = await stage.Clerk.GetAsync($"{stage.Site}/inspections/new?kind=Dust");
        Assert.Contains("现行文件没有列明扬尘管控的各项措施", form.Text, StringComparison.Ordinal);

        Assert.Equal("检查已登记。", (await form.Fill("检查单位", "县住建局").Fill("检查情况", "现场查看").PressAsync("登记")).Notice);
    }

    [Fact]
    public async Task Test_ThatFails_RaisesASevereProblem()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var form = (await stage.Clerk.GetAsync($"{stage.Site}/tests/new")).Fill("材料", "PE 给水管").Fill("批次", "A1").Fill("报告编号", "J-1").Fill("检验机构", "县检测中心").Choose("结果", "不合格").Fill("责任单位", "甲建筑公司").Fill("整改期限", "2026-11-25");

        var page = await form.PressAsync("登记");

        Assert.Contains("不合格", page.Text, StringComparison.Ordinal);
        Assert.Equal("Severe:PE 给水管（批次 A1）检验不合格，报告编号 J-1。", await stage.County.AskAsync("select severity || ':' || text from portal.site_problems"));
        Assert.Contains("报告编号 J-1 已登记。", (await form.PressAsync("登记")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Party_Corrected_KeepsWhatStoodBefore()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        await stage.PartyAsync("Contractor", "甲建筑公同", "0536-3112345");

        var form = await (await stage.Clerk.GetAsync($"{stage.Site}/parties")).FollowAsync("更正甲建筑公同");
        var page = await form.Fill("单位名称", "甲建筑公司").Fill("合同金额（元）", "1,234,567.89").PressAsync("保存");

        Assert.Equal("已更正。", page.Notice);
        Assert.Contains("1,234,567.89", page.Text, StringComparison.Ordinal);
        Assert.Contains("施工单位 甲建筑公同", page.Text, StringComparison.Ordinal);
        Assert.Equal("甲建筑公司", await stage.County.AskAsync("select firm from portal.site_parties where ended_at is null"));
        Assert.Contains("已登记为施工单位", (await stage.PartyAsync("Contractor", "甲建筑公司")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("13800000000", "请填写单位的办公电话；个人手机号不登记。")]
    [InlineData("12", "请填写一个办公电话，如 0536-3112345。")]
    public async Task Party_PhoneOfAPerson_IsRefused(string phone, string expected)
    {
        var stage = await SiteStage.MakeAsync(fixture);

        var page = await stage.PartyAsync("Contractor", "甲建筑公司", phone);

        Assert.Equal(expected, page.Wrong("办公电话"));
        Assert.Equal("甲建筑公司", page.Value("单位名称"));
        Assert.Equal("0", await stage.County.AskAsync("select count(*)::text from portal.site_parties"));
    }

    [Fact]
    public async Task Utility_FromDesignToAcceptance_IsShownByStage()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        await stage.PartyAsync("Water", "县自来水公司");

        var page = await (await stage.Clerk.GetAsync($"{stage.Site}/parties")).Choose("环节", "设计").Fill("日期", "2026-11-01").Fill("做了什么", "会审给水图纸").PressAsync("登记参与");

        Assert.Contains("2026-11-01 会审给水图纸", page.Text, StringComparison.Ordinal);
        var contractor = await stage.County.Portal.Sql.AskAppAsync<Guid>(stage.County.Scope, "select id from portal.site_parties");
        Assert.Contains("参与日期不能晚于今天。", (await stage.Clerk.ForgeAsync($"{stage.Site}/parties/{contractor}/attendances", ("Stage", "Works"), ("On", "2026-11-22"), ("Text", "x"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watchers_ReadByTheCity_AreNotShown()
    {
        var city = await County.CityAsync(fixture.Portal);
        var county = await County.MakeAsync(fixture.Portal, null, null, Domain.Policies.PolicyLevel.County, city);
        var filled = await county.FillAsync("金丝雀");
        var official = await Person.MakeAsync(fixture.Portal);
        await city.AdmitAsync(official, Role.City);

        var page = await (await official.SignInAsync(county)).GetAsync($"/projects/{filled.Project}/site/parties");

        Assert.Contains("名单由县（市、区）掌握。", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Watcher_Name_IsMaskedForThoseWhoOnlyRead()
    {
        var stage = await SiteStage.MakeAsync(fixture);
        var form = (await stage.Clerk.GetAsync($"{stage.Site}/watchers/new")).Choose("来源", "人大代表").Fill("姓名", "欧阳试验").Fill("推荐社区", "兴隆社区").Fill("聘请日期", "2026-11-01");

        var page = await form.PressAsync("保存");

        Assert.Contains("欧阳试验", page.Text, StringComparison.Ordinal);
        var leader = await (await stage.County.ClerkAsync(Role.Leader)).GetAsync($"{stage.Site}/parties");
        Assert.Contains("欧**", leader.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("欧阳试验", leader.Html, StringComparison.Ordinal);
    }
}
