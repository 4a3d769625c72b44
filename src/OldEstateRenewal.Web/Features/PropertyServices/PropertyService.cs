using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Ballots;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.PropertyServices;

/// <summary>How it was decided who manages an estate (确定方式).</summary>
public enum PropertyDecision
{
    /// <summary>指定.</summary>
    Appointed,

    /// <summary>业主表决.</summary>
    OwnersVote,

    /// <summary>居民商定.</summary>
    Residents,

    /// <summary>招投标.</summary>
    Tender,
}

/// <summary>
/// 物业管理 of an estate from a day on: mode, firm, how decided, the three service lists (保洁、维护、安保), fee. Never rewritten: a later one takes its place, or it is ended
/// on a day.
/// </summary>
public sealed class PropertyService : ITenantOwned
{
    public const int NameLength = 100;
    public const int ListLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public required string ModeKey { get; set; }
    public required string Mode { get; set; }
    public required string Firm { get; set; }
    public DateOnly FromOn { get; set; }
    public PropertyDecision Decision { get; set; }
    public Guid? BallotId { get; set; }
    public Ballot? Ballot { get; set; }
    public string? Cleaning { get; set; }
    public string? Upkeep { get; set; }
    public string? Guarding { get; set; }
    /// <summary>元/㎡·月.</summary>
    public Money? Fee { get; set; }
    /// <summary>先尝后买: the last day of the trial.</summary>
    public DateOnly? TrialUntil { get; set; }
    public bool HasCommittee { get; set; }
    public DateOnly? EndedOn { get; set; }
    public string? EndReason { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }

    /// <summary>Whether it is what holds on a day, of all that were recorded of the estate.</summary>
    public static PropertyService? Current(IEnumerable<PropertyService> services, DateOnly on) =>
        services.Where(service => service.FromOn <= on).MaxBy(service => (service.FromOn, service.RecordedAt, service.Id)) is { } last && (last.EndedOn is null || last.EndedOn > on) ? last : null;
}

/// <summary>住宅专项维修资金: what an estate's fund held on a day, and its first payment, as someone states.</summary>
public sealed class FundBalance : ITenantOwned
{
    public const int SourceLength = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    public DateOnly StatedOn { get; set; }
    public Money Balance { get; set; }
    public Money? FirstPayment { get; set; }
    public required string Source { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }

    public static FundBalance? Newest(IEnumerable<FundBalance> balances) => balances.MaxBy(balance => (balance.StatedOn, balance.RecordedAt, balance.Id));
}

public sealed class PropertyServiceMapping : IEntityTypeConfiguration<PropertyService>
{
    public void Configure(EntityTypeBuilder<PropertyService> service)
    {
        service.HasKey(s => new { s.TenantId, s.Id });
        service.Property(s => s.ModeKey).HasMaxLength(60);
        service.Property(s => s.Mode).HasMaxLength(PropertyService.NameLength);
        service.Property(s => s.Firm).HasMaxLength(PropertyService.NameLength);
        service.Property(s => s.Decision).HasConversion<string>().HasMaxLength(20);
        service.Property(s => s.Cleaning).HasMaxLength(PropertyService.ListLength);
        service.Property(s => s.Upkeep).HasMaxLength(PropertyService.ListLength);
        service.Property(s => s.Guarding).HasMaxLength(PropertyService.ListLength);
        service.Property(s => s.EndReason).HasMaxLength(PropertyService.NameLength);
        service.Property(s => s.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        service.HasIndex(s => new { s.TenantId, s.EstateId });
        service.HasOne(s => s.Estate).WithMany().HasForeignKey(s => new { s.TenantId, s.EstateId }).OnDelete(DeleteBehavior.Restrict);
        service.HasOne(s => s.Ballot).WithMany().HasForeignKey(s => new { s.TenantId, s.BallotId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class FundBalanceMapping : IEntityTypeConfiguration<FundBalance>
{
    public void Configure(EntityTypeBuilder<FundBalance> balance)
    {
        balance.HasKey(b => new { b.TenantId, b.Id });
        balance.Property(b => b.Source).HasMaxLength(FundBalance.SourceLength);
        balance.Property(b => b.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        balance.HasIndex(b => new { b.TenantId, b.EstateId });
        balance.HasOne(b => b.Estate).WithMany().HasForeignKey(b => new { b.TenantId, b.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public static class PropertyWords
{
    public static string Name(this PropertyDecision decision) => decision switch { PropertyDecision.Appointed => "指定", PropertyDecision.OwnersVote => "业主表决", PropertyDecision.Residents => "居民商定", _ => "招投标" };
}
