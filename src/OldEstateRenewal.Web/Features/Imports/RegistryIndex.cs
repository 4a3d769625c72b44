using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Identity;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What an import knows of one estate: as registered, or made along.</summary>
internal sealed class KnownEstate(Guid id, long? version, EstateImage image)
{
    public Guid Id => id;
    /// <summary>Null for one that this import makes.</summary>
    public long? Version => version;
    public EstateImage Image { get; set; } = image;
    public bool IsLoaded { get; set; } = version is null;
    /// <summary>The row that already spoke of it.</summary>
    public int? Row { get; set; }
    public Dictionary<string, KnownBuilding> Buildings { get; } = new(StringComparer.Ordinal);
    public int Dwellings { get; set; }
    public decimal Area { get; set; }
    public bool IsTouched { get; set; }
}

internal sealed class KnownBuilding(Guid id, long? version, BuildingImage image)
{
    private readonly Dictionary<(int Entrance, string Room), KnownDwelling> dwellings = [];
    private readonly Dictionary<(int Entrance, string Room), KnownDwelling> others = [];

    public Guid Id => id;
    public long? Version => version;
    public BuildingImage Image => image;
    public int? Row { get; set; }
    /// <summary>The rooms as they are registered.</summary>
    public HashSet<(int Entrance, string Room)> Rooms { get; } = [];
    /// <summary>Rooms by name alone, for files without a column for the entrance; a room of two entrances has none.</summary>
    public Dictionary<string, KnownDwelling?> ByRoom { get; } = new(StringComparer.Ordinal);

    public void Add(KnownDwelling dwelling)
    {
        var (entrance, room) = (dwelling.Image.Entrance, dwelling.Image.Room);
        Rooms.Add((entrance, room));
        dwellings[(entrance, room)] = dwelling;
        // 201室 from of old is found as 201 too, unless there is a 201.
        if (!IsPlain(room) && RoomNumber.Read(room, isBuildingKnown: true, dwelling.Image.Storey)?.Room is { } plain && plain != room) others.TryAdd((entrance, plain), dwelling);
        ByRoom[room] = ByRoom.ContainsKey(room) ? null : dwelling;
    }

    public KnownDwelling? Find(int entrance, string room) => dwellings.GetValueOrDefault((entrance, room)) ?? others.GetValueOrDefault((entrance, room));

    private static bool IsPlain(string room) => room.Length is 3 or 4 && room[0] != '0' && room.All(char.IsAsciiDigit);
}

internal sealed class KnownDwelling(Guid id, long? version, DwellingImage image)
{
    public Guid Id => id;
    public long? Version => version;
    public DwellingImage Image => image;
    public int? Row { get; set; }
    public List<(Guid Id, OwnershipImage Image, KnownOwner Owner)> Owners { get; } = [];
}

internal sealed class KnownOwner(Guid id, long? version, OwnerImage image)
{
    public Guid Id => id;
    public long? Version => version;
    public OwnerImage Image { get; set; } = image;
    /// <summary>It is registered, or a row already makes it.</summary>
    public bool IsStaged { get; set; } = version is not null;
}

/// <summary>The part of the registry that a file is matched against: estates and buildings at once, dwellings estate by estate as rows speak of them.</summary>
internal sealed class RegistryIndex(PortalDbContext db)
{
    private readonly Dictionary<Guid, KnownEstate> byId = [];
    private readonly Dictionary<string, KnownEstate> byName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<KnownEstate>> byOtherName = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<KnownEstate>> successors = new(StringComparer.Ordinal);
    private readonly Dictionary<string, HashSet<KnownEstate>> near = new(StringComparer.Ordinal);
    private readonly Dictionary<Guid, KnownOwner> owners = [];

    public Dictionary<string, (Guid Id, string Name)> Streets { get; } = new(StringComparer.Ordinal);

    public IEnumerable<KnownEstate> Estates => byId.Values;

    public async Task LoadAsync()
    {
        foreach (var street in await db.Streets.AsNoTracking().ToListAsync()) Streets[RegistryNames.Street(street.Name)] = (street.Id, street.Name);
        foreach (var e in await db.Estates.AsNoTracking().Where(e => e.EndedOn == null).ToListAsync()) Add(new KnownEstate(e.Id, e.Version, Image(e)));
        await LoadOtherNamesAsync();
        foreach (var b in await db.Buildings.AsNoTracking().OrderBy(b => b.Sequence).ToListAsync())
        {
            if (!byId.TryGetValue(b.EstateId, out var estate)) continue;
            estate.Buildings.TryAdd(RegistryNames.Building(b.Name), new KnownBuilding(b.Id, b.Version,
                new BuildingImage(b.EstateId, b.Name, b.Sequence, b.BuiltYear, b.Storeys, b.Entrances, b.HouseholdCount, b.FloorArea?.SquareMetres, b.Structure, b.Remark)));
        }
    }

    public void Add(KnownEstate estate)
    {
        byId[estate.Id] = estate;
        byName[RegistryNames.Fold(estate.Image.Name)] = estate;
        if (estate.Version is not null) Put(near, RegistryNames.Near(estate.Image.Name), estate);
    }

    /// <summary>Takes back one that a row would have made.</summary>
    public void Remove(KnownEstate estate)
    {
        byId.Remove(estate.Id);
        byName.Remove(RegistryNames.Fold(estate.Image.Name));
    }

