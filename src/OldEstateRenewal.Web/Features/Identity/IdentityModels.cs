using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;

namespace OldEstateRenewal.Web.Features.Identity;

public sealed record Neighbour(Guid Id, Guid EstateId, string Name, string Reason, string RecordedBy, DateTimeOffset RecordedAt);

/// <summary>A succession as the page tells it.</summary>
public sealed record SuccessionLine(EstateSuccession Row, string From, string? To, bool IsUndone, List<BuildingMove> Moves);

/// <summary>Names, origin and neighbours of an estate over the years.</summary>
public sealed record IdentitySheet(Estate Estate, List<EstateAlias> Aliases, List<SuccessionLine> Successions, List<Neighbour> Neighbours, List<string> WhyNotVoid, AliasForm Alias, AdjacencyForm Adjacency)
{
    public static async Task<IdentitySheet> ReadAsync(PortalDbContext db, Estate estate, bool mayVoid = true)
    {
        var aliases = await db.EstateAliases.AsNoTracking().Where(a => a.EstateId == estate.Id).OrderBy(a => a.Kind).ThenBy(a => a.Id).ToListAsync();
        var neighbours = await IdentityNote.NeighboursAsync(db, estate.Id);
        return new IdentitySheet(estate, aliases, await SuccessionsAsync(db, estate.Id), neighbours, mayVoid ? await Identity.Successions.WhyNotVoidAsync(db, estate) : [], new AliasForm(), new AdjacencyForm());
    }

    public static async Task<List<SuccessionLine>> SuccessionsAsync(PortalDbContext db, Guid estate)
    {
        var rows = await db.EstateSuccessions.AsNoTracking().Where(s => s.FromId == estate || s.ToId == estate).OrderBy(s => s.Id).ToListAsync();
        if (rows.Count == 0) return [];
        var (ids, estates) = (rows.Select(r => r.Id).ToList(), rows.SelectMany(r => new[] { r.FromId, r.ToId ?? r.FromId }).Distinct().ToList());
        var names = await db.Estates.AsNoTracking().Where(e => estates.Contains(e.Id)).ToDictionaryAsync(e => e.Id, e => e.Name);
        var moves = (await db.BuildingMoves.AsNoTracking().Where(m => ids.Contains(m.SuccessionId)).OrderBy(m => m.Id).ToListAsync()).ToLookup(m => m.SuccessionId);
        return rows.Select(r => new SuccessionLine(r, names[r.FromId], r.ToId is { } to ? names[to] : null, rows.Any(later => later.Undoes == r.Id), moves[r.Id].ToList())).ToList();
    }
}

/// <summary>The estates one may merge into this one.</summary>
public sealed record MergerSheet(Estate Into, EstatePage Page, MergerForm Form, IReadOnlyList<string> Refusals);

public sealed record PartBuilding(Guid Id, string Name, int? BuiltYear, int? Households);

/// <summary>The buildings one may part from this estate.</summary>
public sealed record SplitSheet(Estate From, List<PartBuilding> Buildings, SplitForm Form, IReadOnlyList<string> Refusals);

/// <summary>What the estate's own page says about its identity.</summary>
/// <param name="Names">Aliases and former names.</param>
/// <param name="End">How it ended, if it did.</param>
/// <param name="Neighbours">What closely adjoins it.</param>
public sealed record IdentityNote(List<EstateAlias> Names, SuccessionLine? End, List<Neighbour> Neighbours)
{
    public static async Task<IdentityNote> ReadAsync(PortalDbContext db, Estate estate)
    {
        var names = await db.EstateAliases.AsNoTracking().Where(a => a.EstateId == estate.Id).OrderBy(a => a.Kind).ThenBy(a => a.Id).ToListAsync();
        var end = estate.EndedOn is null ? null : (await IdentitySheet.SuccessionsAsync(db, estate.Id)).LastOrDefault(line => line.Row.FromId == estate.Id && line.Row.Kind != SuccessionKind.Split && !line.IsUndone && line.Row.Undoes is null);
        return new IdentityNote(names, end, await NeighboursAsync(db, estate.Id));
    }

    public static Task<List<Neighbour>> NeighboursAsync(PortalDbContext db, Guid estate) => db.EstateAdjacencies.AsNoTracking().Where(a => a.FirstId == estate || a.SecondId == estate)
        .Join(db.Estates, a => a.FirstId == estate ? a.SecondId : a.FirstId, e => e.Id, (a, e) => new Neighbour(a.Id, e.Id, e.Name, a.Reason, a.RecordedBy, a.RecordedAt)).ToListAsync();
}
