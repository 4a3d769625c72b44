using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.SpotChecks;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Evaluations;

public enum RoundState
{
    /// <summary>复评中.</summary>
    Open,

    /// <summary>结果已公布: never changed again.</summary>
    Published,
}

/// <summary>复评 of all counties of a sheet; another edition, with its reason, is how a published result is put right.</summary>
public sealed class EvaluationRound : ITenantOwned, IVersioned
{
    public const int ReasonLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; set; }
    public int Edition { get; set; } = 1;
    /// <summary>Why the edition before it was not right.</summary>
    public string? Reason { get; set; }
    public RoundState State { get; set; }
    /// <summary>Why some counties have no result.</summary>
    public string? Remark { get; set; }
    public required string OpenedBy { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public string? PublishedBy { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public long Version { get; set; }
}

/// <summary>复评 of one county in a round.</summary>
public sealed class CountyReview : IConcernsCounty, IVersioned
{
    public const int ReasonLength = 300;
    public const int MostAdjustments = 20;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid RoundId { get; set; }
    public Guid CountyId { get; set; }
    public required Guid[] Items { get; set; }
    public required decimal?[] Marks { get; set; }
    public required string?[] Reasons { get; set; }
    /// <summary>加分、扣分, each with why.</summary>
    public required decimal[] Points { get; set; }
    public required string[] Whys { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    public long Version { get; set; }

    public IReadOnlyList<EvaluationAdjustment> Adjustments => Points.Zip(Whys, (points, why) => new EvaluationAdjustment(points, why)).ToList();

    public decimal? MarksOf(Guid item) => FigureArrays.At(Items, item, Marks);

    public string? ReasonOf(Guid item) => FigureArrays.At(Items, item, Reasons);
}

/// <summary>结果 of one county as it was published; without a total it was not rated.</summary>
public sealed class CountyResult : IConcernsCounty
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid RoundId { get; set; }
    public Guid CountyId { get; set; }
    public required string CountyName { get; set; }
    public int Sequence { get; set; }
    public decimal? Self { get; set; }
    public decimal? Total { get; set; }
    public string? Grade { get; set; }
    public int? Rank { get; set; }
}

public sealed class EvaluationRoundMapping : IEntityTypeConfiguration<EvaluationRound>
{
    public void Configure(EntityTypeBuilder<EvaluationRound> round)
    {
        round.HasKey(r => new { r.TenantId, r.Id });
        round.Property(r => r.Reason).HasMaxLength(EvaluationRound.ReasonLength);
        round.Property(r => r.Remark).HasMaxLength(EvaluationRound.ReasonLength);
        round.Property(r => r.State).HasConversion<string>().HasMaxLength(20);
        round.Property(r => r.OpenedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        round.Property(r => r.PublishedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        round.HasIndex(r => new { r.TenantId, r.EvaluationId, r.Edition }).IsUnique();
        round.HasOne<Evaluation>().WithMany().HasForeignKey(r => new { r.TenantId, r.EvaluationId }).OnDelete(DeleteBehavior.Restrict);
        round.ToTable(table => table.HasCheckConstraint("ck_evaluation_rounds_state", "(state = 'Published') = (published_at is not null) and (edition = 1) = (reason is null)"));
    }
}

public sealed class CountyReviewMapping : IEntityTypeConfiguration<CountyReview>
{
    public void Configure(EntityTypeBuilder<CountyReview> review)
    {
        review.HasKey(r => new { r.TenantId, r.Id });
        review.Ignore(r => r.Adjustments);
        review.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        review.HasIndex(r => new { r.TenantId, r.RoundId, r.CountyId }).IsUnique();
        review.HasOne<EvaluationRound>().WithMany().HasForeignKey(r => new { r.TenantId, r.RoundId }).OnDelete(DeleteBehavior.Restrict);
        review.ToTable(table => table.HasCheckConstraint("ck_county_reviews_shape", "cardinality(items) = cardinality(marks) and cardinality(items) = cardinality(reasons) and cardinality(points) = cardinality(whys)"));
    }
}

public sealed class CountyResultMapping : IEntityTypeConfiguration<CountyResult>
{
    public void Configure(EntityTypeBuilder<CountyResult> result)
    {
        result.HasKey(r => new { r.TenantId, r.Id });
        result.Property(r => r.CountyName).HasMaxLength(CheckCandidate.NameLength);
        result.Property(r => r.Self).HasPrecision(8, 2);
        result.Property(r => r.Total).HasPrecision(8, 2);
        result.Property(r => r.Grade).HasMaxLength(Evaluation.GradesLength);
        result.HasIndex(r => new { r.TenantId, r.RoundId, r.CountyId }).IsUnique();
        result.HasOne<EvaluationRound>().WithMany().HasForeignKey(r => new { r.TenantId, r.RoundId }).OnDelete(DeleteBehavior.Restrict);
    }
}
