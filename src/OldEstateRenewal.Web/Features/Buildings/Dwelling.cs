using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>居住状况.</summary>
public enum Occupancy
{
    /// <summary>自住.</summary>
    OwnerOccupied,

    /// <summary>出租、出借.</summary>
    Let,

    /// <summary>空置.</summary>
    Vacant,
}

/// <summary>户: one exclusive part, found by entrance (单元), storey (层) and room (室号); shops and parking spaces too.</summary>
public sealed class Dwelling : ITenantOwned, IVersioned
{
    public const int RoomLength = 20;
    public const int RiserLength = 20;
    public const int RemarkLength = 200;
    public const int MostEntrances = 99;
    public const int LowestStorey = -5;
    public const int HighestStorey = 99;
    public const int MostSpan = 20;
    public const string UniqueRoom = "ix_dwellings_tenant_id_building_id_entrance_room";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BuildingId { get; set; }
    /// <summary>From 1; 0 for what belongs to no entrance, such as shops at the street.</summary>
    public int Entrance { get; set; }
    /// <summary>From 1; -1 is the first below ground. There is no 0.</summary>
    public int Storey { get; set; }
    public required string Room { get; set; }
    /// <summary>Its place on the storey from the left, from 1.</summary>
    public int Position { get; set; }
    /// <summary>How many places it takes: 2 where two flats were joined.</summary>
    public int Span { get; set; } = 1;
    public UnitKind Kind { get; set; }
    public UnitHolding Holding { get; set; }
    public Area? RegisteredArea { get; set; }
    public Area? MeasuredArea { get; set; }
    public Area? ContractArea { get; set; }
    public Occupancy? Occupancy { get; set; }
    /// <summary>立管.</summary>
    public string? Riser { get; set; }
    public string? Remark { get; set; }
    /// <summary>The day it ceased to be: joined with another, torn down, or entered by mistake.</summary>
    public DateOnly? RemovedOn { get; set; }
    public long Version { get; set; }
    public List<Ownership> Ownerships { get; } = [];

    /// <summary>The area that counts: register, else measured, else contract.</summary>
    public Area? CountedArea => RegisteredArea ?? MeasuredArea ?? ContractArea;

    /// <summary>Where <see cref="CountedArea"/> comes from.</summary>
    public AreaSource? CountedSource => RegisteredArea is not null ? AreaSource.Register : MeasuredArea is not null ? AreaSource.Measured : ContractArea is not null ? AreaSource.Contract : null;
}

public sealed class DwellingMapping : IEntityTypeConfiguration<Dwelling>
{
    public void Configure(EntityTypeBuilder<Dwelling> dwelling)
    {
        dwelling.HasKey(d => new { d.TenantId, d.Id });
        dwelling.Property(d => d.Room).HasMaxLength(Dwelling.RoomLength);
        dwelling.Property(d => d.Riser).HasMaxLength(Dwelling.RiserLength);
        dwelling.Property(d => d.Remark).HasMaxLength(Dwelling.RemarkLength);
        dwelling.Property(d => d.Kind).HasConversion<string>().HasMaxLength(20);
        dwelling.Property(d => d.Holding).HasConversion<string>().HasMaxLength(20);
        dwelling.Property(d => d.Occupancy).HasConversion<string>().HasMaxLength(20);
        dwelling.HasIndex(d => new { d.TenantId, d.BuildingId, d.Entrance, d.Room }).IsUnique().HasFilter("removed_on is null");
        dwelling.HasOne<Building>().WithMany(b => b.Dwellings).HasForeignKey(d => new { d.TenantId, d.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        dwelling.ToTable(table => table.HasCheckConstraint("ck_dwellings_place",
            $"entrance between 0 and {Dwelling.MostEntrances} and storey between {Dwelling.LowestStorey} and {Dwelling.HighestStorey} and storey <> 0 and position >= 0 and span between 1 and {Dwelling.MostSpan}"));
        dwelling.ToTable(table => table.HasCheckConstraint("ck_dwellings_areas", "registered_area > 0 and measured_area > 0 and contract_area > 0"));
    }
}
