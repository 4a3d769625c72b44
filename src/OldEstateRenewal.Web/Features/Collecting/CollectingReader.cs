using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>Reads what the pages of collecting tell.</summary>
public sealed class CollectingReader(PortalDbContext db, Outstanding outstanding, PaymentUses uses, Offices offices)
{
    public async Task<EstatePaymentsPage?> EstateAsync(Guid id, AccountFilter filter, string? find)
    {
        if (await EstateNameAsync(id) is not { } estate) return null;
        var accounts = await AccountsAsync(id);
        var forEstate = await db.OwnerPayments.AsNoTracking().Where(p => p.EstateId == id && p.DwellingId == null).OrderBy(p => p.Year).ThenBy(p => p.Number).ToListAsync();
        var page = new EstatePaymentsPage(estate, accounts, filter, find.OrNull(), forEstate, ReceivedMoney.Sum(forEstate, forEstate.ToDictionary(p => p.Id)));
        return page with { Shown = Find(accounts, page.Find).Where(account => EstatePaymentsPage.Matches(account, filter)).ToList() };
    }

    /// <summary>The account of a dwelling of the estate, or of the estate itself; null where there is none that the person may see.</summary>
    public async Task<AccountPage?> AccountAsync(Guid estateId, Guid? dwellingId)
    {
        if (await EstateNameAsync(estateId) is not { } estate) return null;
        DwellingAccount? account = null;
        if (dwellingId is { } dwelling && (account = await OneAsync(estateId, dwelling)) is null) return null;
        var history = await db.OwnerPayments.AsNoTracking().Where(p => p.EstateId == estateId && p.DwellingId == dwellingId).OrderBy(p => p.Year).ThenBy(p => p.Number).ToListAsync();
        return new AccountPage(estate, account, account is null ? [] : await uses.PartsAsync(account.Dwelling.Id), history, await offices.OpenDayAsync(), await offices.ClosedUntilAsync());
    }

