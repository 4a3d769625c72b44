using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Search;

/// <summary>
/// What a search in 100 000 owners stands on: names and initials in byte order, so that a beginning is a range. LIKE would not do: it is not leakproof,
/// and below row-level security no index serves it.
/// </summary>
public sealed class OwnerSearchIndexes : IEntityTypeConfiguration<Owner>
{
    public const string Bytes = "C";

    public void Configure(EntityTypeBuilder<Owner> owner)
    {
        owner.HasIndex(o => new { o.TenantId, o.Name }, "ix_owners_search_name").UseCollation(null!, Bytes);
        owner.HasIndex(o => new { o.TenantId, o.Initials }, "ix_owners_search_initials").UseCollation(null!, Bytes);
    }
}
