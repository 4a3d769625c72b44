using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Balances;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Collecting;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Disbursements;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Reports;

/// <summary>Reports of cost, shares, bills, payments, funds and the ledger.</summary>
internal static class MoneyReports
{
    public static IReadOnlyList<ReportEntry> All { get; } =
    [
        new("costs", "造价表", ReportGroup.Money, Duty.ReadFunds, CostsAsync) { Needs = [ReportParameter.Project], Nothing = "该项目还没有造价表。" },
        new("shares", "费用分担表", ReportGroup.Money, Duty.ReadFunds, SharesAsync) { Needs = [ReportParameter.Project], Nothing = "该项目还没有分担方案。" },
        new("balance", "资金平衡测算表", ReportGroup.Money, Duty.ReadFunds, BalanceAsync) { Needs = [ReportParameter.Project], Nothing = "该项目还没有资金平衡测算。" },
        new("grants", "资金来源台账", ReportGroup.Money, Duty.ReadFunds, async source => FundingTables.Grants(await source.Get<FundingReader>().PageAsync(source.Values.Year), source.Access, source.At)) { Takes = [ReportParameter.Year] },
        new("grant-acts", "资金收付登记表", ReportGroup.Money, Duty.ReadFunds, async source => FundingTables.Acts(await source.Get<FundingReader>().PageAsync(source.Values.Year), source.Access, source.At)) { Takes = [ReportParameter.Year] },
        new("uses", "资金用途表", ReportGroup.Money, Duty.ReadFunds, UsesAsync) { Needs = [ReportParameter.Project] },
        new("payments", "付款台账（年度）", ReportGroup.Money, Duty.ReadFunds, async source => await source.Get<PaymentLedger>().OfYearAsync(source.Values.Year, source.At)) { Takes = [ReportParameter.Year] },
        new("project-payments", "付款台账（项目）", ReportGroup.Money, Duty.ReadFunds, PaymentsAsync) { Needs = [ReportParameter.Project] },
        new("ledger", "资金明细账", ReportGroup.Money, Duty.ReadFunds, EntriesAsync) { Takes = [ReportParameter.Project], IsCountys = true },
        new("trial-balance", "试算平衡表", ReportGroup.Money, Duty.ReadFunds, TrialAsync) { Takes = [ReportParameter.Project], IsCountys = true },
        new("collecting", "收缴汇总表", ReportGroup.Money, Duty.ReadBills, async source => CollectingTables.Balances(new PaymentsPage(await source.Get<CollectingReader>().BalancesAsync(), source.Access.StreetId is not null), source.Access, source.At)) { IsCountys = true },
        new("bills", "分户账单清单", ReportGroup.Money, Duty.ReadBills, BillsAsync) { Needs = [ReportParameter.Estate], IsHousehold = true, IsCountys = true, Nothing = "该小区还没有账单。" },
        new("accounts", "收缴明细表", ReportGroup.Money, Duty.ReadBills, AccountsAsync) { Needs = [ReportParameter.Estate], IsHousehold = true, IsCountys = true },
        new("arrears", "欠缴清单", ReportGroup.Money, Duty.ReadBills, ArrearsAsync) { Takes = [ReportParameter.Estate], IsHousehold = true, IsCountys = true, Nothing = "该小区还没有发出的账单。" },
    ];

    private static async Task<TableReport?> CostsAsync(ReportSource source)
    {
        var reader = source.Get<CostReader>();
        var newest = (await reader.SheetsAsync(source.Values.Project!.Value)).OrderByDescending(sheet => sheet.MadeAt).ThenByDescending(sheet => sheet.Id).FirstOrDefault();
        return newest is not null && await reader.FindAsync(newest.Id) is { } sheet ? CostTable.Of(await reader.CheckAsync(sheet), source.Access.Tenant, source.At) : null;
    }

    private static async Task<TableReport?> SharesAsync(ReportSource source)
    {
        var reader = source.Get<ShareReader>();
        var newest = (await reader.SheetsAsync(source.Values.Project!.Value)).MaxBy(sheet => sheet.Number);
        return newest is not null && await reader.FindAsync(newest.Id) is { } sheet ? ShareTable.Of(await reader.CheckAsync(sheet), source.Access.Tenant, source.At) : null;
    }

    private static async Task<TableReport?> BalanceAsync(ReportSource source) => (await source.Get<BalanceReader>().ListAsync(source.Values.Project!.Value))?.Sheets is [var newest, ..] ? BalanceTable.Of(newest, source.Access, source.At) : null;

    private static async Task<TableReport?> UsesAsync(ReportSource source) => await source.Get<ProjectFundingReader>().PageAsync(source.Values.Project!.Value) is { } page ? FundingTables.Uses(page, source.Access, source.At) : null;

    private static async Task<TableReport?> PaymentsAsync(ReportSource source) => await source.Get<ContractReader>().ProjectAsync(source.Values.Project!.Value) is { } project ? await source.Get<PaymentLedger>().OfProjectAsync(project, source.At) : null;

    private static async Task<TableReport?> EntriesAsync(ReportSource source) => await source.Get<LedgerReader>().AllAsync(FilterOf(source)) is { } page ? LedgerTables.Entries(page, source.Access, source.At) : null;

    private static async Task<TableReport?> TrialAsync(ReportSource source) => await source.Get<LedgerReader>().BalanceAsync(FilterOf(source)) is { } page ? LedgerTables.Balance(page, source.Access, source.At) : null;

    private static LedgerFilter FilterOf(ReportSource source) => new(source.Values.Project, null, null, null);

    private static async Task<TableReport?> BillsAsync(ReportSource source)
    {
        var (reader, estate) = (source.Get<BillReader>(), source.Values.Estate);
        var newest = await source.Get<PortalDbContext>().BillRuns.Where(r => r.EstateId == estate).OrderByDescending(r => r.MadeAt).ThenByDescending(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync();
        return newest is { } id && await reader.RunAsync(id) is { } run ? BillTable.Of(run, await reader.LinesAsync(run), source.Access, source.At) : null;
    }

    private static async Task<TableReport?> AccountsAsync(ReportSource source) => await source.Get<CollectingReader>().EstateAsync(source.Values.Estate!.Value, AccountFilter.All, null) is { } page ? CollectingTables.Accounts(page, source.Access, source.At) : null;

    private static async Task<TableReport?> ArrearsAsync(ReportSource source) => await source.Get<ArrearsBook>().PageAsync(source.Values.Estate, null, new ReminderForm()) is { } page ? CollectingTables.Arrears(page, source.Access, source.At) : null;
}
