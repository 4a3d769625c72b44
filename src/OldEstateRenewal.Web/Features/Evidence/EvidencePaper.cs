using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Evidence;

/// <summary>佐证材料: a paper that a county shows to its city, unlike an attachment, which stays with the county. Its bytes lie apart.</summary>
public sealed class EvidencePaper : ITenantOwned
{
    public const int MostPerSubject = 20;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    /// <summary>The mending or the self-assessment that it belongs to.</summary>
    public Guid SubjectId { get; set; }
    /// <summary>The item of the sheet; null for a mending.</summary>
    public Guid? ItemId { get; set; }
    /// <summary>The project whose streets see it; null for a paper of the county itself.</summary>
    public Guid? ProjectId { get; set; }
    public required string FileName { get; set; }
    public required string ContentType { get; set; }
    public int Size { get; set; }
    public required byte[] Sha256 { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
    /// <summary>撤下: no longer shown to anyone, kept with who took it off.</summary>
    public string? RemovedBy { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);
}

public sealed class EvidenceContent : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid PaperId { get; set; }
    public required byte[] Bytes { get; set; }
}

public sealed class EvidencePaperMapping : IEntityTypeConfiguration<EvidencePaper>
{
    public void Configure(EntityTypeBuilder<EvidencePaper> paper)
    {
        paper.HasKey(p => new { p.TenantId, p.Id });
        paper.Property(p => p.FileName).HasMaxLength(Attachment.NameLength);
        paper.Property(p => p.ContentType).HasMaxLength(40);
        paper.Property(p => p.Sha256).HasMaxLength(Attachment.HashLength);
        paper.Property(p => p.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        paper.Property(p => p.RemovedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        paper.HasIndex(p => new { p.TenantId, p.SubjectId });
        paper.ToTable(table => table.HasCheckConstraint("ck_evidence_papers_size", "size between 1 and 10485760"));
    }
}

public sealed class EvidenceContentMapping : IEntityTypeConfiguration<EvidenceContent>
{
    public void Configure(EntityTypeBuilder<EvidenceContent> content)
    {
        content.HasKey(c => new { c.TenantId, c.PaperId });
        content.HasOne<EvidencePaper>().WithMany().HasForeignKey(c => new { c.TenantId, c.PaperId }).OnDelete(DeleteBehavior.Restrict);
    }
}
