using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>
/// 年度改造计划, one row per revision: an issued plan never changes, its revision is a new row beside it.
/// The state is that of the last step.
/// </summary>
public sealed class AnnualPlan : ITenantOwned, IVersioned
{
    public const int EarliestYear = 2015;
    public const int LatestYear = 2050;
    public const int NoteLength = 1000;
    public const string UniqueRevision = "ix_annual_plans_tenant_id_year_revision";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int Year { get; set; }
    /// <summary>1 for the first plan of the year.</summary>
    public int Revision { get; set; } = 1;
    /// <summary>Why the totals differ from the document's target.</summary>
    public string? DifferenceNote { get; set; }
    public required string CreatedBy { get; set; }
    public DateTimeOffset CreatedAt { get; set; }
    public long Version { get; set; }
    public List<PlanEntry> Entries { get; } = [];
    public List<PlanStep> Steps { get; } = [];

    public PlanState State => PlanStates.After(Steps.OrderBy(step => step.At).ThenBy(step => step.Id).Select(step => (PlanStepKind?)step.Kind).LastOrDefault());

    public string RevisionName => Revision == 1 ? "" : $"（第{Revision - 1}次调整）";
}

public sealed class AnnualPlanMapping : IEntityTypeConfiguration<AnnualPlan>
{
    public void Configure(EntityTypeBuilder<AnnualPlan> plan)
    {
        plan.ToTable("annual_plans");
        plan.HasKey(p => new { p.TenantId, p.Id });
        plan.Property(p => p.DifferenceNote).HasMaxLength(AnnualPlan.NoteLength);
        plan.Property(p => p.CreatedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        plan.HasIndex(p => new { p.TenantId, p.Year, p.Revision }).IsUnique();
        plan.HasMany(p => p.Entries).WithOne().HasForeignKey(e => new { e.TenantId, e.PlanId }).OnDelete(DeleteBehavior.Restrict);
        plan.HasMany(p => p.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.PlanId }).OnDelete(DeleteBehavior.Restrict);
    }
}
