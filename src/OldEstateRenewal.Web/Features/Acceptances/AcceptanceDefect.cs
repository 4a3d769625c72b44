using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>Where a defect was found.</summary>
public enum DefectSource
{
    /// <summary>竣工验收.</summary>
    Acceptance,

    /// <summary>市级抽检.</summary>
    SpotCheck,

    /// <summary>居民反映.</summary>
    Residents,
}

public enum DefectState
{
    /// <summary>待整改.</summary>
    Open,

    /// <summary>已整改，待复验.</summary>
    Mended,

    /// <summary>复验合格.</summary>
    Closed,
}

/// <summary>验收问题: what is wrong, where, who mends it by when. What became of it is said by its steps.</summary>
public sealed class AcceptanceDefect : ITenantOwned
{
    public const int ItemLength = 200;
    public const int TextLength = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public int Number { get; set; }
    public DefectSource Source { get; set; }
    public required string Item { get; set; }
    public required string Place { get; set; }
    public required string Owner { get; set; }
    public DateOnly DueOn { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public List<DefectStep> Steps { get; } = [];

    public DefectStep? Last => Steps.MaxBy(step => (step.At, step.Id));

    public DefectState State => Last?.Kind switch { DefectStepKind.Mended => DefectState.Mended, DefectStepKind.Approved => DefectState.Closed, _ => DefectState.Open };

    public DueState Clock(DateOnly on) => DueState.Of(DueOn, State == DefectState.Open ? null : Steps.Where(step => step.Kind == DefectStepKind.Mended).MaxBy(step => (step.At, step.Id))?.On, on);
}

public enum DefectStepKind
{
    /// <summary>已整改.</summary>
    Mended,

    /// <summary>复验合格.</summary>
    Approved,

    /// <summary>复验不合格.</summary>
    Rejected,
}

/// <summary>整改与复验: mended by one, looked at again by another. Never changed.</summary>
public sealed class DefectStep : ITenantOwned
{
    public const int TextLength = 500;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid DefectId { get; set; }
    public Guid ProjectId { get; set; }
    public DefectStepKind Kind { get; set; }
    public DateOnly On { get; set; }
    public required string Text { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class AcceptanceDefectMapping : IEntityTypeConfiguration<AcceptanceDefect>
{
    public void Configure(EntityTypeBuilder<AcceptanceDefect> defect)
    {
        defect.HasKey(d => new { d.TenantId, d.Id });
        defect.Property(d => d.Source).HasConversion<string>().HasMaxLength(20);
        defect.Property(d => d.Item).HasMaxLength(AcceptanceDefect.ItemLength);
        defect.Property(d => d.Place).HasMaxLength(AcceptanceDefect.TextLength);
        defect.Property(d => d.Owner).HasMaxLength(AcceptanceDefect.TextLength);
        defect.Property(d => d.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        defect.HasIndex(d => new { d.TenantId, d.ProjectId, d.Number }).IsUnique();
        defect.HasOne(d => d.Project).WithMany().HasForeignKey(d => new { d.TenantId, d.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        defect.HasMany(d => d.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.DefectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class DefectStepMapping : IEntityTypeConfiguration<DefectStep>
{
    public void Configure(EntityTypeBuilder<DefectStep> step)
    {
        step.HasKey(s => new { s.TenantId, s.Id });
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Text).HasMaxLength(DefectStep.TextLength);
        step.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        step.HasOne<Project>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class DefectWords
{
    public static string Name(this DefectSource source) => source switch { DefectSource.Acceptance => "竣工验收", DefectSource.SpotCheck => "市级抽检", _ => "居民反映" };

    public static string Name(this DefectState state) => state switch { DefectState.Open => "待整改", DefectState.Mended => "待复验", _ => "复验合格" };

    public static string Css(this DefectState state) => state switch { DefectState.Open => "bad", DefectState.Mended => "warn", _ => "good" };

    public static string Name(this DefectStepKind kind) => kind switch { DefectStepKind.Mended => "已整改", DefectStepKind.Approved => "复验合格", _ => "复验不合格" };
}
