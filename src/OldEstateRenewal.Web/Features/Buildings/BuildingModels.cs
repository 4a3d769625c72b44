using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Policies;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Owners;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <param name="Building">Null for a new one.</param>
public sealed record BuildingEditor(Estate Estate, Building? Building, BuildingForm Form, IReadOnlyList<string> WhyNotRemove)
{
    /// <summary>What someone else saved in the meantime.</summary>
    public BuildingForm? Current { get; init; }
}

/// <summary>A stated figure beside what the dwellings add up to.</summary>
public sealed record Comparison(string Name, string Unit, decimal? Stated, decimal Counted)
{
    public decimal? Difference => Stated is { } stated && stated != Counted ? Counted - stated : null;

    public static List<Comparison> Of(int? households, Area? area, int countedHouseholds, Area countedArea) =>
        [new("户数", "户", households, countedHouseholds), new("建筑面积", "㎡", area?.SquareMetres, countedArea.SquareMetres)];
}

/// <summary>What the page of a building shows in its cells.</summary>
public enum SheetView
{
    Owners,
    Occupancy,
    Areas,
    Risers,
}

public sealed record BuildingPage(BuildingSheet Sheet, SheetView View, HeadCount Heads)
{
    public List<Comparison> Comparisons => Comparison.Of(Sheet.Building.HouseholdCount, Sheet.Building.FloorArea, Sheet.Households, Sheet.Area);
}

public sealed record BuildingLine(Building Building, int Households, int Others, Area Area);

/// <summary>An estate's buildings with what their dwellings add up to, and what would be counted in a vote.</summary>
public sealed record EstateBuildings(Estate Estate, List<BuildingLine> Lines, HeadCount Heads, IReadOnlyList<OwnerPair> Pairs)
{
    public List<Comparison> Comparisons =>
        [new("楼栋数", "栋", Estate.BuildingCount, Lines.Count), .. Comparison.Of(Estate.HouseholdCount, Estate.FloorArea, Lines.Sum(line => line.Households), Lines.Aggregate(Area.Zero, (sum, line) => sum + line.Area))];

    public static async Task<EstateBuildings?> ReadAsync(PortalDbContext db, Guid estateId, PolicyView policies)
    {
        var estate = await db.Estates.AsNoTracking().SingleOrDefaultAsync(e => e.Id == estateId);
        if (estate is null) return null;
        var buildings = await db.Buildings.AsNoTracking().Where(b => b.EstateId == estateId).OrderBy(b => b.Sequence).ThenBy(b => b.Name).ToListAsync();
        var records = await RollRecords.OfEstateAsync(db, estateId);
        var lines = buildings.Select(building => Line(building, records.Where(record => record.Building == building.Name).ToList())).ToList();
        return new EstateBuildings(estate, lines, HeadCount.Of(records, policies), await OwnerPair.ReadAsync(db, estateId));
    }

    private static BuildingLine Line(Building building, List<UnitRecord> records)
    {
        var households = records.Count(record => record.Kind == UnitKind.Dwelling);
        return new BuildingLine(building, households, records.Count - households, records.Aggregate(Area.Zero, (sum, record) => sum + (record.CountedArea?.Area ?? Area.Zero)));
    }
}
