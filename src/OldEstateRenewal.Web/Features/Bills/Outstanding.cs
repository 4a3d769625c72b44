using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Collecting;

namespace OldEstateRenewal.Web.Features.Bills;

public enum DwellingStanding
{
    /// <summary>未出账: nothing is asked for.</summary>
    NotBilled,

    /// <summary>未缴.</summary>
    Unpaid,

    /// <summary>部分缴.</summary>
    Part,

    /// <summary>已缴清, or all of it relieved.</summary>
    Settled,

    /// <summary>多缴: more was received than is owed.</summary>
    Over,
}

/// <summary>What a dwelling has been billed, what of it is relieved, and what was received (refunds and reversals taken off).</summary>
public sealed record DwellingBalance(Money Billed, Money Relieved, Money Paid)
{
    public static DwellingBalance Nothing { get; } = new(Money.Zero, Money.Zero, Money.Zero);

    /// <summary>What is still owed; below zero where more was received than is owed.</summary>
    public Money Outstanding => Billed - Relieved - Paid;

    /// <summary>What is still asked for; never below zero.</summary>
    public Money Owed => Outstanding > Money.Zero ? Outstanding : Money.Zero;

    public DwellingStanding Standing => this switch
    {
        _ when Outstanding < Money.Zero => DwellingStanding.Over,
        _ when Billed == Money.Zero => DwellingStanding.NotBilled,
        _ when Outstanding == Money.Zero => DwellingStanding.Settled,
        _ when Outstanding < Billed => DwellingStanding.Part,
        _ => DwellingStanding.Unpaid,
    };

    public static DwellingBalance operator +(DwellingBalance a, DwellingBalance b) => new(a.Billed + b.Billed, a.Relieved + b.Relieved, a.Paid + b.Paid);
}

/// <summary>A bill of an issued run, a relief, or a payment, as far as it matters for what is owed.</summary>
public sealed record BilledRow(Guid DwellingId, Money Amount);

public sealed record ReliefRow(Guid Id, Guid DwellingId, Money Amount, Guid? RevokesId);

public sealed record ReceivedRow(Guid Id, Guid DwellingId, PaymentKind Kind, Money Amount, Guid? ReversesId, DateTimeOffset At);

/// <summary>
/// 应缴余额: the one rule what a dwelling owes: issued bills, less reliefs that were not revoked, less payments, plus refunds; a reversal takes back whatever it reverses.
/// Withdrawn runs count for nothing, and neither do the reliefs of their bills. A dwelling of which nothing is known is not in the answer (<see cref="DwellingBalance.Nothing"/>).
/// </summary>
public sealed class Outstanding(PortalDbContext db)
{
    public async Task<IReadOnlyDictionary<Guid, DwellingBalance>> OfEstateAsync(Guid estateId) =>
        await ReadAsync(db.Bills.Where(b => b.EstateId == estateId), db.OwnerPayments.Where(p => p.EstateId == estateId));

    public async Task<DwellingBalance> OfDwellingAsync(Guid dwellingId) =>
        (await ReadAsync(db.Bills.Where(b => b.DwellingId == dwellingId), db.OwnerPayments.Where(p => p.DwellingId == dwellingId))).GetValueOrDefault(dwellingId, DwellingBalance.Nothing);

    /// <summary>What was received since then, for each dwelling of the estate of which anything was; what was received and taken back comes to nothing.</summary>
    public async Task<IReadOnlyDictionary<Guid, Money>> ReceivedSinceAsync(Guid estateId, DateTimeOffset since)
    {
        var rows = (await ReceivedAsync(db.OwnerPayments.Where(p => p.EstateId == estateId))).ToDictionary(row => row.Id);
        return rows.Values.Where(row => row.At >= since).GroupBy(row => row.DwellingId).ToDictionary(dwelling => dwelling.Key, dwelling => dwelling.Aggregate(Money.Zero, (sum, row) => sum + Signed(row, rows)));
    }

    /// <summary>The rule itself. The order of the rows does not matter.</summary>
    public static IReadOnlyDictionary<Guid, DwellingBalance> Of(IEnumerable<BilledRow> bills, IReadOnlyCollection<ReliefRow> reliefs, IReadOnlyCollection<ReceivedRow> received)
    {
        var revoked = reliefs.Select(relief => relief.RevokesId).OfType<Guid>().ToHashSet();
        var payments = received.ToDictionary(payment => payment.Id);
        var parts = bills.Select(bill => (bill.DwellingId, Part: DwellingBalance.Nothing with { Billed = bill.Amount }))
            .Concat(reliefs.Where(relief => relief.RevokesId is null && !revoked.Contains(relief.Id)).Select(relief => (relief.DwellingId, Part: DwellingBalance.Nothing with { Relieved = relief.Amount })))
            .Concat(received.Select(payment => (payment.DwellingId, Part: DwellingBalance.Nothing with { Paid = Signed(payment, payments) })));
        return parts.GroupBy(part => part.DwellingId).ToDictionary(dwelling => dwelling.Key, dwelling => dwelling.Aggregate(DwellingBalance.Nothing, (sum, part) => sum + part.Part));
    }

    /// <summary>What a row adds to what was received: a reversal the contrary of what it reverses, also where that is a reversal.</summary>
    private static Money Signed(ReceivedRow payment, Dictionary<Guid, ReceivedRow> all) => payment.Kind switch
    {
        PaymentKind.Payment => payment.Amount,
        PaymentKind.Refund => -payment.Amount,
        _ => -Signed(all[payment.ReversesId!.Value], all),
    };

    private async Task<IReadOnlyDictionary<Guid, DwellingBalance>> ReadAsync(IQueryable<Bill> bills, IQueryable<OwnerPayment> payments)
    {
        var issued = bills.Where(b => db.BillRuns.Any(r => r.Id == b.RunId && r.State == BillRunState.Issued));
        var billed = await issued.Select(b => new BilledRow(b.DwellingId, b.Amount)).ToListAsync();
        var reliefs = await issued.Join(db.BillReliefs, b => b.Id, r => r.BillId, (b, r) => new ReliefRow(r.Id, b.DwellingId, r.Amount, r.RevokesId)).ToListAsync();
        return Of(billed, reliefs, await ReceivedAsync(payments));
    }

    private static Task<List<ReceivedRow>> ReceivedAsync(IQueryable<OwnerPayment> payments) =>
        payments.Where(p => p.DwellingId != null).Select(p => new ReceivedRow(p.Id, p.DwellingId!.Value, p.Kind, p.Amount, p.ReversesId, p.RecordedAt)).ToListAsync();
}
