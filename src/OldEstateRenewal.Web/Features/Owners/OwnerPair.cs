using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>An owner as the other one of a pair.</summary>
public sealed record PairedOwner(Guid Id, string MaskedName, OwnerKind Kind, IReadOnlyList<string> Places);

/// <summary>疑似同一人: two rows that may be one person. A person decides; nothing is merged by itself.</summary>
/// <param name="Why">By what they are alike.</param>
public sealed record OwnerPair(PairedOwner One, PairedOwner Other, string Why)
{
    /// <summary>The pairs among the present owners of an estate: the same number, or the same name with the same phone.</summary>
    public static async Task<IReadOnlyList<OwnerPair>> ReadAsync(PortalDbContext db, Guid estateId)
    {
        var owned = await db.Ownerships.AsNoTracking().Where(o => o.UntilOn == null)
            .Join(db.Dwellings.Where(d => d.RemovedOn == null), o => o.DwellingId, d => d.Id, (o, d) => new { o.Owner, d.BuildingId, d.Entrance, d.Room })
            .Join(db.Buildings.Where(b => b.EstateId == estateId), o => o.BuildingId, b => b.Id, (o, b) => new { o.Owner!.Id, o.Owner.Name, o.Owner.Kind, o.Owner.IdNumberMark, o.Owner.PhoneMark, o.Entrance, o.Room, Building = b.Name })
            .ToListAsync();
        var owners = owned.GroupBy(row => row.Id).Select(rows => (rows.First().Name, rows.First().IdNumberMark, rows.First().PhoneMark,
            Shown: new PairedOwner(rows.Key, Owner.Mask(rows.First().Name, rows.First().Kind), rows.First().Kind, rows.Select(row => $"{row.Building} {HouseholdWords.Place(row.Entrance, row.Room)}").Order(StringComparer.Ordinal).ToList()))).ToList();
        var byNumber = owners.Where(owner => owner.IdNumberMark is not null).GroupBy(owner => Convert.ToHexString(owner.IdNumberMark!)).SelectMany(group => Pairs(group.Select(owner => owner.Shown).ToList(), "证件号码相同"));
        var byPhone = owners.Where(owner => owner.PhoneMark is not null).GroupBy(owner => owner.Name + "\n" + Convert.ToHexString(owner.PhoneMark!)).SelectMany(group => Pairs(group.Select(owner => owner.Shown).ToList(), "姓名、电话相同"));
        return byNumber.Concat(byPhone).DistinctBy(pair => (pair.One.Id, pair.Other.Id)).ToList();
    }

    private static IEnumerable<OwnerPair> Pairs(List<PairedOwner> alike, string why)
    {
        var ordered = alike.OrderBy(owner => owner.Id).ToList();
        return ordered.Skip(1).Select(other => new OwnerPair(ordered[0], other, why));
    }
}
