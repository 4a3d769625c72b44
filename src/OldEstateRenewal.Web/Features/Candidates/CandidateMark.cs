using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>核定的评分 of one criterion for one estate: so much of so much, with its source. Never changed: a later row takes the place of an earlier, one without figures takes it back.</summary>
public sealed class CandidateMark : ITenantOwned
{
    public const int CriterionLength = 60;
    public const int SourceLength = 300;
    public const decimal Most = 1_000_000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public required string Criterion { get; set; }
    /// <summary>The criterion's name when the mark was given.</summary>
    public required string CriterionName { get; set; }
    public decimal? Part { get; set; }
    /// <summary>满分, or 总户数.</summary>
    public decimal? OutOf { get; set; }
    /// <summary>Where the figures come from; why they are taken back.</summary>
    public required string Source { get; set; }
    public DateOnly? AsOf { get; set; }
    public required string RecordedBy { get; set; }
    public Guid RecordedById { get; set; }
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>0 … 1, exact; null where the mark is taken back.</summary>
    public Fraction? Share => Part is { } part && OutOf is { } whole ? new Fraction((long)(part * 100), (long)(whole * 100)) : null;
}

public sealed class CandidateMarkMapping : IEntityTypeConfiguration<CandidateMark>
{
    public void Configure(EntityTypeBuilder<CandidateMark> mark)
    {
        mark.HasKey(m => new { m.TenantId, m.Id });
        mark.Property(m => m.Criterion).HasMaxLength(CandidateMark.CriterionLength);
        mark.Property(m => m.CriterionName).HasMaxLength(100);
        mark.Property(m => m.Part).HasColumnType("numeric(12,2)");
        mark.Property(m => m.OutOf).HasColumnType("numeric(12,2)");
        mark.Property(m => m.Source).HasMaxLength(CandidateMark.SourceLength);
        mark.Property(m => m.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        mark.Ignore(m => m.Share);
        mark.HasIndex(m => new { m.TenantId, m.EstateId, m.Criterion });
        mark.HasOne<Estate>().WithMany().HasForeignKey(m => new { m.TenantId, m.EstateId }).OnDelete(DeleteBehavior.Restrict);
        mark.ToTable(table => table.HasCheckConstraint("ck_candidate_marks_figures", "(part is null and out_of is null) or (part >= 0 and out_of > 0 and part <= out_of)"));
    }
}

/// <summary>估算投资 of an estate before it is in a plan, with its source. A later row takes the place of an earlier.</summary>
public sealed class CandidateEstimate : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Money Investment { get; set; }
    public required string Source { get; set; }
    public DateOnly AsOf { get; set; }
    public required string RecordedBy { get; set; }
    public Guid RecordedById { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class CandidateEstimateMapping : IEntityTypeConfiguration<CandidateEstimate>
{
    public void Configure(EntityTypeBuilder<CandidateEstimate> estimate)
    {
        estimate.HasKey(e => new { e.TenantId, e.Id });
        estimate.Property(e => e.Source).HasMaxLength(CandidateMark.SourceLength);
        estimate.Property(e => e.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        estimate.HasIndex(e => new { e.TenantId, e.EstateId });
        estimate.HasOne<Estate>().WithMany().HasForeignKey(e => new { e.TenantId, e.EstateId }).OnDelete(DeleteBehavior.Restrict);
        estimate.ToTable(table => table.HasCheckConstraint("ck_candidate_estimates_figures", "investment >= 0"));
    }
}
