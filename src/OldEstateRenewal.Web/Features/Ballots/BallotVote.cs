using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>
/// 一票: what one dwelling said on one matter. Never changed: a correction is a further row that takes the place of the earlier one, a row without a choice takes
/// it back. Time, number and hash are the database's; the rows of a ballot are a chain.
/// </summary>
public sealed class BallotVote : ITenantOwned
{
    public const int ProxyLength = 60;
    public const int RemarkLength = 300;
    public const string OneFirst = "ix_ballot_votes_first";
    public const string OneNext = "ix_ballot_votes_next";
    public const string OneAct = "ix_ballot_votes_act";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    /// <summary>Made where it was recorded: a repeated send is the same act.</summary>
    public Guid ActId { get; set; }
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    public Guid MatterId { get; set; }
    public Guid DwellingId { get; set; }
    public Guid? SupersedesId { get; set; }
    /// <summary>Null: taken back (撤回录入).</summary>
    public VoteChoice? Choice { get; set; }
    public VoteChannel Channel { get; set; }
    /// <summary>本人签字、按手印.</summary>
    public bool Signed { get; set; }
    /// <summary>受托人 with a written mandate; null when the owner spoke.</summary>
    public string? Proxy { get; set; }
    /// <summary>The day it was given, as the sheet says.</summary>
    public DateOnly? GivenOn { get; set; }
    public Guid? EvidenceId { get; set; }
    public string? Remark { get; set; }
    public required string RecordedBy { get; set; }
    public Guid RecordedById { get; set; }
    /// <summary>By the clock of the database.</summary>
    public DateTimeOffset RecordedAt { get; set; }
    public long Number { get; set; }
    public byte[] PreviousHash { get; set; } = [];
    public byte[] Hash { get; set; } = [];
}

/// <summary>The end of a ballot's chain; moved on by the database alone.</summary>
public sealed class BallotHead : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    public long Number { get; set; }
    public required byte[] Hash { get; set; }
}

public sealed class BallotVoteMapping : IEntityTypeConfiguration<BallotVote>
{
    public void Configure(EntityTypeBuilder<BallotVote> vote)
    {
        vote.HasKey(v => new { v.TenantId, v.Id });
        vote.Property(v => v.Choice).HasConversion<string>().HasMaxLength(20);
        vote.Property(v => v.Channel).HasConversion<string>().HasMaxLength(20);
        vote.Property(v => v.Proxy).HasMaxLength(BallotVote.ProxyLength);
        vote.Property(v => v.Remark).HasMaxLength(BallotVote.RemarkLength);
        vote.Property(v => v.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        vote.HasIndex(v => new { v.TenantId, v.BallotId, v.MatterId, v.DwellingId }, BallotVote.OneFirst).IsUnique().HasFilter("supersedes_id is null");
        vote.HasIndex(v => new { v.TenantId, v.SupersedesId }, BallotVote.OneNext).IsUnique();
        vote.HasIndex(v => new { v.TenantId, v.ActId, v.MatterId }, BallotVote.OneAct).IsUnique();
        vote.HasIndex(v => new { v.TenantId, v.BallotId, v.Number }).IsUnique();
        vote.HasOne<Ballot>().WithMany().HasForeignKey(v => new { v.TenantId, v.BallotId }).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<BallotMatter>().WithMany().HasForeignKey(v => new { v.TenantId, v.MatterId }).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<Estate>().WithMany().HasForeignKey(v => new { v.TenantId, v.EstateId }).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<Dwelling>().WithMany().HasForeignKey(v => new { v.TenantId, v.DwellingId }).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<BallotVote>().WithMany().HasForeignKey(v => new { v.TenantId, v.SupersedesId }).OnDelete(DeleteBehavior.Restrict);
        vote.HasOne<Attachment>().WithMany().HasForeignKey(v => new { v.TenantId, v.EvidenceId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class BallotHeadMapping : IEntityTypeConfiguration<BallotHead>
{
    public void Configure(EntityTypeBuilder<BallotHead> head)
    {
        head.HasKey(h => new { h.TenantId, h.BallotId });
        head.HasOne<Ballot>().WithOne().HasForeignKey<BallotHead>(h => new { h.TenantId, h.BallotId }).OnDelete(DeleteBehavior.Restrict);
        head.HasOne<Estate>().WithMany().HasForeignKey(h => new { h.TenantId, h.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
