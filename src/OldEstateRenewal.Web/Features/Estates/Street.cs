using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>街道、乡镇.</summary>
public sealed class Street : ITenantOwned
{
    public const int NameLength = 60;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Name { get; set; }
}

public sealed class StreetMapping : IEntityTypeConfiguration<Street>
{
    public void Configure(EntityTypeBuilder<Street> street)
    {
        street.HasKey(s => new { s.TenantId, s.Id });
        street.Property(s => s.Name).HasMaxLength(Street.NameLength);
        street.HasIndex(s => new { s.TenantId, s.Name }).IsUnique();
    }
}
