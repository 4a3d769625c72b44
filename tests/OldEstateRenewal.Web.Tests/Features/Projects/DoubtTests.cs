using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Ballots;
using OldEstateRenewal.Web.Tests.Features.Notices;
using OldEstateRenewal.Web.Tests.Features.Schemes;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Projects;

/// <summary>须复核: what a reached stage rests on is annulled, withdrawn or of an older version; the stage stays, what follows waits.</summary>
public sealed class DoubtTests(PortalFixture fixture)
{
    private const string Today = "2026-11-21";
    private static readonly string[] linqu = ["linqu", "weifang", "shandong", "nation"];

    [Fact]
    public async Task Annul_ResultOfAReachedStage_ShutsTheGateMarksTheStageAndCallsWhoOwesIt()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(6));
        var project = await stage.County.ProjectAsync(stage.Estate, "试验小区", 2026);
        await stage.County.ReachedAsync(project, "survey", "2026-11-01");
        var ballot = await VotedAsync(stage, "plan-entry/plan-entry");
        Assert.Contains("截止后才会有结果被撤销", (await stage.Bureau.ForgeAsync($"/ballots/{(await stage.PrepareAsync("plan-entry/plan-entry")).Id}/annulled-result", ("Text", "x"))).Problem, StringComparison.Ordinal);
        Assert.Equal("已登记完成。", (await ReachAsync(stage.Bureau, project, "round-1")).Notice);
        Assert.Contains("请写明由哪个法院或部门撤销", (await stage.Bureau.ForgeAsync($"/ballots/{ballot}/annulled-result", ("Text", ""))).Problem, StringComparison.Ordinal);
        var plan = await stage.County.UnaskedPlanAsync(2027, stage.Estate);
        Assert.True((await stage.Bureau.GetAsync($"/plans/{plan}")).HasButton("报审"));

        var annulled = await (await stage.Bureau.GetAsync($"/ballots/{ballot}")).Fill("由哪个法院或部门撤销、文号、生效日期", "芮城县人民法院（2026）晋0830民初1号").PressAsync("登记结果被撤销");

        Assert.Contains("结果已被撤销", annulled.Text, StringComparison.Ordinal);
        Assert.Contains("已于", (await stage.Bureau.ForgeAsync($"/ballots/{ballot}/annulled-result", ("Text", "再次"))).Problem, StringComparison.Ordinal);
        var page = await stage.Bureau.GetAsync($"/projects/{project}");
        Assert.Contains("有 1 个已完成的环节须复核", page.Text, StringComparison.Ordinal);
        Assert.Contains("2026-11-21 完成 须复核", page.Text, StringComparison.Ordinal);
        Assert.Contains("的结果已被撤销（2026-11-21 由", page.Text, StringComparison.Ordinal);
        Assert.Contains("芮城县人民法院（2026）晋0830民初1号", page.Text, StringComparison.Ordinal);
        Assert.Contains("民意调查须先复核：须复核：试验小区：“第一轮征询”的结果已被撤销", (await ReachAsync(stage.Bureau, project, "plan")).Problem, StringComparison.Ordinal);
        Assert.False((await stage.Bureau.GetAsync($"/plans/{plan}")).HasButton("报审"));
        Assert.Contains("试验小区：民意调查", (await (await stage.County.ClerkAsync(Role.Street, "城关街道")).GetAsync("")).Text, StringComparison.Ordinal);
        Assert.Contains("须复核", (await stage.Bureau.GetAsync("/projects?year=2026")).Text, StringComparison.Ordinal);

        Assert.Equal("已登记：撤销失效，结果恢复效力。", (await (await stage.Bureau.GetAsync($"/ballots/{ballot}")).Fill("改判的文号，或者误登的情况", "运城市中级人民法院改判").PressAsync("登记撤销失效")).Notice);
        Assert.DoesNotContain("须复核", (await stage.Bureau.GetAsync($"/projects/{project}")).Text, StringComparison.Ordinal);
        Assert.True((await stage.Bureau.GetAsync($"/plans/{plan}")).HasButton("报审"));
    }

    [Fact]
    public async Task Revise_AfterNoticeAndReview_AsksForBothAgainAndLocksWhatFollows()
    {
        var notice = await NoticeStage.MakeAsync(fixture);
        var (county, clerk, project) = (notice.County, notice.Bureau, notice.Project);
        var scheme = new SchemeStage(county, notice.Estate, project, clerk);
        foreach (var key in new[] { "survey", "round-1", "plan", "scheme" }) await county.ReachedAsync(project, key, "2026-11-01");
        await scheme.FixedAsync();
        await notice.ConcludedAsync();
        Assert.Equal("已登记完成。", (await ReachAsync(clerk, project, "notice")).Notice);
        await ReviewAsync(clerk, project);
        Assert.Equal("已登记完成。", (await ReachAsync(clerk, project, "city-review")).Notice);

        await scheme.RevisedAsync("增加充电桩");

        var page = await clerk.GetAsync($"/projects/{project}");
        Assert.Contains("有 2 个已完成的环节须复核", page.Text, StringComparison.Ordinal);
        Assert.Contains("须重新公示：方案公示期满", page.Text, StringComparison.Ordinal);
        Assert.Contains("公示的是改造方案第1版，现行为第2版（2026-11-21 确定）", page.Text, StringComparison.Ordinal);
        Assert.Contains("审查通过的是改造方案第1版，现行为第2版（2026-11-21 确定）", page.Text, StringComparison.Ordinal);
        var refused = await ReachAsync(clerk, project, "approval");
        Assert.Contains("方案公示须先复核：须重新公示", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("市级会审须先复核：须重新审查", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("方案公示须重新公示", (await OpenAsync(clerk, project)).Problem, StringComparison.Ordinal);

        var posted = await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.notices");
        var draft = await (await clerk.GetAsync($"/notices/{posted}")).PressAsync("另拟新稿");
        Assert.Contains("此稿公示的是改造方案第1版，现行为第2版", (await clerk.ForgeAsync($"/notices/{await NewestAsync(county)}/posting", ("On", NoticeStage.Monday), ("Version", "0"))).Problem, StringComparison.Ordinal);
        Assert.False((await clerk.GetAsync($"/notices/{await NewestAsync(county)}")).HasButton("登记张贴"));
        draft = await draft.Choose("公示的方案版本（改造方案公示必选）", "第2版（2026-11-21 确定）").PressAsync("保存");
        await notice.PhotosAsync((await NoticeStage.PostAsync(draft)).Id);
        Assert.Contains("尚未办结", (await clerk.GetAsync($"/projects/{project}")).Text, StringComparison.Ordinal);
        await (await notice.LastAsync()).PressAsync("公示办结");
        Assert.Contains("有 1 个已完成的环节须复核", (await clerk.GetAsync($"/projects/{project}")).Text, StringComparison.Ordinal);
        await ReviewAsync(clerk, project);

        Assert.DoesNotContain("须复核", (await clerk.GetAsync($"/projects/{project}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("须先复核", (await ReachAsync(clerk, project, "approval")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_AfterTheVote_AsksForTheVoteAgain()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(6), linqu);
        var project = await stage.County.ProjectAsync(stage.Estate, "试验小区", 2026);
        var scheme = new SchemeStage(stage.County, stage.Estate, project, stage.Bureau);
        foreach (var key in new[] { "survey", "round-1", "plan", "scheme", "county-review", "approval", "tender" }) await stage.County.ReachedAsync(project, key, "2026-11-01");
        await scheme.FixedAsync();
        var form = await stage.Bureau.GetAsync($"/estates/{stage.Estate}/ballots/new");
        var matter = form.Document.QuerySelectorAll("input[name=Matters]").Select(box => box.GetAttribute("value")!).First(value => value.StartsWith("scheme/", StringComparison.Ordinal));
        var unnamed = await stage.Bureau.ForgeAsync($"/estates/{stage.Estate}/ballots", ("Name", "表决"), ("Text", "同意"), ("ClosesOn", "2099-12-31"), ("ClosesTime", "18:00"), ("Matters", matter));
        Assert.Equal(422, unnamed.Status);
        Assert.Contains("请选择交付表决的是哪一版改造方案", unnamed.Text, StringComparison.Ordinal);
        await VotedAsync(stage, matter);
        Assert.Equal("已登记完成。", (await ReachAsync(stage.Bureau, project, "round-2")).Notice);

        await scheme.RevisedAsync("增加充电桩");

        var page = await stage.Bureau.GetAsync($"/projects/{project}");
        Assert.Contains("须重新表决", page.Text, StringComparison.Ordinal);
        Assert.Contains("表决的是改造方案第1版，现行为第2版（2026-11-21 确定）", page.Text, StringComparison.Ordinal);
        Assert.Contains("第二轮：改造方案表决须先复核", (await ReachAsync(stage.Bureau, project, "start")).Problem, StringComparison.Ordinal);
        await VotedAsync(stage, matter);
        Assert.DoesNotContain("须重新表决", (await stage.Bureau.GetAsync($"/projects/{project}")).Text, StringComparison.Ordinal);
    }

    private static Task<Page> ReachAsync(Clerk clerk, Guid project, string stage) => clerk.ForgeAsync($"/projects/{project}/stages/{stage}/completion", ("On", Today));

    private static Task<Page> OpenAsync(Clerk clerk, Guid project) => clerk.ForgeAsync($"/projects/{project}/reviews", ("Kind", "City"), ("OpenedOn", Today));

    private static Task<Guid> NewestAsync(County county) => county.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.notices order by revision desc limit 1");

    private static async Task ReviewAsync(Clerk clerk, Guid project)
    {
        var review = (await OpenAsync(clerk, project)).Id;
        await clerk.ForgeAsync($"/reviews/{review}/opinions", ("Body", "市老旧小区改造领导小组办公室"), ("Kind", "Agree"), ("Text", ""), ("On", Today));
        await clerk.UploadAsync("Review", review, "Scan", ("审查表.pdf", Pictures.Pdf($"/{review}")));
    }

    private static async Task<Guid> VotedAsync(BallotStage stage, string matter)
    {
        var ballot = (await stage.OpenAsync(matter)).Id;
        foreach (var dwelling in (await stage.DwellingsAsync())!) await BallotStage.VoteAsync(stage.Bureau, ballot, dwelling, "Agree");
        await stage.CloseAsync(ballot);
        return ballot;
    }
}
