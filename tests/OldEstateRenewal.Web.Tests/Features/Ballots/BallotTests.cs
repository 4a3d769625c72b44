using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>From preparation to a sealed result, as bureau, street and leader do it.</summary>
public sealed class BallotTests(PortalFixture fixture)
{
    private const string PlanEntry = "plan-entry/plan-entry";

    [Fact]
    public async Task Round_From_PreparationToResult_CountsAndSeals()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(16));
        var page = await stage.OpenAsync(PlanEntry);
        var ballot = page.Id;
        var street = await stage.County.ClerkAsync(Role.Street, "城关街道");
        var homes = (await stage.DwellingsAsync())!;

        for (var i = 0; i < 12; i++) Assert.Equal(200, (await BallotStage.VoteAsync(street, ballot, homes[i], "Agree")).Status);
        page = await street.GetAsync($"/ballots/{ballot}");
        Assert.Contains("还差 1 户", page.Text, StringComparison.Ordinal);
        Assert.Contains("12/16", page.Text, StringComparison.Ordinal);
        await BallotStage.VoteAsync(street, ballot, homes[12], "Agree");
        Assert.Contains("已确定通过", (await street.GetAsync($"/ballots/{ballot}")).Text, StringComparison.Ordinal);

        var bureau = await stage.Bureau.GetAsync($"/ballots/{ballot}");
        bureau = await bureau.Fill("原因", "全部住户已联系").PressAsync("申请提前截止");
        Assert.False(bureau.HasButton("确认截止"));
        var forged = await stage.Bureau.ForgeAsync($"/ballots/{ballot}/closure");
        Assert.Contains("由申请人以外的人确认", forged.Problem, StringComparison.Ordinal);
        var leader = await stage.County.ClerkAsync(Role.Leader);
        var closed = await (await leader.GetAsync($"/ballots/{ballot}")).PressAsync("确认截止");

        Assert.Equal("已截止，结果已封存。", closed.Notice);
        Assert.Contains("13/16 户，须80%以上（含本数），即 13 户：达到", closed.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await BallotStage.VoteAsync(street, ballot, homes[13], "Agree")).Status);
        Assert.Equal(13, await stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, $"select votes from portal.ballot_results where ballot_id = '{ballot}'"));
    }

    [Fact]
    public async Task Vote_SentTwice_IsOneVote()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var (homes, act) = ((await stage.DwellingsAsync())!, Guid.CreateVersion7());

        var both = await Task.WhenAll(BallotStage.VoteAsync(stage.Bureau, ballot, homes[0], "Agree", act), BallotStage.VoteAsync(stage.Bureau, ballot, homes[0], "Agree", act));
        var third = await BallotStage.VoteAsync(stage.Bureau, ballot, homes[0], "Agree", act);

        Assert.All(both, answer => Assert.Equal(200, answer.Status));
        Assert.Equal(200, third.Status);
        Assert.Equal(1, await CountAsync(stage, ballot));
        Assert.Equal(422, (await BallotStage.VoteAsync(stage.Bureau, ballot, homes[0], "Oppose", act)).Status);
        Assert.Equal(1, await CountAsync(stage, ballot));
    }

    [Fact]
    public async Task Vote_OverAnothersVote_IsAskedAndNeverOverwrittenSilently()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var home = (await stage.DwellingsAsync())![0];
        var street = await stage.County.ClerkAsync(Role.Street, "城关街道");
        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/units/{home}");
        await BallotStage.VoteAsync(street, ballot, home, "Agree");

        var overtaken = await page.Answer("1. 纳入年度改造计划", "不同意").PressAsync("录入，下一户");

        Assert.Equal(422, overtaken.Status);
        Assert.Contains("现有记录：同意", overtaken.Text, StringComparison.Ordinal);
        Assert.Equal(409, (await BallotStage.VoteAsync(stage.Bureau, ballot, home, "Oppose")).Status);
        var settled = await overtaken.PressAsync("录入，下一户");
        Assert.StartsWith("已录入 1号楼", settled.Notice, StringComparison.Ordinal);
        Assert.Equal(2, await CountAsync(stage, ballot));
        Assert.Contains("同意 0", (await stage.Bureau.GetAsync($"/ballots/{ballot}")).Text.Replace("同意的居民户数 0/", "同意 0/", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Vote_ByAChannelThatIsNotForVotes_IsRefusedWithItsClause()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(3), ["linqu", "weifang", "shandong", "nation"]);
        var ballot = (await stage.OpenAsync("scheme/fund-use")).Id;
        var home = (await stage.DwellingsAsync())![0];

        var online = await BallotStage.VoteAsync(stage.Bureau, ballot, home, "Agree", channel: "Online");
        var phone = await BallotStage.VoteAsync(stage.Bureau, ballot, home, "Agree", channel: "Phone");

        Assert.Equal(422, online.Status);
        Assert.Contains("第三十二条", online.Html, StringComparison.Ordinal);
        Assert.Equal(422, phone.Status);
        Assert.Equal(0, await CountAsync(stage, ballot));
    }

    [Fact]
    public async Task Roll_AfterOpening_StaysWhateverTheRegistrySays()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2, 88.25m));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var home = (await stage.DwellingsAsync())![0];
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.dwellings set registered_area = 55.5, version = version + 1 where id = '{home}'");

        Assert.Contains("88.25", (await stage.Bureau.GetAsync($"/ballots/{ballot}/roll")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("55.5", (await stage.Bureau.GetAsync($"/ballots/{ballot}/roll")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Display_WithoutAreasOrCheck_SaysWhatIsMissing()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2));
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.dwellings set registered_area = null where building_id = '{stage.Building}' and room = '101'");
        var page = await stage.PrepareAsync(PlanEntry);

        Assert.False(page.HasButton("公示名册"));
        Assert.Contains("无登记、测绘、合同面积", page.Text, StringComparison.Ordinal);
        Assert.Contains("名册须先由街道核对", page.Text, StringComparison.Ordinal);
        Assert.Contains("1号楼-1-101", (await stage.Bureau.ForgeAsync($"/ballots/{page.Id}/roll-display", ("Text", "x"))).Problem, StringComparison.Ordinal);
        Assert.Contains("名册公示后才能开始", (await stage.Bureau.ForgeAsync($"/ballots/{page.Id}/opening")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update portal.ballot_votes set choice = 'Oppose'")]
    [InlineData("delete from portal.ballot_votes")]
    [InlineData("update portal.roll_entries set area = 1")]
    [InlineData("delete from portal.roll_entries")]
    [InlineData("update portal.ballots set text = 'x'")]
    [InlineData("update portal.ballots set closes_at = '2026-01-01'")]
    [InlineData("update portal.ballots set state = 'Closed', closed_at = now()")]
    [InlineData("update portal.ballots set state = 'Draft'")]
    [InlineData("update portal.ballot_matters set frozen = 'x'")]
    [InlineData("delete from portal.ballot_matters")]
    [InlineData("update portal.ballot_heads set number = 0")]
    [InlineData("update portal.ballot_steps set text = 'x'")]
    public async Task Sql_AgainstAnOpenBallot_IsRefusedByTheDatabase(string act)
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        await BallotStage.VoteAsync(stage.Bureau, ballot, (await stage.DwellingsAsync())![0], "Agree");

        Assert.Contains(await stage.County.Portal.Sql.RefusalAsync(stage.County.Scope, act), new[] { Sql.Refused, BallotTriggers.Frozen });
    }

    private static Task<long> CountAsync(BallotStage stage, Guid ballot) => stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, $"select count(*) from portal.ballot_votes where ballot_id = '{ballot}'");
}
