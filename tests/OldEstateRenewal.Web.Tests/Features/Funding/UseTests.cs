using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Funding;

/// <summary>Each yuan of cost has a source, each yuan of source a use that the documents allow.</summary>
public sealed class UseTests(PortalFixture fixture)
{
    [Theory]
    [InlineData("special-bond", "facade", "只用于有收益的公益性资本支出（临政办字〔2024〕17号 附件2）")]
    [InlineData("special-bond", "parking", null)]
    [InlineData("repair-fund", "water-supply", "不得从住宅专项维修资金中列支（《山东省物业管理条例》 第七十一条）")]
    [InlineData("repair-fund", "facade", null)]
    [InlineData("provident-fund", "parking", "只可提取用于加装电梯、危旧楼改建（临政办字〔2024〕17号 三.（二）4）")]
    [InlineData("utility", "facade", "专营单位资金用于供水、供电、供气、供热、通信等专营设施（临政办字〔2024〕17号 三.（二）2）")]
    [InlineData("sector-funds", "facade", "社区养老服务设施专项资金用于养老服务设施（临政办字〔2024〕17号 附件2）")]
    [InlineData("commerce-funds", "elderly-care", "社区商业专项资金用于社区商业、家政服务等设施（临政办字〔2024〕17号 附件2）")]
    [InlineData("state-housing-sale", "facade", "本地政策文件未列此项资金来源")]
    public async Task Use_OfSource_IsRefusedWithItsClause(string source, string item, string? refusal)
    {
        var stage = await FundingStage.MakeAsync(fixture);
        await stage.County.SharesAsync(stage.Project, (item, "某项", "project", 100));
        var grant = await stage.County.GrantAsync(stage.Project, 100, source);

        var page = await stage.UseAsync(grant, await stage.PartAsync("某项"), "100");

        if (refusal is null) Assert.Equal("已安排 100.00 元。", page.Notice);
        else Assert.Contains(refusal, page.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Use_OfTheCountysBudget_OnlyForTheIssuedPlanOfTheCentre()
    {
        var stage = await FundingStage.MakeAsync(fixture);
        await stage.County.SharesAsync(stage.Project, ("facade", "外立面", "project", 100));
        var grant = await stage.County.GrantAsync(stage.Project, 100, "local-budget");
        var part = await stage.PartAsync("外立面");
        const string Refused = "县财政资金支持中心城区纳入本年度改造计划的项目（临政办字〔2024〕17号 三.（二）1）";

        Assert.Contains(Refused, (await stage.UseAsync(grant, part, "1")).Problem, StringComparison.Ordinal);
        var plan = await stage.County.PlanAsync(2027, stage.Estate);
        await stage.County.StepAsync(plan, "Submitted");
        await stage.County.StepAsync(plan, "Issued", 1);
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.estates set place = 'Town' where id = '{stage.Estate}'");
        Assert.Contains(Refused, (await stage.UseAsync(grant, part, "1")).Problem, StringComparison.Ordinal);
        await stage.County.Portal.Sql.AppAsync(stage.County.Scope, $"update portal.estates set place = 'CountyTown' where id = '{stage.Estate}'");

        Assert.Equal("已安排 1.00 元。", (await stage.UseAsync(grant, part, "1")).Notice);
    }

    [Fact]
    public async Task Use_AboveGapOrAllotment_IsRefused_AndTheTableAddsUp()
    {
        var stage = await FundingStage.MakeAsync(fixture);
        await stage.County.SharesAsync(stage.Project, ("facade", "外立面", "project", 100), ("energy-saving", "节能", "project", 300.50m), ("energy-saving", "业主出的", "owners", 77));
        var grant = await stage.County.GrantAsync(stage.Project, 250);
        var (facade, saving) = (await stage.PartAsync("外立面"), await stage.PartAsync("节能"));

        Assert.Contains("缺口 100.00 元", (await stage.UseAsync(grant, facade, "100.01")).Problem, StringComparison.Ordinal);
        await stage.UseAsync(grant, facade, "100");
        Assert.Contains("尚可安排的 150.00 元", (await stage.UseAsync(grant, saving, "150.01")).Problem, StringComparison.Ordinal);
        await stage.UseAsync(grant, saving, "150");

        var page = await stage.Clerk.GetAsync($"/projects/{stage.Project}/funding");
        Assert.Equal(["400.50", "250.00", "150.50 缺"], new[] { page.Rows("tfoot")[0][1], page.Rows("tfoot")[0][3], page.Rows()[1][5] });
        Assert.DoesNotContain("业主出的", page.Text, StringComparison.Ordinal);
        Assert.Contains("已安排用途 250.00", (await stage.ActAsync(grant, "Withdrawn", "1", ("ProjectId", $"{stage.Project}"))).Problem, StringComparison.Ordinal);

        var use = await stage.County.Portal.Sql.AskAppAsync<Guid>(stage.County.Scope, "select id from portal.funding_uses where amount = 150");
        await stage.Clerk.ForgeAsync($"/projects/{stage.Project}/funding/uses/{use}/revocation", ("Reason", "改由县级承担"));
        Assert.Equal("收回 150.00 元，已登记。", (await stage.ActAsync(grant, "Withdrawn", "150", ("ProjectId", $"{stage.Project}"))).Notice);
        var rows = Papers.SheetRows(await stage.Clerk.DownloadAsync($"/projects/{stage.Project}/funding/list.xlsx"));
        Assert.Contains(rows, row => row.Contains("外立面") && row.Contains("100"));
    }

    [Fact]
    public async Task Residual_InRuicheng_IsTheCountysShareOfWhatTheSuperiorLeaves()
    {
        var stage = await FundingStage.MakeAsync(fixture, FundingStage.Ruicheng);
        await stage.County.CostAsync(stage.Project, "Settlement", ("Works", "facade", "外立面", 1000));
        await stage.County.GrantAsync(stage.Project, 400);

        var page = await stage.Clerk.GetAsync($"/projects/{stage.Project}/funding");
        Assert.Contains("三.（二）", page.Text, StringComparison.Ordinal);
        Assert.Contains("登记县财政承担比例后测算", page.Text, StringComparison.Ordinal);
        var wrong = await page.Fill("县财政承担比例", "160%").PressAsync("登记比例");
        Assert.Equal("县级比例应在 0 至 100% 之间，如 60% 或 3/5。", wrong.Wrong("县财政承担比例"));
        Assert.Equal("请写明依据。", wrong.Wrong("依据"));

        page = await wrong.Fill("县财政承担比例", "60％").Fill("依据", "县政府常务会议纪要〔2026〕3号").PressAsync("登记比例");

        Assert.Equal("县级承担比例已登记。", page.Notice);
        Assert.Contains("360.00 元", page.Text, StringComparison.Ordinal);
        Assert.Contains($"县财政承担比例 60%，依据：县政府常务会议纪要〔2026〕3号 {stage.Clerk.Person!.DisplayName}", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Residual_ShareDecidedAgain_SupersedesAndKeepsTheEarlier()
    {
        var stage = await FundingStage.MakeAsync(fixture, FundingStage.Ruicheng);
        await stage.County.CostAsync(stage.Project, "Settlement", ("Works", "facade", "外立面", 1000));
        var act = Guid.CreateVersion7();
        Task<Page> RecordAsync(Guid id, string share, string basis, Clerk? clerk = null) => (clerk ?? stage.Clerk).ForgeAsync($"/projects/{stage.Project}/funding/county-share", ("ActId", $"{id}"), ("Share", share), ("Basis", basis));
        await RecordAsync(act, "60%", "第一次会议");
        await RecordAsync(act, "60%", "第一次会议");

        var page = await RecordAsync(Guid.CreateVersion7(), "1/3", "第二次会议改定");

        Assert.Contains("县财政承担比例 1/3，依据：第二次会议改定", page.Text, StringComparison.Ordinal);
        Assert.Contains("333.33 元", page.Text, StringComparison.Ordinal);
        Assert.Contains("以前登记的比例（1） 60%，依据：第一次会议", page.Text, StringComparison.Ordinal);
        Assert.Equal(403, (await RecordAsync(Guid.CreateVersion7(), "50%", "x", await stage.County.ClerkAsync(Role.Finance))).Status);
        Assert.Equal(Sql.Refused, await stage.County.Portal.Sql.RefusalAsync(stage.County.Scope, "update portal.county_shares set share = '99%'"));
    }

    [Fact]
    public async Task Residual_WhereNoDocumentHasTheRule_TakesNoShare()
    {
        var stage = await FundingStage.MakeAsync(fixture);

        var page = await stage.Clerk.ForgeAsync($"/projects/{stage.Project}/funding/county-share", ("ActId", $"{Guid.CreateVersion7()}"), ("Share", "60%"), ("Basis", "x"));

        Assert.Contains("本地文件没有县级承担额的规定", page.Problem, StringComparison.Ordinal);
        Assert.DoesNotContain("县财政承担比例", (await stage.Clerk.GetAsync($"/projects/{stage.Project}/funding")).Text, StringComparison.Ordinal);
    }
}
