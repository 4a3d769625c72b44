using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Ledgers;

/// <summary>Entries and trial balance as tables on paper and in Excel.</summary>
public static class LedgerTables
{
    private static CellFormat Yuan { get; } = CellFormat.Fixed(2, grouped: true);

    public static TableReport Entries(LedgerPage page, Access access, DateTimeOffset at) => TableFile.Report<(LedgerEntry Entry, LedgerPosting Posting)>(
        "改造资金明细账",
        [
            new("记账号", 17, row => row.Entry.Name) { Total = ColumnTotal.Label },
            new("日期", 11, row => row.Entry.On),
            new("种类", 11, row => row.Entry.Kind.Name()),
            new("摘要", 30, row => row.Entry.Text),
            new("项目", 16, row => page.Names.ProjectOf(row.Entry.ProjectId)),
            new("小区", 14, row => page.Names.EstateOf(row.Entry.EstateId)),
            new("科目", 22, row => row.Posting.Account.Name(row.Posting.SourceKey, page.Policies)),
            Side<(LedgerEntry Entry, LedgerPosting Posting)>("借方（元）", row => row.Posting.Debit),
            Side<(LedgerEntry Entry, LedgerPosting Posting)>("贷方（元）", row => row.Posting.Credit),
            new("经办", 9, row => row.Entry.By),
        ],
        page.Entries.Reverse().SelectMany(entry => entry.Postings.Select(posting => (entry, posting))), access, at, page.Words);

    public static TableReport Balance(TrialBalancePage page, Access access, DateTimeOffset at) => TableFile.Report<BalanceRow>(
        "改造资金试算平衡表",
        [
            new("科目", 36, row => row.Name) { Total = ColumnTotal.Label },
            Side<BalanceRow>("借方发生额（元）", row => row.Debit),
            Side<BalanceRow>("贷方发生额（元）", row => row.Credit),
            Side<BalanceRow>("借方余额（元）", row => row.LeftDebit, "[借方发生额（元）?]-[贷方发生额（元）?]"),
            Side<BalanceRow>("贷方余额（元）", row => row.LeftCredit, "[贷方发生额（元）?]-[借方发生额（元）?]"),
        ],
        page.Rows, access, at, page.Words, page.Agrees ? "借贷平衡。" : "借贷不平衡，请联系平台运维。");

    /// <summary>Nothing at a side is left blank, as books have it.</summary>
    private static TableColumn<TRow> Side<TRow>(string header, Func<TRow, Money> of, string? formula = null) => new(header, 18, row => of(row) is var money && money == Money.Zero ? CellValue.Blank : money.Yuan) { Format = Yuan, Formula = formula, Total = ColumnTotal.Sum };
}
