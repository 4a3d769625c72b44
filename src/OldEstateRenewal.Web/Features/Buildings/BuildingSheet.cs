using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>An owner as a cell needs it.</summary>
public sealed record OwnerName(Guid Id, string Name, OwnerKind Kind, string? Share)
{
    public string Masked => Owner.Mask(Name, Kind);
}

/// <summary>A dwelling with its present owners, as a row of the 楼盘表.</summary>
public sealed record DwellingRow : IPlaced
{
    public required Guid Id { get; init; }
    public required Guid BuildingId { get; init; }
    public required int Entrance { get; init; }
    public required int Storey { get; init; }
    public required string Room { get; init; }
    public required int Position { get; init; }
    public required int Span { get; init; }
    public required UnitKind Kind { get; init; }
    public required UnitHolding Holding { get; init; }
    public required Area? RegisteredArea { get; init; }
    public required Area? MeasuredArea { get; init; }
    public required Area? ContractArea { get; init; }
    public required Occupancy? Occupancy { get; init; }
    public required string? Riser { get; init; }
    public required long Version { get; init; }
    public required IReadOnlyList<OwnerName> Owners { get; init; }

    public Area? CountedArea => RegisteredArea ?? MeasuredArea ?? ContractArea;

    public AreaSource? CountedSource => RegisteredArea is not null ? AreaSource.Register : MeasuredArea is not null ? AreaSource.Measured : ContractArea is not null ? AreaSource.Contract : null;

    public string Place => HouseholdWords.Place(Entrance, Room);

    /// <summary>The owners as anybody with the duty may read them; full names stand where they are edited.</summary>
    public string MaskedOwners => string.Join("、", Owners.Select(owner => owner.Masked));

    public string OwnerNames => string.Join("、", Owners.Select(owner => owner.Name));

    private static readonly Expression<Func<Dwelling, DwellingRow>> unowned = d => new DwellingRow
    {
        Id = d.Id,
        BuildingId = d.BuildingId,
        Entrance = d.Entrance,
        Storey = d.Storey,
        Room = d.Room,
        Position = d.Position,
        Span = d.Span,
        Kind = d.Kind,
        Holding = d.Holding,
        RegisteredArea = d.RegisteredArea,
        MeasuredArea = d.MeasuredArea,
        ContractArea = d.ContractArea,
        Occupancy = d.Occupancy,
        Riser = d.Riser,
        Version = d.Version,
        Owners = new List<OwnerName>(),
    };

    /// <summary>The dwellings with their present owners. In one query the database would join them in the wrong order where it does not know yet how many there are, and take half a minute for 3 000.</summary>
    internal static async Task<List<DwellingRow>> ReadAsync(PortalDbContext db, IQueryable<Dwelling> dwellings)
    {
        var rows = await dwellings.AsNoTracking().Select(unowned).ToListAsync();
        var ids = rows.ConvertAll(row => row.Id);
        var owners = (await db.Ownerships.AsNoTracking().Where(o => o.UntilOn == null && ids.Contains(o.DwellingId)).OrderBy(o => o.Id).Select(o => new { o.DwellingId, Owner = new OwnerName(o.OwnerId, o.Owner!.Name, o.Owner.Kind, o.Share) }).ToListAsync()).ToLookup(o => o.DwellingId, o => o.Owner);
        return rows.ConvertAll(row => row with { Owners = owners[row.Id].ToList() });
    }
}

/// <summary>楼盘表: the dwellings of a building, by entrance, storey and room.</summary>
public sealed record BuildingSheet(Building Building, string EstateName, List<DwellingRow> Dwellings, int Removed)
{
    public List<GridEntrance<DwellingRow>> Entrances => StoreyGrid.Of(Dwellings);

    public Area Area => Dwellings.Aggregate(Area.Zero, (sum, dwelling) => sum + (dwelling.CountedArea ?? Area.Zero));

    public int Households => Dwellings.Count(dwelling => dwelling.Kind == UnitKind.Dwelling);

    /// <summary>The building with its dwellings, each query once; null when there is none that the person may see.</summary>
    public static async Task<BuildingSheet?> ReadAsync(PortalDbContext db, Guid id)
    {
        var building = await db.Buildings.AsNoTracking().Include(b => b.Estate).SingleOrDefaultAsync(b => b.Id == id);
        if (building is null) return null;
        var dwellings = await DwellingRow.ReadAsync(db, db.Dwellings.Where(d => d.BuildingId == id && d.RemovedOn == null));
        return new BuildingSheet(building, building.Estate!.Name, dwellings, await db.Dwellings.CountAsync(d => d.BuildingId == id && d.RemovedOn != null));
    }
}
