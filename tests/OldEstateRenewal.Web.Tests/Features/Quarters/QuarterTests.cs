using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Quarters;

/// <summary>统计季报: from approved weeks to the form of the quarter, and the city's sum of it. Today is 2026-11-21: the third quarter is over.</summary>
public sealed class QuarterTests(PortalFixture fixture)
{
    private const string Third = "/quarters/2026/2026-3";

    [Fact]
    public async Task Send_FiguresOfTheLastApprovedWeek_AreKeptAsTheyWere()
    {
        var county = await fixture.CountyAsync();
        await county.ApprovedAsync("2026-09-07", Figures(1));
        await county.ApprovedAsync("2026-09-21", Figures(7));
        await county.ApprovedAsync("2026-09-28", Figures(400));
        var clerk = await county.ClerkAsync();

        var form = await (await clerk.GetAsync("/quarters")).FollowAsync("2026年第3季度");
        Assert.Contains("截至 2026-09-27", form.Text, StringComparison.Ordinal);
        Assert.Equal("37", Cell(form, "户数", 2));
        var sent = await form.Fill("单位负责人", "王某").Fill("统计负责人", "李某").PressAsync("报送");

        Assert.Equal("2026年第3季度季报已报送。", sent.Notice);
        Assert.Equal("37", Cell(sent, "户数", 2));
        Assert.False(sent.HasButton("报送"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, "update portal.quarterly_returns set head = 'x'"));
        Assert.Contains("已报送", (await clerk.GetAsync("/quarters")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Send_WithoutNamesOrInTheQuarter_IsRefusedAndNothingIsLost()
    {
        var county = await fixture.CountyAsync();
        await county.ApprovedAsync("2026-09-21", Figures(7));
        await county.ApprovedAsync("2026-11-09", Figures(8));
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync(Third)).Fill("单位负责人", "王某").PressAsync("报送");
        Assert.Equal(422, page.Status);
        Assert.Equal("请填写统计负责人。", page.Wrong("统计负责人"));
        Assert.Equal("王某", page.Value("单位负责人"));

        var open = await clerk.GetAsync("/quarters/2026/2026-4");
        Assert.Contains("2026年第4季度到 12月31日 才结束。", open.Text, StringComparison.Ordinal);
        Assert.False(open.HasButton("报送"));
        Assert.Equal(422, (await clerk.ForgeAsync("/quarters/2026/2026-4", ("Head", "王某"), ("Statistician", "李某"), ("Edition", "0"))).Status);
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.quarterly_returns"));
    }

    [Fact]
    public async Task Send_MoreThanPlanned_AsksTheReason()
    {
        var county = await fixture.CountyAsync();
        await county.ApprovedAsync("2026-09-21", new Dictionary<string, FigurePair>(Figures(7)) { [IndicatorKeys.Elevators] = new FigurePair(3, 4) });
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync(Third)).Fill("单位负责人", "王某").Fill("统计负责人", "李某").PressAsync("报送");
        Assert.Equal(422, page.Status);
        Assert.NotEqual("", page.Wrong("加装电梯 说明"));
        var sent = await page.Fill("加装电梯 说明", "业主自筹加装").PressAsync("报送");

        Assert.Contains("已报送", sent.Notice, StringComparison.Ordinal);
        Assert.Contains("业主自筹加装", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Correct_AfterTheWeekWasApprovedAnew_NeedsAReasonAndBothStay()
    {
        var county = await fixture.CountyAsync();
        await county.ApprovedAsync("2026-09-21", Figures(7));
        var clerk = await county.ClerkAsync();
        await (await clerk.GetAsync(Third)).Fill("单位负责人", "王某").Fill("统计负责人", "李某").PressAsync("报送");
        await fixture.Portal.Sql.AppAsync(county.Scope, $"insert into portal.week_steps (tenant_id, id, week, kind, reason, by, by_id, at) values ('{county.Id}', gen_random_uuid(), '2026-09-21', 'Reopened', 'x', 'x', gen_random_uuid(), '2026-09-27 12:00')");
        await county.ApprovedAsync("2026-09-14", Figures(5));

        var page = await clerk.GetAsync(Third);
        Assert.Contains("报送后审定的调度周有变化", page.Text, StringComparison.Ordinal);
        var refused = await page.PressAsync("报送更正");
        Assert.Equal("请写明更正的理由。", refused.Wrong("更正的理由"));
        var sent = await refused.Fill("更正的理由", "重开后改按前一周").PressAsync("报送更正");

        Assert.Contains("户数 37 → 35", sent.Text, StringComparison.Ordinal);
        Assert.Equal(2, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.quarterly_returns"));
    }

    [Fact]
    public async Task City_SumsItsCountiesAndNamesWhoIsMissing()
    {
        var city = await County.CityAsync(fixture.Portal);
        var (first, second, silent, stranger) = (await County.MakeAsync(fixture.Portal, above: city), await County.MakeAsync(fixture.Portal, above: city), await County.MakeAsync(fixture.Portal, above: city), await fixture.CountyAsync());
        foreach (var (county, factor) in new[] { (first, 3), (second, 5), (stranger, 900) })
        {
            await county.ApprovedAsync("2026-09-21", Figures(factor));
            await (await (await county.ClerkAsync()).GetAsync(Third)).Fill("单位负责人", "王某").Fill("统计负责人", "李某").PressAsync("报送");
        }

        var clerk = await city.ClerkAsync(Role.City);
        var page = await clerk.GetAsync("/city-quarters/2026/2026-3");

        Assert.Contains("已报送 2 / 3", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.Rows(), row => row[0] == silent.Tenant.Name && row[^1] == "未报送");
        Assert.DoesNotContain(stranger.Tenant.Name, page.Text, StringComparison.Ordinal);
        // 计划户数 2000 + 3 and 2000 + 5.
        Assert.Contains(4008m, Workbooks.Numbers(await clerk.DownloadAsync("/city-quarters/2026/2026-3/form.xlsx")).Values);
    }

    /// <summary>Figures without a contradiction.</summary>
    private static Dictionary<string, FigurePair> Figures(int factor) => new()
    {
        [IndicatorKeys.Estates] = new FigurePair(10, 10),
        [IndicatorKeys.Households] = new FigurePair(2000 + factor, 30 + factor),
        [IndicatorKeys.StartedEstates] = new FigurePair(null, 5),
        [IndicatorKeys.Elevators] = new FigurePair(3, 2),
    };

    private static string Cell(Page page, string indicator, int column) => page.Rows().Single(row => row[0].StartsWith(indicator + "（", StringComparison.Ordinal))[column];
}
