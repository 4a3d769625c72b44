using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Sites;

public enum InspectionKind
{
    /// <summary>质量检查.</summary>
    Quality,

    /// <summary>安全检查.</summary>
    Safety,

    /// <summary>扬尘检查.</summary>
    Dust,

    /// <summary>义务监督员、居民代表巡查.</summary>
    Watchers,

    /// <summary>主管部门监督检查.</summary>
    Regulator,
}

/// <summary>检查: somebody looked at the site on a day. What was found wrong are problems that name it. Never changed.</summary>
public sealed class SiteInspection : ITenantOwned
{
    public const int TextLength = 500;
    public const int WhoLength = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid EstateId { get; set; }
    public InspectionKind Kind { get; set; }
    public DateOnly On { get; set; }
    /// <summary>检查单位.</summary>
    public required string Inspector { get; set; }
    public required string Result { get; set; }
    /// <summary>The measures against dust that were found taken, as the policies called them that day; null where dust was not looked at.</summary>
    public string[]? DustTaken { get; set; }
    /// <summary>Those that were not.</summary>
    public string[]? DustMissing { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>材料检验: a batch of a material and what the laboratory said. Never changed.</summary>
public sealed class MaterialTest : ITenantOwned
{
    public const int TextLength = 100;
    public const int NumberLength = 60;
    public const string UniqueNumber = "ix_material_tests_tenant_id_project_id_test_number";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid EstateId { get; set; }
    public required string Material { get; set; }
    public required string Batch { get; set; }
    public required string TestNumber { get; set; }
    public required string Laboratory { get; set; }
    public DateOnly On { get; set; }
    public bool IsPassed { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class SiteInspectionMapping : IEntityTypeConfiguration<SiteInspection>
{
    public void Configure(EntityTypeBuilder<SiteInspection> inspection)
    {
        inspection.HasKey(i => new { i.TenantId, i.Id });
        inspection.Property(i => i.Kind).HasConversion<string>().HasMaxLength(20);
        inspection.Property(i => i.Inspector).HasMaxLength(SiteInspection.WhoLength);
        inspection.Property(i => i.Result).HasMaxLength(SiteInspection.TextLength);
        inspection.Property(i => i.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        inspection.HasIndex(i => new { i.TenantId, i.ProjectId });
        inspection.HasOne<Project>().WithMany().HasForeignKey(i => new { i.TenantId, i.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        inspection.HasOne<Estate>().WithMany().HasForeignKey(i => new { i.TenantId, i.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class MaterialTestMapping : IEntityTypeConfiguration<MaterialTest>
{
    public void Configure(EntityTypeBuilder<MaterialTest> test)
    {
        test.HasKey(t => new { t.TenantId, t.Id });
        test.Property(t => t.Material).HasMaxLength(MaterialTest.TextLength);
        test.Property(t => t.Batch).HasMaxLength(MaterialTest.NumberLength);
        test.Property(t => t.TestNumber).HasMaxLength(MaterialTest.NumberLength);
        test.Property(t => t.Laboratory).HasMaxLength(MaterialTest.TextLength);
        test.Property(t => t.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        test.HasIndex(t => new { t.TenantId, t.ProjectId, t.TestNumber }).IsUnique();
        test.HasOne<Project>().WithMany().HasForeignKey(t => new { t.TenantId, t.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        test.HasOne<Estate>().WithMany().HasForeignKey(t => new { t.TenantId, t.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