    public KnownEstate? Estate(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>The estate of that name, or the only one that goes by it (别名) or once did (曾用名).</summary>
    public KnownEstate? Estate(string name)
    {
        var folded = RegistryNames.Fold(name);
        return byName.GetValueOrDefault(folded) ?? (byOtherName.TryGetValue(folded, out var known) && known.Count == 1 && !successors.ContainsKey(folded) ? known.First() : null);
    }

    /// <summary>Estates whose name, or another of their names, may mean the same, and those into which one of that name went.</summary>
    public List<KnownEstate> Near(string name) => near.GetValueOrDefault(RegistryNames.Near(name), []).Concat(successors.GetValueOrDefault(RegistryNames.Fold(name), []))
        .Distinct().OrderBy(estate => estate.Image.Name, StringComparer.Ordinal).ToList();

    /// <summary>Whether an estate of that name went into this one.</summary>
    public bool WentInto(string name, KnownEstate estate) => successors.TryGetValue(RegistryNames.Fold(name), out var known) && known.Contains(estate);

    /// <summary>Names beside those of the register. The name of an estate that was merged is no longer its successor's for sure: it is asked.</summary>
    private async Task LoadOtherNamesAsync()
    {
        var steps = await db.EstateSuccessions.AsNoTracking().Standing(db).Where(s => s.Kind == SuccessionKind.Merged).OrderBy(s => s.Id).Select(s => new { s.FromId, s.ToId }).ToListAsync();
        var into = new Dictionary<Guid, Guid>();
        foreach (var step in steps) into[step.FromId] = step.ToId!.Value;
        foreach (var ended in await db.Estates.AsNoTracking().Where(e => e.EndedOn != null).Select(e => new { e.Id, e.Name }).ToListAsync())
            if (Successor(into, ended.Id) is { } estate) Put(successors, RegistryNames.Fold(ended.Name), estate);
        foreach (var alias in await db.EstateAliases.AsNoTracking().Select(a => new { a.EstateId, a.Name }).ToListAsync())
        {
            if (byId.TryGetValue(alias.EstateId, out var estate))
            {
                Put(byOtherName, RegistryNames.Fold(alias.Name), estate);
                Put(near, RegistryNames.Near(alias.Name), estate);
            }
            else if (Successor(into, alias.EstateId) is { } successor)
            {
                Put(successors, RegistryNames.Fold(alias.Name), successor);
            }
        }
    }

    /// <summary>Who stands today for an estate that was merged, perhaps more than once.</summary>
    private KnownEstate? Successor(Dictionary<Guid, Guid> into, Guid id)
    {
        for (var steps = 0; steps <= into.Count && into.TryGetValue(id, out var next); steps++)
        {
            if (byId.TryGetValue(next, out var estate)) return estate;
            id = next;
        }

        return null;
    }

    private static void Put(Dictionary<string, HashSet<KnownEstate>> names, string name, KnownEstate estate)
    {
        if (!names.TryGetValue(name, out var known)) names[name] = known = [];
        known.Add(estate);
    }

    /// <summary>The dwellings of an estate with those who own them now.</summary>
    public async Task LoadDwellingsAsync(KnownEstate estate)
    {
        estate.IsLoaded = true;
        var buildings = estate.Buildings.Values.ToDictionary(b => b.Id);
        var ids = buildings.Keys.ToList();
        var dwellings = new Dictionary<Guid, KnownDwelling>();
        foreach (var d in await db.Dwellings.AsNoTracking().Where(d => ids.Contains(d.BuildingId) && d.RemovedOn == null).ToListAsync())
        {
            var known = new KnownDwelling(d.Id, d.Version, new DwellingImage(d.BuildingId, d.Entrance, d.Storey, d.Room, d.Position, d.Span, d.Kind.ToString(), d.Holding.ToString(),
                d.RegisteredArea?.SquareMetres, d.MeasuredArea?.SquareMetres, d.ContractArea?.SquareMetres, d.Occupancy?.ToString(), d.Riser, d.Remark));
            dwellings[d.Id] = known;
            buildings[d.BuildingId].Add(known);
            estate.Dwellings++;
            estate.Area += known.Image.CountedArea ?? 0;
        }

        var held = await db.Ownerships.AsNoTracking().Where(o => o.UntilOn == null && db.Dwellings.Any(d => d.Id == o.DwellingId && ids.Contains(d.BuildingId) && d.RemovedOn == null)).Include(o => o.Owner).ToListAsync();
        foreach (var o in held)
            dwellings[o.DwellingId].Owners.Add((o.Id, new OwnershipImage(o.DwellingId, o.OwnerId, o.FromOn, o.UntilOn, o.Share), Known(o.Owner!)));
    }

    public KnownOwner Known(Buildings.Owner owner)
    {
        if (owners.TryGetValue(owner.Id, out var known)) return known;
        return owners[owner.Id] = new KnownOwner(owner.Id, owner.Version, new OwnerImage(owner.Name, owner.Kind.ToString(), owner.Phone, owner.PhoneMark, owner.IdNumber, owner.IdNumberMark));
    }

    private static EstateImage Image(Estates.Estate e) => new(
        e.Name, e.StreetId, e.Community, e.Address, e.BuiltYears, e.BuildingCount, e.HouseholdCount, e.FloorArea?.SquareMetres, e.SiteArea?.SquareMetres, e.FormerUnit,
        e.Land?.ToString(), e.Place?.ToString(), e.Remark);
}
