using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Ballots;
using OldEstateRenewal.Web.Tests.Features.Disbursements;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Tasks;

/// <summary>我的任务: what waits for whom, in which order, and who owes what.</summary>
public sealed class TaskTests(PortalFixture fixture)
{
    [Fact]
    public async Task Index_DaysAroundToday_StandUnderTheirHeadings()
    {
        var (city, county) = await CityAsync();
        foreach (var (title, day) in new[] { ("早过了", "2026-11-10"), ("今天", "2026-11-21"), ("周日", "2026-11-22"), ("下周一", "2026-11-23"), ("只须读", null) }) await city.MessageAsync(title, [county], day);
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync("/tasks");

        var headings = page.Document.QuerySelectorAll("main h2").Select(each => each.TextContent.Trim()).ToList();
        Assert.Equal(["逾期（1）", "本周到期（2）", "未定期限（1）", "以后到期（1）"], headings);
        var titles = page.Document.QuerySelectorAll("tbody td.name").Select(each => each.TextContent.Trim().Split('：')[1]).ToList();
        Assert.Equal(["早过了", "今天", "周日", "只须读", "下周一"], titles);
        Assert.Contains("逾期 11 天", page.Text, StringComparison.Ordinal);
        Assert.Equal(200, (await page.FollowAsync("答复督办通知：早过了")).Status);
    }

    [Fact]
    public async Task Index_Dispatch_WaitsForTheStreetThatOwesItAndTheLeaderWhoApproves()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        var (own, other) = (await stage.County.ClerkAsync(Role.Street, "城关街道"), await stage.County.ClerkAsync(Role.Street, "东城街道"));

        Assert.Contains("城关街道：", (await own.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.Contains("甲片区未报", (await own.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("甲片区", (await other.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.Contains("审定周调度", (await stage.Leader.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("审定周调度", (await stage.Clerk.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        await stage.SentAsync();
        Assert.DoesNotContain("2026年第47周周调度表", (await own.GetAsync("/tasks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_ReturnedFigure_WaitsUntilItIsAnswered()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        await stage.SentAsync("2026-11-09");
        await (await stage.Leader.GetAsync(stage.Sheet("2026-11-09"))).Choose("指标", "开工小区数").Fill("退回的理由", "与实地不符").PressAsync("退回");
        var text = "甲片区：2026年第46周被退回 1 项数字，请更正或答复";
        Assert.Contains(text, (await stage.Clerk.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.Contains(text, (await stage.Clerk.GetAsync()).Text, StringComparison.Ordinal);

        await (await (await stage.Clerk.GetAsync("/tasks")).FollowAsync(text)).Fill("数字无误的，写明答复；有误的，在下方更正", "已复核").PressAsync("答复");

        Assert.DoesNotContain(text, (await stage.Clerk.GetAsync("/tasks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_PaymentAsked_WaitsForAnotherPersonAndNotForTheOneWhoAsked()
    {
        var stage = await PaymentStage.MakeAsync(fixture, 5000);
        var (other, finance) = (await stage.County.ClerkAsync(), await stage.County.ClerkAsync(Role.Finance));
        await stage.County.ProvedAsync("payment_requests", await stage.AskedAsync("Progress", "800", "24", done: "1000", source: "776"));

        Assert.DoesNotContain("第 1 次进度款", (await stage.Clerk.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.Contains("第 1 次进度款", (await other.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.Contains("第 1 次进度款", (await finance.GetAsync("/tasks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_OpenBallot_IsThereForItsStreetAlone()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2));
        await stage.OpenAsync("plan-entry/plan-entry");
        var (own, other) = (await stage.County.ClerkAsync(Role.Street, "城关街道"), await stage.County.ClerkAsync(Role.Street, "东城街道"));

        Assert.Contains("试验小区：第一轮征询，2099-12-31", (await own.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("第一轮征询", (await other.GetAsync("/tasks")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_AcceptedProjectAndPostedNotice_TellTheirLastDays()
    {
        var county = await fixture.CountyAsync();
        var filled = await county.FillAsync();
        await county.Portal.Sql.AppAsync(county.Scope, $"update portal.notices set state = 'Posted', posted_on = '2026-11-20', posted_by = '试验' where id = '{filled.Estate}'");
        await county.Portal.Sql.AppAsync(county.Scope, $"update portal.acceptances set result = 'Passed', held_on = '2026-08-01' where project_id = '{filled.Project}'");
        var (clerk, leader) = (await county.ClerkAsync(), await county.ClerkAsync(Role.Leader));

        var page = await clerk.GetAsync("/tasks");

        Assert.Contains("“金丝雀公示”公示期满", page.Text, StringComparison.Ordinal);
        Assert.Contains("金丝雀：结算评审", page.Text, StringComparison.Ordinal);
        Assert.Contains("逾期 52 天（2026-09-30）", page.Text, StringComparison.Ordinal);
        Assert.Contains("结算评审", (await leader.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("金丝雀公示", (await leader.GetAsync("/tasks")).Text, StringComparison.Ordinal);
        // Typed names of people stand nowhere among tasks.
        Assert.DoesNotContain("金丝雀业主", page.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Overdue_ByBodyStreetAndPerson_IsOneListAlsoAsFile()
    {
        var (city, county) = await CityAsync();
        var estate = await county.EstateAsync("甲小区", "城关街道");
        await county.StepAsync(await county.PlanAsync(2027, estate), "Issued");
        // Names 试验 as the person of 县住建局.
        await county.ProjectAsync(estate, "甲片区");
        await city.MessageAsync("限期整改", [county], "2026-11-10");
        var leader = await county.ClerkAsync(Role.Leader);

        var bodies = await leader.GetAsync("/tasks/overdue");
        Assert.Contains(bodies.Rows(), row => row[0] == "县住建局");
        Assert.Contains(bodies.Rows(), row => row[0] == "城关街道");
        Assert.Contains((await bodies.FollowAsync("按街道")).Rows(), row => row[0] == "（全县）");
        Assert.Contains((await bodies.FollowAsync("按责任人")).Rows(), row => row[0] == "试验");
        Assert.Equal(bodies.Rows().Count, (await leader.GetAsync("/tasks/overdue?by=nonsense")).Rows().Count);
        Assert.Contains(Papers.SheetRows(await leader.DownloadAsync("/tasks/overdue.xlsx?by=street")), row => row.Contains("答复督办通知：限期整改") && row.Contains("11"));
        Assert.Contains("限期整改", await Papers.PdfTextAsync(await leader.DownloadAsync("/tasks/overdue.pdf")), StringComparison.Ordinal);
        Assert.Equal(403, (await (await county.ClerkAsync(Role.Street, "城关街道")).GetAsync("/tasks/overdue")).Status);
    }

    private async Task<(County City, County County)> CityAsync()
    {
        var city = await County.CityAsync(fixture.Portal);
        return (city, await County.MakeAsync(fixture.Portal, above: city));
    }
}
