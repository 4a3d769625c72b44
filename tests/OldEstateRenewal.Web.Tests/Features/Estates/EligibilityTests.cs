using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Estates;

/// <summary>May it be renewed, and on what ground: as the page says it.</summary>
public sealed class EligibilityTests(PortalFixture fixture)
{
    private static readonly string[] taian = ["taian", "shandong", "nation"];

    [Fact]
    public async Task Show_ExpiredDocument_WarnsThatItHasLapsed()
    {
        var county = await fixture.CountyAsync(taian);
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync($"/estates/{estate}");

        Assert.Contains("已于 2025-08-31", page.Text.Replace("2025年8月31日", " 2025-08-31", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("仅供参考", page.Text, StringComparison.Ordinal);
        Assert.Contains("依据失效", (await clerk.GetAsync("/estates")).Text, StringComparison.Ordinal);
        Assert.Contains("失效", (await clerk.GetAsync()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Show_Verdict_CitesDocumentClauseAndItsWords()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");

        var page = await (await county.ClerkAsync()).GetAsync($"/estates/{estate}");

        Assert.Matches("依据：《?.+", page.Document.QuerySelector(".clause")!.TextContent);
        Assert.NotNull(page.Document.QuerySelector(".clause a[href*='/policies/']"));
        Assert.NotEmpty(page.Document.QuerySelectorAll("blockquote.quote"));
        Assert.NotEmpty(page.Document.QuerySelectorAll(".criteria li"));
    }

    [Fact]
    public async Task Edit_FactsFound_ChangeTheVerdict()
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道");
        var clerk = await county.ClerkAsync();
        async Task<string> VerdictAsync() => (await clerk.GetAsync("/estates")).Rows()[0][6];
        var before = await VerdictAsync();

        await AnswerAllAsync(clerk, estate, "评估事项", "是");
        await AnswerAllAsync(clerk, estate, "排除情形", "否");
        var good = await VerdictAsync();
        await AnswerAllAsync(clerk, estate, "排除情形", "是");
        var excluded = await VerdictAsync();

        Assert.Equal(3, new[] { before, good, excluded }.Distinct().Count());
        var page = await clerk.GetAsync($"/estates/{estate}");
        Assert.Contains(clerk.Person!.DisplayName + " 2026-11-21", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1995)]
    [InlineData(2015)]
    public async Task List_AndPage_SayTheSame(int built)
    {
        var county = await fixture.CountyAsync();
        var estate = await county.EstateAsync("红旗小区", "城关街道", built);
        var clerk = await county.ClerkAsync();

        var verdict = (await clerk.GetAsync("/estates")).Rows()[0][6];

        Assert.Contains(verdict, (await clerk.GetAsync($"/estates/{estate}")).Document.QuerySelector("section h3")!.TextContent, StringComparison.Ordinal);
    }

    internal static async Task AnswerAllAsync(Clerk clerk, Guid estate, string group, string answer)
    {
        var page = await clerk.GetAsync($"/estates/{estate}/edit");
        var heading = page.Document.QuerySelectorAll("h2").SingleOrDefault(each => each.TextContent == group);
        if (heading is null) return;
        foreach (var legend in heading.NextElementSibling!.QuerySelectorAll("legend")) page.Answer(legend.TextContent.Trim(), answer);
        Assert.Contains("已保存", (await page.PressAsync("保存")).Notice, StringComparison.Ordinal);
    }
}
