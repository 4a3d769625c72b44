using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>银行流水: a statement of the account into which owners pay, as the bank gave it. The same file is taken once.</summary>
public sealed class BankFile : ITenantOwned
{
    public const int NameLength = 100;
    public const int HashLength = 32;
    public const int MostLines = 20_000;
    public const string UniqueHash = "ix_bank_files_tenant_id_sha256";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    /// <summary>The street whose account it is; null for the bureau's.</summary>
    public Guid? StreetId { get; set; }
    public required string FileName { get; set; }
    public required byte[] Sha256 { get; set; }
    public int LineCount { get; set; }
    public Money Total { get; set; }
    public DateOnly? FromOn { get; set; }
    public DateOnly? UntilOn { get; set; }
    public required string UploadedBy { get; set; }
    public DateTimeOffset UploadedAt { get; set; }
}

public enum BankLineState
{
    /// <summary>待核对.</summary>
    Open,

    /// <summary>已入账: payments stand against it.</summary>
    Booked,

    /// <summary>重复: the same movement stands in another line already.</summary>
    Repeated,

    /// <summary>不属缴款: set aside with a reason.</summary>
    SetAside,
}

/// <summary>One movement of the account (流水明细), with what it was matched to and why.</summary>
public sealed class BankLine : ITenantOwned, IVersioned
{
    public const int TextLength = 200;
    public const int HashLength = 32;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid FileId { get; set; }
    public Guid? StreetId { get; set; }
    public int Sequence { get; set; }
    public DateOnly On { get; set; }
    /// <summary>What came in; negative for what went out.</summary>
    public Money Amount { get; set; }
    public string? Payer { get; set; }
    public string? Reference { get; set; }
    public string? Summary { get; set; }
    /// <summary>By what a movement is known again in another file: day, amount, reference, payer.</summary>
    public required byte[] Fingerprint { get; set; }
    public BankLineState State { get; set; }
    /// <summary>The dwelling it is most likely for, and how sure that is (0–100); null where nothing fits.</summary>
    public Guid? EstateId { get; set; }
    public Guid? DwellingId { get; set; }
    public int? Score { get; set; }
    /// <summary>Why it was matched, repeated or set aside.</summary>
    public string? Reason { get; set; }
    public string? DecidedBy { get; set; }
    public DateTimeOffset? DecidedAt { get; set; }
    public long Version { get; set; }
}

public sealed class BankFileMapping : IEntityTypeConfiguration<BankFile>
{
    public void Configure(EntityTypeBuilder<BankFile> file)
    {
        file.HasKey(f => new { f.TenantId, f.Id });
        file.Property(f => f.FileName).HasMaxLength(BankFile.NameLength);
        file.Property(f => f.Sha256).HasMaxLength(BankFile.HashLength);
        file.Property(f => f.UploadedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        file.HasIndex(f => new { f.TenantId, f.Sha256 }).IsUnique();
        file.HasOne<Street>().WithMany().HasForeignKey(f => new { f.TenantId, f.StreetId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class BankLineMapping : IEntityTypeConfiguration<BankLine>
{
    public void Configure(EntityTypeBuilder<BankLine> line)
    {
        line.HasKey(l => new { l.TenantId, l.Id });
        line.Property(l => l.Payer).HasMaxLength(BankLine.TextLength);
        line.Property(l => l.Reference).HasMaxLength(BankLine.TextLength);
        line.Property(l => l.Summary).HasMaxLength(BankLine.TextLength);
        line.Property(l => l.Fingerprint).HasMaxLength(BankLine.HashLength);
        line.Property(l => l.State).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.Reason).HasMaxLength(BankLine.TextLength);
        line.Property(l => l.DecidedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        line.HasIndex(l => new { l.TenantId, l.FileId, l.Sequence }).IsUnique();
        line.HasIndex(l => new { l.TenantId, l.Fingerprint });
        line.HasOne<BankFile>().WithMany().HasForeignKey(l => new { l.TenantId, l.FileId }).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Street>().WithMany().HasForeignKey(l => new { l.TenantId, l.StreetId }).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Estate>().WithMany().HasForeignKey(l => new { l.TenantId, l.EstateId }).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<Dwelling>().WithMany().HasForeignKey(l => new { l.TenantId, l.DwellingId }).OnDelete(DeleteBehavior.Restrict);
        line.ToTable(table => table.HasCheckConstraint("ck_bank_lines_score", "score between 0 and 100"));
    }
}
