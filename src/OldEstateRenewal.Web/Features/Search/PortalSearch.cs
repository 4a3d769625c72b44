using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Identity;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Search;

public sealed record EstateHit(Guid Id, string Name, string? Street, string? Address, string? OtherName, DateOnly? EndedOn, Guid? SuccessorId, string? Successor);

public sealed record BuildingHit(Guid Id, string Name, Guid EstateId, string Estate);

/// <summary>A dwelling by its place, with its owner's masked name when the owner was asked for.</summary>
public sealed record DwellingHit(Guid BuildingId, string Estate, string Building, int Entrance, string Room, string? Owner);

public sealed record SearchHits(SearchWords Asked, List<EstateHit> Estates, List<BuildingHit> Buildings, List<DwellingHit> Dwellings, List<DwellingHit> Owners, bool MayOpenBuildings)
{
    public bool IsEmpty => Estates.Count + Buildings.Count + Dwellings.Count + Owners.Count == 0;
}

/// <summary>
/// Finds estates, buildings, dwellings and owners by what was typed. Among owners, of whom there may be 100 000, only a beginning is looked for, as a range
/// of an index in byte order (<see cref="OwnerSearchIndexes"/>).
/// </summary>
public sealed class PortalSearch(PortalDbContext db, CurrentAccess access, PersonalData personal)
{
    private const int Most = 20;
    private const int MostBuildings = 2000;

    /// <summary>After every name that begins with a text, in byte order.</summary>
    private const string End = "\U0010ffff";

    public async Task<SearchHits> FindAsync(string? typed)
    {
        var asked = SearchWords.Of(typed);
        var households = access.May(Duty.ReadHouseholds);
        if (asked.IsEmpty) return new(asked, [], [], [], [], households);
        if (asked.Number is { } number) return new(asked, [], [], [], households ? await OwnersAsync(Marked(number)) : [], households);
        if (asked.Room is null)
        {
            var estates = await EstatesAsync(asked.Words);
            var buildings = await BuildingsAsync(asked.Words);
            return new(asked, estates, buildings, [], households && asked.Words is [var name] ? await OwnersAsync(Beginning(name)) : [], households);
        }

        return new(asked, [], [], households ? await DwellingsAsync(asked.Words, asked.Room) : [], [], households);
    }

    private async Task<List<EstateHit>> EstatesAsync(IReadOnlyList<string> words)
    {
        var found = EstateList.Named(db, db.Estates.AsNoTracking(), words, withEnded: true);
        var rows = await found.OrderBy(e => e.EndedOn != null).ThenBy(e => e.Name.Length).ThenBy(e => e.Id).Take(Most)
            .Select(e => new { e.Id, e.Name, Street = e.Street!.Name, e.Address, e.EndedOn, Others = db.EstateAliases.Where(a => a.EstateId == e.Id).Select(a => new { a.Name, a.Initials }).ToList() }).ToListAsync();
        var ended = rows.Where(row => row.EndedOn is not null).Select(row => row.Id).ToList();
        var successors = ended.Count == 0 ? [] : await db.EstateSuccessions.AsNoTracking().Standing(db).Where(s => ended.Contains(s.FromId) && s.Kind == SuccessionKind.Merged)
            .Select(s => new { s.FromId, s.ToId, Name = db.Estates.Where(e => e.Id == s.ToId).Select(e => e.Name).First() }).ToListAsync();
        return rows.Select(row =>
        {
            var successor = successors.FirstOrDefault(s => s.FromId == row.Id);
            var other = row.Others.FirstOrDefault(alias => words.Any(word => !row.Name.Contains(word, StringComparison.Ordinal) && (alias.Name.Contains(word, StringComparison.Ordinal) || alias.Initials.Contains(word, StringComparison.OrdinalIgnoreCase))));
            return new EstateHit(row.Id, row.Name, row.Street, row.Address, other?.Name, row.EndedOn, successor?.ToId, successor?.Name);
        }).ToList();
    }

    /// <summary>Buildings by the name of their estate and their own: 国土局 3号楼; or by their own alone.</summary>
    private Task<List<BuildingHit>> BuildingsAsync(IReadOnlyList<string> words)
    {
        if (!words.Any(word => char.IsAsciiDigit(word[0]))) return Task.FromResult(new List<BuildingHit>());
        var (own, ofEstate) = (words.Where(word => char.IsAsciiDigit(word[0])).ToList(), words.Where(word => !char.IsAsciiDigit(word[0])).ToList());
        var buildings = db.Buildings.AsNoTracking().Join(EstateList.Named(db, db.Estates.AsNoTracking(), ofEstate, withEnded: false), b => b.EstateId, e => e.Id, (b, e) => new { b, e });
        foreach (var word in own) buildings = buildings.Where(pair => pair.b.Name.StartsWith(word));
        return buildings.OrderBy(pair => pair.e.Name.Length).ThenBy(pair => pair.e.Id).ThenBy(pair => pair.b.Sequence).Take(Most).Select(pair => new BuildingHit(pair.b.Id, pair.b.Name, pair.e.Id, pair.e.Name)).ToListAsync();
    }

