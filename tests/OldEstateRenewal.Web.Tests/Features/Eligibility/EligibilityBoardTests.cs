using Microsoft.Extensions.DependencyInjection;
using OldEstateRenewal.Web.Features.Eligibility;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Estates;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Eligibility;

/// <summary>How all estates stand, why not, what would be, and what was.</summary>
public sealed class EligibilityBoardTests(PortalFixture fixture)
{
    private static readonly string[] taian = ["taian", "shandong", "nation"];

    [Fact]
    public async Task Index_CountsVerdictsAndReasons_AndFiltersByReason()
    {
        var (county, clerk, _) = await ThreeAsync();

        var page = await clerk.GetAsync("/eligibility");

        Assert.Equal(["符合", "1", "40", "3000"], page.Rows()[0]);
        Assert.Equal("1", page.Rows().Single(row => row[0] == "不符合")[1]);
        Assert.Equal("1", page.Rows().Single(row => row[0] == "待查")[1]);
        var why = page.Document.QuerySelectorAll("a[href*='reason=built&found=Failed']").Single();
        var found = await clerk.OpenAsync(why.GetAttribute("href")!.Replace("&amp;", "&", StringComparison.Ordinal));
        Assert.Contains("小区（1 个）", found.Text, StringComparison.Ordinal);
        Assert.Contains("晚建小区", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("早建小区", found.Text, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, county.Id);
    }

    [Fact]
    public async Task Export_Filtered_SaysFilterAndTime()
    {
        var (_, clerk, _) = await ThreeAsync();

        var rows = Papers.SheetRows(await clerk.DownloadAsync("/eligibility/document.xlsx?verdict=NotEligible"));
        var text = string.Join('\n', rows.Select(row => string.Join('|', row)));

        Assert.Contains("筛选条件：结论：不符合", text, StringComparison.Ordinal);
        Assert.Contains("2026年11月21日 10:00", text, StringComparison.Ordinal);
        Assert.Contains("晚建小区", text, StringComparison.Ordinal);
        Assert.DoesNotContain("早建小区", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_AnotherDate_ShowsWhoComesInAndStoresNothing()
    {
        var (county, clerk, _) = await ThreeAsync();
        var before = await CountAsync(county);

        var page = await (await clerk.GetAsync("/eligibility/comparison")).Fill("或：建成不晚于", "2012-12-31").PressAsync("测算");

        Assert.Equal(["新增符合", "1", "40", "3000"], page.Rows()[0]);
        Assert.Equal(["待查，无法判断", "1", "40", "3000"], page.Rows()[3]);
        Assert.Equal(["不变", "1", "40", "3000"], page.Rows()[4]);
        Assert.Contains("1 个小区建成时间未知", page.Caption, StringComparison.Ordinal);
        Assert.Contains("晚建小区", page.Text, StringComparison.Ordinal);
        Assert.Equal(before, await CountAsync(county));
        Assert.Contains("请按 2005-12-31 的样式填写", (await clerk.GetAsync("/eligibility/comparison?builtBy=明年")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Comparison_AnotherDocument_SpeaksByThatDocument()
    {
        var (_, clerk, _) = await ThreeAsync();

        var page = await clerk.GetAsync("/eligibility/comparison?document=taian-2020");

        Assert.Contains("依据已于2025-08-31失效", page.Text, StringComparison.Ordinal);
        Assert.Equal("0", page.Rows()[0][1]);
        Assert.Contains("请从列出的文件中选择", (await clerk.GetAsync("/eligibility/comparison?document=nothing")).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_SameAgain_WritesNothing_AndAChangeWritesOne()
    {
        var county = await fixture.CountyAsync();
        var (estate, clerk) = (await county.EstateAsync("红旗小区", "城关街道"), await county.ClerkAsync());
        await EligibilityTests.AnswerAllAsync(clerk, estate, "评估事项", "是");
        var first = await CountAsync(county);
        await (await clerk.GetAsync($"/estates/{estate}/edit")).Fill("备注", "无关").PressAsync("保存");
        Assert.Equal(first, await CountAsync(county));

        await EligibilityTests.AnswerAllAsync(clerk, estate, "排除情形", "否");

        Assert.Equal(first + 1, await CountAsync(county));
        var rows = (await clerk.GetAsync($"/estates/{estate}/verdicts")).Rows();
        Assert.Contains("符合", rows[0][2], StringComparison.Ordinal);
        Assert.StartsWith("待查", rows[1][2], StringComparison.Ordinal);
        Assert.Contains("修改小区", rows[0][5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task History_RefusedSave_WritesNothing()
    {
        var county = await fixture.CountyAsync();
        var (estate, clerk) = (await county.EstateAsync("红旗小区", "城关街道"), await county.ClerkAsync());
        await county.EstateAsync("光明小区", "城关街道");

        var page = await (await clerk.GetAsync($"/estates/{estate}/edit")).Fill("小区名称", "光明小区").Fill("建成年份", "2015").PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal(0, await CountAsync(county));
    }

    [Fact]
    public async Task Daily_Judgement_WritesOnceAndThenNothing_AndSaysThatTheDocumentHasLapsed()
    {
        var county = await fixture.CountyAsync(taian);
        var (estate, clerk) = (await county.EstateAsync("红旗小区", "城关街道"), await county.ClerkAsync());
        var daily = fixture.Portal.Services.GetRequiredService<DailyJudgement>();

        Assert.True(await daily.JudgeAsync(county.Tenant) > 0);
        Assert.Equal(0, await daily.JudgeAsync(county.Tenant));

        var row = (await clerk.GetAsync($"/estates/{estate}/verdicts")).Rows()[0];
        Assert.Contains("依据已于2025-08-31失效", row[4], StringComparison.Ordinal);
        Assert.Equal("按日复核 系统", row[5]);
    }

    [Fact]
    public async Task Daily_OneCountyFails_TheOthersAreJudgedAllTheSame()
    {
        await using var portal = await TestPortal.StartAsync(await fixture.CloneAsync());
        var counties = new[] { await County.MakeAsync(portal), await County.MakeAsync(portal), await County.MakeAsync(portal) }.OrderBy(county => county.Tenant.Key, StringComparer.Ordinal).ToArray();
        foreach (var county in counties) await county.EstateAsync("红旗小区", "城关街道");
        await portal.Sql.AppAsync(counties[0].Scope, $"insert into portal.policy_files (tenant_id, id, key, json, added_by, added_at) values ('{counties[0].Id}', gen_random_uuid(), 'x', 'no document', 'x', now())");

        var written = await portal.Services.GetRequiredService<DailyJudgement>().RunAsync();

        var kept = await Task.WhenAll(counties.Select(county => portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.verdict_records")));
        Assert.Equal(0, kept[0]);
        Assert.True(kept[1] > 0 && kept[1] == kept[2] && written == kept.Sum(), string.Join(',', kept));
        Assert.Contains(counties[0].Tenant.Key, portal.Failures, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Policy_Entered_JudgesEveryEstateAnew()
    {
        var county = await fixture.CountyAsync(SixthCounty.Chain);
        var (estate, clerk) = (await county.EstateAsync("红旗小区", "城关街道"), await county.ClerkAsync());
        Assert.Equal(0, await CountAsync(county));

        var page = await (await clerk.GetAsync("/policies/new")).Fill("或粘贴内容", SixthCounty.Json).PressAsync("检查并录入");

        Assert.True(page.Status == 200, page.Text);
        Assert.True(await CountAsync(county) > 0);
        Assert.Contains("录入政策", (await clerk.GetAsync($"/estates/{estate}/verdicts")).Rows()[0][5], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Index_StreetClerk_CountsOwnEstatesOnly()
    {
        var (county, _, _) = await ThreeAsync();
        await county.EstateAsync("东风小区", "东城街道");
        var clerk = await county.ClerkAsync(Role.Street, "东城街道");

        Assert.Contains("小区（1 个）", (await clerk.GetAsync("/eligibility")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("早建小区", (await clerk.GetAsync("/eligibility/comparison?builtBy=2020-12-31")).Html, StringComparison.Ordinal);
    }

    private Task<long> CountAsync(County county) => fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.verdict_records");

    /// <summary>One built in time, one late, one of unknown age; all else fulfilled.</summary>
    private async Task<(County County, Clerk Clerk, Guid Late)> ThreeAsync()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var estates = new[] { await county.EstateAsync("早建小区", "城关街道", 1995), await county.EstateAsync("晚建小区", "城关街道", 2012), await county.EstateAsync("不详小区", "城关街道", null) };
        foreach (var estate in estates)
        {
            await EligibilityTests.AnswerAllAsync(clerk, estate, "评估事项", "是");
            await EligibilityTests.AnswerAllAsync(clerk, estate, "排除情形", "否");
        }

        return (county, clerk, estates[1]);
    }
}
