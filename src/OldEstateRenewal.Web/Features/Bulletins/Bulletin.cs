using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Dispatches;
using OldEstateRenewal.Web.Features.Reports;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Bulletins;

public enum BulletinState
{
    /// <summary>拟稿.</summary>
    Draft,

    /// <summary>已印发: never changed again.</summary>
    Issued,
}

/// <summary>
/// 月通报 of a city: one month's figures of its counties, taken once from their approved weeks and kept. Every paper of it, page, PDF, Excel and Word, is made of these rows. What is wrong in an
/// issued one is put right by another (更正) that says so.
/// </summary>
public sealed class Bulletin : ITenantOwned, IVersioned
{
    public const int TitleLength = 120;
    public const int NumberLength = 60;
    public const int TextLength = 4000;
    public const int ReasonLength = 300;
    public const string UniqueEdition = "ix_bulletins_tenant_id_plan_year_month_edition";
    public const string UniqueNumber = "ix_bulletins_tenant_id_number";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int PlanYear { get; set; }
    /// <summary>The first day of the month.</summary>
    public DateOnly Month { get; set; }
    /// <summary>1 for the first; each correction one more.</summary>
    public int Edition { get; set; } = 1;
    /// <summary>Why the edition before it was not right.</summary>
    public string? Reason { get; set; }
    public BulletinState State { get; set; }
    /// <summary>文号; given when it is issued.</summary>
    public string? Number { get; set; }
    public required string Title { get; set; }
    /// <summary>总体情况, 表扬, 通报, 下步要求: proposed from the figures, then edited.</summary>
    public required string Opening { get; set; }
    public string? Praise { get; set; }
    public string? Naming { get; set; }
    public string? Demands { get; set; }
    public DateTimeOffset TakenAt { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? IssuedBy { get; set; }
    public DateOnly? IssuedOn { get; set; }
    public DateTimeOffset? IssuedAt { get; set; }
    /// <summary>公文版式 at the time of issue, one of the city's versions; null where none had been set: then the house's own.</summary>
    public Guid? TemplateId { get; set; }
    public long Version { get; set; }
    public List<BulletinRow> Rows { get; } = [];

    public DateOnly MonthEnd => Month.AddMonths(1).AddDays(-1);
}

public enum BulletinMark
{
    None,

    /// <summary>表扬.</summary>
    Praised,

    /// <summary>通报点名.</summary>
    Named,
}

/// <summary>One county in a bulletin: its figures of the month and of the month before, its place.</summary>
public sealed class BulletinRow : ITenantOwned
{
    public const int NameLength = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BulletinId { get; set; }
    public Guid CountyId { get; set; }
    public required string CountyName { get; set; }
    public int Sequence { get; set; }
    /// <summary>The approved week that the figures are of; null where the county has none.</summary>
    public DateOnly? Week { get; set; }
    public int? Rank { get; set; }
    public int? PreviousRank { get; set; }
    public decimal? Points { get; set; }
    public BulletinMark Mark { get; set; }
    public required string[] Keys { get; set; }
    public required decimal?[] Planned { get; set; }
    public required decimal?[] Actual { get; set; }
    public required decimal?[] Before { get; set; }

    public IReadOnlyDictionary<string, FigurePair> Figures => FigureArrays.Pairs(Keys, Planned, Actual);

    public decimal? BeforeOf(string key) => FigureArrays.At(Keys, key, Before);
}

/// <summary>签收: a person of a county has read an issued bulletin.</summary>
public sealed class BulletinReading : ITenantOwned
{
    public const string UniqueReader = "ix_bulletin_readings_tenant_id_bulletin_id_by_id";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BulletinId { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class BulletinMapping : IEntityTypeConfiguration<Bulletin>
{
    public void Configure(EntityTypeBuilder<Bulletin> bulletin)
    {
        bulletin.HasKey(b => new { b.TenantId, b.Id });
        bulletin.Ignore(b => b.MonthEnd);
        bulletin.Property(b => b.State).HasConversion<string>().HasMaxLength(20);
        bulletin.Property(b => b.Reason).HasMaxLength(Bulletin.ReasonLength);
        bulletin.Property(b => b.Number).HasMaxLength(Bulletin.NumberLength);
        bulletin.Property(b => b.Title).HasMaxLength(Bulletin.TitleLength);
        bulletin.Property(b => b.Opening).HasMaxLength(Bulletin.TextLength);
        bulletin.Property(b => b.Praise).HasMaxLength(Bulletin.TextLength);
        bulletin.Property(b => b.Naming).HasMaxLength(Bulletin.TextLength);
        bulletin.Property(b => b.Demands).HasMaxLength(Bulletin.TextLength);
        bulletin.Property(b => b.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        bulletin.Property(b => b.IssuedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        bulletin.HasIndex(b => new { b.TenantId, b.PlanYear, b.Month, b.Edition }).IsUnique();
        bulletin.HasIndex(b => new { b.TenantId, b.Number }).IsUnique().HasFilter("number is not null");
        bulletin.HasMany(b => b.Rows).WithOne().HasForeignKey(r => new { r.TenantId, r.BulletinId }).OnDelete(DeleteBehavior.Restrict);
        bulletin.HasOne<PaperTemplateVersion>().WithMany().HasForeignKey(b => new { b.TenantId, b.TemplateId }).OnDelete(DeleteBehavior.Restrict);
        bulletin.ToTable(table => table.HasCheckConstraint("ck_bulletins_state", "(state = 'Issued') = (issued_at is not null) and (state = 'Issued') = (number is not null) and (edition = 1) = (reason is null) and extract(day from month) = 1"));
    }
}

public sealed class BulletinRowMapping : IEntityTypeConfiguration<BulletinRow>
{
    public void Configure(EntityTypeBuilder<BulletinRow> row)
    {
        row.HasKey(r => new { r.TenantId, r.Id });
        row.Ignore(r => r.Figures);
        row.Property(r => r.CountyName).HasMaxLength(BulletinRow.NameLength);
        row.Property(r => r.Points).HasPrecision(8, 4);
        row.Property(r => r.Mark).HasConversion<string>().HasMaxLength(20);
        row.HasIndex(r => new { r.TenantId, r.BulletinId, r.CountyId }).IsUnique();
        row.ToTable(table => table.HasCheckConstraint("ck_bulletin_rows_shape", "cardinality(keys) = cardinality(planned) and cardinality(keys) = cardinality(actual) and cardinality(keys) = cardinality(before)"));
    }
}

public sealed class BulletinReadingMapping : IEntityTypeConfiguration<BulletinReading>
{
    public void Configure(EntityTypeBuilder<BulletinReading> reading)
    {
        reading.HasKey(r => new { r.TenantId, r.Id });
        reading.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        reading.HasIndex(r => new { r.TenantId, r.BulletinId, r.ById }).IsUnique();
    }
}
