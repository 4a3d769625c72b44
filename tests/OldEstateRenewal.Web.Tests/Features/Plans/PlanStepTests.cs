using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Plans;

/// <summary>A plan on its way: submitted, returned, issued, revised.</summary>
public sealed class PlanStepTests(PortalFixture fixture)
{
    [Fact]
    public async Task Submit_EmptyPlan_IsRefusedWithTheReason()
    {
        var county = await fixture.CountyAsync();
        var plan = await county.PlanAsync(2027);
        var clerk = await county.ClerkAsync();

        var page = await clerk.GetAsync($"/plans/{plan}");
        Assert.False(page.HasButton("报审"));
        Assert.Contains("计划中还没有小区。", page.Text, StringComparison.Ordinal);

        Assert.Contains("计划中还没有小区。", (await clerk.ForgeAsync($"/plans/{plan}/submission", ("Version", "0"))).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Submit_TotalsOffTheTarget_NeedsADifferenceNote()
    {
        var county = await fixture.CountyAsync();
        // Linqu's document sets a target for 2024.
        var plan = await county.PlanAsync(2024, await county.EstateAsync("甲小区"));
        var clerk = await county.ClerkAsync();
        var refused = await clerk.ForgeAsync($"/plans/{plan}/submission", ("Version", "0"));
        Assert.Contains("合计与文件的任务目标不一致，请先填写差异说明。", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("16", refused.Text, StringComparison.Ordinal);

        await (await clerk.GetAsync($"/plans/{plan}/edit")).Fill("差异说明", "分批实施").PressAsync("保存");
        var page = await (await clerk.GetAsync($"/plans/{plan}")).PressAsync("报审");

        Assert.Equal("计划已报审。", page.Notice);
        Assert.False(page.HasLink("修改计划"));
    }

    [Fact]
    public async Task Return_WithoutReason_IsRefusedAndWithReasonReopensThePlan()
    {
        var (county, plan, bureau, leader) = await SubmittedAsync();

        var refused = await (await leader.GetAsync($"/plans/{plan}")).PressAsync("退回");
        Assert.Contains("请填写退回的理由。", refused.Problem, StringComparison.Ordinal);
        var returned = await refused.Fill("意见（退回时必填）", "户数请核实").PressAsync("退回");

        Assert.Equal("计划已退回。", returned.Notice);
        Assert.Contains("“户数请核实”", returned.Text, StringComparison.Ordinal);
        Assert.Contains("被退回", (await bureau.GetAsync()).Text, StringComparison.Ordinal);
        Assert.True((await bureau.GetAsync($"/plans/{plan}")).HasLink("修改计划"));
        Assert.NotNull(county);
    }

    [Fact]
    public async Task Issue_Submitted_ClosesThePlanForEveryone()
    {
        var (county, plan, bureau, leader) = await SubmittedAsync();
        Assert.Contains("等待您印发或退回", (await leader.GetAsync()).Text, StringComparison.Ordinal);

        var issued = await (await leader.GetAsync($"/plans/{plan}")).PressAsync("印发");

        Assert.Equal("计划已印发。", issued.Notice);
        Assert.Equal($"/plans/{plan}", (await bureau.GetAsync($"/plans/{plan}/edit")).Address[county.Home.Length..]);
        var entry = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, $"select id from portal.plan_entries where plan_id = '{plan}'");
        Assert.Contains("已印发，不再改动", (await bureau.ForgeAsync($"/plans/{plan}", ("Version", "2"), ("Entries[0].Id", $"{entry}"), ("Entries[0].Remove", "true"))).Problem, StringComparison.Ordinal);
        Assert.Contains("已印发，不再改动", (await bureau.ForgeAsync($"/plans/{plan}/entries", ("estates", $"{await county.EstateAsync("丙小区")}"))).Problem, StringComparison.Ordinal);
        Assert.Contains("已印发", (await leader.ForgeAsync($"/plans/{plan}/return", ("Remark", "x"), ("Version", "2"))).Problem, StringComparison.Ordinal);
        Assert.Contains("已印发", (await bureau.ForgeAsync($"/plans/{plan}/submission", ("Version", "2"))).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update portal.plan_entries set household_count = 1 where plan_id = '{0}'")]
    [InlineData("delete from portal.plan_entries where plan_id = '{0}'")]
    [InlineData("update portal.plan_entries set plan_id = '{1}' where plan_id = '{0}'")]
    [InlineData("update portal.plan_entries set plan_id = '{0}' where plan_id = '{1}'")]
    [InlineData("update portal.annual_plans set difference_note = 'x' where id = '{0}'")]
    [InlineData("update portal.annual_plans set year = 2040 where id = '{0}'")]
    [InlineData("update portal.plan_steps set kind = 'Returned' where plan_id = '{0}'")]
    [InlineData("insert into portal.plan_entries (tenant_id, id, plan_id, estate_id, sequence, name, built_years) select tenant_id, gen_random_uuid(), '{0}', estate_id, 9, name, built_years from portal.plan_entries where plan_id = '{1}'")]
    public async Task Issued_BySql_CannotBeChanged(string sql)
    {
        var county = await fixture.CountyAsync();
        var issued = await county.PlanAsync(2026, await county.EstateAsync("甲小区"));
        var draft = await county.PlanAsync(2027, await county.EstateAsync("乙小区"));
        await county.StepAsync(issued, "Submitted");
        await county.StepAsync(issued, "Issued", 1);

        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, issued, draft)));
    }

    [Fact]
    public async Task Revise_Issued_CopiesItAndLeavesTheOriginal()
    {
        var (_, plan, bureau, leader) = await SubmittedAsync();
        Assert.Contains("印发后的计划才能另编调整稿", (await bureau.ForgeAsync($"/plans/{plan}/revision")).Problem, StringComparison.Ordinal);
        await (await leader.GetAsync($"/plans/{plan}")).PressAsync("印发");

        var revision = await (await bureau.GetAsync($"/plans/{plan}")).PressAsync("另编调整稿");

        Assert.Equal("已另编调整稿，可以修改。", revision.Notice);
        Assert.Contains("（第1次调整）", revision.Heading, StringComparison.Ordinal);
        var edited = await (await revision.FollowAsync("修改计划")).Fill("甲小区 户数", "55").PressAsync("保存");
        Assert.Equal("55", edited.Rows()[0][4]);
        var original = await edited.FollowAsync("原计划");
        Assert.Equal("40", original.Rows()[0][4]);
        Assert.False(original.HasButton("另编调整稿"));
        Assert.Contains("已有调整稿。", (await bureau.ForgeAsync($"/plans/{plan}/revision")).Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("报审")]
    [InlineData("印发")]
    [InlineData("退回")]
    public async Task Step_PlanChangedMeanwhile_IsRefused(string step)
    {
        var county = await fixture.CountyAsync();
        var plan = await county.PlanAsync(2027, await county.EstateAsync("甲小区"));
        if (step != "报审") await county.StepAsync(plan, "Submitted");
        var clerk = await county.ClerkAsync(step == "报审" ? Role.Bureau : Role.Leader);
        var open = await clerk.GetAsync($"/plans/{plan}");
        if (step != "报审") open.Fill("意见（退回时必填）", "理由");
        await fixture.Portal.Sql.AppAsync(county.Scope, $"update portal.annual_plans set version = version + 1 where id = '{plan}'");

        var page = await open.PressAsync(step);

        Assert.Contains("他人已修改此计划", page.Problem, StringComparison.Ordinal);
        Assert.Equal(step == "报审" ? 0 : 1, await fixture.Portal.Sql.AskAppAsync<long>(county.Scope, "select count(*) from portal.plan_steps"));
    }

    [Fact]
    public async Task Issue_WhileSubmittedPlanWasReturnedByAnother_IsRefused()
    {
        var (county, plan, _, leader) = await SubmittedAsync();
        var second = await county.ClerkAsync(Role.Leader);
        var open = await leader.GetAsync($"/plans/{plan}");
        await (await second.GetAsync($"/plans/{plan}")).Fill("意见（退回时必填）", "理由").PressAsync("退回");

        var page = await open.PressAsync("印发");

        Assert.Contains("计划尚在编制", page.Problem, StringComparison.Ordinal);
    }

    private async Task<(County County, Guid Plan, Clerk Bureau, Clerk Leader)> SubmittedAsync()
    {
        var county = await fixture.CountyAsync();
        var plan = await county.PlanAsync(2027, await county.EstateAsync("甲小区"));
        var bureau = await county.ClerkAsync();
        await (await bureau.GetAsync($"/plans/{plan}")).PressAsync("报审");
        return (county, plan, bureau, await county.ClerkAsync(Role.Leader));
    }
}
