using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>
/// 改造项目: an estate of an issued plan, or several neighbouring ones renewed as one (片区), on its way from the survey to the archive. Where it stands is
/// said by its steps; which stages it has, by the documents in force on <see cref="ProcessOn"/>.
/// </summary>
public sealed class Project : ITenantOwned, IVersioned
{
    public const int NameLength = 100;
    public const int ModeLength = 60;
    public const int RemarkLength = 500;
    public const int MostEstates = 30;

    /// <summary>The keys by which every process calls the start and the end of the works.</summary>
    public const string StartStage = "start";
    public const string WorksStage = "works";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int PlanYear { get; set; }
    public required string Name { get; set; }
    /// <summary>The key of the renewal mode in the policies (改造方式); null while not chosen.</summary>
    public string? ModeKey { get; set; }
    /// <summary>The day whose documents give the process.</summary>
    public DateOnly ProcessOn { get; set; }
    public string? Remark { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public long Version { get; set; }
    public List<ProjectEstate> Estates { get; } = [];
    public List<ProjectStep> Steps { get; } = [];
}

/// <summary>An estate in a project; it is in one project of a plan year only.</summary>
public sealed class ProjectEstate : ITenantOwned
{
    public const string UniqueInYear = "ix_project_estates_tenant_id_estate_id_plan_year";

    public Guid TenantId { get; set; }
    public Guid ProjectId { get; set; }
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public int PlanYear { get; set; }
    public int Sequence { get; set; }
}

public sealed class ProjectMapping : IEntityTypeConfiguration<Project>
{
    public void Configure(EntityTypeBuilder<Project> project)
    {
        project.HasKey(p => new { p.TenantId, p.Id });
        project.Property(p => p.Name).HasMaxLength(Project.NameLength);
        project.Property(p => p.ModeKey).HasMaxLength(Project.ModeLength);
        project.Property(p => p.Remark).HasMaxLength(Project.RemarkLength);
        project.Property(p => p.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        project.HasIndex(p => new { p.TenantId, p.PlanYear });
        project.HasMany(p => p.Estates).WithOne().HasForeignKey(e => new { e.TenantId, e.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        project.HasMany(p => p.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ProjectEstateMapping : IEntityTypeConfiguration<ProjectEstate>
{
    public void Configure(EntityTypeBuilder<ProjectEstate> estate)
    {
        estate.HasKey(e => new { e.TenantId, e.ProjectId, e.EstateId });
        estate.HasIndex(e => new { e.TenantId, e.EstateId, e.PlanYear }).IsUnique();
        estate.HasOne(e => e.Estate).WithMany().HasForeignKey(e => new { e.TenantId, e.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
