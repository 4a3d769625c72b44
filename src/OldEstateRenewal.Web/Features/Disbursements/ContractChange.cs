using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>合同变更: the price goes up or down, with the reason. Never changed.</summary>
public sealed class ContractChange : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; }
    public Guid ContractId { get; set; }
    public Guid ProjectId { get; set; }
    /// <summary>Negative where the price falls.</summary>
    public Money Difference { get; set; }
    public DateOnly On { get; set; }
    public required string Reason { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class ContractChangeMapping : IEntityTypeConfiguration<ContractChange>
{
    public void Configure(EntityTypeBuilder<ContractChange> change)
    {
        change.HasKey(c => new { c.TenantId, c.Id });
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Reason).HasMaxLength(WorksContract.TextLength);
        change.Property(c => c.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        change.HasOne<Project>().WithMany().HasForeignKey(c => new { c.TenantId, c.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
