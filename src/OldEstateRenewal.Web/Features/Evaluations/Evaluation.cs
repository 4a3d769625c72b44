using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Evaluations;

public enum EvaluationState
{
    /// <summary>拟订.</summary>
    Draft,

    /// <summary>已下发: never changed again.</summary>
    Published,
}

/// <summary>绩效评价表 of a city for a year: what its counties are scored by. Draws up, publishes, and then keeps it as it is.</summary>
public sealed class Evaluation : ITenantOwned, IVersioned
{
    public const int NameLength = 100;
    public const int GradesLength = 300;
    public const int BasisLength = 300;
    public const int MostItems = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int Year { get; set; }
    public required string Name { get; set; }
    public decimal FullMarks { get; set; } = 100;
    /// <summary>The grades as <see cref="GradeBands.Parse"/> reads them.</summary>
    public required string Grades { get; set; }
    public decimal BonusLimit { get; set; }
    public string? Basis { get; set; }
    public EvaluationState State { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? PublishedBy { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    public long Version { get; set; }
    public List<EvaluationCriterion> Criteria { get; } = [];

    public EvaluationScheme Scheme => SchemeOf(criterion => criterion.Id.ToString());

    /// <summary>Everything that is wrong with it; an item twice in a group is told by its name.</summary>
    public IReadOnlyList<string> Refuse() => SchemeOf(criterion => $"{criterion.Group}／{criterion.Name}").Refuse();

    private EvaluationScheme SchemeOf(Func<EvaluationCriterion, string> key) => new(Name, FullMarks, Criteria.OrderBy(criterion => criterion.Sequence).GroupBy(criterion => criterion.Group)
        .Select(group => new EvaluationGroup(group.Key, group.Select(criterion => new EvaluationItem(key(criterion), criterion.Name, criterion.Marks, criterion.NeedsEvidence)).ToList())).ToList(), GradeBands.Parse(Grades), BonusLimit);
}

/// <summary>指标: one item of a sheet.</summary>
public sealed class EvaluationCriterion : ITenantOwned
{
    public const int GroupLength = 60;
    public const int NameLength = 200;
    public const int RateLength = 60;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; set; }
    public int Sequence { get; set; }
    public required string Group { get; set; }
    public required string Name { get; set; }
    public decimal Marks { get; set; }
    public bool NeedsEvidence { get; set; }
    /// <summary>The rate that the product knows of it; null where it knows none.</summary>
    public string? RateKey { get; set; }
}

public enum AssessmentState
{
    Draft,

    /// <summary>已报送: never changed again.</summary>
    Sent,
}

/// <summary>自评 of a county under its city's sheet: a row of the county's own.</summary>
public sealed class SelfAssessment : ITenantOwned, IVersioned
{
    public const int RemarkLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EvaluationId { get; set; }
    public AssessmentState State { get; set; }
    public required Guid[] Items { get; set; }
    public required decimal?[] Marks { get; set; }
    public required string?[] Remarks { get; set; }
    /// <summary>What the product said of each item when it was sent.</summary>
    public required string?[] Figures { get; set; }
    public required string SavedBy { get; set; }
    public DateTimeOffset SavedAt { get; set; }
    public string? SentBy { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public long Version { get; set; }

    public decimal? MarksOf(Guid item) => FigureArrays.At(Items, item, Marks);

    public string? RemarkOf(Guid item) => FigureArrays.At(Items, item, Remarks);

    public string? FigureOf(Guid item) => FigureArrays.At(Items, item, Figures);
}

public sealed class EvaluationMapping : IEntityTypeConfiguration<Evaluation>
{
    public void Configure(EntityTypeBuilder<Evaluation> evaluation)
    {
        evaluation.HasKey(e => new { e.TenantId, e.Id });
        evaluation.Ignore(e => e.Scheme);
        evaluation.Property(e => e.Name).HasMaxLength(Evaluation.NameLength);
        evaluation.Property(e => e.FullMarks).HasPrecision(8, 2);
        evaluation.Property(e => e.BonusLimit).HasPrecision(8, 2);
        evaluation.Property(e => e.Grades).HasMaxLength(Evaluation.GradesLength);
        evaluation.Property(e => e.Basis).HasMaxLength(Evaluation.BasisLength);
        evaluation.Property(e => e.State).HasConversion<string>().HasMaxLength(20);
        evaluation.Property(e => e.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        evaluation.Property(e => e.PublishedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        evaluation.HasIndex(e => new { e.TenantId, e.Year, e.Name }).IsUnique();
        evaluation.HasMany(e => e.Criteria).WithOne().HasForeignKey(c => new { c.TenantId, c.EvaluationId }).OnDelete(DeleteBehavior.Restrict);
        evaluation.ToTable(table => table.HasCheckConstraint("ck_evaluations_state", "(state = 'Published') = (published_at is not null)"));
    }
}

public sealed class EvaluationCriterionMapping : IEntityTypeConfiguration<EvaluationCriterion>
{
    public void Configure(EntityTypeBuilder<EvaluationCriterion> criterion)
    {
        criterion.HasKey(c => new { c.TenantId, c.Id });
        criterion.Property(c => c.Group).HasMaxLength(EvaluationCriterion.GroupLength);
        criterion.Property(c => c.Name).HasMaxLength(EvaluationCriterion.NameLength);
        criterion.Property(c => c.Marks).HasPrecision(8, 2);
        criterion.Property(c => c.RateKey).HasMaxLength(EvaluationCriterion.RateLength);
        criterion.HasIndex(c => new { c.TenantId, c.EvaluationId });
    }
}

public sealed class SelfAssessmentMapping : IEntityTypeConfiguration<SelfAssessment>
{
    public void Configure(EntityTypeBuilder<SelfAssessment> assessment)
    {
        assessment.HasKey(a => new { a.TenantId, a.Id });
        assessment.Property(a => a.State).HasConversion<string>().HasMaxLength(20);
        assessment.Property(a => a.SavedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        assessment.Property(a => a.SentBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        assessment.HasIndex(a => new { a.TenantId, a.EvaluationId }).IsUnique();
        assessment.ToTable(table => table.HasCheckConstraint("ck_self_assessments_shape", "(state = 'Sent') = (sent_at is not null) and cardinality(items) = cardinality(marks) and cardinality(items) = cardinality(remarks) and cardinality(items) = cardinality(figures)"));
    }
}
