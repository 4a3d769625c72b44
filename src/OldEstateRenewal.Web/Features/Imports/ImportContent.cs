using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>The file of an import and what was made of it, sealed: apart, so that lists never load it, and deleted when it is no longer needed.</summary>
public sealed class ImportContent : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid ImportId { get; set; }
    public required byte[] File { get; set; }
    /// <summary><see cref="ImportSheet"/>, sealed.</summary>
    public byte[]? Sheet { get; set; }
}

public sealed class ImportContentMapping : IEntityTypeConfiguration<ImportContent>
{
    public void Configure(EntityTypeBuilder<ImportContent> content)
    {
        content.HasKey(c => new { c.TenantId, c.ImportId });
        content.HasOne<Import>().WithOne().HasForeignKey<ImportContent>(c => new { c.TenantId, c.ImportId }).OnDelete(DeleteBehavior.Restrict);
    }
}
