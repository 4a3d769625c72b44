using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>业主: a person or a unit that owns dwellings.</summary>
public sealed class Owner : ITenantOwned
{
    public const int NameLength = 60;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    /// <summary>The name as others may see it: 张*.</summary>
    public string MaskedName => Name.Length == 0 ? "" : char.IsHighSurrogate(Name[0]) && Name.Length > 1 ? Name[..2] + "*" : Name[..1] + "*";
}

public sealed class OwnerMapping : IEntityTypeConfiguration<Owner>
{
    public void Configure(EntityTypeBuilder<Owner> owner)
    {
        owner.HasKey(o => new { o.TenantId, o.Id });
        owner.Property(o => o.Name).HasMaxLength(Owner.NameLength);
    }
}

/// <summary>Who owns which dwelling from when on.</summary>
public sealed class Ownership : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid DwellingId { get; set; }
    public Guid OwnerId { get; set; }
    public Owner? Owner { get; set; }
    public DateOnly FromOn { get; set; }
}

public sealed class OwnershipMapping : IEntityTypeConfiguration<Ownership>
{
    public void Configure(EntityTypeBuilder<Ownership> ownership)
    {
        ownership.HasKey(o => new { o.TenantId, o.DwellingId, o.OwnerId });
        ownership.HasOne<Dwelling>().WithMany(d => d.Ownerships).HasForeignKey(o => new { o.TenantId, o.DwellingId }).OnDelete(DeleteBehavior.Restrict);
        ownership.HasOne(o => o.Owner).WithMany().HasForeignKey(o => new { o.TenantId, o.OwnerId }).OnDelete(DeleteBehavior.Restrict);
    }
}
