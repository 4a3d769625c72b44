using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>楼栋.</summary>
public sealed class Building : ITenantOwned, IVersioned
{
    public const int NameLength = 60;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public required string Name { get; set; }
    public int Sequence { get; set; }
    public int? BuiltYear { get; set; }
    public int Storeys { get; set; }
    public int Entrances { get; set; }
    public Area FloorArea { get; set; }
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
        building.HasIndex(b => new { b.TenantId, b.EstateId, b.Name }).IsUnique();
        building.HasOne(b => b.Estate).WithMany().HasForeignKey(b => new { b.TenantId, b.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
