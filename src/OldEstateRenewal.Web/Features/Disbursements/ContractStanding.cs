using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Funding;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>One payment and where it stands.</summary>
public sealed record PaymentLine(PaymentRequest Request)
{
    public IReadOnlyList<PaymentStep> Steps { get; } = Request.Steps.OrderBy(step => step.At).ThenBy(step => step.Kind).ThenBy(step => step.Id).ToList();

    public PaymentStepKind Last => Has(PaymentStepKind.Returned) ? PaymentStepKind.Returned : Steps.Select(step => step.Kind).DefaultIfEmpty().Max();

    /// <summary>It counts until it is returned.</summary>
    public bool Counts => Last != PaymentStepKind.Returned;

    public bool IsPaid => Last == PaymentStepKind.Paid;

    /// <summary>应付: what is paid out, after what is kept back.</summary>
    public Money Net => Request.Amount - Request.Retained;

    public PaymentStep? Step(PaymentStepKind kind) => Steps.FirstOrDefault(step => step.Kind == kind);

    public bool Has(PaymentStepKind kind) => Request.Steps.Any(step => step.Kind == kind);
}

/// <summary>合同的执行: price with its changes, and what was asked, paid and kept back.</summary>
public sealed record ContractStanding(WorksContract Contract, IReadOnlyList<PaymentLine> Payments)
{
    private const decimal Whole = 100m;

    public IEnumerable<PaymentLine> Counting => Payments.Where(payment => payment.Counts);

    public Money Price => Contract.Amount + Contract.Changes.Select(change => change.Difference).Total();

    /// <summary>累计申请的工程款, with what is kept back; the return of retention is no new cost.</summary>
    public Money Gross => Counting.Where(payment => payment.Request.Kind != RequestKind.Retention).Select(payment => payment.Request.Amount).Total();

    /// <summary>预付款、进度款累计应付.</summary>
    public Money Progress => Counting.Where(payment => payment.Request.Kind is RequestKind.Advance or RequestKind.Progress).Select(payment => payment.Net).Total();

    public Money WorkDone => Counting.Select(payment => payment.Request.WorkDone).DefaultIfEmpty().Max();

    public Money Retained => Counting.Where(payment => payment.Request.Kind != RequestKind.Retention).Select(payment => payment.Request.Retained).Total();

    public Money Returned => Counting.Where(payment => payment.Request.Kind == RequestKind.Retention).Select(payment => payment.Request.Amount).Total();

    /// <summary>Kept back and not yet returned, or asked to be.</summary>
    public Money Kept => Retained - Returned;

    public Money Paid => Payments.Where(payment => payment.IsPaid).Select(payment => payment.Net).Total();

    public bool IsSettled => Counting.Any(payment => payment.Request.Kind == RequestKind.Settlement);

    /// <summary>So many percent of an amount, to the 分 and never above.</summary>
    public static Money Part(decimal percent, Money of) => Money.FromFen((long)decimal.Floor(percent * of.Fen / Whole));

    /// <summary>How much of the work done may be paid before the settlement.</summary>
    public Money Cap(Money workDone) => Part(Contract.ProgressCap, workDone);
}
