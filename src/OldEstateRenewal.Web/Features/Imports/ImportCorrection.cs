using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>更正: what a user typed in place of a cell; the file itself stays as it came.</summary>
public sealed class ImportCorrection : ITenantOwned
{
    public const int TextLength = 500;

    public Guid TenantId { get; set; }
    public Guid ImportId { get; set; }
    public int Row { get; set; }
    /// <summary>From 0.</summary>
    public int Column { get; set; }
    /// <summary>Sealed: it may be a phone.</summary>
    public required byte[] Text { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class ImportCorrectionMapping : IEntityTypeConfiguration<ImportCorrection>
{
    public void Configure(EntityTypeBuilder<ImportCorrection> correction)
    {
        correction.HasKey(c => new { c.TenantId, c.ImportId, c.Row, c.Column });
        correction.Property(c => c.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        correction.HasOne<Import>().WithMany().HasForeignKey(c => new { c.TenantId, c.ImportId }).OnDelete(DeleteBehavior.Restrict);
    }
}
