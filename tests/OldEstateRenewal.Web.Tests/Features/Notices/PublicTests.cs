using OldEstateRenewal.Web.Tests.Features.Projects;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Notices;

/// <summary>公示栏: what somebody without an account sees of a county, and what not.</summary>
public sealed class PublicTests(PortalFixture fixture)
{
    [Fact]
    public async Task Index_WithoutSignIn_ShowsRunningAndPastAndNothingHidden()
    {
        var (stage, other) = (await NoticeStage.MakeAsync(fixture), await NoticeStage.MakeAsync(fixture));
        await stage.PostedAsync("2026-11-18", title: "正在公示的");
        await stage.PostedAsync("2026-11-09", title: "期满的");
        await stage.DraftAsync(title: "还是草稿");
        await (await stage.PostedAsync("2026-11-18", title: "撤回了的")).Fill("原因", "名单有误").PressAsync("撤回");
        await (await stage.DraftAsync(title: "作废的草稿")).Fill("原因", "不用了").PressAsync("撤回");
        await other.PostedAsync("2026-11-18", title: "别县的");

        var page = await Clerk.Anonymous(fixture.Portal).OpenAsync(stage.County.Home + "/public");

        Assert.Equal(200, page.Status);
        Assert.Equal(["正在公示的"], Titles(page, "running"));
        Assert.Equal(["撤回了的 已撤回 2026-11-21 撤回：名单有误", "期满的"], Titles(page, "past"));
        var withdrawn = await page.FollowAsync("撤回了的");
        Assert.Contains("此公示已于 2026-11-21 撤回。原因：名单有误", withdrawn.Text, StringComparison.Ordinal);
        Assert.Null(withdrawn.Token);
        foreach (var hidden in new[] { "还是草稿", "作废的草稿", "别县的" }) Assert.DoesNotContain(hidden, page.Html, StringComparison.Ordinal);
        Assert.Contains("芮政办发〔2022〕23号", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("退出", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_Plan_IsTheIssuedOneByNamesOnly()
    {
        var county = await fixture.CountyAsync();
        await ProjectTests.IssuedAsync(county, "甲小区", "乙小区");
        await county.PlanAsync(2026, await county.EstateAsync("丙小区"));

        var page = await Clerk.Anonymous(fixture.Portal).OpenAsync(county.Home + "/public");

        Assert.Contains("2025年改造计划（2 个小区）", page.Text, StringComparison.Ordinal);
        Assert.Contains("乙小区", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("丙小区", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("3000", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_UnknownCountyCityOrNotice_IsNotFound()
    {
        var (stage, other, city) = (await NoticeStage.MakeAsync(fixture), await fixture.CountyAsync(), await County.CityAsync(fixture.Portal));
        var (posted, draft) = ((await stage.PostedAsync("2026-11-18")).Id, (await stage.DraftAsync()).Id);
        var stranger = Clerk.Anonymous(fixture.Portal);

        foreach (var address in new[] { "/nowhere/public", city.Home + "/public", $"{other.Home}/public/notices/{posted}", $"{stage.County.Home}/public/notices/{draft}", $"{stage.County.Home}/public/notices/{Guid.NewGuid()}", "/nowhere/public/notices/" + posted })
            Assert.Equal(404, (await stranger.OpenAsync(address)).Status);
        Assert.Equal(200, (await stranger.OpenAsync($"{stage.County.Home.ToUpperInvariant()}/public/notices/{posted}")).Status);
    }

    [Fact]
    public async Task Object_OnLine_GivesAReceiptAndReachesTheBureau()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var notice = (await stage.PostedAsync("2026-11-18")).Id;
        var stranger = Clerk.Anonymous(fixture.Portal);
        var page = await stranger.OpenAsync($"{stage.County.Home}/public/notices/{notice}");

        var told = await page.Fill("姓名（可不填）", "诸葛清风").Fill("意见和理由（必填，不超过 1000 字）", "3单元漏水没有列入，我家电话不对外").PressAsync("提交意见");
        var second = await page.Fill("姓名（可不填）", "").PressAsync("提交意见");

        Assert.Matches("^回执号：20261121-[0-9A-F]{4}-001$", told.Notice);
        Assert.EndsWith("-002", second.Notice, StringComparison.Ordinal);
        var shown = await stage.Bureau.GetAsync($"/notices/{notice}");
        Assert.Contains("网上 诸* 2026-11-21 收到", shown.Text, StringComparison.Ordinal);
        Assert.Contains("3单元漏水没有列入", shown.Text, StringComparison.Ordinal);
        Assert.Contains("有 2 条异议尚未答复", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("漏水", (await stranger.OpenAsync($"{stage.County.Home}/public/notices/{notice}")).Text, StringComparison.Ordinal);
        Assert.Contains("收到公示异议", (await stage.Bureau.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "请写明您的意见。")]
    [InlineData("长", "意见不超过 1000 字。")]
    public async Task Object_EmptyOrTooLong_IsRefusedAndKept(string text, string problem)
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var page = await Clerk.Anonymous(fixture.Portal).OpenAsync($"{stage.County.Home}/public/notices/{(await stage.PostedAsync("2026-11-18")).Id}");
        var typed = text == "" ? "" : new string('长', 1001);

        var refused = await page.Fill("意见和理由（必填，不超过 1000 字）", typed).PressAsync("提交意见");

        Assert.Equal(422, refused.Status);
        Assert.Contains(problem, refused.Problem, StringComparison.Ordinal);
        Assert.Equal(typed, refused.Value("意见和理由（必填，不超过 1000 字）"));
    }

    [Fact]
    public async Task Object_AfterTheEnd_IsRefused()
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var (running, past) = ((await stage.PostedAsync("2026-11-18")).Id, (await stage.PostedAsync("2026-11-09")).Id);
        var stranger = Clerk.Anonymous(fixture.Portal);
        var token = (await stranger.OpenAsync($"{stage.County.Home}/public/notices/{running}")).Token!;
        Assert.Null((await stranger.OpenAsync($"{stage.County.Home}/public/notices/{past}")).Token);

        var page = await stranger.PostAsync($"{stage.County.Home}/public/notices/{past}/objections", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Text", "晚了")]));

        Assert.Equal(422, page.Status);
        Assert.Contains("公示期已满", page.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, "select count(*) from portal.notice_objections"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Reply_IsReadByAllOnlyWhenPublished(bool published)
    {
        var stage = await NoticeStage.MakeAsync(fixture);
        var page = await NoticeStage.AnswerAsync(await NoticeStage.ObjectAsync(await stage.PostedAsync()), published);

        var seen = await Clerk.Anonymous(fixture.Portal).OpenAsync($"{stage.County.Home}/public/notices/{page.Id}");

        Assert.Equal(published, seen.Text.Contains("将增设十个车位。", StringComparison.Ordinal));
        Assert.Equal(published, seen.Text.Contains("关于停车位", StringComparison.Ordinal));
        foreach (var secret in new[] { "停车位太少", "诸", stage.Bureau.Person!.DisplayName }) Assert.DoesNotContain(secret, seen.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Object_TooOften_IsSlowedDown()
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync(), receiptsPerMinute: 2);
        var county = await County.MakeAsync(portal);
        var stranger = Clerk.Anonymous(portal);
        var statuses = new List<int>();
        for (var i = 0; i < 3; i++) statuses.Add((int)(await stranger.SendAsync(HttpMethod.Post, $"{county.Home}/public/notices/{Guid.NewGuid()}/objections", new FormUrlEncodedContent([]))).StatusCode);

        Assert.Equal([400, 400, 429], statuses);
    }

    private static IEnumerable<string> Titles(Page page, string section) => page.Document.QuerySelector($"section[aria-labelledby={section}]")!.QuerySelectorAll("td.name").Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
