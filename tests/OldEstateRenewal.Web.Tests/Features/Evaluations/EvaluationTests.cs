using System.Net.Http.Headers;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Evaluations;

/// <summary>绩效评价: a sheet, the counties' own marks, the city's review, results that stay.</summary>
public sealed class EvaluationTests(PortalFixture fixture)
{
    private static readonly (string Name, string Self)[] starter = [("改造项目按时立项批复", "10"), ("按计划开工（开工率）", "18"), ("按计划完工（完工率）", "15"), ("基础类应改尽改，完善类、提升类按方案实施", "20"), ("资金到位和支付进度（资金支付率）", "12"), ("建立物业管理长效机制", "15")];

    [Fact]
    public async Task Sheet_WhoseMarksDoNotSum_IsSavedButNotPublished()
    {
        var city = await CityAsync();
        var draft = await DraftAsync(city);
        Assert.Contains("系统建议", draft.Text + draft.Value("依据"), StringComparison.Ordinal);

        var page = await draft.Fill("第 1 行分值", "15").PressAsync("保存");

        Assert.Equal("评价表已保存。", page.Notice);
        Assert.Contains("各项分值合计 105 分，须等于满分 100 分（多 5 分）", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("下发"));
        Assert.Contains("须等于满分", (await city.Clerk.ForgeAsync($"/evaluations/{page.Id}/publication", ("Version", "1"))).Problem, StringComparison.Ordinal);
        var wrong = await page.Fill("第 2 行指标", "").Fill("等次", "优秀 超过95；良好").Fill("第 7 行分值", "x").PressAsync("保存");
        Assert.Equal(422, wrong.Status);
        Assert.Contains("不是有效的值", wrong.Problem, StringComparison.Ordinal);
        Assert.Equal("x", wrong.Value("第 7 行分值"));
        var nameless = await wrong.Fill("第 7 行分值", "").PressAsync("保存");
        Assert.Contains("第 2 行：请填写指标", nameless.Problem, StringComparison.Ordinal);
        var grades = await nameless.Fill("第 2 行指标", "按计划开工").Fill("等次", "优秀 超过95；良好 85以上").Fill("第 1 行分值", "10").PressAsync("保存");
        Assert.Contains("最后一档“良好”不设分数", grades.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Sheet_Published_IsNeverChangedAndReachesItsCounties()
    {
        var city = await CityAsync();
        var draft = await DraftAsync(city);
        var clerk = await city.Counties[0].ClerkAsync();
        Assert.Equal(404, (await clerk.GetAsync($"/evaluations/{draft.Id}")).Status);

        var page = await draft.PressAsync("下发");

        Assert.Contains("已下发", page.Notice, StringComparison.Ordinal);
        Assert.Equal(200, (await clerk.GetAsync($"/evaluations/{draft.Id}")).Status);
        Assert.Equal(404, (await (await (await County.MakeAsync(fixture.Portal)).ClerkAsync()).GetAsync($"/evaluations/{draft.Id}")).Status);
        Assert.Contains("不能改动", (await city.Clerk.ForgeAsync($"/evaluations/{draft.Id}", ("Version", "1"), ("Name", "x"), ("FullMarks", "10"), ("Grades", "x"))).Problem, StringComparison.Ordinal);
        foreach (var change in new[] { "update portal.evaluations set name = 'x'", "delete from portal.evaluation_criteria", $"insert into portal.evaluation_criteria (tenant_id, id, evaluation_id, sequence, \"group\", name, marks, needs_evidence) values ('{city.City.Id}', gen_random_uuid(), '{draft.Id}', 9, 'x', 'x', 1, false)" })
            Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(city.City.Scope, change));
    }

    [Fact]
    public async Task SelfAssessment_WithoutMarksOrEvidence_IsKeptAndNotSent()
    {
        var (city, id) = await PublishedAsync();
        await city.Counties[0].ApprovedAsync("2026-11-09", 0);
        var clerk = await city.Counties[0].ClerkAsync();
        var page = await clerk.GetAsync($"/evaluations/{id}");
        Assert.Contains("系统数：开工率", page.Text, StringComparison.Ordinal);

        var refused = await page.Fill("自评分：按计划开工（开工率）", "21").Fill("说明：按计划开工（开工率）", "全部开工").PressAsync("报送");

        Assert.Contains("改造项目按时立项批复：自评未打分", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("按计划开工（开工率）：自评 21 分，须在 0 至 20 分之间", refused.Problem, StringComparison.Ordinal);
        Assert.Equal("全部开工", refused.Value("说明：按计划开工（开工率）"));
        var filled = Fill(refused);
        Assert.Contains("改造项目按时立项批复：须附佐证材料", (await filled.PressAsync("报送")).Problem, StringComparison.Ordinal);
        var broken = await (await clerk.GetAsync($"/evaluations/{id}")).Fill("自评分：按计划开工（开工率）", "很多").Fill("说明：建立物业管理长效机制", "已建立").PressAsync("保存");
        Assert.Equal(422, broken.Status);
        Assert.Equal("很多", broken.Value("自评分：按计划开工（开工率）"));
        Assert.Equal("已建立", broken.Value("说明：建立物业管理长效机制"));
        Assert.DoesNotContain("全部开工", (await city.Clerk.GetAsync($"/evaluations/{id}/reviews/{city.Counties[0].Tenant.Key}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("全部开工", (await city.Clerk.OpenAsync($"{city.Counties[0].Home}/evaluations/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(403, (await (await city.Counties[0].ClerkAsync(Role.Leader)).ForgeAsync($"/evaluations/{id}/self-assessment", ("Version", "0"))).Status);
    }

    [Fact]
    public async Task SelfAssessment_Sent_IsFrozenWithItsFiguresAndPapers()
    {
        var (city, id) = await PublishedAsync();
        var county = city.Counties[0];
        await county.ApprovedAsync("2026-11-02", 0);

        var (clerk, page) = await SentAsync(county, id);

        Assert.Equal("自评已报送，不再改动。", page.Notice);
        Assert.False(page.HasButton("保存"));
        await county.ApprovedAsync("2026-11-09", 500);
        var review = await city.Clerk.GetAsync($"/evaluations/{id}/reviews/{county.Tenant.Key}");
        Assert.Contains("截至 2026-11-08", review.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("截至 2026-11-15", review.Text, StringComparison.Ordinal);
        var paper = review.Document.QuerySelector("a.paper")!.GetAttribute("href")![city.City.Home.Length..];
        Assert.Equal(Pictures.Pdf(), await city.Clerk.DownloadAsync(paper));
        Assert.Equal(404, (await (await city.Counties[1].ClerkAsync()).GetAsync(paper)).Status);
        Assert.Contains("不能改动", (await clerk.ForgeAsync($"/evaluations/{id}/self-assessment", ("Version", "1"))).Problem, StringComparison.Ordinal);
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, "update portal.self_assessments set marks = marks"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, "update portal.evidence_papers set file_name = 'x'"));
    }

    [Fact]
    public async Task Save_FromAStalePage_IsRefusedAndKeepsWhatWasTyped()
    {
        var (city, id) = await PublishedAsync();
        var clerk = await city.Counties[0].ClerkAsync();
        var (first, second) = (await clerk.GetAsync($"/evaluations/{id}"), await clerk.GetAsync($"/evaluations/{id}"));
        Assert.Equal("自评已保存，尚未报送。", (await first.Fill("说明：建立物业管理长效机制", "先保存的").PressAsync("保存")).Notice);

        var stale = await second.Fill("说明：建立物业管理长效机制", "后保存的").PressAsync("保存");

        Assert.Equal(422, stale.Status);
        Assert.Contains("他人刚刚改动", stale.Problem, StringComparison.Ordinal);
        Assert.Equal("后保存的", stale.Value("说明：建立物业管理长效机制"));
    }

    [Fact]
    public async Task Evidence_TakenOffBeforeSending_IsGoneAndMissed()
    {
        var (city, id) = await PublishedAsync();
        var clerk = await city.Counties[0].ClerkAsync();
        var page = await PostAsync(clerk, await clerk.GetAsync($"/evaluations/{id}"), "self-assessment", Pictures.Pdf());
        Assert.True(page.HasLink("批复.pdf"));

        var removed = await page.Tick("撤下批复.pdf").PressAsync("保存");

        Assert.False(removed.HasLink("批复.pdf"));
        Assert.Contains("改造项目按时立项批复：须附佐证材料", (await Fill(removed).PressAsync("报送")).Problem, StringComparison.Ordinal);
        Assert.Contains("不是 JPEG、PNG 图片或 PDF", (await PostAsync(clerk, await clerk.GetAsync($"/evaluations/{id}"), "self-assessment", "MZ"u8.ToArray())).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_OfAReview_AreRankedShownAndNeverChanged()
    {
        var (city, id) = await PublishedAsync();
        var (first, _) = await SentAsync(city.Counties[0], id);
        await SentAsync(city.Counties[1], id);

        var review = await ReviewAsync(city, id, 0, "15");
        Assert.Contains("按计划开工（开工率）：复评与自评不同，请写明理由", review.Text, StringComparison.Ordinal);
        await ReviewAsync(city, id, 1, "18");
        var unreasoned = await (await city.Clerk.GetAsync($"/evaluations/{id}")).PressAsync("公布结果");
        Assert.Contains("复评与自评不同，请写明理由", unreasoned.Problem, StringComparison.Ordinal);
        await (await city.Clerk.GetAsync($"/evaluations/{id}/reviews/{city.Counties[0].Tenant.Key}")).Fill("理由：按计划开工（开工率）", "两个项目未实际开工").Fill("加扣分 1", "-2").Fill("加扣分理由 1", "信访较多").PressAsync("保存复评");
        Assert.DoesNotContain("两个项目未实际开工", (await first.GetAsync($"/evaluations/{id}")).Text, StringComparison.Ordinal);

        var page = await (await city.Clerk.GetAsync($"/evaluations/{id}")).PressAsync("公布结果");

        Assert.Equal("结果已公布，各县（市、区）可以查看。", page.Notice);
        // 90 as they said; 90 − 3 − 2 = 85, which is 良好 as the sheet has it.
        Assert.Equal([["1", city.Counties[1].Tenant.Name, "90", "90", "0", "良好"], ["2", city.Counties[0].Tenant.Name, "90", "85", "-5", "良好"]], page.Rows().Select(row => row.Select(cell => cell.Replace('−', '-')).ToArray()));
        var own = await first.GetAsync($"/evaluations/{id}");
        Assert.Contains("两个项目未实际开工", own.Text, StringComparison.Ordinal);
        Assert.Contains("信访较多", own.Text, StringComparison.Ordinal);
        var other = await (await city.Counties[1].ClerkAsync()).GetAsync($"/evaluations/{id}");
        Assert.Contains(city.Counties[0].Tenant.Name, other.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("两个项目未实际开工", other.Text, StringComparison.Ordinal);
        Assert.Equal(1, await fixture.Portal.Sql.AskAppAsync<long>(city.Counties[1].Scope, "select count(*) from portal.county_reviews"));
        Assert.Contains("不能改动", (await city.Clerk.ForgeAsync($"/evaluations/{id}/reviews/{city.Counties[0].Tenant.Key}", ("Version", "1"))).Problem, StringComparison.Ordinal);
        foreach (var change in new[] { "update portal.county_reviews set by = 'x'", "update portal.evaluation_rounds set remark = 'x'", "delete from portal.county_results", "insert into portal.county_results (tenant_id, id, round_id, county_id, county_name, sequence) select tenant_id, gen_random_uuid(), id, gen_random_uuid(), 'x', 9 from portal.evaluation_rounds" })
            Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(city.City.Scope, change));
        Assert.Contains(Papers.SheetRows(await first.DownloadAsync($"/evaluations/{id}/results.xlsx")), row => row.Contains(city.Counties[1].Tenant.Name) && row.Contains("良好"));
        Assert.Contains("90 分", (await city.Clerk.GetAsync("/evaluations")).Text, StringComparison.Ordinal);
        Assert.Contains(Papers.SheetRows(await city.Clerk.DownloadAsync("/evaluations/years.xlsx")), row => row.Contains(city.Counties[0].Tenant.Name));
    }

    [Fact]
    public async Task Reopen_APublishedResult_IsAnotherEditionWithItsReason()
    {
        var (city, id) = await PublishedAsync();
        await SentAsync(city.Counties[0], id);
        await ReviewAsync(city, id, 0, "18");
        var missing = await (await city.Clerk.GetAsync($"/evaluations/{id}")).PressAsync("公布结果");
        Assert.Contains($"{city.Counties[1].Tenant.Name}没有复评", missing.Problem, StringComparison.Ordinal);
        var published = await missing.Fill("说明", "本年无任务").PressAsync("公布结果");
        Assert.Contains("未评", published.Text, StringComparison.Ordinal);
        Assert.Contains("请写明重评的理由", (await published.PressAsync("开始重评")).Problem, StringComparison.Ordinal);

        var reopened = await published.Fill("重评的理由", "加分漏计").PressAsync("开始重评");

        Assert.Contains("重评中（第 2 版）", reopened.Text, StringComparison.Ordinal);
        var clerk = await city.Counties[0].ClerkAsync();
        Assert.DoesNotContain("加分漏计", (await clerk.GetAsync($"/evaluations/{id}")).Text, StringComparison.Ordinal);
        var over = await (await city.Clerk.GetAsync($"/evaluations/{id}/reviews/{city.Counties[0].Tenant.Key}")).Fill("加扣分 1", "6").Fill("加扣分理由 1", "全国推广").PressAsync("保存复评");
        Assert.Contains("加分合计 6 分，超过上限 5 分", over.Text, StringComparison.Ordinal);
        await over.Fill("加扣分 1", "5").PressAsync("保存复评");
        await (await city.Clerk.GetAsync($"/evaluations/{id}")).Fill("说明", "本年无任务").PressAsync("公布结果");
        var own = await clerk.GetAsync($"/evaluations/{id}");
        Assert.Contains("第 2 版：加分漏计", own.Text, StringComparison.Ordinal);
        Assert.Contains("得分 95", own.Text, StringComparison.Ordinal);
    }

    private static Page Fill(Page page) => starter.Aggregate(page, (filled, item) => filled.Fill($"自评分：{item.Name}", item.Self));

    /// <summary>Filled, with a paper on each item that needs one, and sent.</summary>
    private static async Task<(Clerk Clerk, Page Page)> SentAsync(County county, Guid id)
    {
        var clerk = await county.ClerkAsync();
        return (clerk, await PostAsync(clerk, Fill(await clerk.GetAsync($"/evaluations/{id}")), "self-assessment/sending", Pictures.Pdf()));
    }

    /// <summary>The form of the page as a browser sends it, with a file on every item.</summary>
    private static Task<Page> PostAsync(Clerk clerk, Page page, string act, byte[] bytes)
    {
        var form = new MultipartFormDataContent { { new StringContent(page.Token!), "__RequestVerificationToken" }, { new StringContent(page.Document.QuerySelector("main input[name=Version]")!.GetAttribute("value")!), "Version" } };
        foreach (var (item, at) in page.Document.QuerySelectorAll("main fieldset input[type=hidden]").Select((item, at) => (item.GetAttribute("value")!, at)))
        {
            form.Add(new StringContent(item), $"Items[{at}].Item");
            form.Add(new StringContent(page.Value($"自评分：{starter[at].Name}")), $"Items[{at}].Marks");
            var file = new ByteArrayContent(bytes);
            file.Headers.ContentType = new MediaTypeHeaderValue("application/pdf");
            if (at is 0 or 3 or 5) form.Add(file, $"Items[{at}].Files", at == 0 ? "批复.pdf" : $"材料{at}.pdf");
        }

        return clerk.PostAsync($"{clerk.County!.Home}/evaluations/{page.Id}/{act}", form);
    }

    private static async Task<Page> ReviewAsync(EvaluatedCity city, Guid id, int county, string start)
    {
        var page = await city.Clerk.GetAsync($"/evaluations/{id}/reviews/{city.Counties[county].Tenant.Key}");
        foreach (var (name, self) in starter) page.Fill($"复评分：{name}", name.Contains("开工", StringComparison.Ordinal) ? start : self);
        return await page.PressAsync("保存复评");
    }

    private async Task<(EvaluatedCity City, Guid Id)> PublishedAsync()
    {
        var city = await CityAsync();
        return (city, (await (await DraftAsync(city)).PressAsync("下发")).Id);
    }

    private static async Task<Page> DraftAsync(EvaluatedCity city)
    {
        var page = await (await city.Clerk.GetAsync("/evaluations")).Fill("年度", "2026").PressAsync("拟订");
        Assert.Contains("系统建议", page.Notice, StringComparison.Ordinal);
        return page;
    }

    private async Task<EvaluatedCity> CityAsync()
    {
        var city = await County.CityAsync(fixture.Portal);
        return new EvaluatedCity(city, await city.ClerkAsync(Role.City), [await County.MakeAsync(fixture.Portal, above: city), await County.MakeAsync(fixture.Portal, above: city)]);
    }

    private sealed record EvaluatedCity(County City, Clerk Clerk, County[] Counties);
}
