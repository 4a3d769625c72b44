using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>
/// Which column of a bank's file is which, as the bureau said for the whole county or a street's clerk for the own street; it holds for the next file with the same headings.
/// Not a <see cref="Imports.ColumnChoice"/>: two columns of a bank's file may bear one name, so that the whole row of headings is needed to tell them apart.
/// </summary>
public sealed class BankColumnChoice : ITenantOwned
{
    /// <summary>The street of what the bureau said: none.</summary>
    public static readonly Guid WholeCounty = Guid.Empty;

    public Guid TenantId { get; set; }
    /// <summary>The street whose clerk said so, or <see cref="WholeCounty"/>.</summary>
    public Guid StreetId { get; set; }
    /// <summary>By what the headings are known again (<see cref="BankColumns.Layout"/>).</summary>
    public required string Layout { get; set; }
    public BankColumn Column { get; set; }
    /// <summary>Where it stands, counted from 0; -1 where the file has none.</summary>
    public int At { get; set; }
}

public sealed class BankColumnChoiceMapping : IEntityTypeConfiguration<BankColumnChoice>
{
    public void Configure(EntityTypeBuilder<BankColumnChoice> choice)
    {
        choice.HasKey(c => new { c.TenantId, c.Layout, c.Column, c.StreetId });
        choice.Property(c => c.Layout).HasMaxLength(BankColumns.LayoutLength);
        choice.Property(c => c.Column).HasConversion<string>().HasMaxLength(20);
        choice.ToTable(table => table.HasCheckConstraint("ck_bank_column_choices_at", "at >= -1"));
    }
}
