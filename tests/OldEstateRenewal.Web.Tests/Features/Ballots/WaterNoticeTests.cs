using System.Net.Http.Headers;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Ballots;

/// <summary>A riser is shut off: the notice is paper.</summary>
public sealed class WaterNoticeTests(PortalFixture fixture)
{
    [Fact]
    public async Task Notice_ForARiser_IsPrintedWithTimesAndTelephone()
    {
        var (stage, ballot) = await RiserAsync();
        var page = await (await stage.Bureau.GetAsync($"/ballots/{ballot}")).FollowAsync("停水通知");
        Assert.Equal("1号楼 1单元 立管 A", page.Value("立管"));

        using var answer = await stage.Bureau.SendAsync(HttpMethod.Post, $"{stage.County.Home}/ballots/{ballot}/water-notices", Form(page.Token!, "2026-12-01", "2026-12-03"));
        var text = await Papers.PdfTextAsync(await answer.Content.ReadAsByteArrayAsync());

        Assert.Equal(new MediaTypeHeaderValue("application/pdf"), answer.Content.Headers.ContentType);
        foreach (var words in new[] { "停水通知", "立管 A", "2026年12月1日 08:00", "2026年12月3日 18:00", "0536-1234567", "东门", "（盖章）" }) Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Notice_ThatEndsBeforeItBegins_IsAskedAgainWithWhatWasTyped()
    {
        var (stage, ballot) = await RiserAsync();
        var page = await stage.Bureau.GetAsync($"/ballots/{ballot}/water-notices/new");

        page = await page.Fill("停水日期", "2026-12-03").Fill("恢复日期", "2026-12-01").Fill("联系电话", "1").Fill("张贴单位", "社区").PressAsync("生成 PDF");

        Assert.Equal(422, page.Status);
        Assert.Contains("恢复供水应在停水之后", page.Wrong("恢复日期"), StringComparison.Ordinal);
        Assert.Equal("2026-12-03", page.Value("停水日期"));
    }

    [Fact]
    public async Task Notice_WhereNoRiserDecides_IsNotOffered()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(1));
        var page = await stage.OpenAsync("plan-entry/plan-entry");

        Assert.False(page.HasLink("停水通知"));
        Assert.Equal(404, (await stage.Bureau.GetAsync($"/ballots/{page.Id}/water-notices/new")).Status);
    }

    private async Task<(BallotStage Stage, Guid Ballot)> RiserAsync()
    {
        var stage = await BallotStage.MakeAsync(fixture, BallotStage.Homes(2), ["liaocheng", "shandong", "nation"]);
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.dwellings set riser = 'A' where building_id = '{stage.Building}'");
        return (stage, (await stage.OpenAsync("riser-works/riser-works")).Id);
    }

    private static FormUrlEncodedContent Form(string token, string from, string until) => new(new Dictionary<string, string>
    {
        ["__RequestVerificationToken"] = token,
        ["Place"] = "1号楼 1单元 立管 A",
        ["FromOn"] = from,
        ["FromTime"] = "08:00",
        ["UntilOn"] = until,
        ["UntilTime"] = "18:00",
        ["Phone"] = "0536-1234567",
        ["Tap"] = "东门水井旁",
        ["Issuer"] = "城关社区居民委员会",
    });
}
