using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Balances;

/// <summary>Income over the years against cost, under Tai'an's self-balancing modes.</summary>
public sealed class BalanceTests(PortalFixture fixture)
{
    [Fact]
    public async Task Fix_IncomeAboveCost_ShowsTheVerdictAndIsNeverChangedAgain()
    {
        var (county, project, clerk) = await StageAsync("large-area");
        var edit = await (await clerk.GetAsync($"/projects/{project}/balances")).PressAsync("开始测算");
        Row(edit, 1, "支出", "改造支出", "2025", "2025", "1", "1000000.00", "按估算");
        Row(edit, 2, "收益", "停车管理收费", "2026", "2034", "120", "1200", "车位 120 个");
        var page = await edit.Fill("测算假设", "车位满租").PressAsync("保存");

        Assert.Contains("收益 1296000.00 元，支出 1000000.00 元，结余 296000.00 元", page.Text, StringComparison.Ordinal);
        Assert.Contains("收回年份2032", page.Text, StringComparison.Ordinal);
        page = await page.PressAsync("确定测算");

        Assert.Equal("测算已确定。", page.Notice);
        Assert.False(page.HasLink("修改"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, "update portal.balance_lines set quantity = 1"));
        Assert.Equal(Sql.Refused, await fixture.Portal.Sql.RefusalAsync(county.Scope, "update portal.balance_sheets set years = 1"));
    }

    [Fact]
    public async Task Fix_WithoutIncomeOrBasis_NamesAllThatIsMissing()
    {
        var (_, project, clerk) = await StageAsync("large-area");
        var edit = await (await clerk.GetAsync($"/projects/{project}/balances")).PressAsync("开始测算");
        Row(edit, 1, "支出", "改造支出", "2025", "2025", "1", "1000000", "");

        var page = await edit.PressAsync("保存");

        Assert.False(page.HasButton("确定测算"));
        foreach (var missing in new[] { "还没有收益项目，而此方式须自求平衡。", "“改造支出”未写明测算依据。", "未写明测算假设。" }) Assert.Contains(missing, page.Text, StringComparison.Ordinal);
        Assert.Contains("收益或支出未测算", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Save_WrongFigures_AreToldBesideTheFieldAndKept()
    {
        var (_, project, clerk) = await StageAsync("self");
        var edit = await (await clerk.GetAsync($"/projects/{project}/balances")).PressAsync("开始测算");
        Row(edit, 1, "收益", "租金", "2030", "2026", "0", "1.234", "协议");

        var page = await edit.PressAsync("保存");

        Assert.Equal(422, page.Status);
        Assert.Equal("终止年不早于起始年。", page.Wrong("第1行 终止年"));
        Assert.StartsWith("数量应大于 0", page.Wrong("第1行 数量"), StringComparison.Ordinal);
        Assert.Equal("金额精确到分。", page.Wrong("第1行 每单位每年（元）"));
        Assert.Equal("1.234", page.Value("第1行 每单位每年（元）"));
    }

    [Fact]
    public async Task Start_WithoutMode_IsExplained()
    {
        var county = await fixture.CountyAsync(chain: ["xintai", "taian", "shandong", "nation"]);
        var project = await county.ProjectAsync(await county.EstateAsync("甲小区", "城关街道"), "甲小区", 2025);

        var page = await (await county.ClerkAsync()).GetAsync($"/projects/{project}/balances");

        Assert.Contains("请先在项目中选定改造方式。", page.Text, StringComparison.Ordinal);
        Assert.False(page.HasButton("开始测算"));
    }

    [Fact]
    public async Task Documents_AreExcelAndPdf()
    {
        var (county, project, clerk) = await StageAsync("self");
        await (await clerk.GetAsync($"/projects/{project}/balances")).PressAsync("开始测算");
        var sheet = await fixture.Portal.Sql.AskAppAsync<Guid>(county.Scope, "select id from portal.balance_sheets");

        Assert.Equal("PK"u8.ToArray(), (await clerk.DownloadAsync($"/balances/{sheet}/document.xlsx"))[..2]);
        Assert.Equal("%PDF"u8.ToArray(), (await clerk.DownloadAsync($"/balances/{sheet}/document.pdf"))[..4]);
    }

    private async Task<(County County, Guid Project, Clerk Clerk)> StageAsync(string mode)
    {
        var county = await fixture.CountyAsync(chain: ["xintai", "taian", "shandong", "nation"]);
        var project = await county.ProjectAsync(await county.EstateAsync("甲小区", "城关街道"), "甲小区", 2025);
        await fixture.Portal.Sql.AppAsync(county.Scope, $"update portal.projects set mode_key = '{mode}', process_on = '2025-06-01' where id = '{project}'");
        return (county, project, await county.ClerkAsync(Role.Bureau));
    }

    private static void Row(Page page, int row, string side, string name, string from, string until, string quantity, string amount, string basis)
    {
        page.Choose($"第{row}行 方向", side).Fill($"第{row}行 名称", name).Fill($"第{row}行 起始年", from).Fill($"第{row}行 终止年", until);
        page.Fill($"第{row}行 数量", quantity).Fill($"第{row}行 每单位每年（元）", amount).Fill($"第{row}行 依据", basis);
    }
}
