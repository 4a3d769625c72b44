using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Calendars;

/// <summary>日历订阅 of a person in a tenant: the address under which calendar programs read the person's tasks without signing in. Only the hash of its token is kept; a new address revokes the one before.</summary>
public sealed class CalendarFeed : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid PersonId { get; set; }
    /// <summary>SHA-256 of the token.</summary>
    public required byte[] TokenHash { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public DateTimeOffset? LastUsedAt { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}

public sealed class CalendarFeedMapping : IEntityTypeConfiguration<CalendarFeed>
{
    public void Configure(EntityTypeBuilder<CalendarFeed> feed)
    {
        feed.HasKey(f => new { f.TenantId, f.Id });
        feed.HasIndex(f => new { f.TenantId, f.TokenHash }).IsUnique();
        feed.HasIndex(f => new { f.TenantId, f.PersonId }).IsUnique().HasFilter("revoked_at is null");
        feed.ToTable(table => table.HasCheckConstraint("ck_calendar_feeds_hash", "length(token_hash) = 32"));
    }
}
