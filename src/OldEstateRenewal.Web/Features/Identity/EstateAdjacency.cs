using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>Two estates that closely adjoin (紧密相连); the one with the smaller id stands first.</summary>
public sealed class EstateAdjacency : ITenantOwned
{
    public const int ReasonLength = 200;
    public const string UniquePair = "ix_estate_adjacencies_tenant_id_first_id_second_id";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid FirstId { get; set; }
    public Guid SecondId { get; set; }
    public required string Reason { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class EstateAdjacencyMapping : IEntityTypeConfiguration<EstateAdjacency>
{
    public void Configure(EntityTypeBuilder<EstateAdjacency> adjacency)
    {
        adjacency.HasKey(a => new { a.TenantId, a.Id });
        adjacency.Property(a => a.Reason).HasMaxLength(EstateAdjacency.ReasonLength);
        adjacency.Property(a => a.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        adjacency.HasIndex(a => new { a.TenantId, a.FirstId, a.SecondId }).IsUnique();
        adjacency.HasIndex(a => new { a.TenantId, a.SecondId });
        adjacency.HasOne<Estate>().WithMany().HasForeignKey(a => new { a.TenantId, a.FirstId }).OnDelete(DeleteBehavior.Restrict);
        adjacency.HasOne<Estate>().WithMany().HasForeignKey(a => new { a.TenantId, a.SecondId }).OnDelete(DeleteBehavior.Restrict);
        adjacency.ToTable(table => table.HasCheckConstraint("ck_estate_adjacencies_order", "first_id < second_id"));
    }
}
