using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Dispatches;

public enum WeekStepKind
{
    /// <summary>审定: the week goes up as it is and is locked.</summary>
    Approved,

    /// <summary>退回重开.</summary>
    Reopened,
}

/// <summary>A fact about a county's week: approved, or opened again for a reason. Never changed; the newest holds.</summary>
public sealed class WeekStep : ITenantOwned
{
    public const int ReasonLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public DateOnly Week { get; set; }
    public WeekStepKind Kind { get; set; }
    public string? Reason { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>
/// 周汇总: a county's figures of one plan year as they stood when the week was approved: the snapshot from which bulletins and the city's view are made. A project that sent nothing counts with what
/// it sent last, or with what the records say.
/// </summary>
public sealed class WeekTotal : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid StepId { get; set; }
    public DateOnly Week { get; set; }
    public int PlanYear { get; set; }
    public int Projects { get; set; }
    /// <summary>Of the projects, those with a sheet of this very week.</summary>
    public int Sent { get; set; }
    public required string[] Keys { get; set; }
    public required decimal?[] Planned { get; set; }
    public required decimal?[] Actual { get; set; }

    public IReadOnlyDictionary<string, FigurePair> Figures => FigureArrays.Pairs(Keys, Planned, Actual);
}

public sealed class WeekStepMapping : IEntityTypeConfiguration<WeekStep>
{
    public void Configure(EntityTypeBuilder<WeekStep> step)
    {
        step.HasKey(s => new { s.TenantId, s.Id });
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Reason).HasMaxLength(WeekStep.ReasonLength);
        step.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        step.HasIndex(s => new { s.TenantId, s.Week });
    }
}

public sealed class WeekTotalMapping : IEntityTypeConfiguration<WeekTotal>
{
    public void Configure(EntityTypeBuilder<WeekTotal> total)
    {
        total.HasKey(t => new { t.TenantId, t.Id });
        total.Ignore(t => t.Figures);
        total.HasIndex(t => new { t.TenantId, t.StepId, t.PlanYear }).IsUnique();
        total.HasIndex(t => new { t.TenantId, t.PlanYear, t.Week });
        total.HasOne<WeekStep>().WithMany().HasForeignKey(t => new { t.TenantId, t.StepId }).OnDelete(DeleteBehavior.Restrict);
        total.ToTable(table => table.HasCheckConstraint("ck_week_totals_shape", "sent <= projects and cardinality(keys) = cardinality(planned) and cardinality(keys) = cardinality(actual)"));
    }
}
