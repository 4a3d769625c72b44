using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Features.Surveys;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Changes;

public sealed partial class ChangeTests(PortalFixture fixture)
{
    [Fact]
    public async Task List_AfterEdits_SaysWhoChangedWhatFromWhatToWhat()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var estate = await (await clerk.GetAsync("/estates/new")).Fill("小区名称", "红旗小区").Fill("户数（户）", "40").PressAsync("保存");
        await (await clerk.GetAsync($"/estates/{estate.Id}/edit")).Fill("户数（户）", "48").PressAsync("保存");

        var rows = (await (await clerk.GetAsync($"/estates/{estate.Id}")).FollowAsync("变更记录")).Rows();

        Assert.Equal(2, rows.Count);
        Assert.Equal(["2", "2026-11-21 10:00", clerk.Person!.DisplayName, "修改小区", "红旗小区", "户数：40 → 48"], rows[0]);
        Assert.Equal("登记小区", rows[1][3]);
    }

    [Fact]
    public async Task List_OwnersNames_AreMaskedAndHiddenFromThoseWithoutHouseholds()
    {
        var county = await fixture.CountyAsync();
        await county.BuildingAsync(await county.EstateAsync("红旗小区", "城关街道"));
        var (clerk, leader) = (await county.ClerkAsync(), await county.ClerkAsync(Role.Leader));
        var owner = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.owners");
        await (await clerk.GetAsync($"/owners/{owner}/edit")).Fill("姓名或单位名称", "赵丙丁").PressAsync("保存");

        var page = await clerk.GetAsync("/changes");
        var read = await leader.GetAsync("/changes");

        Assert.Contains("名称：王* → 赵*", page.Rows()[0][5], StringComparison.Ordinal);
        foreach (var name in new[] { "甲乙", "丙丁" }) Assert.DoesNotContain(name, page.Html + read.Html, StringComparison.Ordinal);
        Assert.DoesNotContain(read.Rows(), row => row[3].Contains("业主", StringComparison.Ordinal));
        Assert.Contains("赵丙丁", await fixture.Portal.Sql.AskAppAsync<string>(county.Scope, "select changes from portal.audit_entries where kind = 'OwnerEdited'"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task List_AfterSurveyCheckAndFile_SpeaksChineseOnly()
    {
        var county = await fixture.CountyAsync();
        var (estate, clerk) = (await county.EstateAsync("红旗小区", "城关街道"), await county.ClerkAsync());
        var survey = await clerk.GetAsync($"/estates/{estate}/surveys/new");
        SurveyTests.AnswerAll(survey, "评估事项", "是");
        await survey.Choose("土地性质", "国有土地").Choose("所在区域", "城市城区").PressAsync("保存摸底");
        var check = await (await clerk.GetAsync($"/estates/{estate}/site-checks/new"))
            .Fill("住建局参加人员", "张局").Fill("街道（乡镇）参加人员", "李街").Fill("社区参加人员", "王社").Fill("设计单位参加人员", "赵设").Answer("结论（必填）", "符合").PressAsync("登记");
        await clerk.UploadAsync("SiteCheck", check.Id, "Scan", ("签字.png", Pictures.Png()));

        var told = (await clerk.GetAsync("/changes")).Rows().Select(row => row[5].Replace("签字.png", "", StringComparison.Ordinal)).ToList();

        foreach (var words in new[] { "土地性质：国有土地", "所在区域：", "结论：符合", "种类：扫描件" }) Assert.Contains(told, line => line.Contains(words, StringComparison.Ordinal));
        Assert.DoesNotContain(told, AsciiWord().IsMatch);
    }

    [Fact]
    public async Task List_MoreThanFifty_LeadsToOlderOnes()
    {
        var county = await fixture.CountyAsync();
        await fixture.Portal.Sql.AppAsync(county.Scope, $"insert into portal.audit_entries (tenant_id, at, by, kind, subject_type, subject, changes) select '{county.Id}', now(), 'x', 'EstateEdited', 'Estate', '第' || i, '{"{}"}' from generate_series(1, 120) i");
        var clerk = await county.ClerkAsync();
        var seen = new List<string>();
        var page = await clerk.GetAsync("/changes");
        seen.AddRange(page.Rows().Select(row => row[0]));
        while (page.HasLink("更早的记录"))
        {
            page = await page.FollowAsync("更早的记录");
            seen.AddRange(page.Rows().Select(row => row[0]));
        }

        Assert.Equal(Enumerable.Range(1, 120).Reverse().Select(i => $"{i}"), seen);
    }

    [Fact]
    public async Task List_FactsAndPlanSteps_AreNamedInChinese()
    {
        var county = await fixture.CountyAsync();
        var clerk = await county.ClerkAsync();
        var estate = await county.EstateAsync("红旗小区");
        var edit = await clerk.GetAsync($"/estates/{estate}/edit");
        var question = edit.Document.QuerySelector("legend")!.TextContent.Trim();
        await edit.Answer(question, "是").PressAsync("保存");
        await (await clerk.GetAsync($"/estates/{estate}/edit")).Answer(question, "否").PressAsync("保存");
        await (await clerk.GetAsync($"/estates/{estate}/edit")).Answer(question, "未知").PressAsync("保存");

        var kinds = (await clerk.GetAsync("/changes")).Rows().Select(row => row[3]).ToList();

        Assert.Contains("查明情况", kinds);
        Assert.Contains("更正情况", kinds);
        Assert.Contains("撤回情况", kinds);
        Assert.DoesNotContain(kinds, kind => kind.Any(char.IsAsciiLetter));
    }

    [System.Text.RegularExpressions.GeneratedRegex("[A-Za-z]{3,}(?!.*〕)|[a-z]+-[a-z]+")]
    private static partial System.Text.RegularExpressions.Regex AsciiWord();
}
