using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Funding;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>
/// Asks, checks, approves, pays. From the day it is asked for, a payment holds its money: whoever asks waits for the turn of the contract, of every grant it draws on
/// and of the project's owners' money, so that two payments never take the same yuan.
/// </summary>
public sealed class PaymentRequestService(PortalDbContext db, ContractReader reader, LedgerService ledger, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> AskAsync(Guid contractId, RequestForm form)
    {
        var project = await db.WorksContracts.Where(c => c.Id == contractId).Select(c => c.ProjectId).SingleAsync();
        await TurnsAsync([contractId, project, .. form.Sources.Where(source => form.Money(source.Value) > Money.Zero).Select(source => Guid.TryParse(source.Key, out var grant) ? grant : project)]);
        if (await db.PaymentRequests.AnyAsync(r => r.Id == form.RequestId)) return [];
        var known = (await reader.CaseAsync(contractId))!;
        if (PaymentRules.WhyNot(known, form) is { Count: > 0 } reasons) return reasons;
        var excess = PaymentRules.Excesses(known, form.Kind!.Value, form.Asked, form.Kept, form.Done).Any();
        var request = new PaymentRequest
        {
            TenantId = access.Value.Tenant.Id,
            Id = form.RequestId!.Value,
            ContractId = contractId,
            ProjectId = project,
            Number = known.Contract.Payments.Select(payment => payment.Request.Number).DefaultIfEmpty().Max() + 1,
            Kind = form.Kind.Value,
            WorkDone = form.Kind == RequestKind.Settlement ? known.Contract.Gross + form.Asked : form.Done > known.Contract.WorkDone ? form.Done : known.Contract.WorkDone,
            Amount = form.Asked,
            Retained = form.Kept,
            Remark = form.Remark.OrNull(),
            ExcessReason = excess ? form.Excess : null,
            MadeAt = time.GetUtcNow(),
        };
        db.PaymentRequests.Add(request);
        foreach (var source in known.Sources.Where(source => form.Money(form.Sources.GetValueOrDefault(source.Field)) > Money.Zero))
            db.Add(new PaymentSource { TenantId = request.TenantId, RequestId = request.Id, ProjectId = project, GrantId = source.GrantId, SourceKey = source.SourceKey, Amount = form.Money(form.Sources[source.Field]) });
        audit.Add("PaymentAsked", request, $"{known.Contract.Contract.Name}第 {request.Number} 次 {request.Kind.Name()} {request.Amount.InYuan()} 元", request.ExcessReason);
        Step(request, PaymentStepKind.Asked, reader.Today, null, null);
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> StepAsync(Guid requestId, PaymentStepKind kind, StepForm form)
    {
        var before = await db.PaymentRequests.AsNoTracking().Include(r => r.Sources).SingleAsync(r => r.Id == requestId);
        await TurnsAsync([before.ContractId, before.ProjectId, .. before.Sources.Select(source => source.GrantId ?? before.ProjectId)]);
        var standing = (await reader.StandingsAsync(db.WorksContracts.Where(c => c.Id == before.ContractId))).Single();
        var line = standing.Payments.Single(payment => payment.Request.Id == requestId);
        if (line.Has(kind) && line.Step(kind)!.ById == access.Value.UserId) return [];
        var on = kind == PaymentStepKind.Paid ? form.On ?? reader.Today : reader.Today;
        IReadOnlyList<string> reasons = [.. PaymentRules.WhyNotStep(line, kind, access.Value), .. Wanting(line, kind, form, on)];
        if (reasons.Count > 0) return reasons;
        var step = Step(line.Request, kind, on, form.Voucher.OrNull(), form.Remark.OrNull());
        audit.Add($"Payment{kind}", step, $"{standing.Contract.Name}第 {line.Request.Number} 次 {line.Request.Kind.Name()} {line.Net.InYuan()} 元", step.Remark);
        await PostAsync(standing.Contract, line, step);
        await db.SaveChangesAsync();
        return [];
    }

    private IEnumerable<string> Wanting(PaymentLine line, PaymentStepKind kind, StepForm form, DateOnly on)
    {
        if (kind == PaymentStepKind.Paid && form.Voucher.OrNull() is null) yield return "请填写支付凭证号。";
        if (kind == PaymentStepKind.Returned && form.Remark.OrNull() is null) yield return "请写明退回的原因。";
        if (on > reader.Today) yield return $"日期 {on:yyyy-MM-dd} 晚于今天。";
        if (kind == PaymentStepKind.Paid && line.Step(PaymentStepKind.Approved) is { } approved && on < approved.On) yield return $"支付日期 {on:yyyy-MM-dd} 早于批准日期 {approved.On:yyyy-MM-dd}。";
    }

    private PaymentStep Step(PaymentRequest request, PaymentStepKind kind, DateOnly on, string? voucher, string? remark)
    {
        var step = new PaymentStep { TenantId = access.Value.Tenant.Id, RequestId = request.Id, ProjectId = request.ProjectId, Kind = kind, On = on, Voucher = voucher, Remark = remark, By = access.Value.UserName, ById = access.Value.UserId, At = time.GetUtcNow() };
        db.PaymentSteps.Add(step);
        return step;
    }

    /// <summary>Approved: the works are owed for, and part of it is kept back. Paid: from the accounts of its sources. Returning the retention makes it owed again.</summary>
    private async Task PostAsync(WorksContract contract, PaymentLine line, PaymentStep step)
    {
        var request = line.Request;
        var text = FundingService.Cut($"{contract.Name}（{contract.Number}）第 {request.Number} 次{request.Kind.Name()}{(step.Voucher is null ? "" : $"，凭证 {step.Voucher}")}");
        if (step.Kind == PaymentStepKind.Approved)
        {
            var debit = request.Kind == RequestKind.Retention ? LedgerAccount.Retention : LedgerAccount.WorksCost;
            await ledger.AddAsync(new LedgerEvent(LedgerKind.WorksAccepted, request.Id, step.On, text, request.ProjectId), Posting.Debit(debit, request.Amount), Posting.Credit(LedgerAccount.WorksPayable, line.Net), Posting.Credit(LedgerAccount.Retention, request.Retained));
        }
        else if (step.Kind == PaymentStepKind.Paid)
        {
            var from = request.Sources.OrderBy(source => source.Id).Select(source => source.GrantId is null ? Posting.Credit(LedgerAccount.OwnersAccount, source.Amount) : Posting.Credit(LedgerAccount.FundsAccount, source.Amount, source.SourceKey));
            await ledger.AddAsync(new LedgerEvent(LedgerKind.WorksPaid, request.Id, step.On, text, request.ProjectId), [Posting.Debit(LedgerAccount.WorksPayable, line.Net), .. from]);
        }
    }

    /// <summary>Always in the same order, so that two who need several never wait for each other.</summary>
    private async Task TurnsAsync(IEnumerable<Guid> ids)
    {
        foreach (var id in ids.Distinct().Order()) await db.TakeTurnAsync(id);
    }
}
