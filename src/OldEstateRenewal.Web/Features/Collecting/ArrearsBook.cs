using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Collecting;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>A dwelling that owes, since when, and how often it was reminded.</summary>
public sealed record ArrearsLine(Guid BillId, Guid EstateId, string Estate, DwellingRow Dwelling, string Building, int BuildingSequence, Ageing Ageing, int Reminders, DateOnly? LastReminded)
{
    public string Place => Dwelling.Place;

    public string MaskedOwners => Dwelling.MaskedOwners;

    public string Name => $"{Estate} {Building} {Place}";
}

public sealed record ArrearsPage(IReadOnlyList<ArrearsLine> All, EstateName? Estate, string? Bucket, IReadOnlyList<EstateName> Estates, ReminderForm Form)
{
    public IReadOnlyList<ArrearsLine> Shown => All.Where(line => Bucket is null || line.Ageing.Bucket == Bucket).ToList();

    public IReadOnlyList<(string Name, int Count, Money Sum)> Buckets => Ageing.Buckets.Select(bucket => All.Where(line => line.Ageing.Bucket == bucket).ToList() is var lines ? (bucket, lines.Count, Total(lines)) : default).ToList();

    public static Money Total(IEnumerable<ArrearsLine> lines) => lines.Aggregate(Money.Zero, (sum, line) => sum + line.Ageing.Owed);
}

/// <summary>欠缴: who owes what since when, over the estates that the person sees.</summary>
public sealed class ArrearsBook(PortalDbContext db, Offices offices)
{
    public async Task<ArrearsPage?> PageAsync(Guid? estateId, string? bucket, ReminderForm form)
    {
        var estates = await db.Estates.Where(e => db.BillRuns.Any(r => r.EstateId == e.Id && r.State == BillRunState.Issued)).OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).Select(e => new EstateName(e.Id, e.Name)).ToListAsync();
        var estate = estates.FirstOrDefault(each => each.Id == estateId);
        if (estateId is not null && estate is null) return null;
        return new ArrearsPage(await LinesAsync(estateId), estate, Ageing.Buckets.Contains(bucket) ? bucket : null, estates, form);
    }

    /// <summary>The dwellings that owe, those longest due first.</summary>
    public async Task<IReadOnlyList<ArrearsLine>> LinesAsync(Guid? estateId)
    {
        var owed = await OwedAsync(estateId);
        var dwellings = owed.Keys.ToList();
        var rows = await DwellingRow.ReadAsync(db, db.Dwellings.Where(d => dwellings.Contains(d.Id)));
        var buildings = await db.Buildings.Where(b => estateId == null || b.EstateId == estateId).Select(b => new { b.Id, b.EstateId, Estate = b.Estate!.Name, b.Name, b.Sequence }).ToDictionaryAsync(b => b.Id);
        var reminders = (await db.PaymentReminders.Where(r => estateId == null || r.EstateId == estateId).Join(db.Bills, r => r.BillId, b => b.Id, (r, b) => new { b.DwellingId, r.On }).ToListAsync()).ToLookup(r => r.DwellingId, r => r.On);
        return rows.Where(row => buildings.ContainsKey(row.BuildingId)).Select(row =>
        {
            var building = buildings[row.BuildingId];
            return new ArrearsLine(Guid.Parse(owed[row.Id].Oldest.Key), building.EstateId, building.Estate, row, building.Name, building.Sequence, owed[row.Id], reminders[row.Id].Count(), reminders[row.Id].Any() ? reminders[row.Id].Max() : null);
        }).OrderByDescending(line => line.Ageing.Days ?? -1).ThenBy(line => line.Estate, StringComparer.Ordinal).ThenBy(line => line.BuildingSequence).ThenBy(line => line.Building, StringComparer.Ordinal)
            .ThenBy(line => line.Dwelling.Entrance).ThenBy(line => line.Dwelling.Storey).ThenBy(line => line.Dwelling.Position).ThenBy(line => line.Dwelling.Room, StringComparer.Ordinal).ToList();
    }

    /// <summary>The dwellings that owe, as the bank's lines are matched against them.</summary>
    public async Task<IReadOnlyList<(OwingDwelling Owing, Guid EstateId, Guid BuildingId)>> OwingAsync() =>
        (await LinesAsync(null)).Select(line => (new OwingDwelling($"{line.Dwelling.Id}", line.Estate, line.Building, line.Dwelling.Entrance, line.Dwelling.Room, line.Dwelling.Owners.Select(owner => owner.Name).ToList(), line.Ageing.Owed), line.EstateId, line.Dwelling.BuildingId)).ToList();

    private async Task<Dictionary<Guid, Ageing>> OwedAsync(Guid? estateId)
    {
        var issued = await db.Bills.AsNoTracking().Where(b => estateId == null || b.EstateId == estateId).Join(db.BillRuns.Where(r => r.State == BillRunState.Issued), b => b.RunId, r => r.Id, (b, r) => new { b.Id, b.DwellingId, b.Amount, r.DueOn }).ToListAsync();
        var reliefs = await db.BillReliefs.AsNoTracking().Where(r => estateId == null || r.EstateId == estateId).ToListAsync();
        var payments = await db.OwnerPayments.AsNoTracking().Where(p => p.DwellingId != null && (estateId == null || p.EstateId == estateId)).ToListAsync();
        var dwellingOf = issued.ToDictionary(bill => bill.Id, bill => bill.DwellingId);
        var standing = reliefs.Where(r => dwellingOf.ContainsKey(r.BillId)).ToList();
        var revoked = standing.Select(r => r.RevokesId).OfType<Guid>().ToHashSet();
        var relieved = standing.Where(r => r.RevokesId is null && !revoked.Contains(r.Id)).ToLookup(r => r.BillId, r => r.Amount);
        // What a dwelling owes in all is said by the one rule; its bills only tell since when.
        var balances = Outstanding.Of(issued.Select(b => new BilledRow(b.DwellingId, b.Amount)), standing.Select(r => new ReliefRow(r.Id, dwellingOf[r.BillId], r.Amount, r.RevokesId)).ToList(), payments.Select(p => new ReceivedRow(p.Id, p.DwellingId!.Value, p.Kind, p.Amount, p.ReversesId, p.RecordedAt)).ToList());
        return issued.GroupBy(bill => bill.DwellingId).Where(bills => balances[bills.Key].Owed > Money.Zero)
            .Select(bills => (bills.Key, Ageing: Ageing.Of(bills.Select(bill => new DueBill($"{bill.Id}", bill.DueOn, relieved[bill.Id].Aggregate(bill.Amount, (left, relief) => left - relief))), balances[bills.Key].Paid, offices.Today)))
            .Where(pair => pair.Ageing is not null).ToDictionary(pair => pair.Key, pair => pair.Ageing!);
    }
}
