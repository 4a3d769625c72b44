using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>An estate goes into the plan only with the result of its first round, as the tenant's policy says.</summary>
public sealed class ConsentGateTests(PortalFixture fixture)
{
    private const string PlanEntry = "plan-entry/plan-entry";

    [Fact]
    public async Task Submit_WithoutABallot_IsRefusedWithTheClauseWhileTheDraftMayBeEdited()
    {
        var county = await fixture.CountyAsync(BallotStage.Ruicheng);
        var plan = await county.UnaskedPlanAsync(2027, await county.EstateAsync("甲小区"));
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync($"/plans/{plan}");
        Assert.False(page.HasButton("报审"));
        Assert.Contains("甲小区：尚无“纳入年度改造计划”的征询结果（", page.Text, StringComparison.Ordinal);
        Assert.Contains("二.（三）1", page.Text, StringComparison.Ordinal);
        Assert.Contains("尚无“纳入年度改造计划”的征询结果", (await clerk.ForgeAsync($"/plans/{plan}/submission", ("Version", "0"))).Problem, StringComparison.Ordinal);
        Assert.Contains("征询未达到", (await clerk.GetAsync($"/plans/{plan}/edit")).Text, StringComparison.Ordinal);
        await county.EstateAsync("乙小区");
        Assert.Contains("报审前须有征询结果", (await clerk.GetAsync($"/plans/{plan}/entries/new")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(13, true)]
    [InlineData(12, false)]
    public async Task Submit_WithAClosedBallot_FollowsItsResult(int agreeing, bool passes)
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(16));
        var plan = await stage.County.UnaskedPlanAsync(2027, stage.Estate);
        Assert.Contains("尚在筹备，没有结果", (await AfterAsync(stage, plan, () => stage.PrepareAsync(PlanEntry))).Text, StringComparison.Ordinal);
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        Assert.Contains("正在进行", (await stage.Bureau.GetAsync($"/plans/{plan}")).Text, StringComparison.Ordinal);
        foreach (var (home, i) in (await stage.DwellingsAsync())!.Select((home, i) => (home, i))) await BallotStage.VoteAsync(stage.Bureau, ballot, home, i < agreeing ? "Agree" : "Oppose");
        await stage.CloseAsync(ballot);

        var page = await stage.Bureau.GetAsync($"/plans/{plan}");

        Assert.Contains($"“第一轮征询”{(passes ? "通过" : "未通过")}：同意的居民户数 {agreeing}/16 户，须80%以上（含本数），即 13 户", page.Text, StringComparison.Ordinal);
        Assert.Equal(passes, page.HasButton("报审"));
        Assert.Equal(passes ? "计划已报审。" : "", (await stage.Bureau.ForgeAsync($"/plans/{plan}/submission", ("Version", "0"))).Notice);
    }

    [Theory]
    [InlineData("32", true)]
    [InlineData("31", false)]
    public async Task Statement_OfARoundHeldOutside_OpensTheGateWhenItsFiguresReachTheBar(string agreeing, bool passes)
    {
        var county = await fixture.CountyAsync(BallotStage.Ruicheng);
        var estate = await county.EstateAsync("甲小区");
        var plan = await county.UnaskedPlanAsync(2027, estate);
        var clerk = await county.ClerkAsync();

        var form = await (await clerk.GetAsync($"/plans/{plan}")).FollowAsync("登记系统外征询");
        var page = await form.Fill("完成日期", "2026-10-08").Fill("全体户数", "40").Fill("征询户数", "40").Fill("表态户数", "39").Fill("同意户数", agreeing).Fill("说明", "城关街道组织，材料存档案室").PressAsync("登记");

        Assert.Equal("已登记系统外征询的结果。", page.Notice);
        Assert.Contains($"征询在系统外完成（2026-10-08，{clerk.Person!.DisplayName}登记）：全体 40 户、征询 40 户、表态 39 户、同意 {agreeing} 户", page.Text, StringComparison.Ordinal);
        Assert.Contains("城关街道组织", page.Text, StringComparison.Ordinal);
        Assert.Equal(passes, page.HasButton("报审"));
    }

