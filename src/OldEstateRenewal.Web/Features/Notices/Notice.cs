using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Notices;

public enum NoticeKind
{
    /// <summary>改造方案.</summary>
    Scheme,

    /// <summary>计划名单.</summary>
    PlanList,

    /// <summary>表决结果.</summary>
    BallotResult,

    /// <summary>拟改造小区名单.</summary>
    CandidateList,

    /// <summary>其他.</summary>
    Other,
}

public enum NoticeState
{
    /// <summary>拟稿.</summary>
    Draft,

    /// <summary>公示中.</summary>
    Posted,

    /// <summary>已办结.</summary>
    Concluded,

    /// <summary>已撤回.</summary>
    Withdrawn,

    /// <summary>已由新稿重新公示.</summary>
    Superseded,
}

/// <summary>
/// 公示, one row per wording: what hangs on the wall does not change, a new wording is a new row of the same <see cref="SeriesId"/>, and its term runs anew.
/// The term is frozen with the text when it is posted.
/// </summary>
public sealed class Notice : ITenantOwned, IVersioned
{
    public const int TitleLength = 100;
    public const int TextLength = 6000;
    public const int ListLength = 60_000;
    public const int BodyLength = 60;
    public const int PlaceLength = 200;
    public const int ContactLength = 100;
    public const int ReasonLength = 500;
    public const int MostDays = 60;
    public const string UniqueRevision = "ix_notices_tenant_id_series_id_revision";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    /// <summary>Null for a notice of the county itself, such as the list of the year's plan.</summary>
    public Guid? ProjectId { get; set; }
    public Project? Project { get; set; }
    /// <summary>The fixed version of the scheme that hangs on the wall; null for any other notice.</summary>
    public Guid? SchemeId { get; set; }
    public Scheme? Scheme { get; set; }
    public Guid SeriesId { get; set; }
    public int Revision { get; set; } = 1;
    public NoticeKind Kind { get; set; }
    /// <summary>The key of the notice in the policies, by which gates find it; null for one that no document asks for.</summary>
    public string? RuleKey { get; set; }
    public required string Title { get; set; }
    public required string Text { get; set; }
    /// <summary>Masked households, a line each; made by the portal, never typed.</summary>
    public string? List { get; set; }
    /// <summary>发布单位.</summary>
    public required string Body { get; set; }
    /// <summary>张贴地点.</summary>
    public required string Place { get; set; }
    /// <summary>联系方式.</summary>
    public required string Contact { get; set; }
    public int Days { get; set; }
    /// <summary>As the document says.</summary>
    public DayUnit Unit { get; set; }
    /// <summary>The tenant's choice where the document does not say.</summary>
    public DayUnit Chosen { get; set; } = DayUnit.Unstated;
    public bool ExtendsOverHolidays { get; set; }
    public NoticeState State { get; set; }
    public DateOnly? PostedOn { get; set; }
    /// <summary>The day on which it was concluded, withdrawn or superseded.</summary>
    public DateOnly? EndedOn { get; set; }
    public string? EndReason { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? PostedBy { get; set; }
    public string? EndedBy { get; set; }
    public long Version { get; set; }
    public List<NoticePhoto> Photos { get; } = [];

    public TermRule TermRule => new(Days, Unit, ExtendsOverHolidays);

    /// <summary>The term that runs; null before it is posted.</summary>
    public Term? Term(HolidayBook book) => PostedOn is { } posted ? TermRule.From(posted, book.Calendar, Chosen) : null;
}

/// <summary>One of the photographs that prove a notice: the day it was taken, and the file.</summary>
public sealed class NoticePhoto : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid AttachmentId { get; set; }
    public Guid NoticeId { get; set; }
    public Guid? ProjectId { get; set; }
    public NoticePhase Phase { get; set; }
    public DateOnly TakenOn { get; set; }
}

public sealed class NoticeMapping : IEntityTypeConfiguration<Notice>
{
    public void Configure(EntityTypeBuilder<Notice> notice)
    {
        notice.HasKey(n => new { n.TenantId, n.Id });
        notice.Ignore(n => n.TermRule);
        notice.Property(n => n.Kind).HasConversion<string>().HasMaxLength(20);
        notice.Property(n => n.State).HasConversion<string>().HasMaxLength(20);
        notice.Property(n => n.Unit).HasConversion<string>().HasMaxLength(20);
        notice.Property(n => n.Chosen).HasConversion<string>().HasMaxLength(20);
        notice.Property(n => n.RuleKey).HasMaxLength(60);
        notice.Property(n => n.Title).HasMaxLength(Notice.TitleLength);
        notice.Property(n => n.Text).HasMaxLength(Notice.TextLength);
        notice.Property(n => n.List).HasMaxLength(Notice.ListLength);
        notice.Property(n => n.Body).HasMaxLength(Notice.BodyLength);
        notice.Property(n => n.Place).HasMaxLength(Notice.PlaceLength);
        notice.Property(n => n.Contact).HasMaxLength(Notice.ContactLength);
        notice.Property(n => n.EndReason).HasMaxLength(Notice.ReasonLength);
        notice.Property(n => n.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        notice.Property(n => n.PostedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        notice.Property(n => n.EndedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        notice.HasIndex(n => new { n.TenantId, n.SeriesId, n.Revision }).IsUnique();
        notice.HasIndex(n => new { n.TenantId, n.ProjectId });
        notice.HasOne(n => n.Project).WithMany().HasForeignKey(n => new { n.TenantId, n.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        notice.HasOne(n => n.Scheme).WithMany().HasForeignKey(n => new { n.TenantId, n.SchemeId }).OnDelete(DeleteBehavior.Restrict);
        notice.HasMany(n => n.Photos).WithOne().HasForeignKey(p => new { p.TenantId, p.NoticeId }).OnDelete(DeleteBehavior.Restrict);
        notice.ToTable(table => table.HasCheckConstraint("ck_notices_posted", "days > 0 and (state in ('Draft', 'Withdrawn') or posted_on is not null)"));
    }
}

public sealed class NoticePhotoMapping : IEntityTypeConfiguration<NoticePhoto>
{
    public void Configure(EntityTypeBuilder<NoticePhoto> photo)
    {
        photo.HasKey(p => new { p.TenantId, p.AttachmentId });
        photo.Property(p => p.Phase).HasConversion<string>().HasMaxLength(20);
        photo.HasOne<Attachments.Attachment>().WithMany().HasForeignKey(p => new { p.TenantId, p.AttachmentId }).OnDelete(DeleteBehavior.Restrict);
        photo.HasOne<Project>().WithMany().HasForeignKey(p => new { p.TenantId, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
