using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Acceptances;

/// <summary>What a party says of the works (验收意见).</summary>
public enum AcceptanceOpinion
{
    /// <summary>同意.</summary>
    Agree,

    /// <summary>同意，有问题待整改.</summary>
    WithDefects,

    /// <summary>不同意.</summary>
    Disagree,
}

public enum AcceptanceResult
{
    /// <summary>通过.</summary>
    Passed,

    /// <summary>不通过.</summary>
    Failed,
}

/// <summary>
/// 竣工验收: a meeting of the parties that the documents name. It may be corrected until its result is recorded; then it stands, and only a newer one takes its
/// place. It counts with the scan of the signatures.
/// </summary>
public sealed class Acceptance : ITenantOwned, IVersioned, IProven
{
    public const int PlaceLength = 100;
    public const int RemarkLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public DateOnly HeldOn { get; set; }
    public string? Place { get; set; }
    public string? Remark { get; set; }
    public bool HasProof { get; set; }
    public AcceptanceResult? Result { get; set; }
    /// <summary>What was looked at when the result was recorded.</summary>
    public string? Working { get; set; }
    public string? ConcludedBy { get; set; }
    public DateTimeOffset? ConcludedAt { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public long Version { get; set; }
    public List<AcceptanceSeat> Seats { get; } = [];
}

/// <summary>One party at one acceptance: was it there, whom did it send, what did it say.</summary>
public sealed class AcceptanceSeat : ITenantOwned
{
    public const int TextLength = 100;
    public const int RemarkLength = 300;

    public Guid TenantId { get; set; }
    public Guid AcceptanceId { get; set; }
    public Guid ProjectId { get; set; }
    public required string PartyKey { get; set; }
    public required string Party { get; set; }
    public required string Clause { get; set; }
    public bool IsOptional { get; set; }
    public int Sequence { get; set; }
    public bool IsPresent { get; set; }
    public string? Unit { get; set; }
    public string? Representative { get; set; }
    public AcceptanceOpinion? Opinion { get; set; }
    public string? Remark { get; set; }
}

public sealed class AcceptanceMapping : IEntityTypeConfiguration<Acceptance>
{
    public void Configure(EntityTypeBuilder<Acceptance> acceptance)
    {
        acceptance.HasKey(a => new { a.TenantId, a.Id });
        acceptance.Property(a => a.Place).HasMaxLength(Acceptance.PlaceLength);
        acceptance.Property(a => a.Remark).HasMaxLength(Acceptance.RemarkLength);
        acceptance.Property(a => a.Result).HasConversion<string>().HasMaxLength(20);
        acceptance.Property(a => a.ConcludedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        acceptance.Property(a => a.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        acceptance.HasIndex(a => new { a.TenantId, a.ProjectId });
        acceptance.HasOne(a => a.Project).WithMany().HasForeignKey(a => new { a.TenantId, a.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        acceptance.HasMany(a => a.Seats).WithOne().HasForeignKey(s => new { s.TenantId, s.AcceptanceId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class AcceptanceSeatMapping : IEntityTypeConfiguration<AcceptanceSeat>
{
    public void Configure(EntityTypeBuilder<AcceptanceSeat> seat)
    {
        seat.HasKey(s => new { s.TenantId, s.AcceptanceId, s.PartyKey });
        seat.Property(s => s.PartyKey).HasMaxLength(60);
        seat.Property(s => s.Party).HasMaxLength(AcceptanceSeat.TextLength);
        seat.Property(s => s.Clause).HasMaxLength(200);
        seat.Property(s => s.Unit).HasMaxLength(AcceptanceSeat.TextLength);
        seat.Property(s => s.Representative).HasMaxLength(AcceptanceSeat.TextLength);
        seat.Property(s => s.Opinion).HasConversion<string>().HasMaxLength(20);
        seat.Property(s => s.Remark).HasMaxLength(AcceptanceSeat.RemarkLength);
        seat.HasOne<Project>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class AcceptanceWords
{
    public static string Name(this AcceptanceOpinion opinion) => opinion switch { AcceptanceOpinion.Agree => "同意", AcceptanceOpinion.WithDefects => "同意，有问题待整改", _ => "不同意" };

    public static string Css(this AcceptanceOpinion opinion) => opinion switch { AcceptanceOpinion.Agree => "good", AcceptanceOpinion.WithDefects => "warn", _ => "bad" };

    public static string Name(this AcceptanceResult result) => result == AcceptanceResult.Passed ? "通过" : "不通过";

    public static string Css(this AcceptanceResult result) => result == AcceptanceResult.Passed ? "good" : "bad";
}
