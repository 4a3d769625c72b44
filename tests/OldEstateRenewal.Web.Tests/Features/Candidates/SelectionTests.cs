using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Candidates;

public sealed class SelectionTests(PortalFixture fixture)
{
    [Fact]
    public async Task Propose_UnderABudget_TakesTheBestCombination()
    {
        var (county, _) = await ThreeAsync();
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync("/selections/new?year=2027")).Fill("投资限额（万元）", "100").PressAsync("重新择优");

        // 甲 alone has 45 points for 100; 乙 and 丙 together have 50.
        Assert.Equal(["甲小区 未选入 在限额内择优未选入", "乙小区 选入", "丙小区 选入"], page.Rows().Select(row => $"{row[1].Split(' ')[0]} {row[5]}"));
        Assert.Equal("100", page.Value("投资限额（万元）"));
        Assert.Contains("得分合计 50", page.Text, StringComparison.Ordinal);
        Assert.Equal(0, await county.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.selection_drafts"));
    }

    [Fact]
    public async Task Save_AsShown_KeepsScoresAsTheyWere()
    {
        var (county, estates) = await ThreeAsync();
        var clerk = await county.ClerkAsync();

        var draft = await SavedAsync(clerk, "方案一", "100");
        await county.MarkAsync(estates[1], "maturity", 0);
        var page = await clerk.GetAsync($"/selections/{draft}");

        Assert.Contains("选入 2 个小区", page.Text, StringComparison.Ordinal);
        Assert.Contains("限额：投资不超过 100 万元。", page.Text, StringComparison.Ordinal);
        Assert.Equal(["45", "30", "20"], page.Rows().Select(row => row[2]));
        Assert.Contains("条件相对成熟（权重 1）：60", page.Rows()[1][1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_NotWhatWasShown_ShowsItFirst()
    {
        var (county, estates) = await ThreeAsync();
        var clerk = await county.ClerkAsync();
        var shown = await (await clerk.GetAsync("/selections/new?year=2027")).Fill("投资限额（万元）", "100").PressAsync("重新择优");
        await county.MarkAsync(estates[2], "maturity", 0);

        var page = await shown.Fill("方案名称", "方案一").PressAsync("保存方案");

        Assert.Equal(422, page.Status);
        Assert.Contains("已重新择优。请核对", page.Problem, StringComparison.Ordinal);
        Assert.StartsWith("甲小区", page.Rows()[0][1], StringComparison.Ordinal);
        Assert.StartsWith("选入", page.Rows()[0][5], StringComparison.Ordinal);
        Assert.StartsWith("方案已保存", (await page.PressAsync("保存方案")).Notice, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hand_WithoutAReason_IsRefusedBesideIt()
    {
        var (county, estates) = await ThreeAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ForgeAsync("/selections/proposals", ("Year", "2027"), ("Hands[0].EstateId", $"{estates[0]}"), ("Hands[0].Pick", "Mandatory"));

        Assert.Equal(422, page.Status);
        Assert.Contains("甲小区：定为“必选”须写明理由。", page.Problem, StringComparison.Ordinal);
        Assert.Equal("定为“必选”须写明理由。", page.Wrong("甲小区 调整理由"));
    }

    [Fact]
    public async Task Hand_WithReasons_IsFollowedAndKept()
    {
        var (county, estates) = await ThreeAsync();
        var clerk = await county.ClerkAsync();
        (string, string)[] form = [("Year", "2027"), ("Budget", "100"), ("Name", "方案二"), ("Hands[0].EstateId", $"{estates[0]}"), ("Hands[0].Pick", "Mandatory"), ("Hands[0].Reason", "信访集中"), ("Hands[1].EstateId", $"{estates[1]}"), ("Hands[1].Pick", "Excluded"), ("Hands[1].Reason", "明年修路")];

        var page = await (await clerk.ForgeAsync("/selections/proposals", form)).PressAsync("保存方案");

        Assert.Contains("选入 1 个小区", page.Text, StringComparison.Ordinal);
        Assert.Contains("甲小区 必选：信访集中", page.Text, StringComparison.Ordinal);
        Assert.Contains("乙小区 不选：明年修路", page.Text, StringComparison.Ordinal);
        Assert.Equal("估算投资超过余下的限额", page.Rows().Single(row => row[1].StartsWith("丙小区", StringComparison.Ordinal))[6].Replace("未选入", "", StringComparison.Ordinal).Trim());
    }

    [Fact]
    public async Task Hand_MandatoryBeyondTheBudget_CannotBeSaved()
    {
        var (county, estates) = await ThreeAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ForgeAsync("/selections", ("Year", "2027"), ("Budget", "90"), ("Name", "x"), ("Hands[0].EstateId", $"{estates[0]}"), ("Hands[0].Pick", "Mandatory"), ("Hands[0].Reason", "x"));

        Assert.Equal(422, page.Status);
        Assert.Contains("必选小区的估算投资已超过限额 10 万元。", page.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await county.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.selection_drafts"));
    }

    [Fact]
    public async Task Hand_MandatoryBehindTheMostThatAreLookedAt_IsInAndThePageNamesWhoIsNot()
    {
        var county = await fixture.CountyAsync();
        await county.Portal.Sql.AppAsync(county.Scope, $"""
            insert into portal.estates (tenant_id, id, name, built_years, building_count, household_count, floor_area, land, place, is_demonstration, version)
            select '{county.Id}', gen_random_uuid(), '小区' || n, '{"{1995}"}', 2, 40, 3000, 'StateOwned', 'CountyTown', false, 0 from generate_series(101, 502) n
            """);
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync("/selections/new?year=2027");
        Assert.Contains("名次在后的 2 个没有参加", page.Text, StringComparison.Ordinal);
        var name = System.Text.RegularExpressions.Regex.Match(page.Text, "没有参加的 2 个小区\\s*[0-9]+ (小区[0-9]+)、").Groups[1].Value;
        var late = await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, $"select id from portal.estates where name = '{name}'");
        page = await clerk.ForgeAsync("/selections/proposals", ("Year", "2027"), ("MostEstates", "1"), ("Hands[0].EstateId", $"{late}"), ("Hands[0].Pick", "Mandatory"), ("Hands[0].Reason", "信访集中"));

        Assert.Contains("选入 1 个小区", page.Text, StringComparison.Ordinal);
        Assert.Contains("名次在后的 1 个没有参加", page.Text, StringComparison.Ordinal);
        Assert.Equal("选入", page.Rows().Single(row => row[1].StartsWith(name, StringComparison.Ordinal))[5].Trim()[..2]);
    }

    [Fact]
    public async Task Compare_TwoDrafts_ShowsWhoIsInOnlyOneAndTheTotals()
    {
        var (county, _) = await ThreeAsync();
        var clerk = await county.ClerkAsync();
        var (first, second) = (await SavedAsync(clerk, "紧方案", "60"), await SavedAsync(clerk, "宽方案", "150"));

        var page = await clerk.GetAsync($"/selections/comparison?first={first}&second={second}");

        Assert.Equal([["小区（个）", "1", "2", "+1"], ["投资（万元）", "60", "140", "+80"], ["得分合计", "30", "65", "+35"]], [page.Rows()[0], page.Rows()[4], page.Rows()[5]]);
        Assert.Contains("乙小区只在前一方案选入，第 2 名，30 分未选入，第 2 名，30 分", page.Text, StringComparison.Ordinal);
        Assert.Contains("丙小区只在后一方案", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Adopt_DraftPlan_TakesAllWithTheirInvestment()
    {
        var (county, _) = await ThreeAsync();
        var plan = await county.PlanAsync(2027);
        var clerk = await county.ClerkAsync();
        var draft = await SavedAsync(clerk, "方案一", "100");

        var page = await (await clerk.GetAsync($"/selections/{draft}")).PressAsync("采纳，列入计划");

        Assert.Equal($"{county.Home}/plans/{plan}", page.Address);
        Assert.Equal("已采纳：2 个小区列入2027年计划。", page.Notice);
        Assert.Equal(1_000_000m, await county.Portal.Sql.AskAppAsync<decimal>(county.Scope, $"select sum(investment) from portal.plan_entries where plan_id = '{plan}'"));
        var again = await clerk.ForgeAsync($"/selections/{draft}/adoption");
        Assert.Equal(422, again.Status);
        Assert.Contains("采纳", again.Problem, StringComparison.Ordinal);
        Assert.Equal(2, await county.Portal.Sql.AskAppAsync<long>(county.Scope, $"select count(*) from portal.plan_entries where plan_id = '{plan}'"));
    }

    [Fact]
    public async Task Adopt_OneRefused_TakesNone()
    {
        var (county, estates) = await ThreeAsync();
        var clerk = await county.ClerkAsync();
        var draft = await SavedAsync(clerk, "方案一", "100");
        var plan = await county.PlanAsync(2027, estates[1]);

        var page = await (await clerk.GetAsync($"/selections/{draft}")).PressAsync("采纳，列入计划");

        Assert.Equal(422, page.Status);
        Assert.Contains("乙小区已在计划中。", page.Problem, StringComparison.Ordinal);
        Assert.Equal(1, await county.Portal.Sql.AskAppAsync<long>(county.Scope, $"select count(*) from portal.plan_entries where plan_id = '{plan}'"));
        Assert.Equal(0, await county.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.selection_adoptions"));
    }

    [Fact]
    public async Task Adopt_NoPlanOfTheYear_SaysSo()
    {
        var (county, _) = await ThreeAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync($"/selections/{await SavedAsync(clerk, "方案一", "100")}");

        Assert.False(page.HasButton("采纳，列入计划"));
        Assert.Contains("2027年还没有计划", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Export_Draft_EqualsThePage()
    {
        var (county, _) = await ThreeAsync();
        var draft = await SavedAsync(await county.ClerkAsync(), "方案一", "100");
        var leader = await county.ClerkAsync(Role.Leader);

        var sheet = Papers.SheetRows(await leader.DownloadAsync($"/selections/{draft}/list.xlsx"));

        Assert.Contains(sheet, row => row.Contains("乙小区") && row.Contains("选入") && row.Contains("60"));
        Assert.Contains(sheet, row => row.Contains("甲小区") && row.Contains("未选入"));
        Assert.Contains("方案一", await Papers.PdfTextAsync(await leader.DownloadAsync($"/selections/{draft}/list.pdf")), StringComparison.Ordinal);
    }

    private static async Task<Guid> SavedAsync(Clerk clerk, string name, string budget)
    {
        var shown = await (await clerk.GetAsync("/selections/new?year=2027")).Fill("投资限额（万元）", budget).PressAsync("重新择优");
        return (await shown.Fill("方案名称", name).PressAsync("保存方案")).Id;
    }

    /// <summary>甲: 90 marks, 100 万元; 乙: 60, 60 万元; 丙: 40, 40 万元. The other criterion of Linqu is unknown to all, so each has half of its marks as its score.</summary>
    private async Task<(County County, Guid[] Estates)> ThreeAsync()
    {
        var county = await fixture.CountyAsync();
        Guid[] estates = [await county.EstateAsync("甲小区"), await county.EstateAsync("乙小区"), await county.EstateAsync("丙小区")];
        int[] marks = [90, 60, 40], costs = [100, 60, 40];
        for (var i = 0; i < estates.Length; i++)
        {
            await county.MarkAsync(estates[i], "maturity", marks[i]);
            await county.EstimateAsync(estates[i], costs[i]);
        }

        return (county, estates);
    }
}
