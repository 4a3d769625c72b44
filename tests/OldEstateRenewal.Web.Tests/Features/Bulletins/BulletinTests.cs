using System.Globalization;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Bulletins;

/// <summary>月通报: from approved weeks to an issued paper that the counties have signed for.</summary>
public sealed class BulletinTests(PortalFixture fixture)
{
    [Fact]
    public async Task Draft_OfAMonth_TakesItsApprovedWeeksAndTheMonthBefore()
    {
        var (_, clerk, counties) = await CityAsync();

        var page = await DraftAsync(clerk);

        Assert.Equal(422, (await clerk.ForgeAsync("/bulletins", ("PlanYear", "2026"), ("Month", "2026-10"))).Status);
        var ranking = page.Rows().Where(row => counties.Any(county => row[1] == county.Tenant.Name)).ToList();
        Assert.Equal(["1", "2"], ranking.Select(row => row[0]));
        Assert.Equal(counties[1].Tenant.Name, ranking[0][1]);
        // 10 sheets in each of the four weeks that ended in October, 9 on time.
        Assert.Contains("90.0%", ranking[0]);
        Assert.Contains("截至2026年10月31日", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Figures_OverAllIndicators_AreTheSameInPagePdfWordAndExcel()
    {
        var (_, clerk, counties) = await CityAsync();
        var page = await DraftAsync(clerk);
        var rows = AllRows(page);
        var pdf = await Papers.PdfTextAsync(await clerk.DownloadAsync($"/bulletins/{page.Id}/paper.pdf"));
        var word = Papers.WordText(await clerk.DownloadAsync($"/bulletins/{page.Id}/paper.docx"));
        var excel = Papers.SheetRows(await clerk.DownloadAsync($"/bulletins/{page.Id}/figures.xlsx"));

        foreach (var (county, factor) in new[] { (counties[0], 7), (counties[1], 77) })
        {
            foreach (var (key, pair) in DispatchRows.Figures(factor, 40, 36))
            {
                var indicator = Indicators.Get(key);
                foreach (var value in new[] { pair.Planned, pair.Actual }.OfType<decimal>())
                {
                    var text = indicator.Nature == IndicatorNature.Money ? value.ToString("0.00", CultureInfo.InvariantCulture) : indicator.Text(value);
                    Assert.Contains(rows, row => row[0] == county.Tenant.Name && row.Contains(text));
                    Assert.Contains(text, pdf, StringComparison.Ordinal);
                    Assert.Contains(text, word, StringComparison.Ordinal);
                    Assert.Contains(excel, row => row[0] == county.Tenant.Name && row[2] == indicator.Name && row.Any(cell => decimal.TryParse(cell, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) && number == value));
                }
            }
        }
    }

    [Fact]
    public async Task Issue_ADraft_ReachesTheCountiesAndIsNeverChangedAgain()
    {
        var (city, clerk, counties) = await CityAsync();
        var draft = await DraftAsync(clerk);
        var (leader, stranger) = (await counties[0].ClerkAsync(Role.Leader), await (await County.MakeAsync(fixture.Portal)).ClerkAsync());
        Assert.Equal(404, (await leader.GetAsync($"/bulletins/{draft.Id}")).Status);

        var page = await draft.Fill("总体进展", "全市进展平稳。").PressAsync("保存文字");
        var refused = await page.Fill("文号", "聊建发2026 3号").PressAsync("印发");
        Assert.Contains("文号的格式如", refused.Problem, StringComparison.Ordinal);
        page = await refused.Fill("文号", "聊建发〔2026〕3号").PressAsync("印发");

        Assert.Equal("已印发，各县（市、区）可查看并签收。", page.Notice);
        var read = await leader.GetAsync($"/bulletins/{draft.Id}");
        Assert.Contains("全市进展平稳。", read.Text, StringComparison.Ordinal);
        Assert.Contains("聊建发〔2026〕3号", read.Text, StringComparison.Ordinal);
        var signed = await read.PressAsync("签收");
        Assert.Equal("已签收。", signed.Notice);
        Assert.Equal(404, (await stranger.GetAsync($"/bulletins/{draft.Id}")).Status);
        Assert.Contains("未签收", (await clerk.GetAsync($"/bulletins/{draft.Id}")).Text, StringComparison.Ordinal);
        Assert.Contains("1 / 2", (await clerk.GetAsync("/bulletins")).Text, StringComparison.Ordinal);
        Assert.Contains("不能改动", (await clerk.ForgeAsync($"/bulletins/{draft.Id}", ("Version", "2"), ("Title", "x"), ("Opening", "x"))).Problem, StringComparison.Ordinal);
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(city.Scope, "update portal.bulletins set title = 'x'"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(city.Scope, "delete from portal.bulletin_rows"));
    }

    [Fact]
    public async Task Correct_AnIssuedMonth_IsAnotherPaperWithItsReason()
    {
        var (_, clerk, counties) = await CityAsync();
        var draft = await DraftAsync(clerk);
        await draft.Fill("文号", "聊建发〔2026〕3号").PressAsync("印发");
        await counties[0].ApprovedAsync("2026-10-19", 500);
        Assert.Contains("另发更正的请写明理由", (await clerk.ForgeAsync("/bulletins", ("PlanYear", "2026"), ("Month", "2026-10"))).Problem, StringComparison.Ordinal);

        var page = await (await clerk.GetAsync("/bulletins")).Fill("月份", "2026-10").Fill("计划年度", "2026").Fill("更正的理由", "漏计一周").PressAsync("取数拟稿");

        Assert.Contains("漏计一周", page.Text, StringComparison.Ordinal);
        Assert.Contains("（更正）", page.Heading, StringComparison.Ordinal);
        Assert.Contains("这个文号已经用过。", (await page.Fill("文号", "聊建发〔2026〕3号").PressAsync("印发")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refresh_ADraft_TakesWhatWasApprovedSince()
    {
        var (_, clerk, counties) = await CityAsync();
        var draft = await DraftAsync(clerk);
        await counties[0].ApprovedAsync("2026-10-19", 600);

        var page = await draft.PressAsync("重新取数");

        Assert.Equal("已重新取数，文字已按新数重拟。", page.Notice);
        Assert.Contains(AllRows(page), row => row[0] == counties[0].Tenant.Name && row.Contains("1600"));
    }

    [Fact]
    public async Task Paper_AfterTheTemplateChanged_StaysAsItWasIssuedForCityAndCounty()
    {
        var (city, clerk, counties) = await CityAsync();
        var draft = await DraftAsync(clerk);
        var leader = await counties[0].ClerkAsync(Role.Leader);
        async Task<string> PaperAsync(Clerk reader) => Papers.WordText(await reader.DownloadAsync($"/bulletins/{draft.Id}/paper.docx"));
        Assert.Contains($"{city.Tenant.Name}城镇老旧小区改造工作通报", await PaperAsync(clerk), StringComparison.Ordinal);
        await SetTemplateAsync(clerk, "第一版文件");
        Assert.Contains("第一版文件", await PaperAsync(clerk), StringComparison.Ordinal);

        await (await clerk.GetAsync($"/bulletins/{draft.Id}")).Fill("文号", "聊建发〔2026〕3号").PressAsync("印发");
        await SetTemplateAsync(clerk, "第二版文件");

        foreach (var reader in new[] { clerk, leader })
        {
            var paper = await PaperAsync(reader);
            Assert.Contains("第一版文件", paper, StringComparison.Ordinal);
            Assert.Contains("第一版文件的署名", paper, StringComparison.Ordinal);
            Assert.DoesNotContain("第二版文件", paper, StringComparison.Ordinal);
        }

        Assert.Equal(1, await fixture.Portal.Sql.AskAppAsync<long>(counties[0].Scope, "select count(*) from portal.paper_template_versions"));
        var visitor = await clerk.Person!.SignInAsync(counties[0]);
        Assert.Equal(403, (await visitor.GetAsync("/reports/template")).Status);
    }

    private static async Task SetTemplateAsync(Clerk clerk, string mark) =>
        Assert.Contains("公文版式已保存", (await (await clerk.GetAsync("/reports/template")).Fill("发文机关标志", mark).Fill("署名机关", mark + "的署名").PressAsync("保存")).Notice, StringComparison.Ordinal);

    /// <summary>The rows of every table on the page.</summary>
    private static List<string[]> AllRows(Page page) => page.Document.QuerySelectorAll("tbody tr").Select(row => row.Children.Select(cell => cell.TextContent.Trim()).ToArray()).ToList();

    /// <summary>Two counties with approved weeks in September and October.</summary>
    private async Task<(County City, Clerk Clerk, County[] Counties)> CityAsync()
    {
        var city = await County.CityAsync(fixture.Portal);
        County[] counties = [await County.MakeAsync(fixture.Portal, above: city), await County.MakeAsync(fixture.Portal, above: city)];
        foreach (var (county, factor) in new[] { (counties[0], 0), (counties[1], 70) })
        {
            await county.ApprovedAsync("2026-09-14", factor);
            foreach (var (week, at) in new[] { ("2026-09-28", 4), ("2026-10-05", 5), ("2026-10-12", 6), ("2026-10-19", 7) }) await county.ApprovedAsync(week, factor + at);
            // It ends in November.
            await county.ApprovedAsync("2026-10-26", factor + 8);
        }

        return (city, await city.ClerkAsync(Role.City), counties);
    }

    private static async Task<Page> DraftAsync(Clerk clerk)
    {
        var page = await (await clerk.GetAsync("/bulletins")).Fill("月份", "2026-10").Fill("计划年度", "2026").PressAsync("取数拟稿");
        Assert.Contains("拟稿", page.Notice, StringComparison.Ordinal);
        return page;
    }
}
