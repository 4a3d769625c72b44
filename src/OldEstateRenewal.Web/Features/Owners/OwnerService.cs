using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>Writes owners, and who owns what.</summary>
public sealed class OwnerService(PortalDbContext db, AuditTrail audit, CurrentAccess access, PersonalData secrets, OwnershipBook book)
{
    private Guid TenantId => access.Value.Tenant.Id;

    public Task<SaveOutcome> EditAsync(Owner owner, OwnerForm form)
    {
        db.Entry(owner).Property(o => o.Version).OriginalValue = form.Version;
        (owner.Name, owner.Kind) = (form.Name!.Trim(), form.Kind);
        Write(owner, PersonalField.Phone, form.Phone, form.ForgetPhone);
        Write(owner, PersonalField.IdNumber, form.IdNumber, form.ForgetIdNumber);
        db.Entry(owner).Property(o => o.Version).IsModified = true;
        audit.Add("OwnerEdited", owner, owner.MaskedName);
        return db.TrySaveAsync();
    }

    /// <summary>Opens a phone or number for a reason; that it was opened is kept, what it is never leaves this answer.</summary>
    public async Task<string?> RevealAsync(Owner owner, PersonalField field, string reason)
    {
        audit.Add("PersonalDataRevealed", owner, owner.MaskedName, $"{field.Name()}：{reason.Trim()}");
        await db.SaveChangesAsync();
        return secrets.TryOpen(owner, field);
    }

    /// <summary>Ends the present ownerships and begins those of the form; who stays keeps the row.</summary>
    public async Task<SaveOutcome> ChangeAsync(Building building, Dwelling dwelling, OwnershipChangeForm form)
    {
        var place = DwellingService.NameOf(building, dwelling);
        var owners = new List<(Owner Owner, OwnerEntry Entry)>();
        foreach (var entry in form.Owners.Where(entry => !entry.IsBlank)) owners.Add((await OwnerAsync(entry), entry));
        var current = dwelling.Ownerships.Where(o => o.UntilOn is null).ToList();
        var from = form.On ?? (current.Select(o => o.FromOn).Distinct().ToList() is [var only] ? only : null);
        foreach (var ownership in current.Where(o => owners.All(next => next.Owner.Id != o.OwnerId)))
            book.End(ownership, form.Kind, form.Kind == OwnershipEnding.Transfer ? form.On : null, $"{place} {ownership.Owner!.MaskedName}", form.Remark.OrNull());
        foreach (var (owner, entry) in owners.DistinctBy(next => next.Owner.Id))
        {
            if (current.SingleOrDefault(o => o.OwnerId == owner.Id) is { } kept) Restate(kept, entry, $"{place} {owner.MaskedName}");
            else book.Begin(dwelling, owner, place, from, entry.Share.OrNull(), form.Basis);
        }

        var version = db.Entry(dwelling).Property(d => d.Version);
        (version.OriginalValue, version.IsModified) = (form.Version, true);
        dwelling.Holding = form.Holding;
        audit.Add("DwellingEdited", dwelling, place);
        return await db.TrySaveAsync();
    }

    /// <summary>合并: what one row owns goes over to the other; the first stays in the history.</summary>
    public async Task<SaveOutcome> MergeAsync(Owner owner, Owner into, string? remark)
    {
        var ownerships = await db.Ownerships.Where(o => o.UntilOn == null && (o.OwnerId == owner.Id || o.OwnerId == into.Id)).ToListAsync();
        var ids = ownerships.Select(o => o.DwellingId).ToHashSet();
        var dwellings = await db.Dwellings.Where(d => ids.Contains(d.Id)).ToDictionaryAsync(d => d.Id);
        foreach (var ownership in ownerships.Where(o => o.OwnerId == owner.Id))
        {
            var dwelling = dwellings[ownership.DwellingId];
            var place = HouseholdWords.Place(dwelling.Entrance, dwelling.Room);
            book.End(ownership, OwnershipEnding.Merger, null, $"{place} {owner.MaskedName}", remark.OrNull());
            if (!ownerships.Any(o => o.OwnerId == into.Id && o.DwellingId == dwelling.Id)) book.Begin(dwelling, into, place, ownership.FromOn, ownership.Share, ownership.Basis);
            db.Entry(dwelling).Property(d => d.Version).IsModified = true;
        }

        if (into.Phone is null) (into.Phone, into.PhoneMark) = (owner.Phone, owner.PhoneMark);
        if (into.IdNumber is null) (into.IdNumber, into.IdNumberMark) = (owner.IdNumber, owner.IdNumberMark);
        db.Entry(into).Property(o => o.Version).IsModified = true;
        audit.Add("OwnersMerged", into, $"{owner.MaskedName} 并入 {into.MaskedName}", remark.OrNull());
        return await db.TrySaveAsync();
    }

    private void Write(Owner owner, PersonalField field, string? typed, bool forget)
    {
        if (forget) owner.Write(secrets, TenantId, field, null);
        else if (!string.IsNullOrWhiteSpace(typed)) owner.Write(secrets, TenantId, field, typed);
    }

    private void Restate(Ownership kept, OwnerEntry entry, string subject)
    {
        if (entry.Share.OrNull() is not { } share || share == kept.Share) return;
        kept.Share = share;
        audit.Add("OwnershipEdited", kept, subject);
    }

    private async Task<Owner> OwnerAsync(OwnerEntry entry)
    {
        if (Guid.TryParse(entry.Same, out var id)) return await db.Owners.SingleAsync(o => o.Id == id);
        var owner = new Owner { Name = entry.Name!.Trim(), Kind = entry.Kind };
        owner.Write(secrets, TenantId, PersonalField.Phone, entry.Phone.OrNull());
        owner.Write(secrets, TenantId, PersonalField.IdNumber, entry.IdNumber.OrNull());
        return book.Add(owner);
    }
}
