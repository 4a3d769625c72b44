using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>A dwelling with what it owes; the owners masked unless the person keeps households.</summary>
public sealed record DwellingAccount(DwellingRow Dwelling, string Building, int BuildingSequence, DwellingBalance Balance)
{
    public string Place => $"{Building} {Dwelling.Place}";
}

public sealed record EstateName(Guid Id, string Name);

public enum AccountFilter
{
    All,
    Unpaid,
    Part,
    Paid,
}

/// <summary>收款: the dwellings of an estate with billed, paid and owed.</summary>
public sealed record EstatePaymentsPage(EstateName Estate, IReadOnlyList<DwellingAccount> All, AccountFilter Filter, string? Find, IReadOnlyList<OwnerPayment> ForEstate, Money ForEstateTotal)
{
    public IReadOnlyList<DwellingAccount> Shown { get; init; } = [];

    public DwellingBalance Total => All.Aggregate(DwellingBalance.Nothing, (sum, account) => sum + account.Balance);

    public Money Owed => All.Aggregate(Money.Zero, (sum, account) => sum + account.Balance.Owed);

    public Money Prepaid => All.Aggregate(Money.Zero, (sum, account) => sum + account.Balance.Owed - account.Balance.Outstanding);

    public int Count(AccountFilter filter) => All.Count(account => Matches(account, filter));

    public static bool Matches(DwellingAccount account, AccountFilter filter) => filter switch
    {
        AccountFilter.Unpaid => account.Balance.Standing == DwellingStanding.Unpaid,
        AccountFilter.Part => account.Balance.Standing == DwellingStanding.Part,
        AccountFilter.Paid => account.Balance.Standing is DwellingStanding.Settled or DwellingStanding.Over,
        _ => true,
    };
}

/// <summary>One act on the account of a dwelling, or of the whole estate.</summary>
public sealed record AccountPage(EstateName Estate, DwellingAccount? Account, IReadOnlyList<PayablePart> Parts, IReadOnlyList<OwnerPayment> History, DateOnly OpenDay, DateOnly? ClosedUntil)
{
    public string Payer => Account is null ? "全小区" : Account.Place;

    public bool IsReversed(OwnerPayment payment) => History.Any(other => other.ReversesId == payment.Id);

    public IReadOnlyList<PaymentMethod> Methods => Enum.GetValues<PaymentMethod>().Where(method => Account is not null || method.MayBeForEstate()).ToList();

    public Money Refundable(PaymentMethod method) => ReceivedMoney.Refundable(History, method);
}

public sealed record PaymentEditor(AccountPage Page, PaymentForm Form);

public sealed record RefundEditor(AccountPage Page, RefundForm Form);

/// <summary>A receipt with what happened to it since.</summary>
public sealed record ReceiptPage(OwnerPayment Payment, EstateName Estate, DwellingAccount? Account, string Office, string? Part, OwnerPayment? Reverses, OwnerPayment? ReversedBy, IReadOnlyList<string> AgainstReversal, ReversalForm Form)
{
    public string Payer => Account is null ? $"{Estate.Name}（全小区）" : $"{Estate.Name} {Account.Place}";
}

/// <summary>One estate in the overview (收缴总览).</summary>
public sealed record EstateBalance(Guid Id, string Name, string? Street, int Dwellings, DwellingBalance Sum, Money Owed, int Owing, Money ForEstate)
{
    public Money Due => Sum.Billed - Sum.Relieved;

    public Money Prepaid => Owed - Sum.Outstanding;

    /// <summary>What of the sum due is no longer owed by the dwellings; null where nothing is due.</summary>
    public Fraction? Share => Due > Money.Zero ? new Fraction(Due.Fen - Owed.Fen, Due.Fen) : null;

    /// <summary>What the ledger says owners still owe: it knows no dwellings, so that prepayments and what came in for the estate are taken off.</summary>
    public Money InLedger => Sum.Outstanding - ForEstate;
}

public sealed record PaymentsPage(IReadOnlyList<EstateBalance> Estates, bool IsOfStreet)
{
    public EstateBalance Total => new(Guid.Empty, "合计", null, Estates.Sum(e => e.Dwellings), Estates.Aggregate(DwellingBalance.Nothing, (sum, e) => sum + e.Sum), Add(e => e.Owed), Estates.Sum(e => e.Owing), Add(e => e.ForEstate));

    private Money Add(Func<EstateBalance, Money> of) => Estates.Aggregate(Money.Zero, (sum, estate) => sum + of(estate));
}
