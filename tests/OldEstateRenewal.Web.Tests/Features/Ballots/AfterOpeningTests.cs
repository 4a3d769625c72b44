using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>What goes on while a ballot is open: changes of the registry, risers, missing households, call-backs.</summary>
public sealed class AfterOpeningTests(PortalFixture fixture)
{
    private const string PlanEntry = "plan-entry/plan-entry";

    [Fact]
    public async Task Difference_Taken_ChangesTheRollWithItsReason()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2, 88.25m));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var home = (await stage.DwellingsAsync())![0];
        Assert.Contains("台账与名册一致", (await stage.Bureau.GetAsync($"/ballots/{ballot}/differences")).Text, StringComparison.Ordinal);
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.dwellings set registered_area = 90.5, version = version + 1 where id = '{home}'");

        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/differences");
        Assert.Contains("88.25 ㎡（登记） → 90.5 ㎡（登记）", page.Text.Replace("90.50", "90.5", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("请写明理由", (await page.PressAsync("改入名册")).Problem, StringComparison.Ordinal);
        page = await (await stage.Bureau.GetAsync($"/ballots/{ballot}/differences")).Fill("理由", "登记簿更正").PressAsync("改入名册");

        Assert.Contains("已按台账改入名册", page.Notice, StringComparison.Ordinal);
        Assert.Contains("90.5", (await stage.Bureau.GetAsync($"/ballots/{ballot}/roll")).Text, StringComparison.Ordinal);
        Assert.Contains("登记簿更正", (await stage.Bureau.GetAsync("/changes")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Difference_Left_StaysAsItWasUntilTheRegistryChangesAgain()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2, 88.25m));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var home = (await stage.DwellingsAsync())![0];
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.dwellings set riser = '东管', version = version + 1 where id = '{home}'");

        var page = await (await stage.Bureau.GetAsync($"/ballots/{ballot}/differences")).Fill("理由", "不影响").PressAsync("名册不变");
        Assert.Contains("未决定 0 户", page.Text, StringComparison.Ordinal);
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.dwellings set riser = '西管', version = version + 1 where id = '{home}'");

        Assert.Contains("未决定 1 户", (await stage.Bureau.GetAsync($"/ballots/{ballot}/differences")).Text, StringComparison.Ordinal);
        var stale = await stage.Bureau.ForgeAsync($"/ballots/{ballot}/differences", ("dwellingId", $"{home}"), ("registry", "x"), ("accept", "true"), ("reason", "x"));
        Assert.Contains("又有变化", stale.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Risers_OneRefusal_BlocksItsOwnRiserAndNoOther()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(12));
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.dwellings set riser = case when position = 1 then '东' else '西' end where building_id = '{stage.Building}'");
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var homes = (await stage.DwellingsAsync())!;
        for (var i = 0; i < 12; i++) await BallotStage.VoteAsync(stage.Bureau, ballot, homes[i], i == 3 ? "Oppose" : "Agree");

        var board = await stage.Bureau.GetAsync($"/ballots/{ballot}/risers");

        Assert.Contains("可以施工 1", board.Text, StringComparison.Ordinal);
        Assert.Contains("1 户不同意，此立管不能施工", board.Text, StringComparison.Ordinal);
        Assert.Contains("不能停水施工", (await stage.Bureau.ForgeAsync($"/ballots/{ballot}/risers/water-stops", ("riser", "1号楼-1-西"))).Problem, StringComparison.Ordinal);
        var off = await board.PressAsync("记录停水");
        Assert.Contains("张贴纸质停水通知", off.Notice, StringComparison.Ordinal);
        Assert.Contains("已停水", off.Text, StringComparison.Ordinal);
        Assert.Contains("恢复供水", (await off.PressAsync("记录复水")).Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Missing_WithAnAppointment_ComesFirst()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(4));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var homes = (await stage.DwellingsAsync())!;
        await BallotStage.VoteAsync(stage.Bureau, ballot, homes[0], "Agree");
        var unit = await stage.Bureau.GetAsync($"/ballots/{ballot}/units/{homes[3]}");
        Assert.Equal(422, (await unit.Choose("结果", "已约时间").PressAsync("记录联系")).Status);
        await (await stage.Bureau.GetAsync($"/ballots/{ballot}/units/{homes[3]}")).Choose("结果", "已约时间").Fill("约定日期", "2026-12-01").PressAsync("记录联系");

        var rows = (await stage.Bureau.GetAsync($"/ballots/{ballot}/missing")).Rows();

        Assert.Equal(3, rows.Count);
        Assert.Contains("2026-12-01", rows[0][2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task CallBacks_BurstAtTheDoor_IsRaisedAndAnsweredOnce()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(16));
        var ballot = (await stage.OpenAsync(PlanEntry)).Id;
        var street = await stage.County.ClerkAsync(Role.Street, "城关街道");
        foreach (var home in (await stage.DwellingsAsync())!) await BallotStage.VoteAsync(street, ballot, home, "Agree");

        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/call-backs");
        Assert.Contains("集中录入", page.Text, StringComparison.Ordinal);
        page = await page.Fill("随机抽取户数", "3").PressAsync("抽取");
        Assert.Equal("已列入回访 3 户。", page.Notice);
        var answered = await page.Choose("结果", "本人否认").PressAsync("记录");

        Assert.Contains("更正或撤回录入", answered.Notice, StringComparison.Ordinal);
        Assert.Contains("否认 1", answered.Text, StringComparison.Ordinal);
        Assert.Equal(3, await stage.County.Portal.Sql.AskAppAsync<long>(stage.County.Scope, $"select count(*) from portal.call_backs where ballot_id = '{ballot}'"));
    }
}
