using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Imports.Reading;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What an import, or the taking back of one, did to one estate. Never changed; it tells itself whose file it was, as a street sees no imports but its own.</summary>
public sealed class ImportEstate : ITenantOwned
{
    public Guid TenantId { get; set; }
    /// <summary>Made in the order of time; the same for all estates of one act.</summary>
    public Guid ActId { get; set; }
    public Guid ImportId { get; set; }
    /// <summary>It may be gone: taken back with the import that made it.</summary>
    public Guid EstateId { get; set; }
    public ImportKind Kind { get; set; }
    public required string FileName { get; set; }
    public bool IsUndoing { get; set; }
    /// <summary>1 where the estate itself was made (or taken away again), else 0.</summary>
    public int EstatesMade { get; set; }
    public int EstatesChanged { get; set; }
    public int BuildingsMade { get; set; }
    public int BuildingsChanged { get; set; }
    public int DwellingsMade { get; set; }
    public int DwellingsChanged { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class ImportEstateMapping : IEntityTypeConfiguration<ImportEstate>
{
    public void Configure(EntityTypeBuilder<ImportEstate> touched)
    {
        touched.HasKey(t => new { t.TenantId, t.ActId, t.EstateId });
        touched.Property(t => t.Kind).HasConversion<string>().HasMaxLength(20);
        touched.Property(t => t.FileName).HasMaxLength(Import.FileNameLength);
        touched.Property(t => t.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        touched.HasIndex(t => new { t.TenantId, t.EstateId });
        touched.HasOne<Import>().WithMany().HasForeignKey(t => new { t.TenantId, t.ImportId }).OnDelete(DeleteBehavior.Restrict);
    }
}
