using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Policies;

public sealed class PolicyTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("linqu,weifang,shandong,nation")]
    [InlineData("ruicheng,yuncheng,shanxi,nation")]
    [InlineData("jingyuan,baiyin,gansu,nation")]
    [InlineData("taian,shandong,nation")]
    [InlineData("nowhere,nation")]
    public async Task Show_EveryShippedDocument_IsReadable(string chain)
    {
        var clerk = await (await fixture.CountyAsync(chain.Split(','))).ClerkAsync();
        var list = await clerk.GetAsync("/policies");
        foreach (var document in PolicyBook.Shipped.Documents)
        {
            Assert.Contains(document.Title, list.Text, StringComparison.Ordinal);
            var page = await clerk.GetAsync($"/policies/{document.Key}");
            Assert.Equal(200, page.Status);
            Assert.Equal(document.Title, page.Heading);
        }
    }

    [Fact]
    public async Task List_OwnDocuments_ComeFirstAndSayWhetherTheyAreInForce()
    {
        var page = await (await (await fixture.CountyAsync(["taian", "shandong", "nation"])).ClerkAsync()).GetAsync("/policies");

        Assert.StartsWith("已失效", page.Rows()[0][4], StringComparison.Ordinal);
        Assert.DoesNotContain(page.Rows(), row => row[0].Contains("临朐", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Enter_SixthCountysDocument_EligibilityAndPlanFollowIt()
    {
        var county = await fixture.CountyAsync(SixthCounty.Chain);
        var estate = await county.EstateAsync("甲小区", "城关街道", built: 2001);
        var clerk = await county.ClerkAsync();
        Assert.DoesNotContain("六政办", (await clerk.GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);

        var entered = await (await clerk.GetAsync("/policies/new")).Fill("或粘贴内容", SixthCounty.Json).PressAsync("检查并录入");

        Assert.Equal("已录入《六县城镇老旧小区改造实施办法》。", entered.Notice);
        Assert.Equal("六县城镇老旧小区改造实施办法", entered.Heading);
        var shown = await clerk.GetAsync($"/estates/{estate}");
        Assert.Contains("六政办〔2026〕6号", shown.Text, StringComparison.Ordinal);
        Assert.Contains("2002年6月30日前建成", shown.Text, StringComparison.Ordinal);
        Assert.Contains("六层以上住宅是否无电梯？", (await clerk.GetAsync($"/estates/{estate}/edit")).Text, StringComparison.Ordinal);
        var plan = await clerk.GetAsync($"/plans/{await county.PlanAsync(2026, estate)}");
        Assert.Equal("六县2026年度改造任务表", plan.Heading);
        Assert.Equal("小区,投资（元）", string.Join(',', plan.Rows("thead").Single()));
    }

    [Fact]
    public async Task Enter_SixthCountysDocument_LeavesOtherCountiesAlone()
    {
        var (sixth, other) = (await fixture.CountyAsync(SixthCounty.Chain), await fixture.CountyAsync(SixthCounty.Chain));
        await (await (await sixth.ClerkAsync()).GetAsync("/policies/new")).Fill("或粘贴内容", SixthCounty.Json).PressAsync("检查并录入");

        var clerk = await other.ClerkAsync();
        Assert.DoesNotContain("六县城镇", (await clerk.GetAsync("/policies")).Text, StringComparison.Ordinal);
        Assert.Equal(404, (await clerk.GetAsync("/policies/liu-2026")).Status);
    }

    [Fact]
    public async Task Enter_CitysDocument_IsFollowedByItsCounty()
    {
        var city = await County.MakeAsync(fixture.Portal, SixthCounty.Chain, [], PolicyLevel.City);
        var county = await County.MakeAsync(fixture.Portal, ["below", "liu", "nation"], null, PolicyLevel.County, city);
        var estate = await county.EstateAsync("甲小区");
        await (await (await city.ClerkAsync()).GetAsync("/policies/new")).Fill("或粘贴内容", SixthCounty.Json).PressAsync("检查并录入");

        Assert.Contains("六政办〔2026〕6号", (await (await county.ClerkAsync()).GetAsync($"/estates/{estate}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"2002-06-30\", \"review\"", "\"2002-06-31\", \"review\"", "$.eligibility.plan-entry.criteria.any[0].all[0].date", "2002-06-31")]
    [InlineData("\"level\": \"county\"", "\"level\": \"village\"", "$.division.level", "village")]
    [InlineData("\"key\": \"liu\"", "\"key\": \"linqu\"", "$.division.key", "linqu")]
    [InlineData("\"key\": \"liu-2026\"", "\"key\": \"linqu-2024\"", "$.key", "linqu-2024")]
    [InlineData("\"key\": \"liu-2026\"", "\"key\": \"六县 2026\"", "$.key", "六县 2026")]
    public async Task Enter_BrokenFile_NamesPathValueAndExpectationAndStoresNothing(string right, string wrong, string path, string value)
    {
        var county = await fixture.CountyAsync(SixthCounty.Chain);
        var clerk = await county.ClerkAsync();
        var broken = SixthCounty.Json.Replace(right, wrong, StringComparison.Ordinal);

        var page = await (await clerk.GetAsync("/policies/new")).Fill("或粘贴内容", broken).PressAsync("检查并录入");

        Assert.Equal(422, page.Status);
        Assert.Contains(page.Rows(), row => row[0] == path && row[1].Contains(value, StringComparison.Ordinal) && row[2].Length > 0);
        Assert.Equal(broken.ReplaceLineEndings("\n"), page.Value("或粘贴内容").ReplaceLineEndings("\n"));
        Assert.Equal(0, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.policy_files"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("不是 JSON")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("{\"key\":1}")]
    [InlineData("{\"key\":\"\\ud800\"}")]
    [InlineData("{\"division\":{\"key\":\"liu\",\"key\":\"liu\"}}")]
    public async Task Enter_NoDocumentAtAll_SaysWhatWasExpected(string json)
    {
        var page = await (await (await (await fixture.CountyAsync(SixthCounty.Chain)).ClerkAsync()).GetAsync("/policies/new")).Fill("或粘贴内容", json).PressAsync("检查并录入");

        Assert.Equal(422, page.Status);
        Assert.Contains("未录入", page.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("六县\\u0000城镇")]
    [InlineData("六县\\ud800城镇")]
    public async Task Enter_TitleThatCannotBeKept_IsRefused(string title)
    {
        var page = await (await (await (await fixture.CountyAsync(SixthCounty.Chain)).ClerkAsync()).GetAsync("/policies/new")).Fill("或粘贴内容", SixthCounty.Json.Replace("六县城镇", title, StringComparison.Ordinal)).PressAsync("检查并录入");

        Assert.Equal(422, page.Status);
    }

    [Fact]
    public async Task Enter_TitleLongerThanAnAuditSubject_IsKeptWhole()
    {
        var title = string.Concat(Enumerable.Repeat("🏠", 150));

        var page = await (await (await (await fixture.CountyAsync(SixthCounty.Chain)).ClerkAsync()).GetAsync("/policies/new")).Fill("或粘贴内容", SixthCounty.Json.Replace("\"六县城镇", $"\"六{title}县城镇", StringComparison.Ordinal)).PressAsync("检查并录入");

        Assert.Contains(title, page.Heading, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Enter_CorrectedDocument_SupersedesTheFirst()
    {
        var clerk = await (await fixture.CountyAsync(SixthCounty.Chain)).ClerkAsync();
        await (await clerk.GetAsync("/policies/new")).Fill("或粘贴内容", SixthCounty.Json).PressAsync("检查并录入");
        await (await clerk.GetAsync("/policies/new")).Fill("或粘贴内容", SixthCounty.Json.Replace("六县城镇老旧", "六县城镇（修订）老旧", StringComparison.Ordinal)).PressAsync("检查并录入");

        Assert.Equal(1, (await clerk.GetAsync("/policies")).Rows().Count(row => row[0].StartsWith("六县城镇", StringComparison.Ordinal)));
        Assert.Contains("（修订）", (await clerk.GetAsync("/policies/liu-2026")).Heading, StringComparison.Ordinal);
    }
}
