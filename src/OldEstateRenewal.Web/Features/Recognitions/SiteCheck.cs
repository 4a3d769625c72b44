using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Recognitions;

/// <summary>What those on the spot found (审核认定结论).</summary>
public enum SiteCheckOutcome
{
    /// <summary>符合.</summary>
    Conforms,

    /// <summary>不符合.</summary>
    Fails,

    /// <summary>需补充.</summary>
    NeedsMore,
}

/// <summary>
/// 现场审核认定 by bureau, street, community and designer (靖远 六.（一）). Never changed: a later one supersedes it. It counts once the
/// scan of the signatures is there.
/// </summary>
public sealed class SiteCheck : ITenantOwned, IProven
{
    public const int PeopleLength = 100;
    public const int RemarkLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public Estate? Estate { get; set; }
    /// <summary>The survey it was based on.</summary>
    public Guid? SurveyId { get; set; }
    public DateOnly CheckedOn { get; set; }
    public required string Bureau { get; set; }
    public required string StreetPeople { get; set; }
    public required string CommunityPeople { get; set; }
    public required string Designer { get; set; }
    public SiteCheckOutcome Outcome { get; set; }
    public string? Remark { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    /// <summary>Whether the scan of the signatures is attached.</summary>
    public bool HasProof { get; set; }

    /// <summary>The same form, sent twice.</summary>
    public bool SaysTheSameAs(SiteCheck other) =>
        (SurveyId, CheckedOn, Bureau, StreetPeople, CommunityPeople, Designer, Outcome, Remark, RecordedBy)
        == (other.SurveyId, other.CheckedOn, other.Bureau, other.StreetPeople, other.CommunityPeople, other.Designer, other.Outcome, other.Remark, other.RecordedBy);

    public static string Words(SiteCheckOutcome outcome) => outcome switch
    {
        SiteCheckOutcome.Conforms => "符合",
        SiteCheckOutcome.Fails => "不符合",
        _ => "需补充",
    };

    public static string Css(SiteCheckOutcome outcome) => outcome switch
    {
        SiteCheckOutcome.Conforms => "good",
        SiteCheckOutcome.Fails => "bad",
        _ => "warn",
    };
}

public sealed class SiteCheckMapping : IEntityTypeConfiguration<SiteCheck>
{
    public void Configure(EntityTypeBuilder<SiteCheck> check)
    {
        check.HasKey(c => new { c.TenantId, c.Id });
        check.Property(c => c.Bureau).HasMaxLength(SiteCheck.PeopleLength);
        check.Property(c => c.StreetPeople).HasMaxLength(SiteCheck.PeopleLength);
        check.Property(c => c.CommunityPeople).HasMaxLength(SiteCheck.PeopleLength);
        check.Property(c => c.Designer).HasMaxLength(SiteCheck.PeopleLength);
        check.Property(c => c.Outcome).HasConversion<string>().HasMaxLength(20);
        check.Property(c => c.Remark).HasMaxLength(SiteCheck.RemarkLength);
        check.Property(c => c.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        check.HasIndex(c => new { c.TenantId, c.EstateId });
        check.HasOne(c => c.Estate).WithMany().HasForeignKey(c => new { c.TenantId, c.EstateId }).OnDelete(DeleteBehavior.Restrict);
        check.HasOne<Surveys.Survey>().WithMany().HasForeignKey(c => new { c.TenantId, c.SurveyId }).OnDelete(DeleteBehavior.Restrict);
    }
}
