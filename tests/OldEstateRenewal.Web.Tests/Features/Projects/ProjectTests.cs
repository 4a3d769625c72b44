using System.Text;
using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Projects;

/// <summary>Projects made of an issued plan, and their way through the first stages.</summary>
public sealed class ProjectTests(PortalFixture fixture)
{
    [Fact]
    public async Task Make_OfAnIssuedPlan_GivesOneProjectAnEstate()
    {
        var county = await fixture.CountyAsync();
        await IssuedAsync(county, "甲小区", "乙小区");
        var clerk = await county.ClerkAsync();

        var page = await (await (await clerk.GetAsync("/projects")).FollowAsync("2025年计划建立项目（2 个小区）")).PressAsync("每个小区建一个项目");

        Assert.True(page.Status == 200 && page.Notice != "", $"{page.Status} {page.Text} {county.Portal.Failures}");
        Assert.Equal("已建立 2 个项目。", page.Notice);
        Assert.True(page.HasLink("甲小区"));
        Assert.True(page.HasLink("乙小区"));
        Assert.False(page.HasLink("2025年计划建立项目（2 个小区）"));
    }

    [Fact]
    public async Task Make_AsOneArea_NeedsItsNameAndHoldsAllEstates()
    {
        var county = await fixture.CountyAsync();
        await IssuedAsync(county, "甲小区", "乙小区");
        var clerk = await county.ClerkAsync();
        var form = await (await clerk.GetAsync("/projects")).FollowAsync("2025年计划建立项目（2 个小区）");

        var refused = await form.PressAsync("合为一个片区项目");
        Assert.Contains("请填写项目名称。", refused.Text, StringComparison.Ordinal);
        var page = await refused.Fill("片区名称", "城北片区").PressAsync("合为一个片区项目");

        Assert.Equal("已建立片区项目。", page.Notice);
        Assert.Contains("片区 2 个小区", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_EstateThatIsNotInThePlan_IsRefused()
    {
        var county = await fixture.CountyAsync();
        var plan = await IssuedAsync(county, "甲小区");
        var other = await county.EstateAsync("外小区");
        var clerk = await county.ClerkAsync();

        var page = await clerk.ForgeAsync("/projects", ("plan", $"{plan}"), ("Estates", $"{other}"), ("grouping", "each"));

        Assert.Equal(422, page.Status);
        Assert.Contains("请从计划中选择尚未立项目的小区。", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Make_OfAPlanThatIsNotIssued_IsNotFound()
    {
        var county = await fixture.CountyAsync();
        var plan = await county.PlanAsync(2025, await county.EstateAsync("甲小区"));

        Assert.Equal(404, (await (await county.ClerkAsync()).GetAsync($"/projects/new?plan={plan}")).Status);
    }

    [Fact]
    public async Task Reach_TooEarly_IsRefusedWithEveryReason()
    {
        var (county, project, _) = await ProjectAsync();
        var clerk = await county.ClerkAsync();

        var page = await clerk.ForgeAsync($"/projects/{project}/stages/start/completion", ("On", "2026-11-01"));

        Assert.Contains("已完成第二轮：改造方案表决：尚未完成", page.Problem, StringComparison.Ordinal);
        Assert.Contains("已完成招标和签订合同：尚未完成", page.Problem, StringComparison.Ordinal);
        Assert.Contains("施工许可或质量安全监督手续：未上传", page.Problem, StringComparison.Ordinal);
        Assert.Contains("临政办字〔2024〕17号 二.（三）", page.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await ReachedAsync(county, project, "start"));
    }

    [Fact]
    public async Task Reach_Survey_WaitsForTheSurveyOfEveryEstate()
    {
        var (county, project, estate) = await ProjectAsync();
        var clerk = await county.ClerkAsync();
        Assert.False((await clerk.GetAsync($"/projects/{project}")).HasButton("登记摸底调查完成"));
        Assert.Contains("甲小区尚无摸底调查记录", (await clerk.ForgeAsync($"/projects/{project}/stages/survey/completion", ("On", "2026-11-01"))).Problem, StringComparison.Ordinal);

        await Registry.JudgedAsync(county, estate);
        var page = await (await clerk.GetAsync($"/projects/{project}")).Fill("完成日期", "2026-11-01").PressAsync("登记摸底调查完成");

        Assert.Equal("已登记完成。", page.Notice);
        Assert.Contains("2026-11-01 完成", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, await ReachedAsync(county, project, "survey"));
    }

    [Theory]
    [InlineData("", "请填写完成日期")]
    [InlineData("2026-11-22", "晚于今天")]
    public async Task Reach_WithoutASoundDay_IsRefused(string on, string expected)
    {
        var (county, project, estate) = await ProjectAsync();
        await Registry.JudgedAsync(county, estate);

        var page = await (await county.ClerkAsync()).ForgeAsync($"/projects/{project}/stages/survey/completion", ("On", on));

        Assert.Contains(expected, page.Problem, StringComparison.Ordinal);
        Assert.Equal(0, await ReachedAsync(county, project, "survey"));
    }

    [Fact]
    public async Task Reopen_NeedsAReasonAndThatNothingFollowed()
    {
        var (county, project, estate) = await ProjectAsync();
        await Registry.JudgedAsync(county, estate);
        await StatedAsync(county, estate);
        var clerk = await county.ClerkAsync();
        await clerk.ForgeAsync($"/projects/{project}/stages/survey/completion", ("On", "2026-11-01"));
        await clerk.ForgeAsync($"/projects/{project}/stages/round-1/completion", ("On", "2026-11-02"));

        Assert.Contains("后续环节“第一轮意见征询”已完成", (await clerk.ForgeAsync($"/projects/{project}/stages/survey/reopening", ("Remark", "重查"))).Problem, StringComparison.Ordinal);
        Assert.Contains("请写明退回的原因。", (await clerk.ForgeAsync($"/projects/{project}/stages/round-1/reopening")).Problem, StringComparison.Ordinal);
        Assert.Equal("已退回。", (await clerk.ForgeAsync($"/projects/{project}/stages/round-1/reopening", ("Remark", "名册有误"))).Notice);
        Assert.Contains("退回 第一轮意见征询：名册有误", (await clerk.GetAsync($"/projects/{project}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reach_ByTheStreet_IsForItsOwnStagesAlone()
    {
        var (county, project, estate) = await ProjectAsync();
        await Registry.JudgedAsync(county, estate);
        await StatedAsync(county, estate);
        var street = await county.ClerkAsync(Role.Street, "城关街道");

        Assert.Equal("已登记完成。", (await street.ForgeAsync($"/projects/{project}/stages/survey/completion", ("On", "2026-11-01"))).Notice);
        Assert.Equal("已登记完成。", (await street.ForgeAsync($"/projects/{project}/stages/round-1/completion", ("On", "2026-11-01"))).Notice);
        Assert.Contains("“列入年度计划”由县住建局负责", (await street.ForgeAsync($"/projects/{project}/stages/plan/completion", ("On", "2026-11-01"))).Problem, StringComparison.Ordinal);
        var other = await county.ClerkAsync(Role.Street, "东城街道");
        Assert.Equal(404, (await other.GetAsync($"/projects/{project}")).Status);
        Assert.Equal(404, (await other.ForgeAsync($"/projects/{project}/stages/round-1/reopening", ("Remark", "x"))).Status);
    }

    [Fact]
    public async Task Paper_Uploaded_IsThereAndOpensItsCondition()
    {
        var (county, project, _) = await ProjectAsync();
        var clerk = await county.ClerkAsync();
        Assert.Equal(404, (await clerk.UploadPaperAsync(project, "approval", "unknown", Pictures.Pdf())).Status);
        Assert.Contains("不是 JPEG、PNG 图片或 PDF", (await clerk.UploadPaperAsync(project, "approval", "approval", Encoding.UTF8.GetBytes("text"))).Problem, StringComparison.Ordinal);

        var page = await clerk.UploadPaperAsync(project, "approval", "approval", Pictures.Pdf());

        Assert.Equal("材料已上传。", page.Notice);
        Assert.Contains("临发改〔2026〕1号", page.Text, StringComparison.Ordinal);
        var refused = await clerk.ForgeAsync($"/projects/{project}/stages/approval/completion", ("On", "2026-11-01"));
        Assert.DoesNotContain("立项批复", refused.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Schedule_DayPassed_IsRedOnBoardAndPage()
    {
        var (county, project, _) = await ProjectAsync();
        var clerk = await county.ClerkAsync();

        var page = await (await clerk.GetAsync($"/projects/{project}/schedule")).Fill("摸底调查计划日期", "2026-11-20").PressAsync("保存");

        Assert.Equal("计划日期已保存。", page.Notice);
        Assert.Contains("摸底调查逾期", page.Text, StringComparison.Ordinal);
        Assert.Contains("逾期", (await clerk.GetAsync("/projects")).Text, StringComparison.Ordinal);
        Assert.Contains("UID:" + project + "-survey@", Encoding.UTF8.GetString(await clerk.DownloadAsync($"/projects/{project}/calendar.ics")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Calendar_Lines_AreFoldedAtSeventyFiveOctets()
    {
        var (county, project, _) = await ProjectAsync(new string('长', 40));
        var clerk = await county.ClerkAsync();
        await (await clerk.GetAsync($"/projects/{project}/schedule")).Fill("摸底调查计划日期", "2026-12-20").PressAsync("保存");

        var file = Encoding.UTF8.GetString(await clerk.DownloadAsync($"/projects/{project}/calendar.ics"));

        Assert.All(file.Split("\r\n"), line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.Contains("SUMMARY:" + new string('长', 10), file, StringComparison.Ordinal);
        Assert.Contains($"{new string('长', 40)}：摸底调查到期", file.Replace("\r\n ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_ByTwoAtOnce_KeepsWhatTheSecondTyped()
    {
        var (county, project, _) = await ProjectAsync();
        var clerk = await county.ClerkAsync();
        var second = (await clerk.GetAsync($"/projects/{project}/edit")).Fill("项目名称", "第二人的名称");
        await (await clerk.GetAsync($"/projects/{project}/edit")).Fill("项目名称", "第一人的名称").PressAsync("保存");

        var stale = await second.PressAsync("保存");

        Assert.Equal(422, stale.Status);
        Assert.Contains("他人刚刚修改了此项目", stale.Text, StringComparison.Ordinal);
        Assert.Equal("已保存。", (await stale.PressAsync("保存")).Notice);
    }

    /// <summary>A county with an issued plan of 2025 of these estates.</summary>
    internal static async Task<Guid> IssuedAsync(County county, params string[] names)
    {
        var estates = new List<Guid>();
        foreach (var name in names) estates.Add(await county.EstateAsync(name, "城关街道"));
        var plan = await county.PlanAsync(2025, [.. estates]);
        await county.StepAsync(plan, "Submitted");
        await county.StepAsync(plan, "Issued", 1);
        return plan;
    }

    private async Task<(County County, Guid Project, Guid Estate)> ProjectAsync(string name = "甲小区")
    {
        var county = await fixture.CountyAsync();
        await IssuedAsync(county, name);
        await (await (await (await county.ClerkAsync()).GetAsync("/projects")).FollowAsync("2025年计划建立项目（1 个小区）")).PressAsync("每个小区建一个项目");
        return (county, await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.projects"), await county.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.estates"));
    }

    private static Task<int> StatedAsync(County county, Guid estate) => county.Portal.Sql.AppAsync(county.Scope, $"""
        insert into portal.outside_consents (tenant_id, id, estate_id, rule_key, held_on, whole, asked, participating, agreeing, remark, recorded_by, recorded_by_id, recorded_at)
        values ('{county.Id}', gen_random_uuid(), '{estate}', 'plan-entry', '2026-10-01', 30, 30, 30, 30, '试验', '试验', gen_random_uuid(), now())
        """);

    private static Task<long> ReachedAsync(County county, Guid project, string stage) => county.Portal.Sql.AskAppAsync<long>(county.Scope, $"select count(*) from portal.project_steps where project_id = '{project}' and stage_key = '{stage}' and kind = 'Reached'")!;
}
