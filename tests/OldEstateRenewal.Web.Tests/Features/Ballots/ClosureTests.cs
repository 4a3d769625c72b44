using Microsoft.Extensions.DependencyInjection;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>Closing at the set time, closers and voters at once, counting again.</summary>
public sealed class ClosureTests(PortalFixture fixture)
{
    private const string PlanEntry = "plan-entry/plan-entry";

    [Fact]
    public async Task Sweep_WhenTheTimeIsOver_ClosesOnceWhoeverComes()
    {
        var (stage, ballot) = await VotedAsync(3);
        await stage.ClosesInAsync(ballot, "-1 second");

        var closed = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Sweeps.CloseAsync(stage.County.Tenant)));

        // The portal's own round may have come first.
        Assert.InRange(closed.Sum(), 0, 1);
        Assert.Equal("3 系统 系统 1", await AskAsync<string>(stage, $"""
            select votes || ' ' || r.closed_by || ' ' || s.by || ' ' || (select count(*) from portal.ballot_steps where ballot_id = '{ballot}' and kind = 'Closed')
            from portal.ballot_results r join portal.ballot_steps s on s.ballot_id = r.ballot_id and s.kind = 'Closed' where r.ballot_id = '{ballot}'
            """));
        Assert.Contains("到期截止", (await stage.Bureau.GetAsync($"/ballots/{ballot}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sweep_BeforeTheTime_LeavesOpenWhateverTheApplicationsClockSays()
    {
        var (stage, ballot) = await VotedAsync(1);
        await stage.ClosesInAsync(ballot, "1 hour");

        Assert.Equal(0, await Sweeps.CloseAsync(stage.County.Tenant));
        Assert.Equal("Open", await AskAsync<string>(stage, $"select state from portal.ballots where id = '{ballot}'"));
    }

    [Fact]
    public async Task Sweep_WhenOneBallotCannotBeClosed_ClosesTheOthersAndTriesAgain()
    {
        var (stage, broken) = await VotedAsync(1);
        var sound = (await stage.OpenAsync(PlanEntry)).Id;
        await stage.County.Portal.Sql.AdministratorAsync($"set local session_replication_role = replica; update portal.ballot_matters set frozen = 'x' || frozen where ballot_id = '{broken}'");
        await stage.ClosesInAsync(broken, "-2 seconds");
        await stage.ClosesInAsync(sound, "-1 second");

        await Sweeps.CloseAsync(stage.County.Tenant);
        Assert.Equal("Closed Open", await AskAsync<string>(stage, $"select string_agg(state, ' ' order by state) from portal.ballots where id in ('{broken}', '{sound}')"));

        await stage.County.Portal.Sql.AdministratorAsync($"set local session_replication_role = replica; update portal.ballot_matters set frozen = substr(frozen, 2) where ballot_id = '{broken}'");
        await Sweeps.CloseAsync(stage.County.Tenant);
        Assert.Equal("Closed Closed", await AskAsync<string>(stage, $"select string_agg(state, ' ' order by state) from portal.ballots where id in ('{broken}', '{sound}')"));
    }

    [Fact]
    public async Task Close_WhileManyVoteAndManyClose_SealsExactlyWhatWasTaken()
    {
        for (var round = 0; round < 4; round++)
        {
            var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(24, 61.37m));
            var ballot = (await stage.OpenAsync(PlanEntry)).Id;
            var homes = (await stage.DwellingsAsync())!;
            var street = await stage.County.ClerkAsync(Role.Street, "城关街道");
            await (await stage.Bureau.GetAsync($"/ballots/{ballot}")).Fill("原因", "x").PressAsync("申请提前截止");
            var leaders = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => stage.County.ClerkAsync(Role.Leader)));

            var votes = homes.Select(async (home, i) => (await BallotStage.VoteAsync(i % 2 == 0 ? street : stage.Bureau, ballot, home, i % 3 == 0 ? "Oppose" : "Agree")).Status).ToList();
            var closures = leaders.Select(async (leader, i) =>
            {
                while (votes.Count(vote => vote.IsCompleted) < (round * 6) + i) await Task.Delay(1);
                return await leader.ForgeAsync($"/ballots/{ballot}/closure");
            }).ToList();
            var statuses = await Task.WhenAll(votes);
            var closed = await Task.WhenAll(closures);

            Assert.Single(closed, page => page.Notice == "已截止，结果已封存。");
            Assert.All(statuses, status => Assert.Contains(status, new[] { 200, 422 }));
            var paper = ResultPaper.Read((await AskAsync<string>(stage, $"select json from portal.ballot_results where ballot_id = '{ballot}'"))!);
            var part = paper.Matters[0].Parts[0];
            Assert.Equal(statuses.Count(status => status == 200), part.Heads.Participating);
            Assert.Equal($"{part.Heads.Agreeing} {part.Heads.Participating} {part.Area.Agreeing} {part.Area.Participating}", await AskAsync<string>(stage, $"""
                select concat_ws(' ', count(*) filter (where v.choice = 'Agree'), count(*), coalesce(sum(r.area) filter (where v.choice = 'Agree') * 100, 0)::bigint, coalesce(sum(r.area) * 100, 0)::bigint)
                from portal.ballot_votes v join portal.roll_entries r on r.ballot_id = v.ballot_id and r.dwelling_id = v.dwelling_id where v.ballot_id = '{ballot}'
                """));
            Assert.Equal(1, await AskAsync<long>(stage, $"select count(*) from portal.ballot_steps where ballot_id = '{ballot}' and kind = 'Closed'"));
            Assert.Equal(0, await AskAsync<long>(stage, $"select count(*) from portal.ballot_votes v join portal.ballots b on b.id = v.ballot_id where b.id = '{ballot}' and v.recorded_at > b.closed_at"));
        }
    }

    [Fact]
    public async Task Recount_OfAClosedBallot_SaysWhetherItIsTheSame()
    {
        var (stage, ballot) = await VotedAsync(3);
        Assert.Contains("截止后才能复核计票。", (await stage.Bureau.ForgeAsync($"/ballots/{ballot}/recounts")).Problem, StringComparison.Ordinal);
        await stage.CloseAsync(ballot);

        var same = await (await stage.Bureau.GetAsync($"/ballots/{ballot}")).PressAsync("复核计票");
        Assert.Contains("复核一致：纳入年度改造计划 同意 3/4 户、300 ㎡，未通过；票据链 3 条完整，封存码相符。", same.Text, StringComparison.Ordinal);

        await stage.County.Portal.Sql.AdministratorAsync($"set local session_replication_role = replica; update portal.ballot_votes set choice = 'Oppose' where ballot_id = '{ballot}' and number = 2");
        var other = await (await stage.Bureau.GetAsync($"/ballots/{ballot}")).PressAsync("复核计票");
        Assert.Contains("复核不一致（2 处）：“纳入年度改造计划”的票数与封存的不同；票据链有 1 处断裂。", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ContactAttempt_AfterTheClose_IsRefusedByTheDatabase()
    {
        var (stage, ballot) = await VotedAsync(1);
        var attempt = $"insert into portal.contact_attempts (tenant_id, id, ballot_id, estate_id, dwelling_id, channel, outcome, by, by_id, at) select tenant_id, gen_random_uuid(), ballot_id, estate_id, dwelling_id, 'Phone', 'Asked', 'x', gen_random_uuid(), now() from portal.roll_entries where ballot_id = '{ballot}' limit 1";
        Assert.Null(await stage.County.Portal.Sql.RefusalAsync(stage.County.Scope, attempt));
        await stage.CloseAsync(ballot);

        Assert.Equal(Web.Data.BallotTriggers.NotOpen, await stage.County.Portal.Sql.RefusalAsync(stage.County.Scope, attempt));
    }

    private DueClosures Sweeps => fixture.Portal.Services.GetRequiredService<DueClosures>();

    private async Task<(BallotStage Stage, Guid Ballot)> VotedAsync(int votes)
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(4));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        foreach (var home in (await stage.DwellingsAsync())!.Take(votes)) Assert.Equal(200, (await BallotStage.VoteAsync(stage.Bureau, ballot, home, "Agree")).Status);
        return (stage, ballot);
    }

    private static Task<T?> AskAsync<T>(BallotStage stage, string sql) => stage.County.Portal.Sql.AskAppAsync<T>(stage.County.Scope, sql);
}
