using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reviews;

public enum ReviewKind
{
    /// <summary>县级部门联合审查.</summary>
    County,

    /// <summary>市级会审.</summary>
    City,
}

/// <summary>审查: one fixed version of a scheme before the bodies that must agree to it. A returned version is followed by a new version and a new review.</summary>
public sealed class Review : ITenantOwned, IVersioned, IProven
{
    public const int RemarkLength = 500;
    public const int MostBodies = 20;
    public const string OneOfAVersion = "ix_reviews_tenant_id_scheme_id_kind";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public Guid SchemeId { get; set; }
    public Scheme? Scheme { get; set; }
    public ReviewKind Kind { get; set; }
    /// <summary>受理、报送之日: the first day, not counted.</summary>
    public DateOnly OpenedOn { get; set; }
    /// <summary>Whose opinion is asked, in the document's order.</summary>
    public string[] Bodies { get; set; } = [];
    /// <summary>The <see cref="ReviewAnswers"/>.</summary>
    public string AnswersJson { get; set; } = "{}";
    public string? Remark { get; set; }
    /// <summary>Whether the scan of the signed opinions hangs on it.</summary>
    public bool HasProof { get; set; }
    public required string OpenedBy { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public long Version { get; set; }
    public List<ReviewOpinion> Opinions { get; } = [];
}

public enum OpinionKind
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>同意，附意见.</summary>
    AgreeWithRemarks,

    /// <summary>退回.</summary>
    Return,
}

/// <summary>一个部门的意见; never changed, the latest of a body counts.</summary>
public sealed class ReviewOpinion : ITenantOwned
{
    public const int BodyLength = 60;
    public const int TextLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ReviewId { get; set; }
    public Guid ProjectId { get; set; }
    public required string Body { get; set; }
    public OpinionKind Kind { get; set; }
    public string? Text { get; set; }
    public DateOnly On { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>会审材料: what was sent to the city, as it was sent.</summary>
public sealed class ReviewPacket : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid ReviewId { get; set; }
    public Guid ProjectId { get; set; }
    public required byte[] Bytes { get; set; }
    public int Size { get; set; }
    /// <summary>What was missing when it was sent, one to a line.</summary>
    public string? Missing { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
}

/// <summary>
/// 会审决定: the city's own row, in the city's tenant, about a review of one of its counties. The county reads it; only the city writes it. Never changed: the latest counts.
/// </summary>
public sealed class ReviewDecision : ITenantOwned
{
    public const int TextLength = 2000;
    public const int ExpertsLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid CountyId { get; set; }
    public Guid ProjectId { get; set; }
    public Guid ReviewId { get; set; }
    public bool HasPassed { get; set; }
    public string? Reasons { get; set; }
    public string? Experts { get; set; }
    public DateOnly On { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class ReviewMapping : IEntityTypeConfiguration<Review>
{
    public void Configure(EntityTypeBuilder<Review> review)
    {
        review.HasKey(r => new { r.TenantId, r.Id });
        review.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        review.Property(r => r.Remark).HasMaxLength(Review.RemarkLength);
        review.Property(r => r.OpenedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        review.HasIndex(r => new { r.TenantId, r.SchemeId, r.Kind }).IsUnique();
        review.HasOne(r => r.Project).WithMany().HasForeignKey(r => new { r.TenantId, r.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        review.HasOne(r => r.Scheme).WithMany().HasForeignKey(r => new { r.TenantId, r.SchemeId }).OnDelete(DeleteBehavior.Restrict);
        review.HasMany(r => r.Opinions).WithOne().HasForeignKey(o => new { o.TenantId, o.ReviewId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ReviewOpinionMapping : IEntityTypeConfiguration<ReviewOpinion>
{
    public void Configure(EntityTypeBuilder<ReviewOpinion> opinion)
    {
        opinion.HasKey(o => new { o.TenantId, o.Id });
        opinion.Property(o => o.Body).HasMaxLength(ReviewOpinion.BodyLength);
        opinion.Property(o => o.Kind).HasConversion<string>().HasMaxLength(20);
        opinion.Property(o => o.Text).HasMaxLength(ReviewOpinion.TextLength);
        opinion.Property(o => o.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        opinion.HasOne<Project>().WithMany().HasForeignKey(o => new { o.TenantId, o.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        opinion.ToTable(table => table.HasCheckConstraint("ck_review_opinions_return", "kind = 'Agree' or text is not null"));
    }
}

public sealed class ReviewPacketMapping : IEntityTypeConfiguration<ReviewPacket>
{
    public void Configure(EntityTypeBuilder<ReviewPacket> packet)
    {
        packet.HasKey(p => new { p.TenantId, p.ReviewId });
        packet.Property(p => p.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        packet.HasOne<Review>().WithOne().HasForeignKey<ReviewPacket>(p => new { p.TenantId, p.ReviewId }).OnDelete(DeleteBehavior.Restrict);
        packet.HasOne<Project>().WithMany().HasForeignKey(p => new { p.TenantId, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ReviewDecisionMapping : IEntityTypeConfiguration<ReviewDecision>
{
    public void Configure(EntityTypeBuilder<ReviewDecision> decision)
    {
        decision.HasKey(d => new { d.TenantId, d.Id });
        decision.Property(d => d.Reasons).HasMaxLength(ReviewDecision.TextLength);
        decision.Property(d => d.Experts).HasMaxLength(ReviewDecision.ExpertsLength);
        decision.Property(d => d.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        decision.HasIndex(d => new { d.TenantId, d.CountyId, d.ReviewId });
        decision.ToTable(table => table.HasCheckConstraint("ck_review_decisions_reasons", "has_passed or reasons is not null"));
    }
}
