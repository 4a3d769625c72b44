using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Eligibility;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>A row of a list of estates; null where nothing stands or it cannot be read (then there is a problem).</summary>
public sealed record EstateValues
{
    public string? Street { get; init; }

    public string? Community { get; init; }

    public string? Name { get; init; }

    public string? Address { get; init; }

    /// <summary>Ascending; of a span its first and last year.</summary>
    public int[]? BuiltYears { get; init; }

    /// <summary>The years are the two ends of a span (九十年代, 1998—2001), not years of which something is known.</summary>
    public bool IsBuiltSpan { get; init; }

    public int? BuildingCount { get; init; }

    public int? HouseholdCount { get; init; }

    public Area? FloorArea { get; init; }

    public Area? SiteArea { get; init; }

    public LandKind? Land { get; init; }

    public PlaceKind? Place { get; init; }

    public string? FormerUnit { get; init; }

    public int? PlanYear { get; init; }

    public Money? Investment { get; init; }

    public string? Remark { get; init; }
}

/// <summary>A row of a list of buildings.</summary>
public sealed record BuildingValues
{
    public string? Street { get; init; }

    public string? Community { get; init; }

    public string? Estate { get; init; }

    /// <summary>In one form: 3号楼.</summary>
    public string? Building { get; init; }

    /// <summary>For matching: the same for 3#, 三栋, 3号楼.</summary>
    public string? BuildingKey { get; init; }

    /// <summary>Ascending; of a span its first and last year.</summary>
    public int[]? BuiltYears { get; init; }

    public bool IsBuiltSpan { get; init; }

    /// <summary>The year, where it is one.</summary>
    public int? BuiltYear => BuiltYears is [var only] ? only : null;

    public int? Storeys { get; init; }

    public int? Entrances { get; init; }

    public int? Households { get; init; }

    public Area? FloorArea { get; init; }

    public string? Structure { get; init; }

    public string? Remark { get; init; }
}

/// <summary>居住状况.</summary>
public enum OccupancyKind
{
    /// <summary>自住.</summary>
    OwnerOccupied,

    /// <summary>出租、出借.</summary>
    Let,

    /// <summary>空置.</summary>
    Vacant,
}

/// <summary>One of the owners named in a row.</summary>
/// <param name="Share">Share of the property, where told.</param>
public sealed record OwnerValue(string Name, Fraction? Share)
{
    public string? Phone { get; init; }

    public string? IdNumber { get; init; }

    /// <summary>取得日期, where the row tells each owner's own.</summary>
    public DateOnly? From { get; init; }
}

/// <summary>A row of a list of dwellings and their owners.</summary>
public sealed record DwellingValues
{
    public string? Street { get; init; }

    public string? Community { get; init; }

    public string? Estate { get; init; }

    /// <summary>In one form: 3号楼.</summary>
    public string? Building { get; init; }

    public string? BuildingKey { get; init; }

    public int? Entrance { get; init; }

    /// <summary>-1 for 负一层.</summary>
    public int? Storey { get; init; }

    /// <summary>The topmost storey of a 跃层, else null.</summary>
    public int? LastStorey { get; init; }

    /// <summary>In one form: 201, 1001, 501-601, 商3.</summary>
    public string? Room { get; init; }

    /// <summary>The room as it stands in the file: the registry may have it just so.</summary>
    public string? WrittenRoom { get; init; }

    public UnitKind? Kind { get; init; }

    public UnitHolding? Holding { get; init; }

    public Area? RegisteredArea { get; init; }

    public Area? MeasuredArea { get; init; }

    public Area? ContractArea { get; init; }

    /// <summary>The area that counts and its source: register, else measured, else contract.</summary>
    public (Area Area, AreaSource Source)? CountedArea =>
        RegisteredArea is { } registered ? (registered, AreaSource.Register)
        : MeasuredArea is { } measured ? (measured, AreaSource.Measured)
        : ContractArea is { } contract ? (contract, AreaSource.Contract)
        : null;

    public IReadOnlyList<OwnerValue> Owners { get; init; } = [];

    /// <summary>取得日期, where one holds for all owners.</summary>
    public DateOnly? OwnedFrom { get; init; }

    public OccupancyKind? Occupancy { get; init; }

    public string? Riser { get; init; }

    public string? Remark { get; init; }
}
