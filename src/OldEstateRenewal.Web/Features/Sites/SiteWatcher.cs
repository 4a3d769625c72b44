using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Sites;

public enum WatcherKind
{
    /// <summary>义务监督员.</summary>
    Volunteer,

    /// <summary>居民代表.</summary>
    Resident,
}

/// <summary>From where a volunteer supervisor was chosen (人员来源): “两代表一委员” or the residents.</summary>
public enum WatcherOrigin
{
    /// <summary>党代表.</summary>
    PartyDelegate,

    /// <summary>人大代表.</summary>
    CongressDelegate,

    /// <summary>政协委员.</summary>
    CommitteeMember,

    /// <summary>社区居民.</summary>
    Resident,
}

/// <summary>义务监督员、居民代表: who watches the works, nominated by a community. The name is masked for all but those who record it.</summary>
public sealed class SiteWatcher : ITenantOwned
{
    public const int NameLength = 30;
    public const int CommunityLength = 60;
    public const int ReasonLength = 200;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public WatcherKind Kind { get; set; }
    public WatcherOrigin Origin { get; set; }
    public required string Name { get; set; }
    /// <summary>推荐社区.</summary>
    public required string Community { get; set; }
    public DateOnly AppointedOn { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBy { get; set; }
    public string? EndReason { get; set; }

    /// <summary>The family name, and a star for every other letter: 王**.</summary>
    public string MaskedName => Name[..(char.IsHighSurrogate(Name[0]) && Name.Length > 1 ? 2 : 1)] + "**";
}

public sealed class SiteWatcherMapping : IEntityTypeConfiguration<SiteWatcher>
{
    public void Configure(EntityTypeBuilder<SiteWatcher> watcher)
    {
        watcher.HasKey(w => new { w.TenantId, w.Id });
        watcher.Ignore(w => w.MaskedName);
        watcher.Property(w => w.Kind).HasConversion<string>().HasMaxLength(20);
        watcher.Property(w => w.Origin).HasConversion<string>().HasMaxLength(20);
        watcher.Property(w => w.Name).HasMaxLength(SiteWatcher.NameLength);
        watcher.Property(w => w.Community).HasMaxLength(SiteWatcher.CommunityLength);
        watcher.Property(w => w.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        watcher.Property(w => w.EndedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        watcher.Property(w => w.EndReason).HasMaxLength(SiteWatcher.ReasonLength);
        watcher.HasIndex(w => new { w.TenantId, w.ProjectId });
        watcher.HasOne<Project>().WithMany().HasForeignKey(w => new { w.TenantId, w.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
