using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Attachments;

/// <summary>What a file hangs on.</summary>
public enum AttachmentSubject
{
    Estate,
    Survey,
    SiteCheck,
    RecognitionRequest,
    RollEntry,
    ProjectPaper,
    Notice,
    Scheme,
    Review,
    SiteRecord,
    Acceptance,
    AcceptanceDefect,
    SpotCheck,
    AcceptanceConfirmation,
    HandoverItem,
    CostSheet,
    WorksContract,
    PaymentRequest,
}

public enum AttachmentKind
{
    /// <summary>照片.</summary>
    Photo,

    /// <summary>扫描件.</summary>
    Scan,

    /// <summary>证明材料.</summary>
    Proof,

    /// <summary>图件.</summary>
    Map,
}

/// <summary>A row that counts only with a file hung on it; <see cref="AttachmentService"/> keeps the answer.</summary>
public interface IProven
{
    bool HasProof { get; set; }
}

/// <summary>附件: what is known of a file. Its bytes lie in a table of their own, so that lists never load them.</summary>
public sealed class Attachment : ITenantOwned
{
    public const int MostBytes = 10 * 1024 * 1024;
    public const int MostPerSubject = 50;
    public const int NameLength = 100;
    public const int CaptionLength = 200;
    public const int HashLength = 32;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    /// <summary>Null for a file of the county itself, which no street sees: a photograph of a notice of the county.</summary>
    public Guid? EstateId { get; set; }
    public AttachmentSubject SubjectType { get; set; }
    public Guid SubjectId { get; set; }
    public AttachmentKind Kind { get; set; }
    public required string FileName { get; set; }
    public required string ContentType { get; set; }
    public int Size { get; set; }
    public required byte[] Sha256 { get; set; }
    public string? Caption { get; set; }
    public required string AddedBy { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public string? RemovedBy { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
    public string? RemovalReason { get; set; }

    public bool IsImage => ContentType.StartsWith("image/", StringComparison.Ordinal);

    public bool IsTheSameAs(Attachment other) => Kind == other.Kind && FileName == other.FileName && Sha256.AsSpan().SequenceEqual(other.Sha256);

    public static string Words(AttachmentKind kind) => kind switch
    {
        AttachmentKind.Photo => "照片",
        AttachmentKind.Scan => "扫描件",
        AttachmentKind.Map => "图件",
        _ => "证明材料",
    };
}

public sealed class AttachmentContent : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid AttachmentId { get; set; }
    public required byte[] Bytes { get; set; }
}

public sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>
{
    public void Configure(EntityTypeBuilder<Attachment> file)
    {
        file.HasKey(f => new { f.TenantId, f.Id });
        file.Property(f => f.SubjectType).HasConversion<string>().HasMaxLength(40);
        file.Property(f => f.Kind).HasConversion<string>().HasMaxLength(20);
        file.Property(f => f.FileName).HasMaxLength(Attachment.NameLength);
        file.Property(f => f.ContentType).HasMaxLength(40);
        file.Property(f => f.Sha256).HasMaxLength(Attachment.HashLength);
        file.Property(f => f.Caption).HasMaxLength(Attachment.CaptionLength);
        file.Property(f => f.RemovalReason).HasMaxLength(Attachment.CaptionLength);
        file.Property(f => f.AddedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        file.Property(f => f.RemovedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        file.HasIndex(f => new { f.TenantId, f.SubjectType, f.SubjectId });
        file.HasOne<Estate>().WithMany().HasForeignKey(f => new { f.TenantId, f.EstateId }).OnDelete(DeleteBehavior.Restrict);
        file.ToTable(table => table.HasCheckConstraint("ck_attachments_size", "size between 1 and 10485760"));
    }
}

public sealed class AttachmentContentMapping : IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<AttachmentContent> content)
    {
        content.HasKey(c => new { c.TenantId, c.AttachmentId });
        content.HasOne<Attachment>().WithMany().HasForeignKey(c => new { c.TenantId, c.AttachmentId }).OnDelete(DeleteBehavior.Restrict);
    }
}
