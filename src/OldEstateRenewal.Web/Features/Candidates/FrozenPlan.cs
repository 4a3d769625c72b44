using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Candidates;

/// <summary>省级锁定计划 of a year as it was received. Never changed: a correction is a new version with its reason.</summary>
public sealed class FrozenPlan : ITenantOwned
{
    public const int NumberLength = 100;
    public const int ReasonLength = 300;
    public const string UniqueVersion = "ix_frozen_plans_tenant_id_year_edition";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int Year { get; set; }
    /// <summary>1 for the first.</summary>
    public int Edition { get; set; } = 1;
    /// <summary>文号.</summary>
    public required string DocumentNumber { get; set; }
    public DateOnly IssuedOn { get; set; }
    /// <summary>Why the version before it was not right.</summary>
    public string? Reason { get; set; }
    public required string RecordedBy { get; set; }
    public Guid RecordedById { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public List<FrozenPlanEntry> Entries { get; } = [];
}

/// <summary>One row of the locked plan, with the estate of the registry it means, where one was found.</summary>
public sealed class FrozenPlanEntry : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid FrozenPlanId { get; set; }
    public int Sequence { get; set; }
    public Guid? EstateId { get; set; }
    public required string Name { get; set; }
    public int? BuildingCount { get; set; }
    public int? HouseholdCount { get; set; }
    public Area? FloorArea { get; set; }
    public Money? Investment { get; set; }
}

public enum ExecutionMeasure
{
    Started,
    Finished,
}

/// <summary>开工率、完工率 as reported, with the reason where it is above the plan. A later row takes the place of an earlier.</summary>
public sealed class ExecutionReport : ITenantOwned
{
    public const int ReasonLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int Year { get; set; }
    public ExecutionMeasure Measure { get; set; }
    public DateOnly AsOf { get; set; }
    public int Planned { get; set; }
    public int Actual { get; set; }
    public string? Reason { get; set; }
    public required string RecordedBy { get; set; }
    public Guid RecordedById { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class FrozenPlanMapping : IEntityTypeConfiguration<FrozenPlan>
{
    public void Configure(EntityTypeBuilder<FrozenPlan> plan)
    {
        plan.ToTable("frozen_plans");
        plan.HasKey(p => new { p.TenantId, p.Id });
        plan.Property(p => p.DocumentNumber).HasMaxLength(FrozenPlan.NumberLength);
        plan.Property(p => p.Reason).HasMaxLength(FrozenPlan.ReasonLength);
        plan.Property(p => p.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        plan.HasIndex(p => new { p.TenantId, p.Year, p.Edition }).IsUnique();
        plan.HasMany(p => p.Entries).WithOne().HasForeignKey(e => new { e.TenantId, e.FrozenPlanId }).OnDelete(DeleteBehavior.Restrict);
        plan.ToTable(table => table.HasCheckConstraint("ck_frozen_plans_reason", "edition = 1 or reason is not null"));
    }
}

public sealed class FrozenPlanEntryMapping : IEntityTypeConfiguration<FrozenPlanEntry>
{
    public void Configure(EntityTypeBuilder<FrozenPlanEntry> entry)
    {
        entry.ToTable("frozen_plan_entries");
        entry.HasKey(e => new { e.TenantId, e.FrozenPlanId, e.Sequence });
        entry.Property(e => e.Name).HasMaxLength(Estate.NameLength);
        entry.HasIndex(e => new { e.TenantId, e.EstateId });
        entry.HasOne<Estate>().WithMany().HasForeignKey(e => new { e.TenantId, e.EstateId }).OnDelete(DeleteBehavior.Restrict);
        entry.ToTable(table => table.HasCheckConstraint("ck_frozen_plan_entries_figures", "building_count >= 0 and household_count >= 0 and floor_area >= 0 and investment >= 0"));
    }
}

public sealed class ExecutionReportMapping : IEntityTypeConfiguration<ExecutionReport>
{
    public void Configure(EntityTypeBuilder<ExecutionReport> report)
    {
        report.ToTable("execution_reports");
        report.HasKey(r => new { r.TenantId, r.Id });
        report.Property(r => r.Measure).HasConversion<string>().HasMaxLength(20);
        report.Property(r => r.Reason).HasMaxLength(ExecutionReport.ReasonLength);
        report.Property(r => r.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        report.HasIndex(r => new { r.TenantId, r.Year, r.Measure });
        report.ToTable(table => table.HasCheckConstraint("ck_execution_reports_reason", "planned >= 0 and actual >= 0 and (actual <= planned or reason is not null)"));
    }
}
