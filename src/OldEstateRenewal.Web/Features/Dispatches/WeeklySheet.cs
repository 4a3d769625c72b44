using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Supervision;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Dispatches;

/// <summary>
/// 周调度表: what is reported of a project for one week, as it was sent. Never changed: a correction is another edition with its reason, and both stay in sight. What the records of the
/// site said at that moment stands beside what was sent.
/// </summary>
public sealed class WeeklySheet : ITenantOwned
{
    public const int TextLength = 1000;
    public const int ReasonLength = 300;
    public const int StageLength = 100;
    public const string UniqueEdition = "ix_weekly_sheets_tenant_id_project_id_week_edition";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public int PlanYear { get; set; }
    /// <summary>The Monday with which the week begins.</summary>
    public DateOnly Week { get; set; }
    /// <summary>1 for the first sending.</summary>
    public int Edition { get; set; } = 1;
    /// <summary>Where the project stood, in words.</summary>
    public required string Stage { get; set; }
    /// <summary>The keys of the indicators; the figures stand in the same order, null where there is none.</summary>
    public required string[] Keys { get; set; }
    public required decimal?[] Planned { get; set; }
    /// <summary>What the records said (台账数).</summary>
    public required decimal?[] Recorded { get; set; }
    /// <summary>What was sent (上报数).</summary>
    public required decimal?[] Actual { get; set; }
    public required string?[] Reasons { get; set; }
    /// <summary>本周进展.</summary>
    public string? Progress { get; set; }
    /// <summary>存在问题.</summary>
    public string? Problems { get; set; }
    /// <summary>需协调事项.</summary>
    public string? Needs { get; set; }
    /// <summary>Photos that the site took in this week.</summary>
    public int Photos { get; set; }
    /// <summary>Why what was sent before is corrected; null for the first edition.</summary>
    public string? Correction { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }

    public IReadOnlyDictionary<string, FigurePair> Figures => FigureArrays.Pairs(Keys, Planned, Actual);

    public string? ReasonOf(string key) => FigureArrays.At(Keys, key, Reasons);
}

public sealed class WeeklySheetMapping : IEntityTypeConfiguration<WeeklySheet>
{
    public void Configure(EntityTypeBuilder<WeeklySheet> sheet)
    {
        sheet.HasKey(s => new { s.TenantId, s.Id });
        sheet.Ignore(s => s.Figures);
        sheet.Property(s => s.Stage).HasMaxLength(WeeklySheet.StageLength);
        sheet.Property(s => s.Progress).HasMaxLength(WeeklySheet.TextLength);
        sheet.Property(s => s.Problems).HasMaxLength(WeeklySheet.TextLength);
        sheet.Property(s => s.Needs).HasMaxLength(WeeklySheet.TextLength);
        sheet.Property(s => s.Correction).HasMaxLength(WeeklySheet.ReasonLength);
        sheet.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        sheet.HasIndex(s => new { s.TenantId, s.ProjectId, s.Week, s.Edition }).IsUnique();
        sheet.HasIndex(s => new { s.TenantId, s.Week });
        sheet.HasOne(s => s.Project).WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        sheet.ToTable(table => table.HasCheckConstraint("ck_weekly_sheets_shape",
            "extract(isodow from week) = 1 and (edition = 1) = (correction is null) and cardinality(keys) = cardinality(planned) and cardinality(keys) = cardinality(recorded) and cardinality(keys) = cardinality(actual) and cardinality(keys) = cardinality(reasons)"));
    }
}
