using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Audit;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Shared;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Owners;

/// <summary>Begins and ends ownerships. Nothing is overwritten: a change ends rows and begins others. The caller saves.</summary>
public sealed class OwnershipBook(PortalDbContext db, AuditTrail audit, CurrentAccess access, TimeProvider time)
{
    private readonly Dictionary<(string, OwnerKind), Owner> organisations = [];

    /// <summary>Brings the owners of a dwelling in line with a list of names, as a correction of what was entered; who stays is left alone.</summary>
    public async Task CorrectNamesAsync(Dwelling dwelling, string place, List<string> names)
    {
        var current = dwelling.Ownerships.Where(o => o.UntilOn is null).ToList();
        var kept = current.Where(o => names.Contains(o.Owner!.Name)).Select(o => o.Owner!.Name).ToHashSet();
        // What is right from the first is no correction.
        foreach (var wrong in current.Where(o => !kept.Contains(o.Owner!.Name))) End(wrong, OwnershipEnding.Correction, null, $"{place} {wrong.Owner!.MaskedName}", "楼盘表录入更正");
        foreach (var name in names.Where(name => !kept.Contains(name))) Begin(dwelling, await OwnerAsync(name, OwnerKinds.Of(dwelling.Holding, name)), place);
    }

    public Ownership Begin(Dwelling dwelling, Owner owner, string place, DateOnly? from = null, string? share = null, OwnershipBasis? basis = null)
    {
        var ownership = new Ownership { DwellingId = dwelling.Id, OwnerId = owner.Id, FromOn = from, Share = share, Basis = basis, RecordedBy = access.Value.UserName, RecordedAt = time.GetUtcNow() };
        db.Ownerships.Add(ownership);
        audit.Add("OwnershipAdded", ownership, $"{place} {owner.MaskedName}");
        return ownership;
    }

    /// <param name="on">The day of a transfer; a correction or a merger says nothing about days, and leaves none owned.</param>
    public void End(Ownership ownership, OwnershipEnding ending, DateOnly? on, string subject, string? remark)
    {
        ownership.UntilOn = on ?? ownership.FromOn ?? ChinaTime.Today(time);
        (ownership.Ending, ownership.EndingRemark, ownership.EndedBy, ownership.EndedAt) = (ending, remark, access.Value.UserName, time.GetUtcNow());
        audit.Add("OwnershipEnded", ownership, subject, remark);
    }

    public Owner Add(Owner owner)
    {
        db.Owners.Add(owner);
        audit.Add("OwnerAdded", owner, owner.MaskedName);
        return owner;
    }

    /// <summary>People of one name stay apart until somebody says otherwise; a unit is known by its name.</summary>
    private async Task<Owner> OwnerAsync(string name, OwnerKind kind)
    {
        if (kind == OwnerKind.Person) return Add(new Owner { Name = name, Kind = kind });
        if (organisations.TryGetValue((name, kind), out var known)) return known;
        return organisations[(name, kind)] = await db.Owners.OrderBy(o => o.Id).FirstOrDefaultAsync(o => o.Name == name && o.Kind == kind) ?? Add(new Owner { Name = name, Kind = kind });
    }
}