    [Fact]
    public async Task Stage_ThatWaitsForARound_LeadsToItAndBack()
    {
        var county = await fixture.CountyAsync(BallotStage.Ruicheng);
        var estate = await county.EstateAsync("甲小区");
        var project = await county.ProjectAsync(estate, "甲小区改造");
        var clerk = await county.ClerkAsync();
        Assert.False((await clerk.GetAsync($"/projects/{project}")).HasLink("登记系统外征询"));
        await county.ReachedAsync(project, "survey");
        var page = await clerk.GetAsync($"/projects/{project}");
        Assert.Equal("甲小区 发起表决、征询", (await page.FollowAsync("发起表决、征询")).Document.QuerySelector("h1")!.TextContent);

        var stated = await (await page.FollowAsync("登记系统外征询")).Fill("完成日期", "2026-10-08").Fill("全体户数", "10").Fill("征询户数", "10").Fill("表态户数", "10").Fill("同意户数", "8").Fill("说明", "社区存档").PressAsync("登记");

        Assert.Equal($"{county.Home}/projects/{project}", stated.Address);
        Assert.Contains("同意 8 户", stated.Text, StringComparison.Ordinal);
        Assert.False(stated.HasLink("登记系统外征询"));
        Assert.True(stated.HasButton("登记民意调查完成"));
    }

    [Fact]
    public async Task Stage_ThatWaitsForAVoteByLaw_LeadsToTheBallotAlone()
    {
        var county = await fixture.CountyAsync();
        var project = await county.ProjectAsync(await county.EstateAsync("甲小区", "城关街道"), "甲小区改造");
        foreach (var stage in new[] { "survey", "round-1", "plan", "scheme", "county-review" }) await county.ReachedAsync(project, stage);

        var page = await (await county.ClerkAsync()).GetAsync($"/projects/{project}");

        Assert.True(page.HasLink("发起表决、征询"));
        Assert.False(page.HasLink("登记系统外征询"));
        Assert.False((await (await county.ClerkAsync(Role.Street, "城关街道")).GetAsync($"/projects/{project}")).HasLink("发起表决、征询"));
    }

    [Fact]
    public async Task Statement_ThatCannotBe_IsRefusedBesideTheField()
    {
        var county = await fixture.CountyAsync(BallotStage.Ruicheng);
        var clerk = await county.ClerkAsync();
        var form = await clerk.GetAsync($"/estates/{await county.EstateAsync("甲小区")}/outside-consents/new");

        var page = await form.Fill("完成日期", "2027-01-01").Fill("全体户数", "40").Fill("征询户数", "41").Fill("表态户数", "30").Fill("同意户数", "31").Fill("说明", "x").PressAsync("登记");

        Assert.Equal(422, page.Status);
        Assert.Contains("不能多于全体户数", page.Wrong("征询户数"), StringComparison.Ordinal);
        Assert.Contains("不能多于表态户数", page.Wrong("同意户数"), StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.GetAsync($"/estates/{Guid.NewGuid()}/outside-consents/new")).Status);
        Assert.Equal(404, (await clerk.GetAsync($"/estates/{await county.EstateAsync("乙小区")}/outside-consents/new?rule=scheme")).Status);
    }

    [Fact]
    public async Task Gate_WhereNoPolicyAsksOrTheRuleCameLater_IsOpen()
    {
        var silent = await fixture.CountyAsync(["jingyuan", "baiyin", "gansu", "nation"]);
        Assert.True((await (await silent.ClerkAsync()).GetAsync($"/plans/{await silent.UnaskedPlanAsync(2027, await silent.EstateAsync("甲小区"))}")).HasButton("报审"));
        var early = await fixture.CountyAsync(BallotStage.Ruicheng);
        // The rule of Ruicheng began in 2022.
        Assert.DoesNotContain("尚无“纳入年度改造计划”", (await (await early.ClerkAsync()).GetAsync($"/plans/{await early.UnaskedPlanAsync(2022, await early.EstateAsync("甲小区"))}")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> AfterAsync(BallotStage stage, Guid plan, Func<Task> act)
    {
        await act();
        return await stage.Bureau.GetAsync($"/plans/{plan}");
    }
}
