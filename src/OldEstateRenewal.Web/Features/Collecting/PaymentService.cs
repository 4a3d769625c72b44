using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>
/// Records what owners pay, what goes back to them, and what was recorded wrongly. The whole county waits its turn, so that receipts have no gap, nothing is paid back twice,
/// and no day that is being counted grows.
/// </summary>
public sealed class PaymentService(PortalDbContext db, Outstanding outstanding, PaymentUses uses, Offices offices, LedgerService ledger, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private readonly Dictionary<int, int> lastNumbers = [];
    private readonly Dictionary<Guid, Guid?> projects = [];
    private const string AnotherBody = "这次办理的编号已用于另一笔款项，请从收款页面重新办理。";

    public async Task<PaymentAnswer> RecordAsync(Guid estateId, PaymentForm form)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var payment = await DraftAsync(form.ActId!.Value, estateId, form.DwellingId, PaymentKind.Payment, form);
        payment.BillPartId = form.BillPartId;
        if (await KnownAsync(payment) is { } known) return known;
        var parts = form.DwellingId is { } dwelling ? await uses.PartsAsync(dwelling) : [];
        List<PaymentRefusal> refusals = [.. await WhyNotOnAsync(form.On!.Value), .. WhyNotFor(payment, parts)];
        if (refusals.Count == 0) refusals.AddRange(await uses.WhyNotAsync(payment.Method, payment.BillPartId, parts, payment.ReceivedOn));
        if (refusals.Count == 0) refusals.AddRange([.. await WhyNotPartAsync(payment, parts), .. await WhyNotMoreAsync(payment, payment.Remark, form.MayExceed)]);
        if (refusals.Count > 0) return PaymentAnswer.Refused(refusals);
        await PostAsync(payment, parts.FirstOrDefault(part => part.Id == payment.BillPartId)?.ProjectId);
        return await SaveAsync(payment);
    }

    public async Task<PaymentAnswer> RefundAsync(Guid estateId, RefundForm form)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var payment = await DraftAsync(form.ActId!.Value, estateId, form.DwellingId, PaymentKind.Refund, form);
        if (await KnownAsync(payment) is { } known) return known;
        List<PaymentRefusal> refusals = [.. await WhyNotOnAsync(form.On!.Value)];
        var received = ReceivedMoney.Refundable(await OfPayerAsync(estateId, form.DwellingId), payment.Method);
        if (payment.Amount > received) refusals.Add(new(nameof(form.Amount), $"不能超过以此方式实收的 {received.Text()} 元{(payment.Method.IsOwnMoney() ? "（现金、转账合计）" : "")}。"));
        if (payment.Remark is null) refusals.Add(new(nameof(form.Remark), "请写明退款原因。"));
        if (refusals.Count > 0) return PaymentAnswer.Refused(refusals);
        await PostAsync(payment, null);
        return await SaveAsync(payment);
    }

    public async Task<PaymentAnswer> ReverseAsync(Guid id, ReversalForm form)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        var wrong = await db.OwnerPayments.AsNoTracking().SingleAsync(p => p.Id == id);
        var reversal = Row(form.ActId!.Value, wrong.EstateId, wrong.BuildingId, wrong.DwellingId, PaymentKind.Reversal, wrong.Method, wrong.Amount, await offices.OpenDayAsync(), null, form.Reason!.Trim());
        (reversal.ReversesId, reversal.BillPartId, reversal.BankLineId) = (wrong.Id, wrong.BillPartId, wrong.BankLineId);
        if (await KnownAsync(reversal) is { } known) return known;
        var reasons = ReceivedMoney.WhyNotReverse(wrong, await OfPayerAsync(wrong.EstateId, wrong.DwellingId));
        if (reasons.Count > 0) return PaymentAnswer.Refused(reasons.Select(reason => new PaymentRefusal("", reason)).ToList());
        if (wrong.OfficeId != offices.Own) return PaymentAnswer.Refused(new PaymentRefusal("", $"此款由{await offices.NameAsync(wrong.OfficeId)}收取，由收款单位冲销。"));
        await NumberAsync(reversal);
        var entry = await ledger.ReverseAsync(new LedgerEvent(LedgerKind.Reversed, reversal.Id, reversal.ReceivedOn, $"冲销 {wrong.ReceiptName}（{wrong.Kind.Name()}，{wrong.Method.Name()}）{reversal.ReceiptName}", null, wrong.EstateId), wrong.Id, wrong.Kind == PaymentKind.Payment ? LedgerKind.Received : LedgerKind.Refunded);
        entry.ProjectId = await db.LedgerEntries.Where(e => e.SourceId == wrong.Id).Select(e => e.ProjectId).FirstOrDefaultAsync();
        if (wrong.BankLineId is { } line) await ReopenAsync(line, $"{wrong.ReceiptName} 已冲销：{reversal.Remark}");
        return await SaveAsync(reversal);
    }

    /// <summary>A payment out of a line of the bank's file. The caller has taken the turn, looked at the line, and saves.</summary>
    public async Task<PaymentAnswer> BookAsync(BankBooking booking)
    {
        var line = booking.Line;
        var remark = booking.Day == line.On ? booking.Remark : $"{(booking.Remark is null ? "" : booking.Remark + "；")}银行记账日 {line.On:yyyy-MM-dd}";
        var payment = Row(booking.ActId, booking.EstateId, booking.BuildingId, booking.DwellingId, PaymentKind.Payment, PaymentMethod.Transfer, booking.Amount, booking.Day, Shorten(line.Reference, OwnerPayment.ReferenceLength), Shorten(remark, OwnerPayment.RemarkLength));
        payment.BankLineId = line.Id;
        // A sure match is new and exactly what is owed; for the rest the same rules hold as at the counter.
        if (!booking.IsExact && await KnownAsync(payment) is { } known) return known;
        if (!booking.IsExact && (await WhyNotMoreAsync(payment, booking.Remark, booking.MayExceed)).ToList() is { Count: > 0 } refusals) return PaymentAnswer.Refused(refusals);
        await PostAsync(payment, null);
        return PaymentAnswer.Done(payment);
    }

    /// <summary>Finds the projects of many dwellings at once, so that it is not asked for each.</summary>
    public async Task FindProjectsAsync(IReadOnlyCollection<Guid> dwellings)
    {
        var billed = await db.Bills.Where(b => dwellings.Contains(b.DwellingId)).Join(db.BillRuns.Where(r => r.State == BillRunState.Issued), b => b.RunId, r => r.Id, (b, r) => new { b.DwellingId, r.IssuedAt, r.ProjectId }).ToListAsync();
        foreach (var dwelling in billed.GroupBy(bill => bill.DwellingId)) projects[dwelling.Key] = dwelling.MaxBy(bill => bill.IssuedAt)!.ProjectId;
    }

    public Task<List<OwnerPayment>> OfPayerAsync(Guid estateId, Guid? dwellingId) => db.OwnerPayments.AsNoTracking().Where(p => p.EstateId == estateId && p.DwellingId == dwellingId).OrderBy(p => p.Year).ThenBy(p => p.Number).ToListAsync();

    private async Task<OwnerPayment> DraftAsync(Guid actId, Guid estateId, Guid? dwellingId, PaymentKind kind, MoneyActForm form)
    {
        var building = dwellingId is null ? null : await db.Dwellings.Where(d => d.Id == dwellingId).Select(d => (Guid?)d.BuildingId).SingleAsync();
        return Row(actId, estateId, building, dwellingId, kind, form.Method!.Value, form.ToMoney(), form.On!.Value, form.Reference, form.Remark);
    }

    private OwnerPayment Row(Guid id, Guid estate, Guid? building, Guid? dwelling, PaymentKind kind, PaymentMethod method, Money amount, DateOnly on, string? reference, string? remark) => new()
    {
        TenantId = access.Value.Tenant.Id,
        Id = id,
        OfficeId = offices.Own,
        EstateId = estate,
        BuildingId = building,
        DwellingId = dwelling,
        Kind = kind,
        Method = method,
        Amount = amount,
        ReceivedOn = on,
        Reference = Shared.TypedText.OrNull(reference),
        Remark = Shared.TypedText.OrNull(remark),
        RecordedBy = access.Value.UserName,
        RecordedById = access.Value.UserId,
        RecordedAt = time.GetUtcNow(),
    };

    /// <summary>The same act sent again; a different one under its id is refused.</summary>
    private async Task<PaymentAnswer?> KnownAsync(OwnerPayment sent)
    {
        if (await db.OwnerPayments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == sent.Id) is not { } known) return null;
        var isSame = (known.EstateId, known.DwellingId, known.Kind, known.Method, known.Amount, known.BillPartId, known.Reference, known.Remark, known.ReversesId)
            == (sent.EstateId, sent.DwellingId, sent.Kind, sent.Method, sent.Amount, sent.BillPartId, sent.Reference, sent.Remark, sent.ReversesId);
        return isSame && (sent.Kind == PaymentKind.Reversal || known.ReceivedOn == sent.ReceivedOn) ? PaymentAnswer.Done(known) : PaymentAnswer.Refused(new PaymentRefusal("", AnotherBody));
    }

    private async Task<IEnumerable<PaymentRefusal>> WhyNotOnAsync(DateOnly on) => Offices.WhyNotOn(on, offices.Today, await offices.ClosedUntilAsync()).Select(reason => new PaymentRefusal(nameof(MoneyActForm.On), reason));

    private static IEnumerable<PaymentRefusal> WhyNotFor(OwnerPayment payment, IReadOnlyList<PayablePart> parts)
    {
        if (payment.DwellingId is null && !payment.Method.MayBeForEstate()) yield return new(nameof(PaymentForm.Method), "不指定房屋的，只能是小区公共收益或捐资捐物。");
        if (payment.BillPartId is { } part && parts.All(each => each.Id != part)) yield return new(nameof(PaymentForm.BillPartId), "请从列出的账单项目中选择。");
    }

    /// <summary>In place of money no more is taken for a part than the part asks for.</summary>
    private async Task<IEnumerable<PaymentRefusal>> WhyNotPartAsync(OwnerPayment payment, IReadOnlyList<PayablePart> parts)
    {
        if (payment.Method.IsOwnMoney() || parts.FirstOrDefault(each => each.Id == payment.BillPartId) is not { } part) return [];
        var earlier = await OfPayerAsync(payment.EstateId, payment.DwellingId);
        var used = ReceivedMoney.Sum(earlier.Where(p => p.BillPartId == part.Id), earlier.ToDictionary(p => p.Id));
        return used + payment.Amount <= part.Amount ? [] : [new(nameof(PaymentForm.Amount), $"“{part.Name}”本户应缴 {part.Amount.Text()} 元{(used > Money.Zero ? $"，已指定用于此项 {used.Text()} 元" : "")}，不能超过。")];
    }

    private async Task<IEnumerable<PaymentRefusal>> WhyNotMoreAsync(OwnerPayment payment, string? remark, bool mayExceed)
    {
        if (payment.DwellingId is not { } dwelling || await outstanding.OfDwellingAsync(dwelling) is not { } balance || payment.Amount <= balance.Owed) return [];
        var over = payment.Amount - balance.Owed;
        return
        [
            .. mayExceed ? Array.Empty<PaymentRefusal>() : [new(nameof(PaymentForm.MayExceed), $"欠缴 {balance.Owed.Text()} 元，本次多收 {over.Text()} 元。确属预缴、多缴的，请勾选确认。")],
            .. remark is not null ? Array.Empty<PaymentRefusal>() : [new(nameof(PaymentForm.Remark), "预缴、多缴的，请在备注中写明原因。")],
        ];
    }

    private async Task PostAsync(OwnerPayment payment, Guid? project)
    {
        await NumberAsync(payment);
        project ??= projects.TryGetValue(payment.DwellingId ?? payment.EstateId, out var seen) ? seen : projects[payment.DwellingId ?? payment.EstateId] = await ProjectAsync(payment);
        var isRefund = payment.Kind == PaymentKind.Refund;
        var happened = new LedgerEvent(isRefund ? LedgerKind.Refunded : LedgerKind.Received, payment.Id, payment.ReceivedOn, $"{payment.Kind.Name()} {payment.ReceiptName}（{payment.Method.Name()}{(payment.DwellingId is null ? "，全小区" : "")}）", project, payment.EstateId);
        await ledger.AddAsync(happened, payment.Method.Into(isRefund ? -payment.Amount : payment.Amount), Posting.Credit(LedgerAccount.OwnersReceivable, isRefund ? -payment.Amount : payment.Amount));
    }

    /// <summary>The project whose bills were issued last; where there are none, the estate's newest.</summary>
    private async Task<Guid?> ProjectAsync(OwnerPayment payment) =>
        await db.BillRuns.Where(r => r.EstateId == payment.EstateId && r.State == BillRunState.Issued && (payment.DwellingId == null || db.Bills.Any(b => b.RunId == r.Id && b.DwellingId == payment.DwellingId))).OrderByDescending(r => r.IssuedAt).Select(r => (Guid?)r.ProjectId).FirstOrDefaultAsync()
        ?? await db.ProjectEstates.Where(e => e.EstateId == payment.EstateId).OrderByDescending(e => e.PlanYear).Select(e => (Guid?)e.ProjectId).FirstOrDefaultAsync();

    private async Task NumberAsync(OwnerPayment payment)
    {
        payment.Year = payment.ReceivedOn.Year;
        // A street clerk does not see the receipts of other streets: the database tells the number. The turn is held, so that it need be asked only once.
        if (!lastNumbers.TryGetValue(payment.Year, out var last)) last = await db.Database.SqlQuery<int>($"select portal.last_receipt_number({payment.Year}) as \"Value\"").SingleAsync();
        payment.Number = lastNumbers[payment.Year] = last + 1;
        db.OwnerPayments.Add(payment);
        audit.Add(payment.Kind switch { PaymentKind.Payment => "PaymentReceived", PaymentKind.Refund => "PaymentRefunded", _ => "PaymentReversed" }, payment, payment.ReceiptName, payment.Remark);
    }

    private async Task ReopenAsync(Guid lineId, string reason)
    {
        var line = await db.BankLines.SingleAsync(l => l.Id == lineId);
        (line.State, line.Reason, line.DecidedBy, line.DecidedAt) = (BankLineState.Open, Shorten(reason, BankLine.TextLength), access.Value.UserName, time.GetUtcNow());
    }

    private static string? Shorten(string? text, int length) => text is null || text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];

    private async Task<PaymentAnswer> SaveAsync(OwnerPayment payment)
    {
        try
        {
            await db.SaveChangesAsync();
            return PaymentAnswer.Done(payment);
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            // The id belongs to a row that this person may not see.
            db.ChangeTracker.Clear();
            return PaymentAnswer.Refused(new PaymentRefusal("", AnotherBody));
        }
    }
}
