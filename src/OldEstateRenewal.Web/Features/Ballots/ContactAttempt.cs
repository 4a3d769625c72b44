using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

public enum ContactOutcome
{
    /// <summary>已征询，未表态.</summary>
    Asked,

    /// <summary>无人在家.</summary>
    NotHome,

    /// <summary>联系不上.</summary>
    Unreachable,

    /// <summary>拒绝表态.</summary>
    Refused,

    /// <summary>已约时间.</summary>
    Appointment,
}

/// <summary>联系记录: somebody tried to reach a household, and what came of it. Never changed.</summary>
public sealed class ContactAttempt : ITenantOwned
{
    public const int RemarkLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    public Guid DwellingId { get; set; }
    public VoteChannel Channel { get; set; }
    public ContactOutcome Outcome { get; set; }
    /// <summary>The day agreed on.</summary>
    public DateOnly? AppointmentOn { get; set; }
    public string? Remark { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class ContactAttemptMapping : IEntityTypeConfiguration<ContactAttempt>
{
    public void Configure(EntityTypeBuilder<ContactAttempt> attempt)
    {
        attempt.HasKey(a => new { a.TenantId, a.Id });
        attempt.Property(a => a.Channel).HasConversion<string>().HasMaxLength(20);
        attempt.Property(a => a.Outcome).HasConversion<string>().HasMaxLength(20);
        attempt.Property(a => a.Remark).HasMaxLength(ContactAttempt.RemarkLength);
        attempt.Property(a => a.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        attempt.HasIndex(a => new { a.TenantId, a.BallotId, a.DwellingId });
        attempt.HasOne<Ballot>().WithMany().HasForeignKey(a => new { a.TenantId, a.BallotId }).OnDelete(DeleteBehavior.Restrict);
        attempt.HasOne<Estate>().WithMany().HasForeignKey(a => new { a.TenantId, a.EstateId }).OnDelete(DeleteBehavior.Restrict);
        attempt.HasOne<Dwelling>().WithMany().HasForeignKey(a => new { a.TenantId, a.DwellingId }).OnDelete(DeleteBehavior.Restrict);
    }
}
