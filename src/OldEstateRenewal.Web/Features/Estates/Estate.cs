using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>小区 (a single block counts as one). Figures are null where nobody has stated them.</summary>
public sealed class Estate : ITenantOwned, IVersioned
{
    public const int NameLength = 100;
    public const int AddressLength = 200;
    public const int RemarkLength = 1000;
    public const int CommunityLength = 60;
    public const int FormerUnitLength = 100;
    public const int EarliestYear = 1900;
    public const int LatestYear = 2100;
    public const string UniqueName = "ix_estates_tenant_id_name";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    /// <summary>The pinyin initials of the name, kept by the database: gtjzzl.</summary>
    public string Initials { get; private set; } = "";
    public Guid? StreetId { get; set; }
    public Street? Street { get; set; }
    /// <summary>社区.</summary>
    public string? Community { get; set; }
    public string? Address { get; set; }
    /// <summary>The years its buildings were built, ascending: 1995、1997.</summary>
    public int[] BuiltYears { get; set; } = [];
    public int? BuildingCount { get; set; }
    public int? HouseholdCount { get; set; }
    public Area? FloorArea { get; set; }
    /// <summary>占地面积.</summary>
    public Area? SiteArea { get; set; }
    /// <summary>原产权单位.</summary>
    public string? FormerUnit { get; set; }
    /// <summary>The day it went into another estate or was divided (合并、拆分之日); null while it stands for itself.</summary>
    public DateOnly? EndedOn { get; set; }
    public LandKind? Land { get; set; }
    public PlaceKind? Place { get; set; }
    public string? Remark { get; set; }
    /// <summary>Figures below the estate, or the estate itself, are generated for demonstration.</summary>
    public bool IsDemonstration { get; set; }
    public long Version { get; set; }
    public List<EstateFact> Facts { get; } = [];
}

public sealed class EstateMapping : IEntityTypeConfiguration<Estate>
{
    public void Configure(EntityTypeBuilder<Estate> estate)
    {
        estate.HasKey(e => new { e.TenantId, e.Id });
        estate.Property(e => e.Name).HasMaxLength(Estate.NameLength);
        estate.Property(e => e.Address).HasMaxLength(Estate.AddressLength);
        estate.Property(e => e.Remark).HasMaxLength(Estate.RemarkLength);
        estate.Property(e => e.Initials).HasComputedColumnSql("portal.initials(name)", stored: true);
        estate.Property(e => e.Community).HasMaxLength(Estate.CommunityLength);
        estate.Property(e => e.FormerUnit).HasMaxLength(Estate.FormerUnitLength);
        estate.Property(e => e.Land).HasConversion<string>().HasMaxLength(20);
        estate.Property(e => e.Place).HasConversion<string>().HasMaxLength(20);
        // The name of one that has ended, or was void, is free again.
        estate.HasIndex(e => new { e.TenantId, e.Name }).IsUnique().HasFilter("ended_on is null");
        estate.HasOne(e => e.Street).WithMany().HasForeignKey(e => new { e.TenantId, e.StreetId }).OnDelete(DeleteBehavior.Restrict);
        estate.HasMany(e => e.Facts).WithOne().HasForeignKey(f => new { f.TenantId, f.EstateId }).OnDelete(DeleteBehavior.Restrict);
        estate.ToTable(table => table.HasCheckConstraint("ck_estates_counts", "building_count >= 0 and household_count >= 0 and floor_area >= 0 and site_area >= 0"));
    }
}