    public async Task<ReceiptPage?> ReceiptAsync(Guid id, ReversalForm form)
    {
        if (await db.OwnerPayments.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id) is not { } payment) return null;
        var related = await db.OwnerPayments.AsNoTracking().Where(p => p.EstateId == payment.EstateId && p.DwellingId == payment.DwellingId).ToListAsync();
        var part = payment.BillPartId is { } of ? await db.BillParts.Where(p => p.Id == of).Select(p => p.Name).SingleAsync() : null;
        var against = ReceivedMoney.WhyNotReverse(payment, related).ToList();
        if (against.Count == 0 && payment.OfficeId != offices.Own) against.Add($"此款由{await offices.NameAsync(payment.OfficeId)}收取，由收款单位冲销。");
        return new ReceiptPage(payment, (await EstateNameAsync(payment.EstateId))!, payment.DwellingId is { } dwelling ? await OneAsync(payment.EstateId, dwelling) : null, await offices.NameAsync(payment.OfficeId), part,
            related.SingleOrDefault(p => p.Id == payment.ReversesId), related.SingleOrDefault(p => p.ReversesId == payment.Id), against, form);
    }

    /// <summary>Every estate with bills or payments, and what its dwellings owe by the one rule.</summary>
    public async Task<IReadOnlyList<EstateBalance>> BalancesAsync()
    {
        var issued = db.Bills.Where(b => db.BillRuns.Any(r => r.Id == b.RunId && r.State == BillRunState.Issued));
        var bills = await issued.Select(b => new { b.EstateId, Row = new BilledRow(b.DwellingId, b.Amount) }).ToListAsync();
        var reliefs = await issued.Join(db.BillReliefs, b => b.Id, r => r.BillId, (b, r) => new { b.EstateId, Row = new ReliefRow(r.Id, b.DwellingId, r.Amount, r.RevokesId) }).ToListAsync();
        var payments = await db.OwnerPayments.AsNoTracking().ToListAsync();
        var names = await db.Estates.Select(e => new { e.Id, e.Name, Street = e.Street!.Name }).ToDictionaryAsync(e => e.Id);
        var (billedOf, reliefsOf, paidOf) = (bills.ToLookup(b => b.EstateId, b => b.Row), reliefs.ToLookup(r => r.EstateId, r => r.Row), payments.ToLookup(p => p.EstateId));
        return bills.Select(b => b.EstateId).Concat(payments.Select(p => p.EstateId)).Distinct().Select(id =>
        {
            var received = paidOf[id].Where(p => p.DwellingId != null).Select(p => new ReceivedRow(p.Id, p.DwellingId!.Value, p.Kind, p.Amount, p.ReversesId, p.RecordedAt)).ToList();
            var balances = Outstanding.Of(billedOf[id], reliefsOf[id].ToList(), received).Values;
            var forEstate = paidOf[id].Where(p => p.DwellingId == null).ToList();
            return new EstateBalance(id, names[id].Name, names[id].Street, balances.Count(b => b.Billed > Money.Zero), balances.Aggregate(DwellingBalance.Nothing, (sum, each) => sum + each), balances.Aggregate(Money.Zero, (sum, each) => sum + each.Owed), balances.Count(b => b.Owed > Money.Zero), ReceivedMoney.Sum(forEstate, forEstate.ToDictionary(p => p.Id)));
        }).OrderBy(estate => estate.Street, StringComparer.Ordinal).ThenBy(estate => estate.Name, StringComparer.Ordinal).ToList();
    }

    public Task<EstateName?> EstateNameAsync(Guid id) => db.Estates.Where(e => e.Id == id).Select(e => new EstateName(e.Id, e.Name)).SingleOrDefaultAsync();

    /// <summary>The dwellings that a typed room may mean: 201, 2单元201, 3-2-201.</summary>
    public static IEnumerable<DwellingAccount> Find(IEnumerable<DwellingAccount> accounts, string? typed)
    {
        if (typed is null) return accounts;
        if (RoomNumber.Read(typed) is not { } room) return accounts.Where(account => account.Dwelling.Room == typed);
        return accounts.Where(account => account.Dwelling.Room == room.Room && (room.Entrance is null || room.Entrance == account.Dwelling.Entrance)
            && (room.Building is null || BuildingName.Read(room.Building)?.Key == BuildingName.Read(account.Building)?.Key));
    }

    private async Task<DwellingAccount?> OneAsync(Guid estateId, Guid dwellingId)
    {
        var rows = await DwellingRow.ReadAsync(db, db.Dwellings.Where(d => d.Id == dwellingId && db.Buildings.Any(b => b.Id == d.BuildingId && b.EstateId == estateId)));
        if (rows is not [var row]) return null;
        var building = await db.Buildings.Where(b => b.Id == row.BuildingId).Select(b => new { b.Name, b.Sequence }).SingleAsync();
        return new DwellingAccount(row, building.Name, building.Sequence, await outstanding.OfDwellingAsync(dwellingId));
    }

    private async Task<List<DwellingAccount>> AccountsAsync(Guid estateId)
    {
        var balances = await outstanding.OfEstateAsync(estateId);
        var buildings = await db.Buildings.Where(b => b.EstateId == estateId).Select(b => new { b.Id, b.Name, b.Sequence }).ToDictionaryAsync(b => b.Id);
        var rows = await DwellingRow.ReadAsync(db, db.Dwellings.Where(d => db.Buildings.Any(b => b.Id == d.BuildingId && b.EstateId == estateId) && (d.RemovedOn == null || balances.Keys.Contains(d.Id))));
        return rows.Select(row => new DwellingAccount(row, buildings[row.BuildingId].Name, buildings[row.BuildingId].Sequence, balances.GetValueOrDefault(row.Id, DwellingBalance.Nothing)))
            .OrderBy(account => account.BuildingSequence).ThenBy(account => account.Building, StringComparer.Ordinal).ThenBy(account => account.Dwelling.Entrance).ThenBy(account => account.Dwelling.Storey).ThenBy(account => account.Dwelling.Position).ThenBy(account => account.Dwelling.Room, StringComparer.Ordinal).ToList();
    }
}
