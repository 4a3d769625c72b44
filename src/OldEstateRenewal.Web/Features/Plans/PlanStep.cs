using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Plans;

public enum PlanState
{
    Draft,
    Submitted,
    Issued,
}

public enum PlanStepKind
{
    Submitted,
    Returned,
    Issued,
}

public static class PlanStates
{
    public static PlanState After(PlanStepKind? lastStep) => lastStep switch
    {
        PlanStepKind.Submitted => PlanState.Submitted,
        PlanStepKind.Issued => PlanState.Issued,
        _ => PlanState.Draft,
    };

    public static string Name(this PlanState state) => state switch
    {
        PlanState.Submitted => "已报审",
        PlanState.Issued => "已印发",
        _ => "编制中",
    };

    public static string Name(this PlanStepKind kind) => kind switch
    {
        PlanStepKind.Submitted => "报审",
        PlanStepKind.Issued => "印发",
        _ => "退回",
    };
}

/// <summary>A plan moved on: who, when, with which words. Never changed.</summary>
public sealed class PlanStep : ITenantOwned
{
    public const int RemarkLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid PlanId { get; set; }
    public required PlanStepKind Kind { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    public string? Remark { get; set; }
}

public sealed class PlanStepMapping : IEntityTypeConfiguration<PlanStep>
{
    public void Configure(EntityTypeBuilder<PlanStep> step)
    {
        step.HasKey(s => new { s.TenantId, s.Id });
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        step.Property(s => s.Remark).HasMaxLength(PlanStep.RemarkLength);
        step.HasIndex(s => new { s.TenantId, s.PlanId });
    }
}
