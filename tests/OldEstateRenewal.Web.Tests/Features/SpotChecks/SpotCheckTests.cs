using System.Net.Http.Headers;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.SpotChecks;

/// <summary>随机抽查: a list fixed before the seed, a draw that anyone can repeat, findings and their mending.</summary>
public sealed class SpotCheckTests(PortalFixture fixture)
{
    [Fact]
    public async Task Draw_AFixedList_IsWhatAnyoneElseFinds()
    {
        var city = await CityAsync();

        var page = await DrawAsync(await FixAsync(city, 3), "双色球 03 11 25");

        var codes = city.Projects.ToDictionary(project => $"{project.County.Tenant.Key}-2027-{project.Id.ToString("N")[^12..]}");
        var order = codes.Keys.OrderBy(code => SpotCheckDraw.Hash("双色球 03 11 25", code), StringComparer.Ordinal).ToList();
        var shown = page.Document.QuerySelectorAll("main table")[^1].QuerySelectorAll("tbody tr").Select(row => (Code: row.QuerySelector("code")!.TextContent, IsDrawn: row.TextContent.Contains("抽中", StringComparison.Ordinal))).ToList();
        Assert.Equal(order, shown.Select(row => row.Code));
        Assert.Equal(3, shown.Count(row => row.IsDrawn));
        // Each county has one at least: the first of its own in the order.
        foreach (var county in city.Counties) Assert.True(shown.First(row => row.Code.StartsWith(county.Tenant.Key, StringComparison.Ordinal)).IsDrawn);
        Assert.Contains("已重算，与所存结果一致", page.Text, StringComparison.Ordinal);
        var sheet = Papers.SheetRows(await city.Clerk.DownloadAsync($"/spot-checks/lists/{page.Id}/table.xlsx"));
        foreach (var code in order) Assert.Contains(sheet, row => row.Contains(code) && row.Contains(SpotCheckDraw.Hash("双色球 03 11 25", code)));
        Assert.Contains("sha256sum", await Papers.PdfTextAsync(await city.Clerk.DownloadAsync($"/spot-checks/lists/{page.Id}/table.pdf")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draw_Twice_IsRefusedByThePageAndByTheDatabase()
    {
        var city = await CityAsync();
        var page = await DrawAsync(await FixAsync(city, 2), "7");

        var again = await city.Clerk.ForgeAsync($"/spot-checks/lists/{page.Id}/draw", ("Seed", "8"), ("Source", "x"), ("Caller", "x"));

        Assert.Equal(422, again.Status);
        Assert.Contains("不能重抽", again.Problem, StringComparison.Ordinal);
        var scope = city.City.Scope;
        Assert.Contains("不再改动", (await city.Clerk.ForgeAsync($"/spot-checks/lists/{page.Id}/withdrawal", ("Reason", "x"))).Problem, StringComparison.Ordinal);
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(scope, "update portal.check_closings set seed = '8'"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(scope, "update portal.check_lots set is_drawn = true"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(scope, "delete from portal.check_candidates"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(scope, $"insert into portal.check_candidates (tenant_id, id, list_id, sequence, county_id, county_key, county_name, project_id, project_name, phase, code) select tenant_id, gen_random_uuid(), list_id, 99, county_id, county_key, county_name, project_id, project_name, phase, 'x' from portal.check_candidates where list_id = '{page.Id}' limit 1"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(scope, $"insert into portal.check_quotas (tenant_id, id, list_id, closing_id, county_id, county_name, candidates, drawn) select tenant_id, gen_random_uuid(), list_id, closing_id, gen_random_uuid(), county_name, 1, 1 from portal.check_quotas where list_id = '{page.Id}' limit 1"));
        Assert.Equal("23505", await fixture.Portal.Sql.RefusalAsync(scope, $"insert into portal.check_closings (tenant_id, id, list_id, kind, reason, by, by_id, at) values ('{city.City.Id}', gen_random_uuid(), '{page.Id}', 'Withdrawn', 'x', 'x', gen_random_uuid(), now())"));
    }

    [Fact]
    public async Task Fix_WrongInput_IsToldBesideTheFieldAndKept()
    {
        var city = await CityAsync();
        var page = await city.Clerk.GetAsync("/spot-checks/lists/new?year=2027");

        var none = await page.Fill("名称", "").Fill("抽取数", "0").Fill("依据", "聊城 六").PressAsync("固定名单");
        Assert.Equal(422, none.Status);
        Assert.Equal("请填写名称。", none.Wrong("名称"));
        Assert.Contains("抽取数应在", none.Wrong("抽取数"), StringComparison.Ordinal);
        Assert.Equal("聊城 六", none.Value("依据"));
        var many = await none.Fill("名称", "抽查").Fill("抽取数", "99").PressAsync("固定名单");
        Assert.Contains("候选只有 5 个", many.Problem, StringComparison.Ordinal);
        Assert.Contains("没有符合条件的项目", (await city.Clerk.GetAsync("/spot-checks/lists/new?year=2027&phase=Completed")).Text, StringComparison.Ordinal);
        var seedless = await (await FixAsync(city, 2)).Fill("种子来源", "彩票").PressAsync("抽取");
        Assert.Equal(422, seedless.Status);
        Assert.Equal("请填写种子。", seedless.Wrong("种子"));
        Assert.Equal("彩票", seedless.Value("种子来源"));
    }

    [Fact]
    public async Task Withdraw_BeforeTheDraw_StaysVisibleAndIsNeverDrawn()
    {
        var city = await CityAsync();
        var list = await FixAsync(city, 2);

        var page = await list.Fill("作废的理由", "计划有调整").PressAsync("作废");

        Assert.Contains("计划有调整", page.Text, StringComparison.Ordinal);
        Assert.Contains("已作废", (await city.Clerk.GetAsync("/spot-checks")).Text, StringComparison.Ordinal);
        Assert.Equal(422, (await city.Clerk.ForgeAsync($"/spot-checks/lists/{list.Id}/draw", ("Seed", "8"), ("Source", "x"), ("Caller", "x"))).Status);
        Assert.Equal(404, (await (await city.Counties[0].ClerkAsync()).GetAsync($"/spot-checks/lists/{list.Id}")).Status);
    }

    [Fact]
    public async Task Finding_MendedAndSentBackAndMendedAgain_IsClosedWithItsHistory()
    {
        var (city, lot, mine) = await DrawnAsync();
        var visit = await city.Clerk.GetAsync($"/spot-checks/lots/{lot}");
        var nothing = await visit.Fill("抽查人员", "市住建局 王五").PressAsync("登记");
        Assert.Contains("没有的勾选“未发现问题”", nothing.Problem, StringComparison.Ordinal);
        Assert.Equal("市住建局 王五", nothing.Value("抽查人员"));
        var half = await nothing.Fill("问题 1 的内容", "外墙保温脱落").Choose("问题 1 的程度", "较重").PressAsync("登记");
        Assert.Contains("请填写整改期限", half.Problem, StringComparison.Ordinal);
        var recorded = await half.Fill("问题 1 的整改期限", "2026-12-01").Fill("问题 2 的内容", "围挡不全").Choose("问题 2 的程度", "一般").Fill("问题 2 的整改期限", "2026-11-25").PressAsync("登记");
        Assert.Contains("已登记 2 个问题", recorded.Notice, StringComparison.Ordinal);

        var clerk = await mine.ClerkAsync();
        var finding = await (await clerk.GetAsync("/spot-checks")).FollowAsync("外墙保温脱落");
        var id = finding.Id;
        Assert.Contains("应在抽查之日至今天", (await finding.Fill("整改说明", "x").Fill("整改完成日期", "2026-12-30").PressAsync("报送")).Problem, StringComparison.Ordinal);
        var mended = await finding.Fill("整改说明", "已重做").Fill("整改完成日期", "2026-11-21").PressAsync("报送");
        Assert.Equal("整改情况已报送，待市级核验。", mended.Notice);
        Assert.False(mended.HasButton("报送"));
        Assert.Contains("待市级核验", (await clerk.ForgeAsync($"/spot-checks/findings/{id}/mendings", ("Text", "x"), ("MendedOn", "2026-11-21"))).Problem, StringComparison.Ordinal);

        var judged = await city.Clerk.GetAsync($"/spot-checks/findings/{id}");
        Assert.Contains("退回的请写明理由", (await judged.Choose("核验结果", "退回重改").PressAsync("保存核验")).Problem, StringComparison.Ordinal);
        var back = await judged.Choose("核验结果", "退回重改").Fill("意见", "只修了一半").Fill("新的整改期限", "2026-12-15").PressAsync("保存核验");
        Assert.Contains("已退回", back.Notice, StringComparison.Ordinal);
        var seen = await clerk.GetAsync($"/spot-checks/findings/{id}");
        Assert.Contains("只修了一半", seen.Text, StringComparison.Ordinal);
        Assert.Contains("2026-12-15", seen.Text, StringComparison.Ordinal);
        await seen.Fill("整改说明", "全部重做").Fill("整改完成日期", "2026-11-21").PressAsync("报送");
        var closed = await (await city.Clerk.GetAsync($"/spot-checks/findings/{id}")).Choose("核验结果", "销号").PressAsync("保存核验");

        Assert.Equal("已销号。", closed.Notice);
        Assert.All(new[] { "已重做", "只修了一半", "全部重做" }, said => Assert.Contains(said, closed.Text, StringComparison.Ordinal));
        var row = (await city.Clerk.GetAsync("/spot-checks")).Document.QuerySelectorAll("tbody tr").Select(line => line.TextContent).Single(line => line.Contains("外墙保温脱落", StringComparison.Ordinal));
        Assert.Contains("已销号", row, StringComparison.Ordinal);
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(mine.Scope, "update portal.finding_mendings set text = 'x'"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(city.City.Scope, "delete from portal.check_findings"));
    }

    [Fact]
    public async Task Overdue_FindingPastItsDay_IsMarkedUntilItIsMended()
    {
        var (city, lot, mine) = await DrawnAsync();
        await city.Clerk.ForgeAsync($"/spot-checks/lots/{lot}/visits", ("VisitedOn", "2026-11-21"), ("Visitors", "王五"), ("Findings[0].Text", "围挡不全"), ("Findings[0].Severity", "Minor"), ("Findings[0].DueOn", "2026-11-21"));
        Assert.DoesNotContain("逾期 1", (await city.Clerk.GetAsync("/spot-checks")).Text, StringComparison.Ordinal);
        await OverdueAsync(city, lot, mine);

        var board = await city.Clerk.GetAsync("/spot-checks");

        Assert.Contains("逾期 1", board.Text, StringComparison.Ordinal);
        Assert.StartsWith("去年的问题", board.Document.QuerySelector("tbody td.name")!.TextContent.Trim(), StringComparison.Ordinal);
        var clerk = await mine.ClerkAsync();
        var finding = await (await clerk.GetAsync("/spot-checks")).FollowAsync("去年的问题");
        Assert.Contains("逾期", finding.Text, StringComparison.Ordinal);
        await finding.Fill("整改说明", "已改").Fill("整改完成日期", "2026-11-20").PressAsync("报送");
        Assert.DoesNotContain("逾期 1", (await city.Clerk.GetAsync("/spot-checks")).Text, StringComparison.Ordinal);
        Assert.Contains(Papers.SheetRows(await city.Clerk.DownloadAsync("/spot-checks/findings.xlsx")), row => row.Contains("去年的问题") && row.Contains("已改"));
    }

    [Fact]
    public async Task County_SeesWhatConcernsItAndNothingOfAnother()
    {
        var (city, lot, mine) = await DrawnAsync();
        await city.Clerk.ForgeAsync($"/spot-checks/lots/{lot}/visits", ("VisitedOn", "2026-11-21"), ("Visitors", "王五"), ("Findings[0].Text", "围挡不全"), ("Findings[0].Severity", "Minor"), ("Findings[0].DueOn", "2026-11-22"));
        var (own, other, stranger) = (await mine.ClerkAsync(), await city.Counties.Single(county => county != mine).ClerkAsync(), await (await County.MakeAsync(fixture.Portal)).ClerkAsync());
        var finding = (await (await own.GetAsync("/spot-checks")).FollowAsync("围挡不全")).Id;

        Assert.Equal(200, (await own.GetAsync($"/spot-checks/lots/{lot}")).Status);
        Assert.Equal(404, (await other.GetAsync($"/spot-checks/lots/{lot}")).Status);
        Assert.Equal(404, (await other.GetAsync($"/spot-checks/findings/{finding}")).Status);
        Assert.DoesNotContain("围挡不全", (await other.GetAsync("/spot-checks")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await other.ForgeAsync($"/spot-checks/findings/{finding}/mendings", ("Text", "x"), ("MendedOn", "2026-11-21"))).Status);
        Assert.Equal(404, (await stranger.GetAsync($"/spot-checks/findings/{finding}")).Status);
        Assert.Equal(404, (await stranger.GetAsync($"/spot-checks/lists/{city.Clerk.County!.Id}")).Status);
        Assert.Equal(403, (await own.ForgeAsync($"/spot-checks/findings/{finding}/verdicts", ("Kind", "Confirmed"))).Status);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(mine.Scope, $"select count(*) from portal.check_candidates where county_id <> '{mine.Id}'"));
        Assert.True(await fixture.Portal.Sql.AskAppAsync<long>(mine.Scope, "select count(*) from portal.check_candidates") > 0);
    }

    [Fact]
    public async Task Mending_WithAPaper_IsShownToTheCityAndToNobodyElse()
    {
        var (city, lot, mine) = await DrawnAsync();
        await city.Clerk.ForgeAsync($"/spot-checks/lots/{lot}/visits", ("VisitedOn", "2026-11-21"), ("Visitors", "王五"), ("Findings[0].Text", "围挡不全"), ("Findings[0].Severity", "Minor"), ("Findings[0].DueOn", "2026-11-22"));
        var clerk = await mine.ClerkAsync();
        var finding = await (await clerk.GetAsync("/spot-checks")).FollowAsync("围挡不全");

        Assert.Contains("不是 JPEG、PNG 图片或 PDF", (await SendAsync(clerk, finding, "骗.pdf", "MZ"u8.ToArray())).Problem, StringComparison.Ordinal);
        var page = await SendAsync(clerk, finding, "整改后.pdf", Pictures.Pdf());

        Assert.True(page.HasLink("整改后.pdf"));
        var paper = page.Document.QuerySelector("a.paper")!.GetAttribute("href")![mine.Home.Length..];
        Assert.Equal(Pictures.Pdf(), await city.Clerk.DownloadAsync(paper));
        Assert.Equal(404, (await (await city.Counties.Single(county => county != mine).ClerkAsync()).GetAsync(paper)).Status);
    }

    private static async Task<Page> SendAsync(Clerk clerk, Page finding, string name, byte[] bytes)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
        return await clerk.PostAsync($"{clerk.County!.Home}/spot-checks/findings/{finding.Id}/mendings", new MultipartFormDataContent { { new StringContent(finding.Token!), "__RequestVerificationToken" }, { new StringContent("已改"), "Text" }, { new StringContent("2026-11-21"), "MendedOn" }, { content, "Files", name } });
    }

    /// <summary>A finding whose day has passed: no page would take it.</summary>
    private Task<int> OverdueAsync(CheckCity city, Guid lot, County county) => fixture.Portal.Sql.AppAsync(city.City.Scope, $"""
        with visit as (insert into portal.check_visits (tenant_id, id, list_id, lot_id, county_id, project_id, visited_on, visitors, by, by_id, at) select tenant_id, gen_random_uuid(), list_id, id, county_id, project_id, '2025-11-01', '王五', '王五', gen_random_uuid(), '2025-11-01' from portal.check_lots where id = '{lot}' and county_id = '{county.Id}' returning *)
        insert into portal.check_findings (tenant_id, id, visit_id, lot_id, county_id, project_id, sequence, text, severity, due_on) select tenant_id, gen_random_uuid(), id, lot_id, county_id, project_id, 1, '去年的问题', 'Grave', '2025-12-01' from visit
        """);

    private async Task<(CheckCity City, Guid Lot, County County)> DrawnAsync()
    {
        var city = await CityAsync();
        var page = await DrawAsync(await FixAsync(city, 2), "7");
        var lot = Guid.Parse(page.Document.QuerySelector("tbody a")!.GetAttribute("href")!.Split('/')[^1]);
        var county = await fixture.Portal.Sql.AskAppAsync<Guid>(city.City.Scope, $"select county_id from portal.check_lots where id = '{lot}'");
        return (city, lot, city.Counties.Single(each => each.Id == county));
    }

    private static async Task<Page> FixAsync(CheckCity city, int places)
    {
        var page = await (await city.Clerk.GetAsync("/spot-checks/lists/new?year=2027")).Fill("抽取数", $"{places}").PressAsync("固定名单");
        Assert.Contains("名单已固定", page.Notice, StringComparison.Ordinal);
        return page;
    }

    private static async Task<Page> DrawAsync(Page list, string seed)
    {
        var page = await list.Fill("种子", seed).Fill("种子来源", "当日开奖号码").Fill("报出种子的人", "市审计局 李四").PressAsync("抽取");
        Assert.Contains("已抽取", page.Notice, StringComparison.Ordinal);
        return page;
    }

    /// <summary>Two counties with two and three projects of 2027, and one of another city.</summary>
    private async Task<CheckCity> CityAsync()
    {
        var city = await County.CityAsync(fixture.Portal);
        County[] counties = [await County.MakeAsync(fixture.Portal, above: city), await County.MakeAsync(fixture.Portal, above: city)];
        var projects = new List<(County, Guid)>();
        foreach (var (county, count) in new[] { (counties[0], 2), (counties[1], 3) })
            for (var i = 1; i <= count; i++) projects.Add((county, await county.ProjectAsync(await county.EstateAsync($"{i}号小区", "城关街道"), $"{i}号片区")));
        var other = await County.MakeAsync(fixture.Portal);
        await other.ProjectAsync(await other.EstateAsync("外市小区", "城关街道"), "外市片区");
        return new CheckCity(city, await city.ClerkAsync(Role.City), counties, projects);
    }

    private sealed record CheckCity(County City, Clerk Clerk, County[] Counties, IReadOnlyList<(County County, Guid Id)> Projects);
}
