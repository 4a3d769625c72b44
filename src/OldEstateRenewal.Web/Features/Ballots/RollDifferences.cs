using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>What the registry says of a dwelling now, against the frozen roll.</summary>
/// <param name="Line">Null when the dwelling is no longer registered.</param>
/// <param name="Entry">Null when it was registered only after the roll was frozen.</param>
/// <param name="Registry">A mark of the registry's present words: another change asks again.</param>
public sealed record RollDifference(RollEntry? Entry, RollLine? Line, IReadOnlyList<(string What, string? Before, string? Now)> Changes, string Registry, string? ChangedBy, DateTimeOffset? ChangedAt, RollDecision? Decision)
{
    public Guid DwellingId => Entry?.DwellingId ?? Line!.Dwelling.Id;

    public string Name => Entry is null ? $"{Line!.Building} {Line.Dwelling.Place}" : $"{Entry.Building} {Entry.Place}";
}

/// <summary>名册差异: every change that the registry has seen since the roll was frozen, with its date. None changes the count by itself.</summary>
public sealed class RollDifferences(PortalDbContext db, BallotRoll rolls)
{
    public async Task<IReadOnlyList<RollDifference>> OfAsync(Ballot ballot)
    {
        var (frozen, now) = (await rolls.FrozenAsync(ballot.Id), (await rolls.DraftAsync(ballot)).Lines.ToDictionary(line => line.Dwelling.Id));
        var decisions = (await db.RollDecisions.AsNoTracking().Where(d => d.BallotId == ballot.Id).OrderBy(d => d.At).ToListAsync()).ToLookup(d => (d.DwellingId, d.Registry));
        var known = frozen.ToDictionary(entry => entry.DwellingId);
        var found = frozen.Select(entry => (Entry: (RollEntry?)entry, Line: now.GetValueOrDefault(entry.DwellingId))).Concat(now.Values.Where(line => !known.ContainsKey(line.Dwelling.Id)).Select(line => (Entry: (RollEntry?)null, Line: (RollLine?)line)))
            .Select(pair => (pair.Entry, pair.Line, Changes: Changes(pair.Entry, pair.Line))).Where(pair => pair.Changes.Count > 0).ToList();
        var changed = await LastChangesAsync(found.Select(pair => pair.Entry?.DwellingId ?? pair.Line!.Dwelling.Id).ToList(), ballot.OpenedAt);
        return found.Select(pair =>
        {
            var (id, registry) = (pair.Entry?.DwellingId ?? pair.Line!.Dwelling.Id, Mark(pair.Line));
            var last = changed.GetValueOrDefault(id);
            return new RollDifference(pair.Entry, pair.Line, pair.Changes, registry, last.By, last.At, decisions[(id, registry)].LastOrDefault());
        }).ToList();
    }

    private static List<(string What, string? Before, string? Now)> Changes(RollEntry? entry, RollLine? line)
    {
        if (entry is null) return [("户", null, "开始后新登记")];
        if (line is null) return entry.Exclusion is null ? [("户", "在册", "已注销或移出范围")] : [];
        var dwelling = line.Dwelling;
        return new (string What, string? Before, string? Now)[]
        {
            ("计入面积", $"{entry.Area} ㎡（{entry.AreaSource.Name()}）", dwelling.CountedArea is { } area ? $"{area} ㎡（{dwelling.CountedSource!.Value.Name()}）" : "无"),
            ("业主", string.Join("、", entry.Owners.OrderBy(owner => owner.Id).Select(owner => owner.Masked + Short(owner.Id))), string.Join("、", dwelling.Owners.OrderBy(owner => owner.Id).Select(owner => owner.Masked + Short(owner.Id)))),
            ("用途", entry.Kind.Name(), dwelling.Kind.Name()),
            ("权属", entry.Holding.Name(), dwelling.Holding.Name()),
            ("立管", entry.Riser, dwelling.Riser),
        }.Where(change => change.Before != change.Now).ToList();
    }

    // Two people may be masked alike: the end of the row's number tells them apart without naming them.
    private static string Short(Guid id) => $"〔{id.ToString("N")[^4..]}〕";

    private static string Mark(RollLine? line) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(line is null ? "" :
        $"{line.Dwelling.CountedArea} {line.Dwelling.CountedSource} {line.Dwelling.Kind} {line.Dwelling.Holding} {line.Dwelling.Riser} {string.Join(',', line.Dwelling.Owners.Select(owner => owner.Id).Order())}")))[..32];

    /// <summary>Who last changed the dwelling or its ownership in the registry.</summary>
    private async Task<Dictionary<Guid, (string By, DateTimeOffset At)>> LastChangesAsync(List<Guid> ids, DateTimeOffset? since)
    {
        var acts = await db.AuditEntries.AsNoTracking().Where(e => e.SubjectId != null && ids.Contains(e.SubjectId.Value) && e.At >= since).Select(e => new { Id = e.SubjectId!.Value, e.By, e.At }).ToListAsync();
        var owned = await db.Ownerships.AsNoTracking().Where(o => ids.Contains(o.DwellingId) && (o.RecordedAt >= since || o.EndedAt >= since)).Select(o => new { Id = o.DwellingId, By = o.EndedBy ?? o.RecordedBy, At = o.EndedAt ?? o.RecordedAt }).ToListAsync();
        return acts.Concat(owned).GroupBy(act => act.Id).ToDictionary(group => group.Key, group => group.MaxBy(act => act.At) is { } last ? (last.By, last.At) : default);
    }
}
