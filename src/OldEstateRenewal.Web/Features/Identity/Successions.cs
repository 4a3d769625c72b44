using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Plans;
using OldEstateRenewal.Web.Features.Recognitions;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>What merging, dividing, voiding and undoing have in common: which rows stand, and why something cannot be done.</summary>
public static class Successions
{
    /// <summary>The acts that have not been undone.</summary>
    public static IQueryable<EstateSuccession> Standing(this IQueryable<EstateSuccession> successions, PortalDbContext db) =>
        successions.Where(s => s.Undoes == null && !db.EstateSuccessions.Any(later => later.Undoes == s.Id));

    public static string Name(this SuccessionKind kind) => kind switch
    {
        SuccessionKind.Merged => "并入",
        SuccessionKind.Split => "分出",
        _ => "作废",
    };

    /// <summary>The plans not issued yet that have one of these estates: they must let it go first.</summary>
    public static async Task<List<string>> OpenPlansAsync(PortalDbContext db, IReadOnlyCollection<Guid> estates)
    {
        var plans = await db.Plans.AsNoTracking().Include(p => p.Steps).Where(p => p.Entries.Any(e => estates.Contains(e.EstateId))).ToListAsync();
        return plans.Where(plan => plan.State != PlanState.Issued).Select(plan => $"{PlanService.Name(plan)}{plan.State.Name()}，其中列有该小区，请先移出。").ToList();
    }

    /// <summary>What was withdrawn holds nothing back.</summary>
    private static IQueryable<RecognitionRequest> NotWithdrawn(this IQueryable<RecognitionRequest> requests) => requests.Where(r => !r.Steps.Any(step => step.Kind == RecognitionState.Withdrawn));

    /// <summary>Why an estate cannot be void: something hangs on it.</summary>
    public static async Task<List<string>> WhyNotVoidAsync(PortalDbContext db, Estate estate)
    {
        var reasons = new List<string>();
        if (estate.EndedOn is not null) reasons.Add("小区已终止。");
        if (await db.Buildings.AnyAsync(b => b.EstateId == estate.Id)) reasons.Add("小区已有楼栋。");
        if (await db.PlanEntries.AnyAsync(e => e.EstateId == estate.Id)) reasons.Add("小区已列入年度计划。");
        if (await db.EarlierWorks.AnyAsync(w => w.EstateId == estate.Id && w.Withdraws == null && !db.EarlierWorks.Any(later => later.Withdraws == w.Id))) reasons.Add("小区已登记既往改造。");
        if (await db.Surveys.AnyAsync(s => s.EstateId == estate.Id)) reasons.Add("小区已有摸底调查。");
        if (await db.SiteChecks.AnyAsync(c => c.EstateId == estate.Id)) reasons.Add("小区已有现场审核。");
        if (await db.RecognitionRequests.NotWithdrawn().AnyAsync(r => r.EstateId == estate.Id)) reasons.Add("小区已申请例外认定。");
        if (await db.Attachments.AnyAsync(a => a.EstateId == estate.Id && a.RemovedAt == null)) reasons.Add("小区已上传附件。");
        if (await db.EstateSuccessions.Standing(db).AnyAsync(s => s.FromId == estate.Id || s.ToId == estate.Id)) reasons.Add("小区有合并、拆分记录。");
        return reasons;
    }

    /// <summary>Why an act cannot be undone: something has come to depend on it since.</summary>
    public static async Task<List<string>> WhyNotUndoAsync(PortalDbContext db, IReadOnlyCollection<EstateSuccession> act)
    {
        var (first, rows) = (act.First(), act.Select(s => s.Id).ToList());
        var reasons = new List<string>();
        if (await db.EstateSuccessions.AnyAsync(s => s.Undoes != null && rows.Contains(s.Undoes.Value))) return ["此项已撤销。"];
        var changed = first.Kind == SuccessionKind.Split ? act.Select(s => s.ToId!.Value).Append(first.FromId).ToList() : first.ToId is { } to ? [to] : [];
        var ends = first.Kind == SuccessionKind.Split ? act.Select(s => s.ToId!.Value).ToList() : changed;
        // Ids are made in the order of time: what bears a later one came later.
        var later = await db.EstateSuccessions.Standing(db).Where(s => !rows.Contains(s.Id) && (changed.Contains(s.FromId) || (s.ToId != null && changed.Contains(s.ToId.Value)))).Select(s => s.Id).ToListAsync();
        var plans = await db.PlanEntries.Where(e => ends.Contains(e.EstateId)).Select(e => e.PlanId).ToListAsync();
        var works = await db.EarlierWorks.Where(w => ends.Contains(w.EstateId) && w.Withdraws == null && !db.EarlierWorks.Any(gone => gone.Withdraws == w.Id)).Select(w => w.Id).ToListAsync();
        if (later.Any(id => id.CompareTo(first.Id) > 0)) reasons.Add("此后又有合并、拆分，请先撤销后一项。");
        if (plans.Any(id => id.CompareTo(first.Id) > 0)) reasons.Add("合并、拆分后的小区已列入年度计划。");
        if (works.Any(id => id.CompareTo(first.Id) > 0)) reasons.Add("合并、拆分后的小区已登记既往改造。");
        reasons.AddRange(await LaterAsync(db, ends, first.Id));
        var moved = await db.BuildingMoves.Where(m => rows.Contains(m.SuccessionId)).Select(m => m.BuildingId).ToListAsync();
        if (first.Kind == SuccessionKind.Split && await db.Buildings.AnyAsync(b => ends.Contains(b.EstateId) && !moved.Contains(b.Id))) reasons.Add("分出的小区另有楼栋。");
        return reasons;
    }

    /// <summary>What was found out, judged or filed since about the estates as they became.</summary>
    private static async Task<List<string>> LaterAsync(PortalDbContext db, List<Guid> estates, Guid act)
    {
        var reasons = new List<string>();
        async Task TellAsync(IQueryable<Guid> ids, string reason)
        {
            if ((await ids.ToListAsync()).Any(id => id.CompareTo(act) > 0)) reasons.Add($"合并、拆分后的小区{reason}。");
        }

        await TellAsync(db.Surveys.Where(s => estates.Contains(s.EstateId)).Select(s => s.Id), "已有摸底调查");
        await TellAsync(db.SiteChecks.Where(c => estates.Contains(c.EstateId)).Select(c => c.Id), "已有现场审核");
        await TellAsync(db.RecognitionRequests.NotWithdrawn().Where(r => estates.Contains(r.EstateId)).Select(r => r.Id), "已申请例外认定");
        await TellAsync(db.Attachments.Where(a => a.EstateId != null && estates.Contains(a.EstateId.Value) && a.RemovedAt == null).Select(a => a.Id), "已上传附件");
        return reasons;
    }

    /// <summary>The sum of a figure, or the first as it was when one is not known.</summary>
    public static T? Sum<T>(T? own, IEnumerable<T?> more, Func<T, T, T> add) where T : struct
    {
        var sum = own;
        foreach (var each in more) sum = sum is { } a && each is { } b ? add(a, b) : null;
        return sum ?? own;
    }

    public static string NameFor(Building building, string estate, IReadOnlyCollection<string> taken)
    {
        if (!taken.Contains(building.Name)) return building.Name;
        var from = estate.Length + building.Name.Length < Building.NameLength ? estate : estate[..Math.Max(0, Building.NameLength - building.Name.Length - 3)];
        var name = from + building.Name;
        for (var i = 2; taken.Contains(name); i++) name = $"{from}{building.Name}-{i}";
        return name;
    }
}
