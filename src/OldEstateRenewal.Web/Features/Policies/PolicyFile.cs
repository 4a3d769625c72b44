using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Policies;

/// <summary>A policy document the tenant entered itself. Never changed: a later row of the same key supersedes it.</summary>
public sealed class PolicyFile : ITenantOwned
{
    public const int KeyLength = 60;
    public const int MostCharacters = 1_000_000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Key { get; set; }
    public required string Json { get; set; }
    public required string AddedBy { get; set; }
    public DateTimeOffset AddedAt { get; set; }
}

public sealed class PolicyFileMapping : IEntityTypeConfiguration<PolicyFile>
{
    public void Configure(EntityTypeBuilder<PolicyFile> file)
    {
        file.HasKey(f => new { f.TenantId, f.Id });
        file.Property(f => f.Key).HasMaxLength(PolicyFile.KeyLength);
        file.Property(f => f.AddedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        file.HasIndex(f => new { f.TenantId, f.Key });
    }
}
