using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Funding;

/// <summary>Grants from the application to their return, and who may see them.</summary>
public sealed class FundingTests(PortalFixture fixture)
{
    [Fact]
    public async Task Record_FromApplicationToReturn_StandsAndIsPosted()
    {
        var stage = await FundingStage.MakeAsync(fixture);
        var grant = await stage.EnterAsync();
        Assert.Contains("不能登记到位：尚未批复", (await stage.Clerk.GetAsync($"/grants/{grant}")).Text, StringComparison.Ordinal);
        await stage.ActAsync(grant, "Applied", "1200");
        Assert.Equal("批复 1,000.00 元，已登记。", (await stage.ActAsync(grant, "Approved", "1000")).Notice);
        Assert.Contains("超过尚未到位的批复额 1,000.00 元", (await stage.ActAsync(grant, "Received", "1000.01")).Problem, StringComparison.Ordinal);
        Assert.Equal("资金收付须填写凭证号。", (await stage.Clerk.ForgeAsync($"/grants/{grant}/acts", ("ActId", $"{Guid.CreateVersion7()}"), ("Kind", "Received"), ("Amount", "1"), ("On", "2026-11-20"))).Wrong("凭证号"));

        var act = Guid.CreateVersion7();
        await stage.ActAsync(grant, act, "Received", "600.10");
        await stage.ActAsync(grant, act, "Received", "600.10");
        var project = ("ProjectId", $"{stage.Project}");
        Assert.Contains("超过已到位未分配的 600.10 元", (await stage.ActAsync(grant, "Allotted", "700", project)).Problem, StringComparison.Ordinal);
        Assert.Contains("超过尚未分配的批复额 1,000.00 元", (await stage.ActAsync(grant, "Allotted", "1000.01", project, ("Ahead", "true"))).Problem, StringComparison.Ordinal);
        await stage.ActAsync(grant, "Allotted", "500", project);
        Assert.Contains("可退回的 100.10 元", (await stage.ActAsync(grant, "Withdrawn", "100.11")).Problem, StringComparison.Ordinal);
        await stage.ActAsync(grant, "Withdrawn", "100.10");
        Assert.Contains("该项目可收回 500.00 元", (await stage.ActAsync(grant, "Withdrawn", "500.01", project)).Problem, StringComparison.Ordinal);

        var row = (await stage.Clerk.GetAsync("/funding?year=2027")).Rows().Single();
        Assert.Equal(["1,200.00", "899.90", "500.00", "500.00", "0.00", "500.00"], row[2..]);
        Assert.Equal(-899.90m, await stage.County.BalanceAsync("Funds"));
        Assert.Equal(399.90m, await stage.County.BalanceAsync("FundsReceivable"));
        Assert.Equal(500.00m, await stage.County.BalanceAsync("FundsAccount"));
    }

    [Fact]
    public async Task Revoke_Act_TakesItsEntryBack_UnlessSomethingRestsOnIt()
    {
        var stage = await FundingStage.MakeAsync(fixture);
        var grant = await stage.EnterAsync();
        var (approved, received) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await stage.ActAsync(grant, approved, "Approved", "1000");
        await stage.ActAsync(grant, received, "Received", "1000");

        Assert.Contains("低于已到位的 1,000.00 元", (await RevokeAsync(stage, grant, approved)).Problem, StringComparison.Ordinal);
        Assert.Equal("已撤销。", (await RevokeAsync(stage, grant, received)).Notice);
        Assert.Contains("此项已撤销", (await RevokeAsync(stage, grant, received)).Problem, StringComparison.Ordinal);

        Assert.Equal(0m, await stage.County.BalanceAsync("FundsAccount"));
        Assert.Equal(1000m, await stage.County.BalanceAsync("FundsReceivable"));
    }

    [Fact]
    public async Task Allot_EarmarkedOrOtherYear_IsRefused()
    {
        var stage = await FundingStage.MakeAsync(fixture);
        var other = await stage.County.ProjectAsync(await stage.County.EstateAsync("乙小区"), "乙小区改造");
        var later = await stage.County.ProjectAsync(await stage.County.EstateAsync("丙小区"), "丙小区改造", 2028);
        var grant = await stage.EnterAsync(earmarked: "甲小区改造");
        await stage.ActAsync(grant, "Approved", "1000");
        await stage.ActAsync(grant, "Received", "1000");

        Assert.Contains("指定用于“甲小区改造”", (await stage.ActAsync(grant, "Allotted", "1", ("ProjectId", $"{other}"))).Problem, StringComparison.Ordinal);
        Assert.Contains("属 2028 年度计划", (await stage.ActAsync(grant, "Allotted", "1", ("ProjectId", $"{later}"))).Problem, StringComparison.Ordinal);
        Assert.Equal("分配 1.00 元，已登记。", (await stage.ActAsync(grant, "Allotted", "1", ("ProjectId", $"{stage.Project}"))).Notice);
    }

