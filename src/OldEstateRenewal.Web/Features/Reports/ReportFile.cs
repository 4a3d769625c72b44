using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Reports;

public enum ReportFormat
{
    Pdf,
    Xlsx,
    Docx,

    /// <summary>批量: several reports in one archive.</summary>
    Zip,
}

public enum ReportState
{
    /// <summary>等待.</summary>
    Waiting,

    /// <summary>生成中.</summary>
    Running,

    /// <summary>已生成.</summary>
    Done,

    /// <summary>已取消.</summary>
    Cancelled,

    /// <summary>未成.</summary>
    Failed,
}

/// <summary>
/// 报表文件: a report that was asked for, with its number in the register of the tenant. Numbers run through the year without gaps; one that was cancelled keeps
/// its number. Once made it is never changed: only its bytes go after <see cref="DaysKept"/>.
/// </summary>
public sealed class ReportFile : ITenantOwned
{
    public const int KeyLength = 40;
    public const int NameLength = 120;
    public const int ParametersLength = 300;
    public const int FilterLength = 300;
    public const int CodeLength = 26;
    public const int SiteLength = 200;
    public const int ProblemLength = 300;
    public const int HashLength = 32;
    public const int DaysKept = 90;
    /// <summary>The key of an archive of several reports.</summary>
    public const string BatchKey = "batch";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int Year { get; set; }
    public int Number { get; set; }
    /// <summary>Which report of the catalogue.</summary>
    public required string Key { get; set; }
    public required string Name { get; set; }
    public required ReportFormat Format { get; set; }
    /// <summary>What it was asked with, as the query of its page.</summary>
    public required string Parameters { get; set; }
    /// <summary>The same in words; null for all.</summary>
    public string? Filter { get; set; }
    /// <summary>Household data: nobody reads the file but who made it.</summary>
    public bool IsHousehold { get; set; }
    /// <summary>The only street that the maker saw.</summary>
    public Guid? StreetId { get; set; }
    /// <summary>The archive it goes into.</summary>
    public Guid? BatchId { get; set; }
    public required string MadeBy { get; set; }
    public required Guid MadeById { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    /// <summary>核验码: stands in the file, and opens the page of its verification.</summary>
    public required string Code { get; set; }
    /// <summary>Under which address the portal was asked, for the address of the verification.</summary>
    public required string Site { get; set; }
    public ReportState State { get; set; }
    public int Percent { get; set; }
    public int Attempts { get; set; }
    public DateTimeOffset? BeatAt { get; set; }
    public string? Problem { get; set; }
    public DateTimeOffset? MadeAt { get; set; }
    public int? Rows { get; set; }
    public long? Length { get; set; }
    public byte[]? Sha256 { get; set; }
    /// <summary>When its bytes were deleted.</summary>
    public DateTimeOffset? ClearedAt { get; set; }

    /// <summary>报表编号: 报-2026-00001.</summary>
    public string NumberText => string.Create(CultureInfo.InvariantCulture, $"报-{Year}-{Number:00000}");

    public bool IsOpen => State is ReportState.Waiting or ReportState.Running;

    public bool HasBytes => State == ReportState.Done && ClearedAt is null;

    public string FileName => $"{NumberText} {Name}.{Format.Extension()}";

    public static string AddressOf(string site, string tenantKey, string code) => $"{site}/verify/{tenantKey}/{code}";
}

/// <summary>The bytes of a report: apart, so that lists never load them.</summary>
public sealed class ReportContent : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid FileId { get; set; }
    public required byte[] Bytes { get; set; }
}

public sealed class ReportFileMapping : IEntityTypeConfiguration<ReportFile>
{
    public void Configure(EntityTypeBuilder<ReportFile> file)
    {
        file.HasKey(f => new { f.TenantId, f.Id });
        file.Property(f => f.Key).HasMaxLength(ReportFile.KeyLength);
        file.Property(f => f.Name).HasMaxLength(ReportFile.NameLength);
        file.Property(f => f.Format).HasConversion<string>().HasMaxLength(10);
        file.Property(f => f.Parameters).HasMaxLength(ReportFile.ParametersLength);
        file.Property(f => f.Filter).HasMaxLength(ReportFile.FilterLength);
        file.Property(f => f.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        file.Property(f => f.Code).HasMaxLength(ReportFile.CodeLength);
        file.Property(f => f.Site).HasMaxLength(ReportFile.SiteLength);
        file.Property(f => f.State).HasConversion<string>().HasMaxLength(10);
        file.Property(f => f.Problem).HasMaxLength(ReportFile.ProblemLength);
        file.Property(f => f.Sha256).HasMaxLength(ReportFile.HashLength);
        file.HasIndex(f => new { f.TenantId, f.Year, f.Number }).IsUnique();
        file.HasIndex(f => new { f.TenantId, f.Code }).IsUnique();
        file.HasIndex(f => new { f.TenantId, f.BatchId });
        file.HasIndex(f => new { f.TenantId, f.State });
        file.HasOne<Street>().WithMany().HasForeignKey(f => new { f.TenantId, f.StreetId }).OnDelete(DeleteBehavior.Restrict);
        file.HasOne<ReportFile>().WithMany().HasForeignKey(f => new { f.TenantId, f.BatchId }).OnDelete(DeleteBehavior.Restrict);
        file.ToTable(table => table.HasCheckConstraint("ck_report_files_done", "(state = 'Done') = (sha256 is not null and length is not null and made_at is not null)"));
    }
}

public sealed class ReportContentMapping : IEntityTypeConfiguration<ReportContent>
{
    public void Configure(EntityTypeBuilder<ReportContent> content)
    {
        content.HasKey(c => new { c.TenantId, c.FileId });
        content.HasOne<ReportFile>().WithOne().HasForeignKey<ReportContent>(c => new { c.TenantId, c.FileId }).OnDelete(DeleteBehavior.Restrict);
    }
}
