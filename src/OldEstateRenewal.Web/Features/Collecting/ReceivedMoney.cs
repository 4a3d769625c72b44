using OldEstateRenewal.Domain;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>What was received, refunds and reversals taken off: the rules on what may go back.</summary>
public static class ReceivedMoney
{
    /// <summary>What each row adds to what was received: a reversal the contrary of what it reverses.</summary>
    public static Money Signed(OwnerPayment payment, IReadOnlyDictionary<Guid, OwnerPayment> all) => payment.Kind switch
    {
        PaymentKind.Payment => payment.Amount,
        PaymentKind.Refund => -payment.Amount,
        _ => -Signed(all[payment.ReversesId!.Value], all),
    };

    public static Money Sum(IEnumerable<OwnerPayment> payments, IReadOnlyDictionary<Guid, OwnerPayment> all) => payments.Aggregate(Money.Zero, (sum, payment) => sum + Signed(payment, all));

    /// <summary>What is there to go back by a method: own money from what came in cash or by transfer, all else only to its source.</summary>
    public static Money Refundable(IReadOnlyCollection<OwnerPayment> ofPayer, PaymentMethod method)
    {
        var all = ofPayer.ToDictionary(payment => payment.Id);
        return Sum(ofPayer.Where(payment => payment.Method == method || (method.IsOwnMoney() && payment.Method.IsOwnMoney())), all);
    }

    /// <summary>Why a row cannot be reversed.</summary>
    public static IReadOnlyList<string> WhyNotReverse(OwnerPayment payment, IReadOnlyCollection<OwnerPayment> ofPayer)
    {
        var reasons = new List<string>();
        if (payment.Kind == PaymentKind.Reversal) reasons.Add("冲销不能再冲销；原款确已收到的，请另行登记收款。");
        if (ofPayer.FirstOrDefault(other => other.ReversesId == payment.Id) is { } reversal) reasons.Add($"已由 {reversal.ReceiptName} 冲销。");
        if (payment.Kind == PaymentKind.Payment && reasons.Count == 0 && Refundable(ofPayer, payment.Method) < payment.Amount) reasons.Add("此款已部分或全部退还，请先冲销退款。");
        return reasons;
    }
}
