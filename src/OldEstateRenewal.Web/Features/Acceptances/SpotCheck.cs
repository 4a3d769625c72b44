using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>市级抽检核验: who looked, what was found. What must be mended is registered as defects.</summary>
public sealed class SpotCheck : ITenantOwned, IProven
{
    public const int OfficeLength = 100;
    public const int FindingsLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public DateOnly HeldOn { get; set; }
    public required string Office { get; set; }
    public bool Conforms { get; set; }
    public required string Findings { get; set; }
    public bool HasProof { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

/// <summary>居委会、业主委员会确认 of one estate of the project; it counts with its scan. The newest of a body holds.</summary>
public sealed class AcceptanceConfirmation : ITenantOwned, IProven
{
    public const int BodyLength = 60;
    public const int SignedByLength = 100;
    public const int RemarkLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public required string Body { get; set; }
    public DateOnly ConfirmedOn { get; set; }
    public bool Confirms { get; set; }
    public required string SignedBy { get; set; }
    public string? Remark { get; set; }
    public bool HasProof { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class SpotCheckMapping : IEntityTypeConfiguration<SpotCheck>
{
    public void Configure(EntityTypeBuilder<SpotCheck> check)
    {
        check.HasKey(c => new { c.TenantId, c.Id });
        check.Property(c => c.Office).HasMaxLength(SpotCheck.OfficeLength);
        check.Property(c => c.Findings).HasMaxLength(SpotCheck.FindingsLength);
        check.Property(c => c.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        check.HasIndex(c => new { c.TenantId, c.ProjectId });
        check.HasOne(c => c.Project).WithMany().HasForeignKey(c => new { c.TenantId, c.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class AcceptanceConfirmationMapping : IEntityTypeConfiguration<AcceptanceConfirmation>
{
    public void Configure(EntityTypeBuilder<AcceptanceConfirmation> confirmation)
    {
        confirmation.HasKey(c => new { c.TenantId, c.Id });
        confirmation.Property(c => c.Body).HasMaxLength(AcceptanceConfirmation.BodyLength);
        confirmation.Property(c => c.SignedBy).HasMaxLength(AcceptanceConfirmation.SignedByLength);
        confirmation.Property(c => c.Remark).HasMaxLength(AcceptanceConfirmation.RemarkLength);
        confirmation.Property(c => c.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        confirmation.HasIndex(c => new { c.TenantId, c.ProjectId });
        confirmation.HasOne(c => c.Project).WithMany().HasForeignKey(c => new { c.TenantId, c.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        confirmation.HasOne(c => c.Estate).WithMany().HasForeignKey(c => new { c.TenantId, c.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
