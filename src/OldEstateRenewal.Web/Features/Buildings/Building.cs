using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>危险房屋鉴定等级: A sound to D unsafe as a whole.</summary>
public enum DangerGrade
{
    A,
    B,
    C,
    D,
}

/// <summary>楼栋.</summary>
public sealed class Building : ITenantOwned, IVersioned
{
    public const int NameLength = 60;
    public const int StructureLength = 20;
    public const int RemarkLength = 500;
    public const string UniqueName = "ix_buildings_tenant_id_estate_id_name";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public required string Name { get; set; }
    public int Sequence { get; set; }
    public int? BuiltYear { get; set; }
    /// <summary>Storeys above ground, as stated; the dwellings may know better.</summary>
    public int? Storeys { get; set; }
    public int? Entrances { get; set; }
    /// <summary>户数, as stated before the dwellings are entered.</summary>
    public int? HouseholdCount { get; set; }
    public Area? FloorArea { get; set; }
    /// <summary>结构: 砖混、框架.</summary>
    public string? Structure { get; set; }
    public DangerGrade? Danger { get; set; }
    public string? Remark { get; set; }
    public bool IsDemonstration { get; set; }
    public long Version { get; set; }
    public List<Dwelling> Dwellings { get; } = [];
}

public sealed class BuildingMapping : IEntityTypeConfiguration<Building>
{
    public void Configure(EntityTypeBuilder<Building> building)
    {
        building.HasKey(b => new { b.TenantId, b.Id });
        building.Property(b => b.Name).HasMaxLength(Building.NameLength);
        building.Property(b => b.Structure).HasMaxLength(Building.StructureLength);
        building.Property(b => b.Remark).HasMaxLength(Building.RemarkLength);
        building.Property(b => b.Danger).HasConversion<string>().HasMaxLength(10);
        building.ToTable(table => table.HasCheckConstraint("ck_buildings_counts", "storeys >= 0 and entrances >= 0 and household_count >= 0 and floor_area >= 0"));
        building.HasIndex(b => new { b.TenantId, b.EstateId, b.Name }).IsUnique();
        building.HasOne(b => b.Estate).WithMany().HasForeignKey(b => new { b.TenantId, b.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
