using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Projects;

public enum ProjectStepKind
{
    /// <summary>计划日期.</summary>
    Planned,

    /// <summary>完成.</summary>
    Reached,

    /// <summary>退回重办: what was reached is so no longer.</summary>
    Reopened,
}

/// <summary>A fact about one stage of a project: planned for a day, reached on a day, reopened for a reason. Never changed; the latest of its kind holds.</summary>
public sealed class ProjectStep : ITenantOwned
{
    public const int StageLength = 60;
    public const int RemarkLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public required string StageKey { get; set; }
    public ProjectStepKind Kind { get; set; }
    public DateOnly On { get; set; }
    public string? Remark { get; set; }
    /// <summary>What was looked at when the stage was reached: every gate and paper with its answer.</summary>
    public string? Working { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class ProjectStepMapping : IEntityTypeConfiguration<ProjectStep>
{
    public void Configure(EntityTypeBuilder<ProjectStep> step)
    {
        step.HasKey(s => new { s.TenantId, s.Id });
        step.Property(s => s.StageKey).HasMaxLength(ProjectStep.StageLength);
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Remark).HasMaxLength(ProjectStep.RemarkLength);
        step.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        step.HasIndex(s => new { s.TenantId, s.ProjectId });
    }
}

/// <summary>What the steps of a project say of its stages.</summary>
public static class ProjectSteps
{
    /// <summary>The stages reached, with their days: the last word on each stage.</summary>
    public static IReadOnlyDictionary<string, DateOnly> Reached(IEnumerable<ProjectStep> steps) => Latest(steps, step => step.Kind is ProjectStepKind.Reached or ProjectStepKind.Reopened)
        .Where(step => step.Kind == ProjectStepKind.Reached).ToDictionary(step => step.StageKey, step => step.On);

    public static IReadOnlyDictionary<string, DateOnly> Planned(IEnumerable<ProjectStep> steps) => Latest(steps, step => step.Kind == ProjectStepKind.Planned).ToDictionary(step => step.StageKey, step => step.On);

    private static IEnumerable<ProjectStep> Latest(IEnumerable<ProjectStep> steps, Func<ProjectStep, bool> which) => steps.Where(which).GroupBy(step => step.StageKey).Select(group => group.MaxBy(step => (step.At, step.Id))!);
}
