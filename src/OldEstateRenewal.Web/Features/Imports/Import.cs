using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Imports.Reading;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Imports;

public enum ImportState
{
    /// <summary>等待读取.</summary>
    Uploaded,

    /// <summary>正在读取.</summary>
    Reading,

    /// <summary>待核对.</summary>
    Read,

    /// <summary>正在写入台账.</summary>
    Committing,

    /// <summary>已导入.</summary>
    Committed,

    /// <summary>正在撤销.</summary>
    Undoing,

    /// <summary>已撤销.</summary>
    Undone,

    /// <summary>文件无法读取.</summary>
    Failed,

    /// <summary>已放弃.</summary>
    Discarded,
}

/// <summary>导入: one file on its way into the registry. A street clerk's import belongs to the clerk's street.</summary>
public sealed class Import : ITenantOwned, IVersioned
{
    public const int FileNameLength = 200;
    public const int ProblemLength = 2000;
    public const int PhaseLength = 40;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public ImportKind Kind { get; set; }
    public required string FileName { get; set; }
    public int Length { get; set; }
    public required byte[] Sha256 { get; set; }
    public Guid? StreetId { get; set; }
    /// <summary>The estate that rows without one belong to.</summary>
    public Guid? EstateId { get; set; }
    /// <summary>What the user said about sheet, header and columns: <see cref="TableChoices"/> as JSON.</summary>
    public string? Choices { get; set; }

    public ImportState State { get; set; }
    public string? Phase { get; set; }
    public int RowsDone { get; set; }
    public int? RowsTotal { get; set; }
    /// <summary>Why it stopped, in a sentence for the user.</summary>
    public string? Problem { get; set; }
    /// <summary>How often the present work was begun; broken off too often it is given up.</summary>
    public int Attempts { get; set; }

    public int NewRows { get; set; }
    public int ChangedRows { get; set; }
    public int SameRows { get; set; }
    public int OpenRows { get; set; }
    public int RefusedRows { get; set; }
    public int SkippedRows { get; set; }

    public required string UploadedBy { get; set; }
    public Guid UploadedById { get; set; }
    public DateTimeOffset UploadedAt { get; set; }
    /// <summary>Who asked for the present work, in whose name it is done.</summary>
    public required string AskedBy { get; set; }
    public Guid AskedById { get; set; }
    public string? CommittedBy { get; set; }
    public DateTimeOffset? CommittedAt { get; set; }
    public string? UndoneBy { get; set; }
    public DateTimeOffset? UndoneAt { get; set; }
    /// <summary>When the file and what was typed out of it were deleted.</summary>
    public DateTimeOffset? ClearedAt { get; set; }
    public long Version { get; set; }

    public bool IsWorking => State is ImportState.Uploaded or ImportState.Reading or ImportState.Committing or ImportState.Undoing;

    public int Rows => NewRows + ChangedRows + SameRows + OpenRows + RefusedRows + SkippedRows;
}

public sealed class ImportMapping : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> import)
    {
        import.HasKey(i => new { i.TenantId, i.Id });
        import.Property(i => i.Kind).HasConversion<string>().HasMaxLength(20);
        import.Property(i => i.State).HasConversion<string>().HasMaxLength(20);
        import.Property(i => i.FileName).HasMaxLength(Import.FileNameLength);
        import.Property(i => i.Problem).HasMaxLength(Import.ProblemLength);
        import.Property(i => i.Phase).HasMaxLength(Import.PhaseLength);
        foreach (var name in new[] { nameof(Import.UploadedBy), nameof(Import.AskedBy), nameof(Import.CommittedBy), nameof(Import.UndoneBy) })
            import.Property(name).HasMaxLength(Security.PortalUser.DisplayNameLength);
        import.HasIndex(i => new { i.TenantId, i.State });
        import.HasOne<Street>().WithMany().HasForeignKey(i => new { i.TenantId, i.StreetId }).OnDelete(DeleteBehavior.Restrict);
    }
}
