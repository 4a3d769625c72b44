using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Web.Data;

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
    public Guid Id => id;
    public long? Version => version;
    public BuildingImage Image => image;
    public int? Row { get; set; }
    public Dictionary<(int Entrance, string Room), KnownDwelling> Dwellings { get; } = [];
    /// <summary>Rooms by name alone, for files without a column for the entrance; a room of two entrances has none.</summary>
    public Dictionary<string, KnownDwelling?> ByRoom { get; } = new(StringComparer.Ordinal);

    public void Add(KnownDwelling dwelling)
    {
        Dwellings[(dwelling.Image.Entrance, dwelling.Image.Room)] = dwelling;
        ByRoom[dwelling.Image.Room] = ByRoom.ContainsKey(dwelling.Image.Room) ? null : dwelling;
    }
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
    private readonly Dictionary<Guid, KnownOwner> owners = [];

    public Dictionary<string, (Guid Id, string Name)> Streets { get; } = new(StringComparer.Ordinal);

    public IEnumerable<KnownEstate> Estates => byId.Values;

    public async Task LoadAsync(bool withBuildings)
    {
        foreach (var street in await db.Streets.AsNoTracking().ToListAsync()) Streets[RegistryNames.Street(street.Name)] = (street.Id, street.Name);
        foreach (var e in await db.Estates.AsNoTracking().Where(e => e.EndedOn == null).ToListAsync()) Add(new KnownEstate(e.Id, e.Version, Image(e)));
        if (!withBuildings) return;
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
    }

    public KnownEstate? Estate(Guid id) => byId.GetValueOrDefault(id);

    /// <summary>The estate of that name; other names it goes by belong here too.</summary>
    public KnownEstate? Estate(string name) => byName.GetValueOrDefault(RegistryNames.Fold(name));

    /// <summary>Estates whose name may mean the same.</summary>
    public List<KnownEstate> Near(string name)
    {
        var near = RegistryNames.Near(name);
        return byId.Values.Where(estate => estate.Version is not null && RegistryNames.Near(estate.Image.Name) == near).OrderBy(estate => estate.Image.Name, StringComparer.Ordinal).ToList();
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
