using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>Whom of those already registered in the estate a typed owner may be: by the same name, or by the same number.</summary>
public sealed class Namesakes(PortalDbContext db, CurrentAccess access, PersonalData secrets)
{
    public async Task<IReadOnlyList<IReadOnlyList<Namesake>>> FindAsync(Guid estateId, IReadOnlyList<OwnerEntry> entries)
    {
        var names = entries.Where(entry => !entry.IsBlank).Select(entry => entry.Name!.Trim()).ToList();
        var marks = entries.Select(Mark).OfType<byte[]>().ToList();
        if (names.Count == 0) return entries.Select(_ => (IReadOnlyList<Namesake>)[]).ToList();
        var known = await db.Ownerships.AsNoTracking().Where(o => o.UntilOn == null && (names.Contains(o.Owner!.Name) || marks.Contains(o.Owner.IdNumberMark!)))
            .Join(db.Dwellings, o => o.DwellingId, d => d.Id, (o, d) => new { o.Owner, d.Entrance, d.Room, d.BuildingId })
            .Join(db.Buildings.Where(b => b.EstateId == estateId), d => d.BuildingId, b => b.Id, (d, b) => new { Owner = d.Owner!, Building = b.Name, d.Entrance, d.Room }).ToListAsync();
        var owners = known.GroupBy(row => row.Owner.Id).Select(rows => (rows.First().Owner, Places: rows.Select(row => $"{row.Building} {HouseholdWords.Place(row.Entrance, row.Room)}").ToList())).ToList();
        return entries.Select(entry => (IReadOnlyList<Namesake>)owners.Where(owner => !entry.IsBlank && (owner.Owner.Name == entry.Name!.Trim() || IsMarked(owner.Owner, entry)))
            .Select(owner => new Namesake(owner.Owner.Id, owner.Owner.MaskedName, owner.Owner.Masked(secrets, PersonalField.Phone), owner.Places, IsMarked(owner.Owner, entry))).ToList()).ToList();
    }

    private byte[]? Mark(OwnerEntry entry) => secrets.Mark(access.Value.Tenant.Id, PersonalField.IdNumber, entry.IdNumber.OrNull() is { } number ? PersonalText.Compact(number) : null);

    private bool IsMarked(Owner owner, OwnerEntry entry) => Mark(entry) is { } mark && owner.IdNumberMark is { } known && known.AsSpan().SequenceEqual(mark);
}
