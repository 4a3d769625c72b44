namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>Why a payment is not recorded: beside which field, and why.</summary>
public sealed record PaymentRefusal(string Field, string Text);

/// <summary>What came of an act: the row, also where it was there already; or every reason why not.</summary>
public sealed record PaymentAnswer(OwnerPayment? Payment, IReadOnlyList<PaymentRefusal> Refusals)
{
    public static PaymentAnswer Done(OwnerPayment payment) => new(payment, []);

    public static PaymentAnswer Refused(params IReadOnlyList<PaymentRefusal> refusals) => new(null, refusals);
}
