using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Schemes;

/// <summary>One item of a scheme (分项): what of the works catalogue, where, how much, at what cost.</summary>
public sealed class SchemeItem : ITenantOwned
{
    public const int UnitLength = 20;
    public const int RemarkLength = 300;
    public const decimal MostQuantity = 10_000_000m;
    public const decimal MostCost = 10_000_000_000m;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid SchemeId { get; set; }
    public Guid ProjectId { get; set; }
    public int Sequence { get; set; }
    /// <summary>The key of the works item in the catalogue.</summary>
    public required string ItemKey { get; set; }
    /// <summary>What it was called, and how it was classed, when it was chosen.</summary>
    public required string Name { get; set; }
    public required string ClassName { get; set; }
    /// <summary>Underground or above ground, by the keys of the rule on the order of works; null where the order does not matter.</summary>
    public string? Layer { get; set; }
    /// <summary>Null for all estates of the project.</summary>
    public Guid? EstateId { get; set; }
    public Guid? BuildingId { get; set; }
    public decimal? Quantity { get; set; }
    public string? Unit { get; set; }
    public Money? UnitCost { get; set; }
    /// <summary>The whole cost where there is no unit cost.</summary>
    public Money? LumpSum { get; set; }
    public FacilityOwnership? Ownership { get; set; }
    public LineSection? Section { get; set; }
    public string? Remark { get; set; }

    public Money? Cost => LumpSum ?? (Quantity is { } quantity && UnitCost is { } cost ? WorksCost.Of(quantity, cost) : null);

    public SchemeItem CopyTo(Scheme scheme) => new()
    {
        TenantId = scheme.TenantId,
        SchemeId = scheme.Id,
        ProjectId = ProjectId,
        Sequence = Sequence,
        ItemKey = ItemKey,
        Name = Name,
        ClassName = ClassName,
        Layer = Layer,
        EstateId = EstateId,
        BuildingId = BuildingId,
        Quantity = Quantity,
        Unit = Unit,
        UnitCost = UnitCost,
        LumpSum = LumpSum,
        Ownership = Ownership,
        Section = Section,
        Remark = Remark,
    };
}

public sealed class SchemeItemMapping : IEntityTypeConfiguration<SchemeItem>
{
    public void Configure(EntityTypeBuilder<SchemeItem> item)
    {
        item.HasKey(i => new { i.TenantId, i.Id });
        item.Ignore(i => i.Cost);
        item.Property(i => i.ItemKey).HasMaxLength(Scheme.KeyLength);
        item.Property(i => i.Name).HasMaxLength(Scheme.NameLength);
        item.Property(i => i.ClassName).HasMaxLength(20);
        item.Property(i => i.Layer).HasMaxLength(20);
        item.Property(i => i.Quantity).HasPrecision(14, 3);
        item.Property(i => i.Unit).HasMaxLength(SchemeItem.UnitLength);
        item.Property(i => i.Ownership).HasConversion<string>().HasMaxLength(20);
        item.Property(i => i.Section).HasConversion<string>().HasMaxLength(20);
        item.Property(i => i.Remark).HasMaxLength(SchemeItem.RemarkLength);
        item.HasIndex(i => new { i.TenantId, i.SchemeId, i.Sequence });
        item.HasOne<Project>().WithMany().HasForeignKey(i => new { i.TenantId, i.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Estate>().WithMany().HasForeignKey(i => new { i.TenantId, i.EstateId }).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Building>().WithMany().HasForeignKey(i => new { i.TenantId, i.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        item.ToTable(table => table.HasCheckConstraint("ck_scheme_items_figures", "quantity > 0 and unit_cost >= 0 and lump_sum >= 0 and (lump_sum is null or unit_cost is null)"));
    }
}
