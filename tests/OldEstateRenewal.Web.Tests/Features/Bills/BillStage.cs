using OldEstateRenewal.Web.Security;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Bills;

/// <summary>A project of one estate, with a clerk who makes its bills.</summary>
public sealed record BillStage(County County, Guid Estate, Guid Project, Clerk Clerk)
{
    public static readonly string[] Liaocheng = ["donge", "liaocheng", "shandong", "nation"];

    public static async Task<BillStage> MakeAsync(PortalFixture fixture, string[]? chain = null, Role role = Role.Bureau)
    {
        var county = await fixture.CountyAsync(chain);
        var estate = await county.EstateAsync("甲小区", "城关街道");
        return new BillStage(county, estate, await county.ProjectAsync(estate, "甲片区"), await county.ClerkAsync(role));
    }

    public Task<Page> FormAsync() => Clerk.GetAsync($"/projects/{Project}/bills/new");

    /// <summary>试算 with what the form proposes.</summary>
    public async Task<Guid> DraftAsync(Guid? estate = null)
    {
        var page = await (await FormAsync()).PressAsync("试算");
        Assert.Equal("已试算，尚未出账。请逐批核对后出账。", page.Notice);
        return await RunAsync(estate ?? Estate);
    }

    public Task<Guid> RunAsync(Guid estate) => AskAsync<Guid>($"select id from portal.bill_runs where estate_id = '{estate}' order by number desc limit 1");

    public async Task<Page> IssueAsync(Guid run) =>
        await (await Clerk.GetAsync($"/bill-runs/{run}")).Fill("缴款期限", "2026-12-31").Fill("缴费方式", "农行 甲县支行 账号 0001").PressAsync("出账");

    public async Task<Guid> IssuedAsync()
    {
        var run = await DraftAsync();
        Assert.Contains("已出账，共", (await IssueAsync(run)).Notice, StringComparison.Ordinal);
        return run;
    }

    public async Task<T?> AskAsync<T>(string sql) => await County.Portal.Sql.AskAppAsync<T>(County.Scope, sql);

    public async Task<string?> AmountsAsync(Guid run) => await AskAsync<string>($"select string_agg(amount::text, ' ' order by number) from portal.bills where run_id = '{run}'");

    public Task<Guid> BillAsync(Guid run, int number) => AskAsync<Guid>($"select id from portal.bills where run_id = '{run}' and number = {number}");

    public Task<Guid> DwellingAsync(string room) => AskAsync<Guid>($"select id from portal.dwellings where room = '{room}'");

    /// <summary>What stands at the debit of an account, less its credit.</summary>
    public async Task<decimal> BalanceAsync(string account) => await AskAsync<decimal>($"select coalesce(sum(debit - credit), 0) from portal.ledger_postings where account = '{account}'");
}
