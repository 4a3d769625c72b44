using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Disbursements;

/// <summary>付款的资金来源: from which grant, or from owners' money (no grant), so much of what is paid out comes.</summary>
public sealed class PaymentSource : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid RequestId { get; set; }
    public Guid ProjectId { get; set; }
    /// <summary>Null for owners' money.</summary>
    public Guid? GrantId { get; set; }
    public required string SourceKey { get; set; }
    public Money Amount { get; set; }
}

public sealed class PaymentSourceMapping : IEntityTypeConfiguration<PaymentSource>
{
    public void Configure(EntityTypeBuilder<PaymentSource> source)
    {
        source.HasKey(s => new { s.TenantId, s.Id });
        source.Property(s => s.SourceKey).HasMaxLength(CostShares.ShareLine.KeyLength);
        source.HasIndex(s => new { s.TenantId, s.RequestId });
        source.HasIndex(s => new { s.TenantId, s.GrantId });
        source.HasOne<Funding.FundingGrant>().WithMany().HasForeignKey(s => new { s.TenantId, s.GrantId }).OnDelete(DeleteBehavior.Restrict);
        source.HasOne<Project>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        source.ToTable(table => table.HasCheckConstraint("ck_payment_sources_amount", "amount > 0"));
    }
}
