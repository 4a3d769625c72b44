using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>A row of a city that concerns one of its counties, and that the county may read.</summary>
public interface IConcernsCounty : ITenantOwned
{
    Guid CountyId { get; set; }
}

/// <summary>How far the works of a project are: what a spot check asks of it.</summary>
public enum ProjectPhase
{
    /// <summary>未开工.</summary>
    NotStarted,

    /// <summary>在建.</summary>
    UnderWay,

    /// <summary>已完工.</summary>
    Completed,
}

/// <summary>抽查名单: what may be drawn, fixed before the seed is known. Never changed; it ends by its <see cref="CheckClosing"/>.</summary>
public sealed class CheckList : ITenantOwned
{
    public const int TitleLength = 100;
    public const int BasisLength = 200;
    public const int MostCandidates = 5000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Title { get; set; }
    public int PlanYear { get; set; }
    /// <summary>Only projects that far; null for all.</summary>
    public ProjectPhase? Phase { get; set; }
    public int Places { get; set; }
    public string? Basis { get; set; }
    /// <summary>How many candidates it has: the database takes no more.</summary>
    public int Candidates { get; set; }
    public required string FixedBy { get; set; }
    public Guid FixedById { get; set; }
    public DateTimeOffset FixedAt { get; set; }
}

/// <summary>候选: one project of the list as it was when the list was fixed.</summary>
public sealed class CheckCandidate : IConcernsCounty
{
    public const int CodeLength = 80;
    public const int NameLength = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ListId { get; set; }
    public int Sequence { get; set; }
    public Guid CountyId { get; set; }
    public required string CountyKey { get; set; }
    public required string CountyName { get; set; }
    public Guid ProjectId { get; set; }
    public required string ProjectName { get; set; }
    public ProjectPhase Phase { get; set; }
    /// <summary>编号: what is hashed with the seed.</summary>
    public required string Code { get; set; }

    public DrawCandidate ToDraw() => new(Code, CountyName);

    /// <summary>donge-2026-7f3a09c1b2d4: readable, one line, and the same however often the list is made.</summary>
    public static string CodeOf(string county, int planYear, Guid project) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{county}-{planYear}-{project.ToString("N")[^12..]}");
}

public enum CheckClosingKind
{
    /// <summary>已抽取.</summary>
    Drawn,

    /// <summary>已作废.</summary>
    Withdrawn,
}