    [Fact]
    public async Task Approve_SocialCapital_NeedsTheDeclarationOfNoNewDebt()
    {
        var stage = await FundingStage.MakeAsync(fixture);
        var grant = await stage.EnterAsync("社会资金（社会资本）");

        Assert.Contains("请声明是否新增地方政府（隐性）债务（临政办字〔2024〕17号 三.（二）3）", (await stage.ActAsync(grant, "Approved", "1")).Problem, StringComparison.Ordinal);
        Assert.Contains("不得使用此项资金", (await stage.ActAsync(grant, "Approved", "1", ("NoNewDebt", "false"))).Problem, StringComparison.Ordinal);
        await stage.ActAsync(grant, "Approved", "1", ("NoNewDebt", "true"));

        Assert.Contains("已声明：不新增地方政府（隐性）债务。", (await stage.Clerk.GetAsync($"/grants/{grant}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Read_ByCityAndStreet_IsWholeAndOwn()
    {
        var city = await County.CityAsync(fixture.Portal);
        var stage = await FundingStage.MakeAsync(fixture, above: [city]);
        var other = await stage.County.ProjectAsync(await stage.County.EstateAsync("乙小区", "东城街道"), "乙小区改造");
        await stage.County.GrantAsync(stage.Project, 1000, name: "甲款");
        var foreign = await stage.County.GrantAsync(other, 2000, name: "乙款");
        await stage.County.GrantAsync(stage.Project, 70);
        var (inspector, street) = (await city.ClerkAsync(Role.City), await stage.County.ClerkAsync(Role.Street, "城关街道"));

        var whole = await inspector.OpenAsync($"{stage.County.Home}/funding?year=2027");
        Assert.Contains("乙款", whole.Text, StringComparison.Ordinal);
        Assert.False(whole.HasLink("登记资金"));
        Assert.Equal(200, (await inspector.OpenAsync($"{stage.County.Home}/projects/{other}/funding")).Status);

        var own = await street.GetAsync("/funding?year=2027");
        Assert.Contains("甲款", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("乙款", own.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("乙小区改造", own.Text, StringComparison.Ordinal);
        Assert.Equal(404, (await street.GetAsync($"/grants/{foreign}")).Status);
        Assert.Equal(404, (await street.GetAsync($"/projects/{other}/funding")).Status);
        Assert.Equal(403, (await street.ForgeAsync($"/grants/{foreign}/acts")).Status);
    }

    [Fact]
    public async Task Notice_OfSubsidy_IsLaidBesidePlanAndRegistry()
    {
        var stage = await FundingStage.MakeAsync(fixture);
        var plan = await stage.County.PlanAsync(2027, stage.Estate);
        await stage.County.StepAsync(plan, "Submitted");
        await stage.County.StepAsync(plan, "Issued", 1);
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.estates set household_count = 44 where id = '{stage.Estate}'");

        var page = (await stage.Clerk.GetAsync("/subsidy-notices?year=2027")).Choose("资金来源", "中央补助资金").Fill("文号", "财综〔2026〕9号").Fill("日期", "2026-11-01").Fill("小区数（个）", "1").Fill("户数（户）", "42").Fill("楼栋数（栋）", "2").Fill("建筑面积（㎡）", "3000").Fill("补助金额（元）", "100000");
        page = await page.PressAsync("登记依据");

        Assert.Equal(["户数（户）", "42", "40", "+2", "—", "—", "44", "-2", "2,380.95"], page.Rows()[1]);
        Assert.Equal("一致", page.Rows()[2][3]);
        Assert.Contains("户数：计划 40，台账 44，差 -4 户", page.Text, StringComparison.Ordinal);
        Assert.Equal("请填写文号。", (await stage.Clerk.ForgeAsync("/subsidy-notices?year=2027", ("Estates", "1"))).Wrong("文号"));
    }

    private static Task<Page> RevokeAsync(FundingStage stage, Guid grant, Guid act) => stage.Clerk.ForgeAsync($"/grants/{grant}/acts/{act}/revocation", ("ActId", $"{Guid.CreateVersion7()}"), ("Reason", "金额录错"));
}
