using OldEstateRenewal.Web.Tests.Features.Buildings;
using OldEstateRenewal.Web.Tests.Support;

namespace OldEstateRenewal.Web.Tests.Features.Collecting;

/// <summary>An estate of 城关街道 whose dwellings are billed 1,800.00 each: roof 1,000.00, lift 500.00, water 300.00, due on 31 October 2026.</summary>
internal sealed record CollectingStage(County County, Guid Estate, Guid Project, Guid Run, Clerk Clerk)
{
    public static readonly OwedFor[] Owed = [new("屋面", "energy-saving", 1000m), new("加装电梯", "lift", 500m), new("给水", "water-supply", 300m)];

    public string Payments => $"/estates/{Estate}/payments";

    public static async Task<CollectingStage> MakeAsync(PortalFixture fixture, params Home[] homes)
    {
        var county = await fixture.CountyAsync();
        var (estate, _) = await county.WithAsync(homes.Length > 0 ? homes : [new("101", 80m, "Dwelling", "Owned", "王建国"), new("201", 80m, "Dwelling", "Owned", "李梅") { Storey = 2 }]);
        var project = await county.ProjectAsync(estate, "红旗小区改造");
        return new CollectingStage(county, estate, project, await county.BilledAsync(project, estate, "2026-10-31", Owed), await county.ClerkAsync());
    }

    public Task<Guid> PartAsync(string name) => County.Portal.Sql.AskAppAsync<Guid>(County.Scope, $"select id from portal.bill_parts where run_id = '{Run}' and name = '{name}'")!;

    public async Task<Page> OpenAsync(string room, Clerk? clerk = null) => await (clerk ?? Clerk).GetAsync($"{Payments}/new?dwelling={await County.DwellingAsync(room)}");

    public async Task<Page> PayAsync(string room, string method, string amount, string on = "2026-11-21") =>
        await (await OpenAsync(room)).Choose("缴款方式", method).Fill("金额（元）", amount).Fill("收款日期", on).PressAsync("登记收款");

    public Task<Page> ForgeAsync(Clerk clerk, Guid act, Guid? dwelling, string method, string amount, params (string, string)[] more) =>
        clerk.ForgeAsync(Payments, [("ActId", $"{act}"), ("DwellingId", $"{dwelling}"), ("Method", method), ("Amount", amount), ("On", "2026-11-21"), .. more]);

    public Task<string?> AccountsAsync() => County.AskAsync("""
        select string_agg(account || coalesce('[' || source_key || ']', '') || ' ' || amount, '; ' order by account collate "C", source_key)
        from (select account, source_key, sum(debit) - sum(credit) amount from portal.ledger_postings group by 1, 2) s
        """);
}
