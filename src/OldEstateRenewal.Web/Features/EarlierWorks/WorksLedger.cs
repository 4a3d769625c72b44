using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Features.Policies;
using OldEstateRenewal.Web.Features.Shared;

namespace OldEstateRenewal.Web.Features.EarlierWorks;

/// <summary>
/// Reads the earlier works that count for estates: their own, those of the estates they came from, and those of each building they now have,
/// wherever it stood when they were recorded.
/// </summary>
public sealed class WorksLedger(PortalDbContext db, PolicyShelf policies)
{
    public async Task<WorksHistory> ReadAsync(Guid estate) => (await ReadAsync([estate]))[estate];

    public async Task<IReadOnlyDictionary<Guid, WorksHistory>> ReadAsync(IReadOnlyCollection<Guid> estates)
    {
        var view = await policies.TodayAsync();
        var works = await Current().Select(w => new WorksRow(w, w.BuildingId == null ? null : db.Buildings.Where(b => b.Id == w.BuildingId).Select(b => new BuildingPlace(b.EstateId, b.Name)).FirstOrDefault()))
            .ToListAsync();
        var before = works.Count == 0 ? [] : await OriginsAsync();
        return estates.Distinct().ToDictionary(id => id, id => new WorksHistory(view, Records(id, works, before)));
    }

    /// <summary>What forbids these estates in a plan, in words with the record and the clause.</summary>
    public async Task<IEnumerable<string>> WhyNotPlanAsync(IReadOnlyCollection<Estate> estates)
    {
        var histories = await ReadAsync(estates.Select(e => e.Id).ToList());
        return estates.SelectMany(e => histories[e.Id].ObjectionsToPlan().Where(objection => objection.Refuses).Select(objection => $"{e.Name}：{objection.InWords}。"));
    }

    /// <summary>Records neither withdrawn nor withdrawing.</summary>
    private IQueryable<EarlierWork> Current() =>
        db.EarlierWorks.AsNoTracking().Where(w => w.Withdraws == null && !db.EarlierWorks.Any(later => later.Withdraws == w.Id)).OrderBy(w => w.Year).ThenBy(w => w.Id);

    private async Task<List<Origin>> OriginsAsync()
    {
        var acts = await db.EstateSuccessions.AsNoTracking().Standing(db).Where(s => s.ToId != null).Select(s => new { s.Id, s.FromId, To = s.ToId!.Value, Name = db.Estates.Where(e => e.Id == s.FromId).Select(e => e.Name).First() }).ToListAsync();
        if (acts.Count == 0) return [];
        var ids = acts.Select(act => act.Id).ToList();
        var moved = (await db.BuildingMoves.AsNoTracking().Where(m => ids.Contains(m.SuccessionId)).Select(m => new { m.SuccessionId, m.BuildingId }).ToListAsync()).ToLookup(m => m.SuccessionId, m => m.BuildingId);
        var to = acts.Select(act => act.To).ToHashSet();
        var buildings = (await db.Buildings.AsNoTracking().Where(b => to.Contains(b.EstateId)).Select(b => new { b.EstateId, b.Id }).ToListAsync()).ToLookup(b => b.EstateId, b => b.Id);
        return acts.Select(act => new Origin(act.FromId, act.To, act.Name, moved[act.Id].ToHashSet() is { Count: > 0 } some && !buildings[act.To].All(some.Contains) ? some : null)).ToList();
    }

    private static List<WorksRecord> Records(Guid estate, List<WorksRow> works, List<Origin> origins)
    {
        var records = works.Where(row => row.At is { } at ? at.EstateId == estate : row.Work.EstateId == estate).Select(row => Record(row, row.At is null ? null : new HashSet<Guid> { row.Work.BuildingId!.Value }, row.At?.Name)).ToList();
        var (seen, ahead) = (new HashSet<Guid> { estate }, new Queue<(Guid Estate, IReadOnlySet<Guid>? Buildings)>([(estate, null)]));
        while (ahead.TryDequeue(out var here))
        {
            foreach (var origin in origins.Where(origin => origin.To == here.Estate && seen.Add(origin.From)))
            {
                var scope = here.Buildings ?? origin.Buildings;
                records.AddRange(works.Where(row => row.At is null && row.Work.EstateId == origin.From).Select(row => Record(row, scope, $"原{origin.Name}")));
                ahead.Enqueue((origin.From, scope));
            }
        }

        return records;
    }

    private static WorksRecord Record(WorksRow row, IReadOnlySet<Guid>? buildings, string? where) => row.Work.ToRecord() with { Buildings = buildings, Where = where };

    private sealed record BuildingPlace(Guid EstateId, string Name);

    private sealed record WorksRow(EarlierWork Work, BuildingPlace? At);

    /// <summary>Where part of an estate came from; null buildings are all of them.</summary>
    private sealed record Origin(Guid From, Guid To, string Name, IReadOnlySet<Guid>? Buildings);
}

public static class EarlierWorkRecords
{
    /// <summary>As the rules see it, for the whole estate.</summary>
    public static WorksRecord ToRecord(this EarlierWork work) => new(work.Id, work.Programme, work.Year)
    {
        Item = work.ItemKey,
        ItemName = work.ItemName,
        HasCentralMoney = work.HasCentralMoney,
        DocumentNumber = work.DocumentNumber,
        Recorded = $"{work.RecordedBy} {work.RecordedAt.ToChina():yyyy-MM-dd}",
    };
}
