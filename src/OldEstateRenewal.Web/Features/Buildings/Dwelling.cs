using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>户: one dwelling, found by entrance (单元), storey (层) and room (室号).</summary>
public sealed class Dwelling : ITenantOwned
{
    public const int RoomLength = 20;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BuildingId { get; set; }
    public int Entrance { get; set; }
    public int Storey { get; set; }
    public required string Room { get; set; }
    public Area ExclusiveArea { get; set; }
    public List<Ownership> Ownerships { get; } = [];
}

public sealed class DwellingMapping : IEntityTypeConfiguration<Dwelling>
{
    public void Configure(EntityTypeBuilder<Dwelling> dwelling)
    {
        dwelling.HasKey(d => new { d.TenantId, d.Id });
        dwelling.Property(d => d.Room).HasMaxLength(Dwelling.RoomLength);
        dwelling.HasIndex(d => new { d.TenantId, d.BuildingId, d.Entrance, d.Room }).IsUnique();
        dwelling.HasOne<Building>().WithMany(b => b.Dwellings).HasForeignKey(d => new { d.TenantId, d.BuildingId }).OnDelete(DeleteBehavior.Restrict);
    }
}
