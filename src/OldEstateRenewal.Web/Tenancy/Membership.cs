using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Tenancy;

/// <summary>A person works for a tenant in a role, a street clerk for one street of it.</summary>
public sealed class Membership
{
    public Guid TenantId { get; set; }
    public Guid UserId { get; set; }
    public required Role Role { get; set; }
    public Guid? StreetId { get; set; }
}

public sealed class MembershipMapping : IEntityTypeConfiguration<Membership>
{
    public void Configure(EntityTypeBuilder<Membership> membership)
    {
        membership.HasKey(m => new { m.TenantId, m.UserId });
        membership.Property(m => m.Role).HasConversion<string>().HasMaxLength(20);
        membership.HasIndex(m => m.UserId);
        membership.HasOne<Tenant>().WithMany().HasForeignKey(m => m.TenantId).OnDelete(DeleteBehavior.Restrict);
        membership.HasOne<PortalUser>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Restrict);
        membership.ToTable(table => table.HasCheckConstraint("ck_memberships_street", "(role = 'Street') = (street_id is not null)"));
    }
}
