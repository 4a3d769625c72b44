using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.SpotChecks;

/// <summary>现场抽查: the city was at a drawn project. Without findings it says 未发现问题.</summary>
public sealed class CheckVisit : IConcernsCounty
{
    public const int VisitorsLength = 100;
    public const int RemarkLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ListId { get; set; }
    public Guid LotId { get; set; }
    public Guid CountyId { get; set; }
    public Guid ProjectId { get; set; }
    public DateOnly VisitedOn { get; set; }
    public required string Visitors { get; set; }
    public string? Remark { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public enum CheckSeverity
{
    /// <summary>一般.</summary>
    Minor,

    /// <summary>较重.</summary>
    Serious,

    /// <summary>严重.</summary>
    Grave,
}

/// <summary>问题: one thing that was found and until when it is to be mended. A fact; what came of it is told by mendings and verdicts.</summary>
public sealed class CheckFinding : IConcernsCounty
{
    public const int TextLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid VisitId { get; set; }
    public CheckVisit? Visit { get; set; }
    public Guid LotId { get; set; }
    public Guid CountyId { get; set; }
    public Guid ProjectId { get; set; }
    public int Sequence { get; set; }
    public required string Text { get; set; }
    public CheckSeverity Severity { get; set; }
    public DateOnly DueOn { get; set; }
}

/// <summary>整改: what the county did about a finding. A row of the county's own.</summary>
public sealed class FindingMending : ITenantOwned
{
    public const int TextLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid FindingId { get; set; }
    public Guid ProjectId { get; set; }
    public required string Text { get; set; }
    public DateOnly MendedOn { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public enum FindingVerdictKind
{
    /// <summary>销号.</summary>
    Confirmed,

    /// <summary>退回.</summary>
    SentBack,
}

/// <summary>核验: the city looked at a mending. One for each mending.</summary>
public sealed class FindingVerdict : IConcernsCounty
{
    public const int ReasonLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid FindingId { get; set; }
    public Guid MendingId { get; set; }
    public Guid CountyId { get; set; }
    public Guid ProjectId { get; set; }
    public FindingVerdictKind Kind { get; set; }
    public string? Reason { get; set; }
    /// <summary>The new day when it was sent back; null keeps the one before.</summary>
    public DateOnly? DueOn { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class CheckVisitMapping : IEntityTypeConfiguration<CheckVisit>
{
    public void Configure(EntityTypeBuilder<CheckVisit> visit)
    {
        visit.HasKey(v => new { v.TenantId, v.Id });
        visit.Property(v => v.Visitors).HasMaxLength(CheckVisit.VisitorsLength);
        visit.Property(v => v.Remark).HasMaxLength(CheckVisit.RemarkLength);
        visit.Property(v => v.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        visit.HasIndex(v => new { v.TenantId, v.LotId, v.VisitedOn }).IsUnique();
        visit.HasOne<CheckLot>().WithMany().HasForeignKey(v => new { v.TenantId, v.LotId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class CheckFindingMapping : IEntityTypeConfiguration<CheckFinding>
{
    public void Configure(EntityTypeBuilder<CheckFinding> finding)
    {
        finding.HasKey(f => new { f.TenantId, f.Id });
        finding.Property(f => f.Text).HasMaxLength(CheckFinding.TextLength);
        finding.Property(f => f.Severity).HasConversion<string>().HasMaxLength(20);
        finding.HasIndex(f => new { f.TenantId, f.VisitId, f.Sequence }).IsUnique();
        finding.HasIndex(f => new { f.TenantId, f.CountyId });
        finding.HasOne(f => f.Visit).WithMany().HasForeignKey(f => new { f.TenantId, f.VisitId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class FindingMendingMapping : IEntityTypeConfiguration<FindingMending>
{
    public void Configure(EntityTypeBuilder<FindingMending> mending)
    {
        mending.HasKey(m => new { m.TenantId, m.Id });
        mending.Property(m => m.Text).HasMaxLength(FindingMending.TextLength);
        mending.Property(m => m.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        mending.HasIndex(m => new { m.TenantId, m.FindingId });
    }
}

public sealed class FindingVerdictMapping : IEntityTypeConfiguration<FindingVerdict>
{
    public void Configure(EntityTypeBuilder<FindingVerdict> verdict)
    {
        verdict.HasKey(v => new { v.TenantId, v.Id });
        verdict.Property(v => v.Kind).HasConversion<string>().HasMaxLength(20);
        verdict.Property(v => v.Reason).HasMaxLength(FindingVerdict.ReasonLength);
        verdict.Property(v => v.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        verdict.HasIndex(v => new { v.TenantId, v.MendingId }).IsUnique();
        verdict.HasOne<CheckFinding>().WithMany().HasForeignKey(v => new { v.TenantId, v.FindingId }).OnDelete(DeleteBehavior.Restrict);
        verdict.ToTable(table => table.HasCheckConstraint("ck_finding_verdicts_reason", "kind = 'Confirmed' or reason is not null"));
    }
}