/// <summary>How a list ended: drawn with this seed, or withdrawn for this reason. Once.</summary>
public sealed class CheckClosing : ITenantOwned
{
    public const int SeedLength = 100;
    public const int SourceLength = 200;
    public const int CallerLength = 60;
    public const int ReasonLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ListId { get; set; }
    public CheckClosingKind Kind { get; set; }
    public string? Seed { get; set; }
    /// <summary>Where the seed came from.</summary>
    public string? Source { get; set; }
    /// <summary>Who called it out.</summary>
    public string? Caller { get; set; }
    public string? Reason { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>签: a candidate's place in the order of the hashes, and whether it was drawn.</summary>
public sealed class CheckLot : IConcernsCounty
{
    public const int HashLength = 64;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ListId { get; set; }
    public Guid ClosingId { get; set; }
    public Guid CandidateId { get; set; }
    public CheckCandidate? Candidate { get; set; }
    public Guid CountyId { get; set; }
    public Guid ProjectId { get; set; }
    public int Place { get; set; }
    public required string Hash { get; set; }
    public bool IsDrawn { get; set; }
}

/// <summary>名额: how many of a county's candidates were drawn.</summary>
public sealed class CheckQuota : IConcernsCounty
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ListId { get; set; }
    public Guid ClosingId { get; set; }
    public Guid CountyId { get; set; }
    public required string CountyName { get; set; }
    public int Candidates { get; set; }
    public int Drawn { get; set; }
}

public sealed class CheckListMapping : IEntityTypeConfiguration<CheckList>
{
    public void Configure(EntityTypeBuilder<CheckList> list)
    {
        list.HasKey(l => new { l.TenantId, l.Id });
        list.Property(l => l.Title).HasMaxLength(CheckList.TitleLength);
        list.Property(l => l.Basis).HasMaxLength(CheckList.BasisLength);
        list.Property(l => l.Phase).HasConversion<string>().HasMaxLength(20);
        list.Property(l => l.FixedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        list.ToTable(table => table.HasCheckConstraint("ck_check_lists_counts", "places >= 1 and candidates >= 1"));
    }
}

public sealed class CheckCandidateMapping : IEntityTypeConfiguration<CheckCandidate>
{
    public void Configure(EntityTypeBuilder<CheckCandidate> candidate)
    {
        candidate.HasKey(c => new { c.TenantId, c.Id });
        candidate.Property(c => c.CountyKey).HasMaxLength(60);
        candidate.Property(c => c.CountyName).HasMaxLength(CheckCandidate.NameLength);
        candidate.Property(c => c.ProjectName).HasMaxLength(CheckCandidate.NameLength);
        candidate.Property(c => c.Phase).HasConversion<string>().HasMaxLength(20);
        candidate.Property(c => c.Code).HasMaxLength(CheckCandidate.CodeLength);
        candidate.HasIndex(c => new { c.TenantId, c.ListId, c.Sequence }).IsUnique();
        candidate.HasIndex(c => new { c.TenantId, c.ListId, c.Code }).IsUnique();
        candidate.HasOne<CheckList>().WithMany().HasForeignKey(c => new { c.TenantId, c.ListId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class CheckClosingMapping : IEntityTypeConfiguration<CheckClosing>
{
    public void Configure(EntityTypeBuilder<CheckClosing> closing)
    {
        closing.HasKey(c => new { c.TenantId, c.Id });
        closing.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        closing.Property(c => c.Seed).HasMaxLength(CheckClosing.SeedLength);
        closing.Property(c => c.Source).HasMaxLength(CheckClosing.SourceLength);
        closing.Property(c => c.Caller).HasMaxLength(CheckClosing.CallerLength);
        closing.Property(c => c.Reason).HasMaxLength(CheckClosing.ReasonLength);
        closing.Property(c => c.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        closing.HasIndex(c => new { c.TenantId, c.ListId }).IsUnique();
        closing.HasOne<CheckList>().WithMany().HasForeignKey(c => new { c.TenantId, c.ListId }).OnDelete(DeleteBehavior.Restrict);
        closing.ToTable(table => table.HasCheckConstraint("ck_check_closings_kind", "(kind = 'Drawn') = (seed is not null) and (kind = 'Withdrawn') = (reason is not null)"));
    }
}

public sealed class CheckLotMapping : IEntityTypeConfiguration<CheckLot>
{
    public void Configure(EntityTypeBuilder<CheckLot> lot)
    {
        lot.HasKey(l => new { l.TenantId, l.Id });
        lot.Property(l => l.Hash).HasMaxLength(CheckLot.HashLength);
        lot.HasIndex(l => new { l.TenantId, l.ListId, l.Place }).IsUnique();
        lot.HasIndex(l => new { l.TenantId, l.CandidateId }).IsUnique();
        lot.HasOne(l => l.Candidate).WithMany().HasForeignKey(l => new { l.TenantId, l.CandidateId }).OnDelete(DeleteBehavior.Restrict);
        lot.HasOne<CheckClosing>().WithMany().HasForeignKey(l => new { l.TenantId, l.ClosingId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class CheckQuotaMapping : IEntityTypeConfiguration<CheckQuota>
{
    public void Configure(EntityTypeBuilder<CheckQuota> quota)
    {
        quota.HasKey(q => new { q.TenantId, q.Id });
        quota.Property(q => q.CountyName).HasMaxLength(CheckCandidate.NameLength);
        quota.HasIndex(q => new { q.TenantId, q.ListId, q.CountyId }).IsUnique();
        quota.HasOne<CheckClosing>().WithMany().HasForeignKey(q => new { q.TenantId, q.ClosingId }).OnDelete(DeleteBehavior.Restrict);
    }
}
