using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Disbursements;

/// <summary>A project with a grant and a contract of 10 000 yuan: 80 % while it is built, 3 % kept back for 24 months.</summary>
internal sealed record PaymentStage(County County, Guid Project, Guid Grant, Guid Contract, Clerk Clerk)
{
    public static async Task<PaymentStage> MakeAsync(PortalFixture fixture, decimal money)
    {
        var county = await fixture.CountyAsync();
        var project = await county.ProjectAsync(await county.EstateAsync("甲小区", "城关街道"), "甲小区改造");
        var stage = new PaymentStage(county, project, await county.GrantAsync(project, money), Guid.Empty, await county.ClerkAsync());
        return stage with { Contract = await stage.ContractAsync("施工合同") };
    }

    /// <summary>A contract as a clerk enters it, with its scan.</summary>
    public async Task<Guid> ContractAsync(string name)
    {
        var page = (await Clerk.GetAsync($"/projects/{Project}/contracts/new")).Choose("合同类别", "施工").Fill("单位名称", "甲建筑公司").Fill("合同名称", name).Fill("合同编号", name + "1号").Fill("签订日期", "2026-10-01").Fill("合同价（元）", "10,000.00");
        page = await page.Fill("进度款上限（%）", "80").Fill("质保金比例（%）", "3").Fill("缺陷责任期（月）", "24").PressAsync("登记");
        Assert.Equal("合同已登记，请上传扫描件。", page.Notice);
        await County.ProvedAsync("works_contracts", page.Id);
        return page.Id;
    }

    public Task<Page> AskAsync(string kind, string amount, string retained = "0", string done = "0", string? source = null, string reason = "") =>
        AskAsync(Clerk, Contract, Guid.CreateVersion7(), Grant, kind, amount, retained, done, source ?? $"{decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) - decimal.Parse(retained, System.Globalization.CultureInfo.InvariantCulture)}", reason);

    public async Task<Guid> AskedAsync(string kind, string amount, string retained, string done, string source)
    {
        var page = await AskAsync(kind, amount, retained, done, source);
        Assert.True(page.Status == 200, page.Problem);
        return page.Id;
    }

    public static Task<Page> AskAsync(Clerk clerk, Guid contract, Guid request, Guid grant, string kind, string amount, string retained, string done, string source, string reason = "") => clerk.ForgeAsync(
        $"/contracts/{contract}/payment-requests", ("RequestId", $"{request}"), ("Kind", kind), ("Amount", amount), ("Retained", retained), ("WorkDone", done), ("ExcessReason", reason), ($"Sources[{grant}]", source));

    /// <summary>A step past the pages.</summary>
    public Task<string?> StepBySqlAsync(Guid request, string kind, Guid person) => County.Portal.Sql.RefusalAsync(County.Scope, $"""
        insert into portal.payment_steps (tenant_id, id, request_id, project_id, kind, "on", by, by_id, at) values ('{County.Id}', gen_random_uuid(), '{request}', '{Project}', '{kind}', '2026-11-21', '试验', '{person}', now())
        """);

    /// <summary>Cost of works, owed, kept back, and the account of the money.</summary>
    public async Task<decimal[]> BalancesAsync() => [await County.BalanceAsync("WorksCost"), await County.BalanceAsync("WorksPayable"), await County.BalanceAsync("Retention"), await County.BalanceAsync("FundsAccount")];
}
