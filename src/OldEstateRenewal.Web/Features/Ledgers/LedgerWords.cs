using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Features.Ledgers;

/// <summary>What accounts and kinds of entries are called.</summary>
public static class LedgerWords
{
    public static string Name(this LedgerAccount account) => account switch
    {
        LedgerAccount.OwnersReceivable => "应收业主款",
        LedgerAccount.OwnersShare => "业主出资",
        LedgerAccount.Relief => "减免与救助",
        LedgerAccount.Cash => "现金",
        LedgerAccount.OwnersAccount => "收款专户",
        LedgerAccount.InPlace => "代缴资金",
        LedgerAccount.FundsReceivable => "应收资金",
        LedgerAccount.Funds => "资金来源",
        LedgerAccount.FundsAccount => "资金专户",
        LedgerAccount.WorksCost => "工程支出",
        LedgerAccount.WorksPayable => "应付工程款",
        _ => "质量保证金",
    };

    public static string Name(this LedgerKind kind) => kind switch
    {
        LedgerKind.Billed => "出账",
        LedgerKind.BillsWithdrawn => "撤销出账",
        LedgerKind.Relieved => "减免、救助",
        LedgerKind.Received => "收款",
        LedgerKind.Refunded => "退款",
        LedgerKind.Reversed => "冲销",
        LedgerKind.FundsApproved => "资金批复",
        LedgerKind.FundsReceived => "资金到位",
        LedgerKind.FundsWithdrawn => "资金收回",
        LedgerKind.WorksAccepted => "工程款审定",
        _ => "工程款支付",
    };

    /// <summary>应收资金（中央补助资金）: the account with its source by name, where the policies know the key.</summary>
    public static string Name(this LedgerAccount account, string? sourceKey, PolicyView view) =>
        sourceKey is null ? account.Name() : $"{account.Name()}（{view.Find(PolicySections.Funding, sourceKey)?.Item.Name ?? sourceKey}）";
}
