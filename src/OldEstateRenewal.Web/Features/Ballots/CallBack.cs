using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

public enum CallBackOutcome
{
    /// <summary>本人确认.</summary>
    Confirmed,

    /// <summary>本人否认.</summary>
    Denied,

    /// <summary>联系不上.</summary>
    Unreachable,
}

/// <summary>回访: a household chosen by chance or for a reason is asked whether the vote on record is its own; the answer is kept.</summary>
public sealed class CallBack : ITenantOwned, IVersioned
{
    public const int TextLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    public Guid DwellingId { get; set; }
    /// <summary>Why it was chosen: 随机抽取, or what struck somebody.</summary>
    public required string Why { get; set; }
    public required string ChosenBy { get; set; }
    public DateTimeOffset ChosenAt { get; set; }
    public CallBackOutcome? Outcome { get; set; }
    public string? Remark { get; set; }
    public string? CalledBy { get; set; }
    public DateTimeOffset? CalledAt { get; set; }
    public long Version { get; set; }
}

/// <summary>停水、复水: when the water of a riser went off and came back. Never changed.</summary>
public sealed class WaterStop : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    /// <summary>The riser's key among the parts of the roll.</summary>
    public required string Riser { get; set; }
    public bool IsOff { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>名册差异的处理: what a person decided about a change that the registry has seen since the roll was frozen. Never changed.</summary>
public sealed class RollDecision : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    public Guid DwellingId { get; set; }
    /// <summary>What the registry said when it was decided; another change asks again.</summary>
    public required string Registry { get; set; }
    public bool IsAccepted { get; set; }
    public required string Reason { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class CallBackMapping : IEntityTypeConfiguration<CallBack>
{
    public void Configure(EntityTypeBuilder<CallBack> call)
    {
        call.HasKey(c => new { c.TenantId, c.Id });
        call.Property(c => c.Why).HasMaxLength(CallBack.TextLength);
        call.Property(c => c.Remark).HasMaxLength(CallBack.TextLength);
        call.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(20);
        call.Property(c => c.ChosenBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        call.Property(c => c.CalledBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        call.HasIndex(c => new { c.TenantId, c.BallotId, c.DwellingId }).IsUnique();
        call.HasOne<Ballot>().WithMany().HasForeignKey(c => new { c.TenantId, c.BallotId }).OnDelete(DeleteBehavior.Restrict);
        call.HasOne<Estate>().WithMany().HasForeignKey(c => new { c.TenantId, c.EstateId }).OnDelete(DeleteBehavior.Restrict);
        call.HasOne<Dwelling>().WithMany().HasForeignKey(c => new { c.TenantId, c.DwellingId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class WaterStopMapping : IEntityTypeConfiguration<WaterStop>
{
    public void Configure(EntityTypeBuilder<WaterStop> stop)
    {
        stop.HasKey(s => new { s.TenantId, s.Id });
        stop.Property(s => s.Riser).HasMaxLength(200);
        stop.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        stop.HasIndex(s => new { s.TenantId, s.BallotId });
        stop.HasOne<Ballot>().WithMany().HasForeignKey(s => new { s.TenantId, s.BallotId }).OnDelete(DeleteBehavior.Restrict);
        stop.HasOne<Estate>().WithMany().HasForeignKey(s => new { s.TenantId, s.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class RollDecisionMapping : IEntityTypeConfiguration<RollDecision>
{
    public void Configure(EntityTypeBuilder<RollDecision> decision)
    {
        decision.HasKey(d => new { d.TenantId, d.Id });
        decision.Property(d => d.Registry).HasMaxLength(64);
        decision.Property(d => d.Reason).HasMaxLength(RollEntry.ReasonLength);
        decision.Property(d => d.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        decision.HasIndex(d => new { d.TenantId, d.BallotId, d.DwellingId });
        decision.HasOne<Ballot>().WithMany().HasForeignKey(d => new { d.TenantId, d.BallotId }).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Estate>().WithMany().HasForeignKey(d => new { d.TenantId, d.EstateId }).OnDelete(DeleteBehavior.Restrict);
        decision.HasOne<Dwelling>().WithMany().HasForeignKey(d => new { d.TenantId, d.DwellingId }).OnDelete(DeleteBehavior.Restrict);
    }
}