    /// <summary>Dwellings by their place; the buildings come first, so that each is one look into the index of rooms.</summary>
    private async Task<List<DwellingHit>> DwellingsAsync(IReadOnlyList<string> words, RoomWords room)
    {
        var buildings = db.Buildings.AsNoTracking().Join(EstateList.Named(db, db.Estates.AsNoTracking(), words, withEnded: false), b => b.EstateId, e => e.Id, (b, e) => new { b.Id, b.Name, Estate = e.Name, b.Sequence });
        if (room.Building is { } number)
        {
            string[] names = [number, number + "号楼", number + "号", number + "栋", number + "幢", number + "#", number + "#楼", number + "座"];
            buildings = buildings.Where(b => names.Contains(b.Name));
        }

        var found = await buildings.OrderBy(b => b.Estate.Length).ThenBy(b => b.Estate).ThenBy(b => b.Sequence).Take(MostBuildings).ToListAsync();
        var ids = found.Select(b => b.Id).ToList();
        var entrances = room.Entrance is { } only ? [only] : Enumerable.Range(0, Dwelling.MostEntrances + 1).ToArray();
        var rooms = await db.Dwellings.AsNoTracking().Where(d => ids.Contains(d.BuildingId) && entrances.Contains(d.Entrance) && d.Room == room.Room && d.RemovedOn == null).Select(d => new { d.BuildingId, d.Entrance, d.Room }).Take(MostBuildings).ToListAsync();
        var places = rooms.ToLookup(d => d.BuildingId);
        return found.SelectMany(b => places[b.Id].OrderBy(d => d.Entrance).Select(d => new DwellingHit(b.Id, b.Estate, b.Name, d.Entrance, d.Room, null))).Take(Most).ToList();
    }

    private async Task<List<DwellingHit>> OwnersAsync(IQueryable<Owner> owners)
    {
        var found = await owners.AsNoTracking().Take(Most).Select(o => new { o.Id, o.Name, o.Kind }).ToListAsync();
        if (found.Count == 0) return [];
        var ids = found.Select(o => o.Id).ToList();
        var homes = await (from share in db.Ownerships.AsNoTracking()
                           where ids.Contains(share.OwnerId) && share.UntilOn == null
                           join dwelling in db.Dwellings on share.DwellingId equals dwelling.Id
                           where dwelling.RemovedOn == null
                           join building in db.Buildings on dwelling.BuildingId equals building.Id
                           join estate in db.Estates on building.EstateId equals estate.Id
                           select new { share.OwnerId, BuildingId = building.Id, Estate = estate.Name, Building = building.Name, dwelling.Entrance, dwelling.Room }).Take(Most * 5).ToListAsync();
        var places = homes.ToLookup(home => home.OwnerId);
        return found.SelectMany(o => places[o.Id].Select(home => new DwellingHit(home.BuildingId, home.Estate, home.Building, home.Entrance, home.Room, Owner.Mask(o.Name, o.Kind)))).Take(Most).ToList();
    }

    private IQueryable<Owner> Beginning(string name)
    {
        if (SearchWords.IsInitials(name))
        {
            var initials = name.ToLowerInvariant();
            return db.Owners.Where(o => string.Compare(EF.Functions.Collate(o.Initials, OwnerSearchIndexes.Bytes), initials) >= 0 && string.Compare(EF.Functions.Collate(o.Initials, OwnerSearchIndexes.Bytes), initials + End) < 0)
                .OrderBy(o => EF.Functions.Collate(o.Initials, OwnerSearchIndexes.Bytes));
        }

        return db.Owners.Where(o => string.Compare(EF.Functions.Collate(o.Name, OwnerSearchIndexes.Bytes), name) >= 0 && string.Compare(EF.Functions.Collate(o.Name, OwnerSearchIndexes.Bytes), name + End) < 0)
            .OrderBy(o => EF.Functions.Collate(o.Name, OwnerSearchIndexes.Bytes));
    }

    private IQueryable<Owner> Marked(string number)
    {
        var tenant = access.Value.Tenant.Id;
        var (phone, id) = (personal.Mark(tenant, PersonalField.Phone, number), personal.Mark(tenant, PersonalField.IdNumber, number));
        return db.Owners.Where(o => o.PhoneMark == phone || o.IdNumberMark == id);
    }
}
