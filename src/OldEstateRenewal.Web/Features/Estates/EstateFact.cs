using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>One thing found out about an estate (摸底事实): 失养失修失管 yes or no, by whom and when. No row means unknown.</summary>
public sealed class EstateFact : ITenantOwned
{
    public const int KeyLength = 60;
    public const string PrimaryKey = "pk_estate_facts";

    public Guid TenantId { get; set; }
    public Guid EstateId { get; set; }
    public required string Key { get; set; }
    public bool Value { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class EstateFactMapping : IEntityTypeConfiguration<EstateFact>
{
    public void Configure(EntityTypeBuilder<EstateFact> fact)
    {
        fact.HasKey(f => new { f.TenantId, f.EstateId, f.Key });
        fact.Property(f => f.Key).HasMaxLength(EstateFact.KeyLength);
        fact.Property(f => f.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
    }
}
