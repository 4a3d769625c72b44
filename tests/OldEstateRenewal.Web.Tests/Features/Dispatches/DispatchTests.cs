using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Dispatches;

/// <summary>周调度: from what the site has recorded to the approved week.</summary>
public sealed class DispatchTests(PortalFixture fixture)
{
    [Fact]
    public async Task Send_AsTheRecordsSay_StandsInTheWeekOnTime()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        await stage.County.ReachAsync(stage.Project, "start", new DateOnly(2026, 11, 10));

        var form = await stage.Clerk.GetAsync(stage.Sheet());
        Assert.Equal(("1", "40"), (form.Value("开工小区数 上报数"), form.Value("开工户数 上报数")));
        var page = await stage.SentAsync();

        Assert.Contains("按时 1 个", page.Text, StringComparison.Ordinal);
        Assert.Contains("开工率（小区） 100.0%", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await stage.AskAsync<long>("select count(*) from portal.weekly_sheets where edition = 1"));
    }

    [Fact]
    public async Task Send_MoreThanPlanned_AsksTheReasonBesideTheFigureAndKeepsWhatWasTyped()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        await stage.County.ReachAsync(stage.Project, "start", new DateOnly(2026, 11, 10));

        var page = await (await stage.Clerk.GetAsync(stage.Sheet())).Fill("开工小区数 上报数", "2").Fill("存在问题", "雨季").PressAsync("报送");

        Assert.Equal(422, page.Status);
        Assert.Contains("大于计划小区数（1 个），请说明", page.Wrong("开工小区数 说明"), StringComparison.Ordinal);
        Assert.Equal(("2", "雨季"), (page.Value("开工小区数 上报数"), page.Value("存在问题")));
        var sent = await page.Fill("开工小区数 说明", "含上年结转一个").PressAsync("报送");
        Assert.Contains("已报送", sent.Notice, StringComparison.Ordinal);
        Assert.Contains("200.0%", sent.Text, StringComparison.Ordinal);
        Assert.Contains("含上年结转一个", (await stage.Clerk.GetAsync(stage.Sheet())).Html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("完工小区数 上报数", "1", "完工小区数")]
    [InlineData("加装电梯 上报数", "1.5", "须为整数")]
    [InlineData("完成投资 上报数", "-1", "不能为负数")]
    [InlineData("完成投资 上报数", "很多", "")]
    public async Task Send_ImpossibleFigure_IsRefused(string field, string value, string said)
    {
        var stage = await DispatchRows.StageAsync(fixture);

        var page = await (await stage.Clerk.GetAsync(stage.Sheet())).Fill(field, value).PressAsync("报送");

        Assert.Equal(422, page.Status);
        Assert.Contains(said, page.Text, StringComparison.Ordinal);
        Assert.Equal(value, page.Value(field));
        Assert.Equal(0, await stage.AskAsync<long>("select count(*) from portal.weekly_sheets"));
    }

    [Fact]
    public async Task Correct_AfterSending_NeedsAReasonAndBothStay()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        await stage.SentAsync();
        var form = await stage.Clerk.GetAsync(stage.Sheet());
        var stale = await stage.Clerk.GetAsync(stage.Sheet());

        var refused = await form.Fill("未解决问题 上报数", "3").PressAsync("报送更正");
        Assert.Equal("请写明更正的理由。", refused.Wrong("更正的理由"));
        await refused.Fill("更正的理由", "漏计两个").PressAsync("报送更正");

        var page = await stage.Clerk.GetAsync(stage.Sheet());
        Assert.Contains("更正：漏计两个", page.Text, StringComparison.Ordinal);
        Assert.Contains("未解决问题 0 → 3", page.Text, StringComparison.Ordinal);
        Assert.Equal(2, await stage.AskAsync<long>("select count(*) from portal.weekly_sheets"));
        Assert.Contains("他人刚刚报送了这张表", (await stale.Fill("更正的理由", "x").PressAsync("报送更正")).Problem, StringComparison.Ordinal);
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(stage.County.Scope, "update portal.weekly_sheets set problems = 'x'"));
    }

    [Fact]
    public async Task Send_AfterTheLastDay_IsLateAndWhoSentNothingIsMissing()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        var other = await stage.County.EstateAsync("乙小区", "东城街道");
        await stage.County.ProjectAsync(other, "乙片区");

        var page = await stage.SentAsync("2026-11-09");

        Assert.Contains("迟报 1 个", page.Text, StringComparison.Ordinal);
        Assert.Contains("漏报 1 个", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Rows("tbody"), row => row[0].Contains("乙片区", StringComparison.Ordinal) && row[^1].Contains("漏报", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Approve_SomeMissing_AsksWhyThenLocksUntilReopened()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        await stage.County.ProjectAsync(await stage.County.EstateAsync("乙小区", "东城街道"), "乙片区");
        await stage.SentAsync("2026-11-09");

        var page = await (await stage.Leader.GetAsync("/dispatch/2026-11-09")).PressAsync("审定并锁定");
        Assert.Contains("漏报 1 个项目", page.Problem, StringComparison.Ordinal);
        page = await page.Fill("漏报仍审定的理由", "乙片区停工").PressAsync("审定并锁定");

        Assert.Contains("已审定锁定", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await stage.AskAsync<long>("select count(*) from portal.week_totals where plan_year = 2027 and projects = 2 and sent = 1"));
        Assert.Contains("已审定锁定；确需更正的", (await stage.Clerk.GetAsync(stage.Sheet("2026-11-09"))).Text, StringComparison.Ordinal);
        Assert.Contains("已审定锁定", (await stage.Clerk.ForgeAsync(stage.Sheet("2026-11-09"), ("Edition", "1"), ("Correction", "x"))).Problem, StringComparison.Ordinal);
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(stage.County.Scope, "insert into portal.weekly_sheets select tenant_id, gen_random_uuid(), project_id, plan_year, week, 2, stage, keys, planned, recorded, actual, reasons, progress, problems, needs, photos, 'x', by, by_id, at from portal.weekly_sheets"));

        page = await (await stage.Leader.GetAsync("/dispatch/2026-11-09")).PressAsync("重开");
        Assert.Contains("请写明重开的理由", page.Problem, StringComparison.Ordinal);
        page = await page.Fill("重开的理由", "市级退回").PressAsync("重开");
        Assert.Contains("已重开", page.Text, StringComparison.Ordinal);
        Assert.Contains("市级退回", page.Text, StringComparison.Ordinal);
        Assert.True((await stage.Clerk.GetAsync(stage.Sheet("2026-11-09"))).HasButton("报送更正"));
    }

    [Fact]
    public async Task Approve_WeekNotOver_IsRefused()
    {
        var stage = await DispatchRows.StageAsync(fixture);

        Assert.Contains("才结束", (await stage.Leader.ForgeAsync($"/dispatch/{DispatchRows.ThisWeek}/approval")).Problem, StringComparison.Ordinal);
        Assert.Equal(403, (await stage.Clerk.ForgeAsync("/dispatch/2026-11-09/approval")).Status);
    }

    [Fact]
    public async Task Return_AFigure_LeavesItAndHoldsUpTheApprovalUntilAnswered()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        await stage.SentAsync("2026-11-09");

        var page = await (await stage.Leader.GetAsync(stage.Sheet("2026-11-09"))).Choose("指标", "未解决问题").Fill("退回的理由", "现场看有三个").PressAsync("退回");
        Assert.Equal("已退回，数字未改动。", page.Notice);
        Assert.Contains("退回后尚未更正或答复：甲片区", (await stage.Leader.ForgeAsync("/dispatch/2026-11-09/approval")).Problem, StringComparison.Ordinal);
        Assert.Equal(1, await stage.AskAsync<long>("select count(*) from portal.weekly_sheets"));

        page = await (await stage.Clerk.GetAsync(stage.Sheet("2026-11-09"))).Fill("数字无误的，写明答复；有误的，在下方更正", "三个已于周五销号").PressAsync("答复");
        Assert.Equal("已答复。", page.Notice);
        Assert.Contains("三个已于周五销号", page.Text, StringComparison.Ordinal);
        Assert.Contains("已审定锁定", (await stage.Leader.ForgeAsync("/dispatch/2026-11-09/approval")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Week_OfAStreetClerk_HasTheOwnStreetOnly()
    {
        var stage = await DispatchRows.StageAsync(fixture);
        await stage.SentAsync();
        var clerk = await stage.County.ClerkAsync(Role.Street, "东城街道");

        Assert.DoesNotContain("甲片区", (await clerk.GetAsync($"/dispatch/{DispatchRows.ThisWeek}")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.GetAsync(stage.Sheet())).Status);
    }

    [Theory]
    [InlineData("2026-11-17")]
    [InlineData("2026-11-23")]
    [InlineData("2026-02-30")]
    [InlineData("0001-01-01")]
    public async Task Show_NoSuchWeek_IsNotFound(string week)
    {
        var stage = await DispatchRows.StageAsync(fixture);

        Assert.Equal(404, (await stage.Clerk.GetAsync($"/dispatch/{week}")).Status);
        Assert.Equal(404, (await stage.Clerk.GetAsync(stage.Sheet(week))).Status);
    }
}
