using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Audit;

/// <summary>
/// What someone did. The database gives each entry its number, chains it to the one before by hash, and refuses to change or
/// delete it; it is written in the same transaction as what it tells of.
/// </summary>
public sealed class AuditEntry : ITenantOwned
{
    public const int KindLength = 40;
    public const int SubjectLength = 200;

    public Guid TenantId { get; set; }
    /// <summary>1, 2, 3 … within the tenant, without gaps; set by the database.</summary>
    public long Sequence { get; set; }
    public DateTimeOffset At { get; set; }
    public Guid? UserId { get; set; }
    public required string By { get; set; }
    /// <summary>In the past tense: EstateEdited, PlanIssued.</summary>
    public required string Kind { get; set; }
    public required string SubjectType { get; set; }
    public Guid? SubjectId { get; set; }
    /// <summary>What a reader knows it by: the name of the estate, the title of the plan.</summary>
    public required string Subject { get; set; }
    /// <summary>Property → [before, after], as JSON text.</summary>
    public required string Changes { get; set; }
    public string? Remark { get; set; }
    public byte[]? PreviousHash { get; set; }
    public byte[]? Hash { get; set; }
}

public sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.HasKey(e => new { e.TenantId, e.Sequence });
        entry.Property(e => e.Sequence).ValueGeneratedOnAdd().Metadata.SetValueGenerationStrategy(NpgsqlValueGenerationStrategy.None);
        entry.Property(e => e.PreviousHash).ValueGeneratedOnAdd();
        entry.Property(e => e.Hash).ValueGeneratedOnAdd();
        entry.Property(e => e.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        entry.Property(e => e.Kind).HasMaxLength(AuditEntry.KindLength);
        entry.Property(e => e.SubjectType).HasMaxLength(AuditEntry.KindLength);
        entry.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectLength);
        entry.HasIndex(e => new { e.TenantId, e.SubjectType, e.SubjectId });
    }
}

/// <summary>The end of a tenant's chain; one row per tenant, moved on by the database.</summary>
public sealed class AuditHead : ITenantOwned
{
    public Guid TenantId { get; set; }
    public long Sequence { get; set; }
    public required byte[] Hash { get; set; }
}

public sealed class AuditHeadMapping : IEntityTypeConfiguration<AuditHead>
{
    public void Configure(EntityTypeBuilder<AuditHead> head)
    {
        head.ToTable("audit_heads");
        head.HasKey(h => h.TenantId);
        head.Property(h => h.TenantId).ValueGeneratedNever();
    }
}
