using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Twins;

/// <summary>What a person decided about two estates that look like one.</summary>
public enum TwinVerdict
{
    /// <summary>同一小区.</summary>
    Same,

    /// <summary>不是同一小区.</summary>
    Different,

    /// <summary>数字有误待核.</summary>
    FiguresDoubtful,
}

public static class TwinVerdicts
{
    public static string Name(this TwinVerdict verdict) => verdict switch
    {
        TwinVerdict.Same => "同一小区",
        TwinVerdict.Different => "不是同一小区",
        _ => "数字有误待核",
    };
}

/// <summary>A decision about a likely twin: it holds until the figures it was made on change, or a later one is made. Never changed.</summary>
public sealed class TwinDecision : ITenantOwned
{
    public const int ReasonLength = 500;
    public const int FiguresLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid FirstId { get; set; }
    public Guid SecondId { get; set; }
    public TwinVerdict Verdict { get; set; }
    public required string Reason { get; set; }
    /// <summary>Names and figures of both on which it was decided.</summary>
    public required string Figures { get; set; }
    public required string DecidedBy { get; set; }
    public DateTimeOffset DecidedAt { get; set; }
}

public sealed class TwinDecisionMapping : IEntityTypeConfiguration<TwinDecision>
{
    public void Configure(EntityTypeBuilder<TwinDecision> decision)
    {
        decision.HasKey(d => new { d.TenantId, d.Id });
        decision.Property(d => d.Verdict).HasConversion<string>().HasMaxLength(20);
        decision.Property(d => d.Reason).HasMaxLength(TwinDecision.ReasonLength);
        decision.Property(d => d.Figures).HasMaxLength(TwinDecision.FiguresLength);
        decision.Property(d => d.DecidedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        decision.HasIndex(d => new { d.TenantId, d.FirstId, d.SecondId });
        decision.HasOne<Estate>().WithMany().HasForeignKey(d => new { d.TenantId, d.FirstId }).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Estate>().WithMany().HasForeignKey(d => new { d.TenantId, d.SecondId }).OnDelete(DeleteBehavior.Restrict);
    }
}
