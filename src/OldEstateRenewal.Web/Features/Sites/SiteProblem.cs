using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Sites;

public enum ProblemKind
{
    /// <summary>质量.</summary>
    Quality,

    /// <summary>安全.</summary>
    Safety,

    /// <summary>扬尘.</summary>
    Dust,

    /// <summary>材料.</summary>
    Materials,

    /// <summary>管线.</summary>
    Utility,

    /// <summary>违建.</summary>
    Illegal,

    /// <summary>纠纷.</summary>
    Dispute,

    /// <summary>其他.</summary>
    Other,
}

public enum ProblemSeverity
{
    /// <summary>一般.</summary>
    Minor,

    /// <summary>较大.</summary>
    Major,

    /// <summary>严重.</summary>
    Severe,
}

public enum ProblemStepKind
{
    /// <summary>已整改.</summary>
    Solved,

    /// <summary>复查通过.</summary>
    Passed,

    /// <summary>复查未通过.</summary>
    Returned,
}

/// <summary>Where a problem stands, by its newest step.</summary>
public enum ProblemState
{
    /// <summary>待整改.</summary>
    Open,

    /// <summary>待复查.</summary>
    Solved,

    /// <summary>已销号.</summary>
    Closed,
}

/// <summary>问题: found on the site, owed by somebody until a day, closed when another person has looked again.</summary>
public sealed class SiteProblem : ITenantOwned
{
    public const int TextLength = 500;
    public const int WhoLength = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid EstateId { get; set; }
    public Guid? ItemId { get; set; }
    /// <summary>The inspection that found it.</summary>
    public Guid? InspectionId { get; set; }
    public ProblemKind Kind { get; set; }
    public ProblemSeverity Severity { get; set; }
    public required string Text { get; set; }
    public DateOnly FoundOn { get; set; }
    /// <summary>发现单位.</summary>
    public required string FoundBy { get; set; }
    /// <summary>责任单位.</summary>
    public required string Owner { get; set; }
    public DateOnly DueOn { get; set; }
    public required string RecordedBy { get; set; }
    public Guid RecordedById { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public List<ProblemStep> Steps { get; } = [];

    public ProblemStep? Newest => Steps.MaxBy(step => (step.At, step.Id));

    public ProblemState State => Newest?.Kind switch { null or ProblemStepKind.Returned => ProblemState.Open, ProblemStepKind.Solved => ProblemState.Solved, _ => ProblemState.Closed };
}

/// <summary>整改、复查: a fact about a problem. Never changed.</summary>
public sealed class ProblemStep : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid ProblemId { get; set; }
    public ProblemStepKind Kind { get; set; }
    public DateOnly On { get; set; }
    public required string Text { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class SiteProblemMapping : IEntityTypeConfiguration<SiteProblem>
{
    public void Configure(EntityTypeBuilder<SiteProblem> problem)
    {
        problem.HasKey(p => new { p.TenantId, p.Id });
        problem.Ignore(p => p.Newest);
        problem.Ignore(p => p.State);
        problem.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        problem.Property(p => p.Severity).HasConversion<string>().HasMaxLength(20);
        problem.Property(p => p.Text).HasMaxLength(SiteProblem.TextLength);
        problem.Property(p => p.FoundBy).HasMaxLength(SiteProblem.WhoLength);
        problem.Property(p => p.Owner).HasMaxLength(SiteProblem.WhoLength);
        problem.Property(p => p.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        problem.HasIndex(p => new { p.TenantId, p.ProjectId });
        problem.HasOne<Project>().WithMany().HasForeignKey(p => new { p.TenantId, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        problem.HasOne<Estate>().WithMany().HasForeignKey(p => new { p.TenantId, p.EstateId }).OnDelete(DeleteBehavior.Restrict);
        problem.HasOne<SiteItem>().WithMany().HasForeignKey(p => new { p.TenantId, p.ItemId }).OnDelete(DeleteBehavior.Restrict);
        problem.HasOne<SiteInspection>().WithMany().HasForeignKey(p => new { p.TenantId, p.InspectionId }).OnDelete(DeleteBehavior.Restrict);
        problem.HasMany(p => p.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.ProblemId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ProblemStepMapping : IEntityTypeConfiguration<ProblemStep>
{
    public void Configure(EntityTypeBuilder<ProblemStep> step)
    {
        step.HasKey(s => new { s.TenantId, s.Id });
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Text).HasMaxLength(SiteProblem.TextLength);
        step.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        step.HasIndex(s => new { s.TenantId, s.ProblemId });
        step.HasOne<Project>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
