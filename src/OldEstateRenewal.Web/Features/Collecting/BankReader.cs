using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Collecting;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>Reads bank's files and lines; what is open is matched anew at each look, against what is owed now.</summary>
public sealed class BankReader(PortalDbContext db, ArrearsBook arrears)
{
    private const int PageSize = 50;
    private Dictionary<string, (Guid EstateId, Guid BuildingId, Guid DwellingId)> places = [];

    public async Task<BankFilePage?> PageAsync(Guid id, BankTab? tab, int page, Func<BankTab, int, string> link)
    {
        if (await db.BankFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == id) is not { } file) return null;
        var lines = await LinesAsync(id);
        var of = lines.GroupBy(BankFilePage.TabOf).ToDictionary(group => group.Key, group => group.ToList());
        var shown = tab ?? Enum.GetValues<BankTab>().FirstOrDefault(of.ContainsKey);
        var rows = of.GetValueOrDefault(shown, []);
        var last = Math.Max(1, (rows.Count + PageSize - 1) / PageSize);
        page = Math.Clamp(page, 1, last);
        return new BankFilePage(file, lines, shown, rows.Skip((page - 1) * PageSize).Take(PageSize).ToList(), new Pages(page, last, number => link(shown, number)));
    }

    /// <summary>The lines of a file in their order; those that are open with what is found for them.</summary>
    public async Task<IReadOnlyList<BankLineView>> LinesAsync(Guid fileId)
    {
        var lines = await db.BankLines.AsNoTracking().Where(l => l.FileId == fileId).OrderBy(l => l.Sequence).ToListAsync();
        var booked = await BookedAsync(lines.Select(line => line.Id).ToList());
        var open = lines.Where(line => line.State == BankLineState.Open).ToList();
        var matches = open.Count == 0 ? [] : (await MatcherAsync()).MatchAll(open.Select(line => Movement(line, booked))).ToList();
        var matchOf = open.Zip(matches).ToDictionary(pair => pair.First.Id, pair => pair.Second);
        return lines.Select(line => new BankLineView(line, matchOf.GetValueOrDefault(line.Id), booked.GetValueOrDefault(line.Id, Money.Zero))).ToList();
    }

    public async Task<BankLinePage?> LineAsync(Guid fileId, Guid lineId, BankLineForm? form)
    {
        if (await db.BankFiles.AsNoTracking().SingleOrDefaultAsync(f => f.Id == fileId) is not { } file || await db.BankLines.AsNoTracking().SingleOrDefaultAsync(l => l.Id == lineId && l.FileId == fileId) is not { } line) return null;
        var booked = await BookedAsync([lineId]);
        var view = new BankLineView(line, line.State == BankLineState.Open ? (await MatcherAsync()).Match(Movement(line, booked)) : null, booked.GetValueOrDefault(lineId, Money.Zero));
        var estates = await db.Estates.Where(e => db.Buildings.Any(b => b.EstateId == e.Id) && e.EndedOn == null).OrderBy(e => EF.Functions.Collate(e.Name, "zh-x-icu")).Select(e => new EstateName(e.Id, e.Name)).ToListAsync();
        var payments = await db.OwnerPayments.AsNoTracking().Where(p => p.BankLineId == lineId).OrderBy(p => p.Year).ThenBy(p => p.Number).ToListAsync();
        var dwellings = payments.Select(p => p.DwellingId).OfType<Guid>().ToList();
        var names = await db.Dwellings.Where(d => dwellings.Contains(d.Id)).Join(db.Buildings, d => d.BuildingId, b => b.Id, (d, b) => new { d.Id, Estate = b.Estate!.Name, b.Name, d.Entrance, d.Room }).ToDictionaryAsync(d => d.Id, d => $"{d.Estate} {d.Name} {Buildings.HouseholdWords.Place(d.Entrance, d.Room)}");
        return new BankLinePage(file, view, estates, payments.Select(p => (p, names.GetValueOrDefault(p.DwellingId ?? Guid.Empty, "—"))).ToList(),
            form ?? new BankLineForm { ActId = Guid.CreateVersion7(), Amount = view.Left > Money.Zero ? view.Left.Yuan : null, DwellingId = view.Match?.Best is { } best ? Guid.Parse(best.Dwelling.Key) : null });
    }

    /// <summary>Where a dwelling is that a line was matched to.</summary>
    public (Guid EstateId, Guid BuildingId, Guid DwellingId) PlaceOf(string key) => places[key];

    /// <summary>What stands booked against each line, reversals taken off.</summary>
    public async Task<Dictionary<Guid, Money>> BookedAsync(List<Guid> lines)
    {
        var payments = await db.OwnerPayments.AsNoTracking().Where(p => p.BankLineId != null && lines.Contains(p.BankLineId.Value)).ToListAsync();
        var all = payments.ToDictionary(p => p.Id);
        return payments.GroupBy(p => p.BankLineId!.Value).ToDictionary(line => line.Key, line => ReceivedMoney.Sum(line, all));
    }

    private static BankMovement Movement(BankLine line, Dictionary<Guid, Money> booked) => new(line.Amount - booked.GetValueOrDefault(line.Id, Money.Zero), line.Payer, string.Join(" ", new[] { line.Summary, line.Reference }.OfType<string>()));

    private async Task<BankMatcher> MatcherAsync()
    {
        var owing = await arrears.OwingAsync();
        places = owing.ToDictionary(each => each.Owing.Key, each => (each.EstateId, each.BuildingId, Guid.Parse(each.Owing.Key)));
        return new BankMatcher(owing.Select(each => each.Owing));
    }
}
