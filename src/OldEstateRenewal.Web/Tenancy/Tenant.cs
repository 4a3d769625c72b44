using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Web.Tenancy;

/// <summary>A government whose data stands apart: province, city or county. Tenants form a tree.</summary>
public sealed class Tenant
{
    public const int KeyLength = 40;
    public const int NameLength = 60;

    public Guid Id { get; set; }
    /// <summary>The first segment of every address of the tenant.</summary>
    public required string Key { get; set; }
    public required string Name { get; set; }
    public required PolicyLevel Level { get; set; }
    /// <summary>The tenants above it, nearest first.</summary>
    public Guid[] AncestorIds { get; set; } = [];
    /// <summary>The keys of the divisions whose policies it follows, itself first, the nation last.</summary>
    public string[] PolicyChain { get; set; } = [];
    public bool IsDemonstration { get; set; }
}

public sealed class TenantMapping : IEntityTypeConfiguration<Tenant>
{
    public void Configure(EntityTypeBuilder<Tenant> tenant)
    {
        tenant.Property(t => t.Key).HasMaxLength(Tenant.KeyLength);
        tenant.Property(t => t.Name).HasMaxLength(Tenant.NameLength);
        tenant.Property(t => t.Level).HasConversion<string>().HasMaxLength(20);
        tenant.HasIndex(t => t.Key).IsUnique();
    }
}
