using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

public enum ImportRowState
{
    /// <summary>新增.</summary>
    New,

    /// <summary>有变化.</summary>
    Changed,

    /// <summary>相同.</summary>
    Same,

    /// <summary>须确认.</summary>
    Open,

    /// <summary>不能导入.</summary>
    Refused,

    /// <summary>按决定不导入.</summary>
    Skipped,
}

/// <summary>One row of the file as it will change the registry, and after the commit as it did. What it says is sealed.</summary>
public sealed class ImportRow : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid ImportId { get; set; }
    /// <summary>Its number in the sheet, from 1.</summary>
    public int Number { get; set; }
    public ImportRowState State { get; set; }
    public bool HasProblem { get; set; }
    /// <summary><see cref="RowSheet"/>, sealed; deleted when the import is cleared.</summary>
    public byte[]? Shown { get; set; }
    /// <summary><see cref="RowChanges"/>, sealed: what stood before and what stands after. Null where nothing changes.</summary>
    public byte[]? Changes { get; set; }
}

public sealed class ImportRowMapping : IEntityTypeConfiguration<ImportRow>
{
    public void Configure(EntityTypeBuilder<ImportRow> row)
    {
        row.HasKey(r => new { r.TenantId, r.ImportId, r.Number });
        row.Property(r => r.State).HasConversion<string>().HasMaxLength(10);
        row.HasOne<Import>().WithMany().HasForeignKey(r => new { r.TenantId, r.ImportId }).OnDelete(DeleteBehavior.Restrict);
    }
}
