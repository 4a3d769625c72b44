using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>What a line of a cost sheet is (费用性质).</summary>
public enum CostLineKind
{
    /// <summary>工程费.</summary>
    Works,

    /// <summary>收费 (管道燃气配套费 …): no works, a charge of which a part is waived.</summary>
    Fee,

    /// <summary>设计费.</summary>
    Design,

    /// <summary>监理费.</summary>
    Supervision,

    /// <summary>其他费 (勘察、招标、检测 …).</summary>
    Other,

    /// <summary>预备费.</summary>
    Contingency,
}

/// <summary>One line of a cost sheet: quantity times unit cost, a lump sum, or a rate of the works (费率). What it comes to is kept with it.</summary>
public sealed class CostLine : ITenantOwned
{
    public const int TraitLength = 40;
    public const decimal MostRate = 100m;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid SheetId { get; set; }
    public Guid ProjectId { get; set; }
    public int Sequence { get; set; }
    public CostLineKind Kind { get; set; }
    /// <summary>The key of the works item in the catalogue; null for fees that belong to the whole.</summary>
    public string? ItemKey { get; set; }
    public required string Name { get; set; }
    public string? ClassName { get; set; }
    /// <summary>The line of the scheme it prices, so that the stages can be laid side by side.</summary>
    public Guid? SchemeItemId { get; set; }
    public Guid? EstateId { get; set; }
    public Guid? BuildingId { get; set; }
    public FacilityOwnership? Ownership { get; set; }
    public LineSection? Section { get; set; }
    /// <summary>Facts that the cost rules ask for, beyond those of the catalogue's item: connectionFee, ducts, publicHousing …</summary>
    public string[] Traits { get; set; } = [];
    public decimal? Quantity { get; set; }
    public string? Unit { get; set; }
    public Money? UnitCost { get; set; }
    public Money? LumpSum { get; set; }
    /// <summary>Percent of the sum of all works lines; null where quantity or lump sum say it.</summary>
    public decimal? Rate { get; set; }
    /// <summary>What the line comes to.</summary>
    public Money Cost { get; set; }
    public string? Remark { get; set; }
}

public sealed class CostLineMapping : IEntityTypeConfiguration<CostLine>
{
    public void Configure(EntityTypeBuilder<CostLine> line)
    {
        line.HasKey(l => new { l.TenantId, l.Id });
        line.Property(l => l.Kind).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.ItemKey).HasMaxLength(Scheme.KeyLength);
        line.Property(l => l.Name).HasMaxLength(Scheme.NameLength);
        line.Property(l => l.ClassName).HasMaxLength(20);
        line.Property(l => l.Ownership).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.Section).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.Quantity).HasPrecision(14, 3);
        line.Property(l => l.Unit).HasMaxLength(SchemeItem.UnitLength);
        line.Property(l => l.Rate).HasPrecision(7, 4);
        line.Property(l => l.Remark).HasMaxLength(SchemeItem.RemarkLength);
        line.HasIndex(l => new { l.TenantId, l.SheetId, l.Sequence });
        line.HasOne<Project>().WithMany().HasForeignKey(l => new { l.TenantId, l.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<SchemeItem>().WithMany().HasForeignKey(l => new { l.TenantId, l.SchemeItemId }).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Estate>().WithMany().HasForeignKey(l => new { l.TenantId, l.EstateId }).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Building>().WithMany().HasForeignKey(l => new { l.TenantId, l.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        line.ToTable(table => table.HasCheckConstraint("ck_cost_lines_figures", "cost >= 0 and quantity > 0 and unit_cost >= 0 and lump_sum >= 0 and rate > 0 and num_nonnulls(unit_cost, lump_sum, rate) <= 1 and (kind <> 'Works' or rate is null)"));
    }
}
