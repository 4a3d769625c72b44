using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ledgers;

/// <summary>The accounts of the renewal's money (科目). What the county's own books call them is the finance bureau's affair; these serve to make every fen traceable.</summary>
public enum LedgerAccount
{
    /// <summary>应收业主款.</summary>
    OwnersReceivable,

    /// <summary>业主出资: what owners have been billed.</summary>
    OwnersShare,

    /// <summary>减免与救助: what others bear for households.</summary>
    Relief,

    /// <summary>现金.</summary>
    Cash,

    /// <summary>收款专户: owners' transfers.</summary>
    OwnersAccount,

    /// <summary>维修资金、公积金、公共收益、捐赠、投工投劳 received in place of money from the household, by source.</summary>
    InPlace,

    /// <summary>应收资金: approved, not yet received, by source.</summary>
    FundsReceivable,

    /// <summary>资金来源: what was approved, by source.</summary>
    Funds,

    /// <summary>资金专户: received, not yet paid, by source.</summary>
    FundsAccount,

    /// <summary>工程支出.</summary>
    WorksCost,

    /// <summary>应付工程款.</summary>
    WorksPayable,

    /// <summary>质量保证金.</summary>
    Retention,
}

public enum LedgerKind
{
    /// <summary>出账.</summary>
    Billed,

    /// <summary>撤销出账.</summary>
    BillsWithdrawn,

    /// <summary>减免、救助.</summary>
    Relieved,

    /// <summary>收款.</summary>
    Received,

    /// <summary>退款.</summary>
    Refunded,

    /// <summary>冲销.</summary>
    Reversed,

    /// <summary>资金批复下达.</summary>
    FundsApproved,

    /// <summary>资金到位.</summary>
    FundsReceived,

    /// <summary>资金收回、退回.</summary>
    FundsWithdrawn,

    /// <summary>工程款审定.</summary>
    WorksAccepted,

    /// <summary>工程款支付.</summary>
    WorksPaid,
}

/// <summary>
/// 账目: one event of money with its postings. Numbered through the county and the year without gaps; never changed: what was wrong is reversed by an entry of its own. That both
/// sides agree is enforced by the database when the transaction ends.
/// </summary>
public sealed class LedgerEntry : ITenantOwned
{
    public const int TextLength = 300;
    public const string OnceBySource = "ix_ledger_entries_tenant_id_source_id_kind";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int Year { get; set; }
    public int Number { get; set; }
    public LedgerKind Kind { get; set; }
    public DateOnly On { get; set; }
    public Guid? ProjectId { get; set; }
    public Guid? EstateId { get; set; }
    public required string Text { get; set; }
    /// <summary>The row that caused it; it causes one entry of a kind.</summary>
    public Guid SourceId { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    public List<LedgerPosting> Postings { get; } = [];

    public string Name => $"记〔{Year}〕{Number}号";
}

/// <summary>分录: an amount at the debit or at the credit of an account.</summary>
public sealed class LedgerPosting : ITenantOwned
{
    public const int KeyLength = 60;

    public Guid TenantId { get; set; }
    public Guid EntryId { get; set; }
    public int Sequence { get; set; }
    public LedgerAccount Account { get; set; }
    /// <summary>The source of money by its key in the policies, where the account is kept by source.</summary>
    public string? SourceKey { get; set; }
    public Money Debit { get; set; }
    public Money Credit { get; set; }
}

public sealed class LedgerEntryMapping : IEntityTypeConfiguration<LedgerEntry>
{
    public void Configure(EntityTypeBuilder<LedgerEntry> entry)
    {
        entry.ToTable("ledger_entries");
        entry.HasKey(e => new { e.TenantId, e.Id });
        entry.Ignore(e => e.Name);
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        entry.Property(e => e.Text).HasMaxLength(LedgerEntry.TextLength);
        entry.Property(e => e.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        entry.HasIndex(e => new { e.TenantId, e.Year, e.Number }).IsUnique();
        entry.HasIndex(e => new { e.TenantId, e.SourceId, e.Kind }).IsUnique();
        entry.HasIndex(e => new { e.TenantId, e.ProjectId });
        entry.HasIndex(e => new { e.TenantId, e.EstateId });
        entry.HasOne<Project>().WithMany().HasForeignKey(e => new { e.TenantId, e.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Estate>().WithMany().HasForeignKey(e => new { e.TenantId, e.EstateId }).OnDelete(DeleteBehavior.Restrict);
        entry.HasMany(e => e.Postings).WithOne().HasForeignKey(p => new { p.TenantId, p.EntryId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class LedgerPostingMapping : IEntityTypeConfiguration<LedgerPosting>
{
    public void Configure(EntityTypeBuilder<LedgerPosting> posting)
    {
        posting.ToTable("ledger_postings");
        posting.HasKey(p => new { p.TenantId, p.EntryId, p.Sequence });
        posting.Property(p => p.Account).HasConversion<string>().HasMaxLength(20);
        posting.Property(p => p.SourceKey).HasMaxLength(LedgerPosting.KeyLength);
        posting.HasIndex(p => new { p.TenantId, p.Account, p.SourceKey });
        posting.ToTable(table => table.HasCheckConstraint("ck_ledger_postings_side", "debit >= 0 and credit >= 0 and (debit = 0) <> (credit = 0)"));
    }
}
