using System.Globalization;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Ledgers;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>What the kinds of collecting are called, and which source of money stands behind a method.</summary>
public static class CollectingWords
{
    public static string Name(this PaymentMethod method) => method switch
    {
        PaymentMethod.Cash => "现金",
        PaymentMethod.Transfer => "转账",
        PaymentMethod.RepairFund => "住宅专项维修资金",
        PaymentMethod.ProvidentFund => "住房公积金",
        PaymentMethod.CommonIncome => "小区公共收益",
        PaymentMethod.Donation => "捐资捐物",
        _ => "投工投劳",
    };

    public static string Name(this PaymentKind kind) => kind switch { PaymentKind.Payment => "收款", PaymentKind.Refund => "退款", _ => "冲销" };

    public static string Name(this ReminderChannel channel) => channel switch { ReminderChannel.Door => "上门送达", ReminderChannel.Phone => "电话", ReminderChannel.Posted => "张贴", _ => "短信、微信" };

    public static string Name(this BankLineState state) => state switch { BankLineState.Open => "待核对", BankLineState.Booked => "已入账", BankLineState.Repeated => "重复", _ => "不属缴款" };

    public static string Name(this DwellingStanding standing) => standing switch { DwellingStanding.NotBilled => "未出账", DwellingStanding.Unpaid => "未缴", DwellingStanding.Part => "部分缴", DwellingStanding.Settled => "已缴清", _ => "多缴" };

    public static string Css(this DwellingStanding standing) => standing switch { DwellingStanding.Unpaid => "bad", DwellingStanding.Part => "warn", DwellingStanding.Settled => "good", _ => "" };

    /// <summary>1,800.00, as books have it.</summary>
    public static string Text(this Money money) => money.Yuan.ToString("#,##0.00", CultureInfo.InvariantCulture);

    /// <summary>The household's own money, which may go back by either of the two ways.</summary>
    public static bool IsOwnMoney(this PaymentMethod method) => method is PaymentMethod.Cash or PaymentMethod.Transfer;

    /// <summary>What may come in for the whole estate, no dwelling named.</summary>
    public static bool MayBeForEstate(this PaymentMethod method) => method is PaymentMethod.CommonIncome or PaymentMethod.Donation;

    /// <summary>The source by its key in the section "funding" of the policies.</summary>
    public static string SourceKey(this PaymentMethod method) => method switch
    {
        PaymentMethod.Cash or PaymentMethod.Transfer => "residents",
        PaymentMethod.RepairFund => "repair-fund",
        PaymentMethod.ProvidentFund => "provident-fund",
        PaymentMethod.CommonIncome => "common-income",
        PaymentMethod.Donation => "donation",
        _ => "labour",
    };

    /// <summary>The account that a method fills, at the debit.</summary>
    public static Posting Into(this PaymentMethod method, Money amount) => method switch
    {
        PaymentMethod.Cash => Posting.Debit(LedgerAccount.Cash, amount),
        PaymentMethod.Transfer => Posting.Debit(LedgerAccount.OwnersAccount, amount),
        _ => Posting.Debit(LedgerAccount.InPlace, amount, method.SourceKey()),
    };
}
