using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>A paper that a stage asks for (环节材料): its number, day and issuer; it counts once its file hangs on it.</summary>
public sealed class ProjectPaper : ITenantOwned, IProven
{
    public const int TextLength = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public required string StageKey { get; set; }
    public required string PaperKey { get; set; }
    public required string Name { get; set; }
    public string? Number { get; set; }
    public string? Issuer { get; set; }
    public DateOnly? IssuedOn { get; set; }
    public bool HasProof { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class ProjectPaperMapping : IEntityTypeConfiguration<ProjectPaper>
{
    public void Configure(EntityTypeBuilder<ProjectPaper> paper)
    {
        paper.HasKey(p => new { p.TenantId, p.Id });
        paper.Property(p => p.StageKey).HasMaxLength(ProjectStep.StageLength);
        paper.Property(p => p.PaperKey).HasMaxLength(ProjectStep.StageLength);
        paper.Property(p => p.Name).HasMaxLength(ProjectPaper.TextLength);
        paper.Property(p => p.Number).HasMaxLength(ProjectPaper.TextLength);
        paper.Property(p => p.Issuer).HasMaxLength(ProjectPaper.TextLength);
        paper.Property(p => p.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        paper.HasIndex(p => new { p.TenantId, p.ProjectId, p.StageKey });
        paper.HasOne<Project>().WithMany().HasForeignKey(p => new { p.TenantId, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
