using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>取得方式: how the dwelling was come by.</summary>
public enum OwnershipBasis
{
    /// <summary>不动产登记.</summary>
    Registered,

    /// <summary>房改购房.</summary>
    HousingReform,

    /// <summary>买卖合同（已占有、未登记）.</summary>
    Purchase,

    /// <summary>继承、受遗赠.</summary>
    Inheritance,

    /// <summary>判决、裁决.</summary>
    Judgment,
}

/// <summary>终止原因: why a row of ownership no longer holds.</summary>
public enum OwnershipEnding
{
    /// <summary>转移: the dwelling went to others.</summary>
    Transfer,

    /// <summary>更正: it had been entered wrongly; its days say nothing.</summary>
    Correction,

    /// <summary>合并: the same person stood in two rows, and the other one was kept.</summary>
    Merger,
}

/// <summary>Who owns which dwelling from when until when; a change ends a row and begins another, so that the history stays.</summary>
public sealed class Ownership : ITenantOwned
{
    public const int ShareLength = 20;
    public const int EndingRemarkLength = 200;
    public const string UniqueCurrent = "ix_ownerships_tenant_id_dwelling_id_owner_id";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid DwellingId { get; set; }
    public Guid OwnerId { get; set; }
    public Owner? Owner { get; set; }
    /// <summary>The day it was come by; null when nobody has said.</summary>
    public DateOnly? FromOn { get; set; }
    /// <summary>The day it ended; null while it lasts.</summary>
    public DateOnly? UntilOn { get; set; }
    /// <summary>共有份额, as stated: 1/2、50%、共同共有.</summary>
    public string? Share { get; set; }
    public OwnershipBasis? Basis { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public OwnershipEnding? Ending { get; set; }
    /// <summary>Why, in the clerk's words.</summary>
    public string? EndingRemark { get; set; }
    public string? EndedBy { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
}

public sealed class OwnershipMapping : IEntityTypeConfiguration<Ownership>
{
    public void Configure(EntityTypeBuilder<Ownership> ownership)
    {
        ownership.HasKey(o => new { o.TenantId, o.Id });
        ownership.Property(o => o.Share).HasMaxLength(Ownership.ShareLength);
        ownership.Property(o => o.Basis).HasConversion<string>().HasMaxLength(20);
        ownership.Property(o => o.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        ownership.Property(o => o.Ending).HasConversion<string>().HasMaxLength(20);
        ownership.Property(o => o.EndingRemark).HasMaxLength(Ownership.EndingRemarkLength);
        ownership.Property(o => o.EndedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        ownership.HasIndex(o => new { o.TenantId, o.DwellingId, o.OwnerId }).IsUnique().HasFilter("until_on is null");
        ownership.HasIndex(o => new { o.TenantId, o.OwnerId });
        // Not only the current ones: taking a dwelling away asks for all of its owners.
        ownership.HasIndex(o => new { o.TenantId, o.DwellingId });
        ownership.HasOne<Dwelling>().WithMany(d => d.Ownerships).HasForeignKey(o => new { o.TenantId, o.DwellingId }).OnDelete(DeleteBehavior.Restrict);
        ownership.HasOne(o => o.Owner).WithMany().HasForeignKey(o => new { o.TenantId, o.OwnerId }).OnDelete(DeleteBehavior.Restrict);
        ownership.ToTable(table => table.HasCheckConstraint("ck_ownerships_days", "until_on >= from_on"));
    }
}
