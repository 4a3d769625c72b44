using OldEstateRenewal.Browser.Tests.Support;

namespace OldEstateRenewal.Browser.Tests.Pages;

/// <summary>The pages of money, on a project whose money is there already: what is looked at is how it is shown.</summary>
public static class MoneyPages
{
    private const string Sheet = "01900000-0000-7000-8000-000000000001";

    public static readonly IReadOnlyList<PortalPage> All =
    [
        new("costs", "bureau@linqu", visit => OfProjectAsync(visit, "造价与资金")),
        new("cost-sheet", "bureau@linqu", visit => visit.GoAsync($"/linqu/costs/{Sheet}")),
        new("cost-comparison", "bureau@linqu", visit => OfProjectAsync(visit, "造价与资金", "/cost-comparison")),
        new("shares", "bureau@linqu", visit => OfProjectAsync(visit, "造价与资金", "/shares")),
        new("share-sheet", "bureau@linqu", visit => visit.GoAsync($"/linqu/shares/{Sheet}")),
        new("share-trial", "bureau@linqu", visit => visit.GoAsync($"/linqu/shares/{Sheet}/trial")),
        new("share-comparison", "bureau@linqu", visit => visit.GoAsync($"/linqu/shares/{Sheet}/comparison")),
        new("bills", "bureau@linqu", visit => OfProjectAsync(visit, "造价与资金", "/bills")),
        new("bills-new", "bureau@linqu", visit => OfProjectAsync(visit, "造价与资金", "/bills/new")),
        new("bill-run", "bureau@linqu", visit => visit.GoAsync($"/linqu/bill-runs/{Sheet}")),
        new("bill-run-households", "chengguan@linqu", visit => visit.GoAsync($"/linqu/bill-runs/{Sheet}/bills")),
        new("bill", "bureau@linqu", visit => visit.GoAsync($"/linqu/bills/{Sheet}")),
        new("project-funding", "bureau@linqu", visit => OfProjectAsync(visit, "造价与资金", "/funding")),
        new("funding", "bureau@linqu", visit => visit.GoAsync("/linqu/funding?year=2024")),
        new("grant", "bureau@linqu", visit => visit.GoAsync($"/linqu/grants/{Sheet}")),
        new("grant-new", "bureau@linqu", visit => visit.GoAsync("/linqu/grants/new?year=2024")),
        new("subsidy-notices", "bureau@linqu", visit => visit.GoAsync("/linqu/subsidy-notices?year=2024")),
        new("contracts", "bureau@linqu", visit => OfProjectAsync(visit, "造价与资金", "/contracts")),
        new("contract", "bureau@linqu", visit => visit.GoAsync($"/linqu/contracts/{Sheet}")),
        new("payment-request", "leader@linqu", visit => visit.GoAsync($"/linqu/payment-requests/{Sheet}")),
        new("balances", "bureau@linqu", visit => OfProjectAsync(visit, "造价与资金", "/balances")),
        new("balance", "bureau@linqu", visit => visit.GoAsync($"/linqu/balances/{Sheet}")),
        new("balance-edit", "bureau@linqu", visit => visit.GoAsync($"/linqu/balances/{Sheet}/edit")),
        new("payments", "chengguan@linqu", visit => visit.GoAsync("/linqu/payments")),
        new("payments-estate", "chengguan@linqu", OfEstateAsync),
        new("arrears", "chengguan@linqu", visit => visit.GoAsync("/linqu/arrears")),
        new("bank-files", "bureau@linqu", visit => visit.GoAsync("/linqu/bank-files/new")),
        new("day-closing", "chengguan@linqu", visit => visit.GoAsync("/linqu/day-closings/new")),
        new("ledger", "bureau@linqu", visit => visit.GoAsync("/linqu/ledger")),
        new("trial-balance", "leader@linqu", visit => visit.GoAsync("/linqu/ledger/trial-balance")),
        new("county-notices", "bureau@linqu", visit => visit.GoAsync("/linqu/notices")),
        new("questions", null, visit => visit.GoAsync("/donge/public/questions?volume=260")),
    ];

    private static async Task OfProjectAsync(Visit visit, string link, string? more = null)
    {
        await visit.ChooseAsync("改造项目");
        await visit.FollowAsync("财政局家属院");
        await visit.FollowAsync(link);
        if (more is not null) await visit.GoAsync(new Uri(visit.Page.Url).AbsolutePath.Replace("/costs", more, StringComparison.Ordinal));
    }

    private static async Task OfEstateAsync(Visit visit)
    {
        await visit.GoAsync("/linqu/payments");
        await visit.FollowAsync("财政局家属院");
    }
}
