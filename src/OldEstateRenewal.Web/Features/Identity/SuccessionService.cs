using Microsoft.EntityFrameworkCore;
using Npgsql;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>Merges, divides and voids estates, and undoes it. Every act gives back why it was refused; an empty list means that it is saved.</summary>
public sealed class SuccessionService(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    public async Task<IReadOnlyList<string>> MergeAsync(Estate into, IReadOnlyCollection<Guid> ids, DateOnly on, string reason)
    {
        var froms = await db.Estates.Where(e => ids.Contains(e.Id)).OrderBy(e => e.Id).ToListAsync();
        var refusals = await Successions.OpenPlansAsync(db, ids);
        if (froms.Count == 0 || froms.Count != ids.Distinct().Count() || froms.Contains(into)) refusals.Add("请选择要并入的其他小区。");
        refusals.AddRange(froms.Append(into).Where(e => e.EndedOn is not null).Select(e => $"{e.Name}已终止。"));
        if (refusals.Count > 0) return refusals;
        var (act, before) = (Guid.CreateVersion7(), into);
        var rows = froms.Select(from => Row(act, from.Id, into.Id, SuccessionKind.Merged, on, reason, before)).ToList();
        into.BuiltYears = [.. froms.SelectMany(e => e.BuiltYears).Concat(into.BuiltYears).Distinct().Order()];
        into.BuildingCount = Successions.Sum(into.BuildingCount, froms.Select(e => e.BuildingCount), (a, b) => a + b);
        into.HouseholdCount = Successions.Sum(into.HouseholdCount, froms.Select(e => e.HouseholdCount), (a, b) => a + b);
        into.FloorArea = Successions.Sum(into.FloorArea, froms.Select(e => e.FloorArea), (a, b) => a + b);
        foreach (var row in rows) KeepAfter(row, into);
        foreach (var (from, row) in froms.Zip(rows))
        {
            await MoveAsync(row, from, into, await BuildingsAsync(from.Id));
            from.EndedOn = on;
            audit.Add("EstateMerged", from, $"{from.Name} → {into.Name}", reason);
        }

        // Whatever figures it had: that it stands for itself still is checked by its version.
        db.Entry(into).Property(e => e.Version).IsModified = true;
        audit.Add("EstateEnlarged", into, into.Name, reason);
        return await SaveAsync();
    }

    public async Task<(Guid Id, IReadOnlyList<string> Refusals)> SplitAsync(Estate from, string name, IReadOnlyCollection<Guid> ids, DateOnly on, string reason)
    {
        var all = await BuildingsAsync(from.Id);
        var parted = all.Where(b => ids.Contains(b.Id)).ToList();
        var refusals = await Successions.OpenPlansAsync(db, [from.Id]);
        if (parted.Count == 0 || parted.Count != ids.Distinct().Count()) refusals.Add("请选择要分出的楼栋。");
        else if (parted.Count == all.Count) refusals.Add("不能分出全部楼栋；整个小区改名请修改小区名称，并入其他小区请用合并。");
        if (from.EndedOn is not null) refusals.Add($"{from.Name}已终止。");
        if (refusals.Count > 0) return (from.Id, refusals);
        var part = PartOf(from, name, parted);
        db.Estates.Add(part);
        var row = Row(Guid.CreateVersion7(), from.Id, part.Id, SuccessionKind.Split, on, reason, from);
        Shrink(from, part, all.Except(parted).ToList());
        KeepAfter(row, from);
        await MoveAsync(row, from, part, parted);
        audit.Add("EstateAdded", part, part.Name, reason);
        audit.Add("EstateSplit", from, $"{from.Name} → {part.Name}", reason);
        return (part.Id, await SaveAsync());
    }

    public async Task<IReadOnlyList<string>> VoidAsync(Estate estate, string reason)
    {
        var refusals = await Successions.WhyNotVoidAsync(db, estate);
        if (refusals.Count > 0) return refusals;
        estate.EndedOn = Shared.ChinaTime.Today(time);
        Row(Guid.CreateVersion7(), estate.Id, null, SuccessionKind.Voided, estate.EndedOn.Value, reason, estate);
        audit.Add("EstateVoided", estate, estate.Name, reason);
        return await SaveAsync();
    }

    public async Task<IReadOnlyList<string>> UndoAsync(EstateSuccession one, string reason)
    {
        var act = await db.EstateSuccessions.AsNoTracking().Where(s => s.ActId == one.ActId && s.Undoes == null).OrderBy(s => s.Id).ToListAsync();
        var refusals = await Successions.WhyNotUndoAsync(db, act);
        if (refusals.Count == 0 && act[0] is { Kind: not SuccessionKind.Voided } changed) refusals.AddRange(FiguresMoved(changed, await db.Estates.SingleAsync(e => e.Id == (changed.Kind == SuccessionKind.Merged ? changed.ToId : changed.FromId))));
        if (refusals.Count > 0) return refusals;
        foreach (var row in act)
        {
            var (from, to) = (await db.Estates.SingleAsync(e => e.Id == row.FromId), row.ToId is { } id ? await db.Estates.SingleAsync(e => e.Id == id) : null);
            var undoing = Row(row.ActId, row.FromId, row.ToId, row.Kind, Shared.ChinaTime.Today(time), reason, row.Kind == SuccessionKind.Merged ? to! : from);
            undoing.Undoes = row.Id;
            await MoveBackAsync(row, undoing);
            if (row.Kind == SuccessionKind.Split) to!.EndedOn = undoing.On;
            else from.EndedOn = null;
            Restore(row.Kind == SuccessionKind.Merged ? to! : from, row);
            audit.Add("SuccessionUndone", from, to is null ? from.Name : $"{from.Name} → {to.Name}", reason);
        }

        return await SaveAsync();
    }

    private EstateSuccession Row(Guid act, Guid from, Guid? to, SuccessionKind kind, DateOnly on, string reason, Estate changed)
    {
        var row = new EstateSuccession
        {
            TenantId = access.Value.Tenant.Id,
            ActId = act,
            FromId = from,
            ToId = to,
            Kind = kind,
            On = on,
            Reason = reason,
            BuiltYearsBefore = changed.BuiltYears,
            BuildingsBefore = changed.BuildingCount,
            HouseholdsBefore = changed.HouseholdCount,
            AreaBefore = changed.FloorArea,
            RecordedBy = access.Value.UserName,
            RecordedAt = time.GetUtcNow(),
        };
        db.EstateSuccessions.Add(row);
        return row;
    }

    private Task<List<Building>> BuildingsAsync(Guid estate) => db.Buildings.Where(b => b.EstateId == estate).OrderBy(b => b.Sequence).ThenBy(b => b.Id).ToListAsync();

    private async Task MoveAsync(EstateSuccession row, Estate from, Estate to, List<Building> buildings)
    {
        var taken = (await db.Buildings.Where(b => b.EstateId == to.Id).Select(b => b.Name).ToListAsync()).Concat(db.Buildings.Local.Where(b => b.EstateId == to.Id).Select(b => b.Name)).ToHashSet();
        var next = await db.Buildings.Where(b => b.EstateId == to.Id).MaxAsync(b => (int?)b.Sequence) ?? 0;
        foreach (var building in buildings)
        {
            var (before, after) = (building.Name, Successions.NameFor(building, from.Name, taken));
            taken.Add(after);
            (building.EstateId, building.Name, building.Sequence) = (to.Id, after, ++next);
            Moved(row, building, from.Id, to.Id, before);
        }
    }

    private void Moved(EstateSuccession row, Building building, Guid from, Guid to, string before)
    {
        db.BuildingMoves.Add(new BuildingMove { TenantId = row.TenantId, SuccessionId = row.Id, BuildingId = building.Id, FromId = from, ToId = to, NameBefore = before, NameAfter = building.Name, On = row.On });
        audit.Add("BuildingMoved", building, building.Name, row.Reason);
    }

    /// <summary>Each building goes back, under its old name where it still has the name it was given.</summary>
    private async Task MoveBackAsync(EstateSuccession row, EstateSuccession undoing)
    {
        var moves = await db.BuildingMoves.AsNoTracking().Where(m => m.SuccessionId == row.Id).ToDictionaryAsync(m => m.BuildingId);
        foreach (var building in await db.Buildings.Where(b => moves.Keys.Contains(b.Id)).OrderBy(b => b.Sequence).ToListAsync())
        {
            var (move, name) = (moves[building.Id], building.Name);
            building.EstateId = move.FromId;
            if (name == move.NameAfter) building.Name = move.NameBefore;
            Moved(undoing, building, move.ToId, move.FromId, name);
        }
    }

    private Estate PartOf(Estate from, string name, List<Building> parted) => new()
    {
        TenantId = access.Value.Tenant.Id,
        Name = name,
        StreetId = from.StreetId,
        Community = from.Community,
        Address = from.Address,
        FormerUnit = from.FormerUnit,
        Land = from.Land,
        Place = from.Place,
        IsDemonstration = from.IsDemonstration,
        BuiltYears = YearsOf(parted, from.BuiltYears),
        BuildingCount = parted.Count,
        HouseholdCount = parted.Sum(b => b.HouseholdCount) is var households && parted.All(b => b.HouseholdCount is not null) ? households : null,
        FloorArea = parted.All(b => b.FloorArea is not null) ? parted.Aggregate(Area.Zero, (sum, b) => sum + b.FloorArea!.Value) : null,
    };

    /// <summary>What is left: a figure that the part does not have stays as it was, for a person to correct.</summary>
    private static void Shrink(Estate from, Estate part, List<Building> left)
    {
        from.BuiltYears = YearsOf(left, from.BuiltYears);
        if (from.BuildingCount >= part.BuildingCount) from.BuildingCount -= part.BuildingCount;
        if (from.HouseholdCount >= part.HouseholdCount) from.HouseholdCount -= part.HouseholdCount;
        if (from.FloorArea is { } whole && part.FloorArea is { } less && whole.CompareTo(less) >= 0) from.FloorArea = whole - less;
    }

    private static int[] YearsOf(List<Building> buildings, int[] otherwise) => buildings.All(b => b.BuiltYear is not null) ? [.. buildings.Select(b => b.BuiltYear!.Value).Distinct().Order()] : otherwise;

    private static void KeepAfter(EstateSuccession row, Estate estate) =>
        (row.BuiltYearsAfter, row.BuildingsAfter, row.HouseholdsAfter, row.AreaAfter) = (estate.BuiltYears, estate.BuildingCount, estate.HouseholdCount, estate.FloorArea);

    /// <summary>Figures that a person has changed since: putting back those from before would lose them.</summary>
    private static IEnumerable<string> FiguresMoved(EstateSuccession row, Estate estate)
    {
        // Acts from before these figures were kept; no act leaves nothing of what was known.
        if (row is { BuiltYearsAfter: [], BuildingsAfter: null, HouseholdsAfter: null, AreaAfter: null } and not { BuiltYearsBefore: [], BuildingsBefore: null, HouseholdsBefore: null, AreaBefore: null }) yield break;
        var moved = new (string Name, string After, string Now)[]
        {
            ("建成年份", BuiltYearsText.Write(row.BuiltYearsAfter), BuiltYearsText.Write(estate.BuiltYears)), ("楼栋数", $"{row.BuildingsAfter}", $"{estate.BuildingCount}"),
            ("户数", $"{row.HouseholdsAfter}", $"{estate.HouseholdCount}"), ("建筑面积", $"{row.AreaAfter}", $"{estate.FloorArea}"),
        }.Where(figure => figure.After != figure.Now).Select(figure => $"{figure.Name} {Told(figure.After)} → {Told(figure.Now)}").ToList();
        if (moved.Count > 0) yield return $"{estate.Name}在{row.Kind.Name()}以后又改过：{string.Join("；", moved)}。撤销会恢复{row.Kind.Name()}前的数，改过的就丢了；请先记下并改回{row.Kind.Name()}时的数，撤销后再填写。";

        static string Told(string figure) => figure.Length == 0 ? "（空）" : figure;
    }

    private static void Restore(Estate estate, EstateSuccession row)
    {
        if (row.Kind == SuccessionKind.Voided) return;
        (estate.BuiltYears, estate.BuildingCount, estate.HouseholdCount, estate.FloorArea) = (row.BuiltYearsBefore, row.BuildingsBefore, row.HouseholdsBefore, row.AreaBefore);
    }

    private async Task<IReadOnlyList<string>> SaveAsync()
    {
        try
        {
            await db.SaveChangesAsync();
            return [];
        }
        catch (DbUpdateConcurrencyException)
        {
            return ["您操作期间，他人已修改其中的小区或楼栋，您的操作尚未保存。请核对后重试。"];
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Estate.UniqueName })
        {
            return ["台账中已有同名小区，请先改名。"];
        }
        catch (DbUpdateException wrong) when (wrong.InnerException is PostgresException { ConstraintName: Building.UniqueName or EstateSuccession.UniqueUndoing })
        {
            return ["他人刚办理了同一项，或楼栋名称重复。请核对后重试。"];
        }
    }
}
