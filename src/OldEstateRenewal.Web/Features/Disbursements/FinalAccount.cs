using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>竣工财务决算: when it was approved, by which paper. The newest counts.</summary>
public sealed class FinalAccount : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    /// <summary>The fixed settlement it rests on.</summary>
    public Guid CostSheetId { get; set; }
    public Money Amount { get; set; }
    public DateOnly ApprovedOn { get; set; }
    public required string Reference { get; set; }
    public string? Remark { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class FinalAccountMapping : IEntityTypeConfiguration<FinalAccount>
{
    public void Configure(EntityTypeBuilder<FinalAccount> account)
    {
        account.HasKey(a => new { a.TenantId, a.Id });
        account.Property(a => a.Reference).HasMaxLength(WorksContract.NameLength);
        account.Property(a => a.Remark).HasMaxLength(WorksContract.TextLength);
        account.Property(a => a.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        account.HasIndex(a => new { a.TenantId, a.ProjectId });
        account.HasOne<Project>().WithMany().HasForeignKey(a => new { a.TenantId, a.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        account.HasOne<CostSheet>().WithMany().HasForeignKey(a => new { a.TenantId, a.CostSheetId }).OnDelete(DeleteBehavior.Restrict);
        account.ToTable(table => table.HasCheckConstraint("ck_final_accounts_amount", "amount >= 0"));
    }
}
