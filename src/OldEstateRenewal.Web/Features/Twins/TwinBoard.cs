using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Twins;

/// <summary>A pair, and what was decided about it on these very figures, or once on others.</summary>
public sealed record TwinLine(TwinPair Pair, TwinDecision? Decision, TwinDecision? Earlier)
{
    public bool IsOpen => Decision is null;
}

/// <summary>
/// The likely twins of the county as the person may see them. Worked out when the tenant's data has changed, kept till then, as
/// <see cref="Estates.EstateStandings"/> are.
/// </summary>
public sealed class TwinBoard(PortalDbContext db, CurrentAccess access)
{
    private const int MostKept = 1000;
    private static readonly ConcurrentDictionary<(Guid Tenant, Guid? Street), (long Changes, IReadOnlyList<TwinLine> Lines)> kept = new();

    public async Task<IReadOnlyList<TwinLine>> ReadAsync()
    {
        var asked = access.Value;
        var key = (asked.Tenant.Id, asked.StreetId);
        if (kept.TryGetValue(key, out var known) && known.Changes == asked.Changes) return known.Lines;
        var lines = await WorkOutAsync();
        if (kept.Count > MostKept) kept.Clear();
        kept[key] = (asked.Changes, lines);
        return lines;
    }

    /// <summary>One pair, worked out afresh, for a decision.</summary>
    public async Task<TwinPair?> FindAsync(Guid first, Guid second) =>
        (await TraitsAsync([first, second])) is [var a, var b] ? Domain.Registry.Twins.Compare(a, b) : null;

    private async Task<IReadOnlyList<TwinLine>> WorkOutAsync()
    {
        var pairs = Domain.Registry.Twins.Among(await TraitsAsync(null));
        var decisions = (await db.TwinDecisions.AsNoTracking().OrderBy(d => d.DecidedAt).ThenBy(d => d.Id).ToListAsync()).ToLookup(d => (d.FirstId, d.SecondId));
        return pairs.Select(pair => (pair, Last: decisions[(pair.First.Id, pair.Second.Id)].LastOrDefault()))
            .Select(known => known.Last?.Figures == known.pair.Figures ? new TwinLine(known.pair, known.Last, null) : new TwinLine(known.pair, null, known.Last)).ToList();
    }

    private async Task<List<EstateTraits>> TraitsAsync(Guid[]? only)
    {
        var estates = await db.Estates.AsNoTracking().Where(e => e.EndedOn == null && (only == null || only.Contains(e.Id))).OrderBy(e => e.Id)
            .Select(e => new { e.Id, e.Name, e.Address, e.BuiltYears, e.BuildingCount, e.HouseholdCount, e.FloorArea }).ToListAsync();
        var aliases = (await db.EstateAliases.AsNoTracking().Where(a => only == null || only.Contains(a.EstateId)).Select(a => new { a.EstateId, a.Name }).ToListAsync()).ToLookup(a => a.EstateId, a => a.Name);
        return estates.Select(e => new EstateTraits(e.Id, e.Name, aliases[e.Id].ToList(), e.Address, e.BuiltYears, e.BuildingCount, e.HouseholdCount, e.FloorArea)).ToList();
    }
}
