using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Ledgers;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>减免与救助 and their revocation: rows that are never changed, each with its entry in the ledger.</summary>
public sealed class ReliefService(PortalDbContext db, BillReader reader, LedgerService ledger, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    /// <summary>Who books money for the same household waits: what is owed is looked up when all before has been written.</summary>
    public async Task<IReadOnlyList<string>> RelieveAsync(Guid billId, ReliefForm form)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        if (await db.BillReliefs.AnyAsync(r => r.Id == form.ActId)) return [];
        if (await reader.BillAsync(billId) is not { } page) return ["没有这张账单。"];
        if (page.AgainstRelief.Count > 0) return page.AgainstRelief;
        var amount = Money.FromYuan(form.Amount!.Value);
        if (amount > page.MostRelief) return [$"金额超过尚欠的 {page.MostRelief} 元。"];
        var relief = RowOf(page.Bill, form.Kind!.Value, amount, form.SourceKey!, form.Reason!.Trim());
        relief.Id = form.ActId;
        db.BillReliefs.Add(relief);
        audit.Add("BillRelieved", relief, NameOf(page), relief.Reason);
        await ledger.AddAsync(Event(page, relief, relief.Kind.Name()), Posting.Debit(LedgerAccount.Relief, amount, relief.SourceKey), Posting.Credit(LedgerAccount.OwnersReceivable, amount));
        await db.SaveChangesAsync();
        return [];
    }

    public async Task<IReadOnlyList<string>> RevokeAsync(BillRelief relief, string reason)
    {
        await db.TakeTurnAsync(access.Value.Tenant.Id);
        if (await reader.BillAsync(relief.BillId) is not { } page) return ["没有这张账单。"];
        if (relief.Kind == ReliefKind.Revocation || page.IsRevoked(relief)) return ["此笔已经撤销。"];
        if (page.Run.State != BillRunState.Issued) return ["此批次已撤销。"];
        var revocation = RowOf(page.Bill, ReliefKind.Revocation, relief.Amount, relief.SourceKey, reason.Trim());
        revocation.RevokesId = relief.Id;
        db.BillReliefs.Add(revocation);
        audit.Add("ReliefRevoked", revocation, NameOf(page), revocation.Reason);
        await ledger.ReverseAsync(Event(page, revocation, "撤销减免"), relief.Id, LedgerKind.Relieved);
        await db.SaveChangesAsync();
        return [];
    }

    /// <summary>By the number of the bill: the ledger names no household.</summary>
    private static string NameOf(BillPage page) => $"{BillRunService.NameOf(page.Run)}第{page.Bill.Number}号";

    private LedgerEvent Event(BillPage page, BillRelief relief, string what) => new(LedgerKind.Relieved, relief.Id, ChinaTime.Today(time), $"{NameOf(page)}{what}", page.Run.ProjectId, page.Run.EstateId);

    private BillRelief RowOf(Bill bill, ReliefKind kind, Money amount, string source, string reason) => new()
    {
        TenantId = access.Value.Tenant.Id,
        BillId = bill.Id,
        EstateId = bill.EstateId,
        Kind = kind,
        Amount = amount,
        SourceKey = source,
        Reason = reason,
        By = access.Value.UserName,
        ById = access.Value.UserId,
        At = time.GetUtcNow(),
    };
}
