using System.Text;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.PropertyServices;

/// <summary>物业管理 and what is due after the works. Today is 2026-11-21.</summary>
public sealed class PropertyServiceTests(PortalFixture fixture)
{
    private static readonly string[] jingyuan = ["jingyuan", "baiyin", "gansu", "nation"];
    private static readonly string[] ruicheng = ["ruicheng", "yuncheng", "shanxi", "nation"];

    [Fact]
    public async Task Gate_NoService_StaysShutUntilEveryEstateHasOne()
    {
        var (_, estate, project, clerk) = await StartAsync();
        Assert.Contains("物业管理方式已落实：甲小区尚未登记现行的物业管理", await GateAsync(clerk, project), StringComparison.Ordinal);

        Assert.Equal("已登记物业管理。", (await RecordAsync(clerk, estate, "2026-11-01", "Residents")).Notice);
        Assert.DoesNotContain("物业管理方式已落实：", await GateAsync(clerk, project), StringComparison.Ordinal);
        var service = await fixture.Portal.Sql.AskAppAsync<Guid>(clerk.County!.Scope, "select id from portal.property_services");
        await clerk.ForgeAsync($"/property-services/{service}/ending", ("EndedOn", "2026-11-20"), ("EndReason", "企业退出"));

        Assert.Contains("物业管理方式已落实：甲小区", await GateAsync(clerk, project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Gate_ServiceThatBeginsLater_DoesNotCountYet()
    {
        var (_, estate, project, clerk) = await StartAsync();

        await RecordAsync(clerk, estate, "2026-11-22", "Residents");

        Assert.Contains("物业管理方式已落实：甲小区", await GateAsync(clerk, project), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Coverage_OneOfTwoRenewedEstates_IsHalf()
    {
        var (county, estate, project, clerk) = await StartAsync();
        var other = await county.ProjectAsync(await county.EstateAsync("乙小区", "城关街道"), "乙小区", 2026);
        await county.EstateAsync("未改造小区");
        await county.ReachedAsync(project, "acceptance", "2026-11-01");
        await county.ReachedAsync(other, "acceptance", "2026-11-02");
        await RecordAsync(clerk, estate, "2026-11-01", "Residents");

        var page = await clerk.GetAsync("/after-works");

        Assert.Contains("已验收小区 2 个", page.Text, StringComparison.Ordinal);
        Assert.Contains("物业管理覆盖率 50%", page.Text, StringComparison.Ordinal);
        Assert.Contains("“有新貌、无人管” 1 个（50%）", page.Text, StringComparison.Ordinal);
        Assert.Contains("乙小区 城关街道 2026-11-02 验收", page.Text, StringComparison.Ordinal);
        Assert.Contains("逾期 19 天（2026-11-02）", page.Text, StringComparison.Ordinal);
        Assert.Contains("DTSTART;VALUE=DATE:20261102", Encoding.UTF8.GetString(await clerk.DownloadAsync("/after-works/calendar.ics")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-05-20", "逾期 1 天（2026-11-20）")]
    [InlineData("2026-05-21", "今日到期（2026-11-21）")]
    [InlineData("2026-08-31", "（2027-02-28）")]
    public async Task Reselect_Jingyuan_IsDueHalfAYearAfterTheAppointment(string from, string expected)
    {
        var (_, estate, _, clerk) = await StartAsync(jingyuan);

        var page = await RecordAsync(clerk, estate, from, "Appointed");

        Assert.Contains("指定物业服务企业满半年，择优选聘", page.Text, StringComparison.Ordinal);
        Assert.Contains(expected, page.Text, StringComparison.Ordinal);
        Assert.Contains("五.4（1）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reselect_ChosenLater_IsDone()
    {
        var (_, estate, _, clerk) = await StartAsync(jingyuan);
        await RecordAsync(clerk, estate, "2026-03-01", "Appointed");

        Assert.Contains("按期完成（2026-09-01）", (await RecordAsync(clerk, estate, "2026-08-20", "Tender")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Record_RuichengProfessionalWithoutAVote_IsRefusedUnlessOnTrial()
    {
        var (_, estate, _, clerk) = await StartAsync(ruicheng);

        var refused = await RecordAsync(clerk, estate, "2026-11-01", "Appointed");
        Assert.Equal(422, refused.Status);
        Assert.Contains("须经业主表决", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("芮政办发〔2022〕23号 二.（八）", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("请选择本小区已截止的选聘表决。", (await RecordAsync(clerk, estate, "2026-11-01", "OwnersVote")).Problem, StringComparison.Ordinal);

        var page = await RecordAsync(clerk, estate, "2026-11-01", "Appointed", ("TrialUntil", "2026-12-11"));
        Assert.Equal("已登记物业管理。", page.Notice);
        Assert.Contains("还有 20 天（2026-12-11）", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Fund_ExactlyThirtyPercent_IsNotLowOneFenLessIs()
    {
        var (county, estate, _, clerk) = await StartAsync();
        Task<Page> StateAsync(string on, string balance) => clerk.ForgeAsync($"/estates/{estate}/fund-balances", ("StatedOn", on), ("Balance", balance), ("FirstPayment", "100000"), ("Source", "对账单"));

        Assert.DoesNotContain("住宅专项维修资金续交", (await StateAsync("2026-11-01", "30000")).Text.Split("住宅专项维修资金 ")[0], StringComparison.Ordinal);
        var page = await StateAsync("2026-11-02", "29999.99");

        Assert.Contains("住宅专项维修资金续交", page.Text.Split("住宅专项维修资金 ")[0], StringComparison.Ordinal);
        Assert.Contains("余额 29999.99 元，首期交存额 100000.00 元", page.Text, StringComparison.Ordinal);
        Assert.Contains("住宅专项维修资金续交", (await clerk.GetAsync("/after-works")).Text, StringComparison.Ordinal);
        Assert.Equal(2, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.fund_balances"));
    }

    [Theory]
    [InlineData("", "请填写余额。")]
    [InlineData("-1", "余额不小于 0。")]
    public async Task Fund_Unsound_IsRefusedAndKept(string balance, string expected)
    {
        var (_, estate, _, clerk) = await StartAsync();

        var page = await clerk.ForgeAsync($"/estates/{estate}/fund-balances", ("StatedOn", "2026-11-01"), ("Balance", balance), ("Source", "对账单"));

        Assert.Equal(422, page.Status);
        Assert.Contains(expected, page.Wrong("余额（元）"), StringComparison.Ordinal);
        Assert.Equal("对账单", page.Value("来源"));
    }

    private async Task<(County County, Guid Estate, Guid Project, Clerk Clerk)> StartAsync(string[]? chain = null)
    {
        var county = await County.MakeAsync(fixture.Portal, chain);
        var estate = await county.EstateAsync("甲小区", "城关街道");
        return (county, estate, await county.ProjectAsync(estate, "甲小区", 2026), await county.ClerkAsync());
    }

    private static Task<Page> RecordAsync(Clerk clerk, Guid estate, string from, string decision, params (string, string)[] more) =>
        clerk.ForgeAsync($"/estates/{estate}/property-services", [("ModeKey", "professional"), ("Firm", $"物业{from}"), ("FromOn", from), ("Decision", decision), ("Cleaning", "每日清扫"), .. more]);

    private static async Task<string> GateAsync(Clerk clerk, Guid project) => (await clerk.ForgeAsync($"/projects/{project}/stages/property/completion", ("On", "2026-11-20"))).Problem;
}
