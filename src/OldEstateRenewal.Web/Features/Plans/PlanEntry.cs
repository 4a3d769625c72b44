using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Plans;

/// <summary>One estate in a plan, with its figures as planned: what the registry says later does not change them.</summary>
public sealed class PlanEntry : ITenantOwned
{
    public const int ScopeLength = 500;
    public const string UniqueEstate = "ix_plan_entries_tenant_id_plan_id_estate_id";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid PlanId { get; set; }
    public Guid EstateId { get; set; }
    public int Sequence { get; set; }
    public required string Name { get; set; }
    public string? Street { get; set; }
    public string? Address { get; set; }
    public int[] BuiltYears { get; set; } = [];
    public int? BuildingCount { get; set; }
    public int? HouseholdCount { get; set; }
    public Area? FloorArea { get; set; }
    public Money? Investment { get; set; }
    /// <summary>改造内容.</summary>
    public string? Scope { get; set; }
}

public sealed class PlanEntryMapping : IEntityTypeConfiguration<PlanEntry>
{
    public void Configure(EntityTypeBuilder<PlanEntry> entry)
    {
        entry.HasKey(e => new { e.TenantId, e.Id });
        entry.Property(e => e.Name).HasMaxLength(Estate.NameLength);
        entry.Property(e => e.Street).HasMaxLength(Features.Estates.Street.NameLength);
        entry.Property(e => e.Address).HasMaxLength(Estate.AddressLength);
        entry.Property(e => e.Scope).HasMaxLength(PlanEntry.ScopeLength);
        entry.HasIndex(e => new { e.TenantId, e.PlanId, e.EstateId }).IsUnique();
        entry.HasOne<Estate>().WithMany().HasForeignKey(e => new { e.TenantId, e.EstateId }).OnDelete(DeleteBehavior.Restrict);
        entry.ToTable(table => table.HasCheckConstraint("ck_plan_entries_figures", "building_count >= 0 and household_count >= 0 and floor_area >= 0 and investment >= 0"));
    }
}
