using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>县财政承担比例: what the county takes of a project's settlement less the superiors' subsidy, where the document leaves it to the county. Never changed; the newest counts.</summary>
public sealed class CountyShare : ITenantOwned
{
    public const int BasisLength = 200;

    public Guid TenantId { get; set; }
    /// <summary>Made by the client, so that sent twice it counts once.</summary>
    public Guid Id { get; set; }
    public Guid ProjectId { get; set; }
    /// <summary>As it was decided: 60%, 3/5.</summary>
    public required string Share { get; set; }
    /// <summary>By which paper or meeting; for a later one also why it was changed.</summary>
    public required string Basis { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }

    public Fraction Fraction => Fraction.Parse(Share);
}

public sealed class CountyShareMapping : IEntityTypeConfiguration<CountyShare>
{
    public void Configure(EntityTypeBuilder<CountyShare> share)
    {
        share.HasKey(s => new { s.TenantId, s.Id });
        share.Property(s => s.Id).ValueGeneratedNever();
        share.Ignore(s => s.Fraction);
        share.Property(s => s.Share).HasMaxLength(ShareAmount.FractionLength);
        share.Property(s => s.Basis).HasMaxLength(CountyShare.BasisLength);
        share.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        share.HasIndex(s => new { s.TenantId, s.ProjectId });
        share.HasOne<Project>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
