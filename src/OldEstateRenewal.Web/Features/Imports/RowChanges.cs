namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>One row of the registry before and after: made where nothing stood before, taken away where nothing stands after.</summary>
/// <param name="Version">The version it was seen at; null for what is made, and for what has none.</param>
public sealed record Change<T>(Guid Id, long? Version, T? Before, T? After) where T : class
{
    /// <summary>What puts it back.</summary>
    public Change<T> Inverse() => new(Id, Before is null ? 0 : Version + 1, After, Before);
}

public sealed record StreetImage(string Name);

public sealed record EstateImage(
    string Name, Guid? StreetId, string? Community, string? Address, int[] BuiltYears, int? BuildingCount, int? HouseholdCount, decimal? FloorArea, decimal? SiteArea,
    string? FormerUnit, string? Land, string? Place, string? Remark);

public sealed record BuildingImage(
    Guid EstateId, string Name, int Sequence, int? BuiltYear, int? Storeys, int? Entrances, int? HouseholdCount, decimal? FloorArea, string? Structure, string? Remark);

public sealed record DwellingImage(
    Guid BuildingId, int Entrance, int Storey, string Room, int Position, int Span, string Kind, string Holding, decimal? RegisteredArea, decimal? MeasuredArea, decimal? ContractArea,
    string? Occupancy, string? Riser, string? Remark)
{
    public decimal? CountedArea => RegisteredArea ?? MeasuredArea ?? ContractArea;
}

/// <summary>Phone and number as they are kept: sealed, with their marks.</summary>
public sealed record OwnerImage(string Name, string Kind, byte[]? Phone, byte[]? PhoneMark, byte[]? IdNumber, byte[]? IdNumberMark);

public sealed record OwnershipImage(Guid DwellingId, Guid OwnerId, DateOnly? FromOn, DateOnly? UntilOn, string? Share);

/// <summary>Everything that one row of the file changes in the registry.</summary>
public sealed class RowChanges
{
    public List<Change<StreetImage>>? Streets { get; set; }
    public List<Change<EstateImage>>? Estates { get; set; }
    public List<Change<BuildingImage>>? Buildings { get; set; }
    public List<Change<DwellingImage>>? Dwellings { get; set; }
    public List<Change<OwnerImage>>? Owners { get; set; }
    public List<Change<OwnershipImage>>? Ownerships { get; set; }

    public int Count => (Estates?.Count ?? 0) + (Buildings?.Count ?? 0) + (Dwellings?.Count ?? 0) + (Owners?.Count ?? 0) + (Ownerships?.Count ?? 0);

    public bool IsEmpty => Streets is null && Estates is null && Buildings is null && Dwellings is null && Owners is null && Ownerships is null;

    public void Add(Change<StreetImage> change) => (Streets ??= []).Add(change);

    public void Add(Change<EstateImage> change) => (Estates ??= []).Add(change);

    public void Add(Change<BuildingImage> change) => (Buildings ??= []).Add(change);

    public void Add(Change<DwellingImage> change) => (Dwellings ??= []).Add(change);

    public void Add(Change<OwnerImage> change) => (Owners ??= []).Add(change);

    public void Add(Change<OwnershipImage> change) => (Ownerships ??= []).Add(change);
}
