using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Imports.Reading;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

/// <summary>What a header means, as the bureau said for the whole county or a street's clerk for the own street; it holds for the next file too.</summary>
public sealed class ColumnChoice : ITenantOwned
{
    public const int HeaderLength = 200;

    /// <summary>The street of what the bureau said: none.</summary>
    public static readonly Guid WholeCounty = Guid.Empty;

    public Guid TenantId { get; set; }
    /// <summary>The street whose clerk said so, or <see cref="WholeCounty"/>.</summary>
    public Guid StreetId { get; set; }
    public ImportKind Kind { get; set; }
    /// <summary>The header normalised (<see cref="ColumnReading.Key"/>).</summary>
    public required string Header { get; set; }
    /// <summary>Null: 不导入.</summary>
    public ImportField? Field { get; set; }
}

public sealed class ColumnChoiceMapping : IEntityTypeConfiguration<ColumnChoice>
{
    public void Configure(EntityTypeBuilder<ColumnChoice> choice)
    {
        choice.HasKey(c => new { c.TenantId, c.Kind, c.Header, c.StreetId });
        choice.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        choice.Property(c => c.Header).HasMaxLength(ColumnChoice.HeaderLength);
        choice.Property(c => c.Field).HasConversion<string>().HasMaxLength(30);
    }
}
