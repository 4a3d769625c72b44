using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Notices;

public enum ObjectionChannel
{
    /// <summary>来访.</summary>
    Visit,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>信函.</summary>
    Letter,

    /// <summary>网上: written by the person on the public page.</summary>
    Online,
}

/// <summary>异议: what somebody holds against a notice. The name is kept masked; the text is read by the bureau and never published.</summary>
public sealed class NoticeObjection : ITenantOwned
{
    public const int PersonLength = 20;
    public const int TextLength = 1000;
    public const int MostPerNotice = 500;
    public const string UniqueNumber = "ix_notice_objections_tenant_id_series_id_number";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid NoticeId { get; set; }
    public Guid SeriesId { get; set; }
    public Guid? ProjectId { get; set; }
    /// <summary>1, 2, 3 … within the notice.</summary>
    public int Number { get; set; }
    public ObjectionChannel Channel { get; set; }
    /// <summary>王*; null for nobody named.</summary>
    public string? Person { get; set; }
    public required string Text { get; set; }
    public DateOnly ReceivedOn { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public List<NoticeReply> Replies { get; } = [];

    /// <summary>The last word on it; null when it is open.</summary>
    public NoticeReply? Reply => Replies.OrderBy(reply => reply.At).ThenBy(reply => reply.Id).LastOrDefault();

    /// <summary>What the person may keep and find again.</summary>
    public string Receipt => ReceiptOf(ReceivedOn, Number, NoticeId);

    public static string ReceiptOf(DateOnly on, int number, Guid notice) => $"{on:yyyyMMdd}-{notice.ToString("N")[^4..].ToUpperInvariant()}-{number:000}";
}

public enum ReplyKind
{
    /// <summary>已答复.</summary>
    Answered,

    /// <summary>不作异议处理: repeated, or about something else.</summary>
    SetAside,
}

/// <summary>答复. A correction is a further row; the last one holds.</summary>
public sealed class NoticeReply : ITenantOwned
{
    public const int SummaryLength = 200;
    public const int TextLength = 1000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ObjectionId { get; set; }
    public Guid? ProjectId { get; set; }
    public ReplyKind Kind { get; set; }
    /// <summary>异议摘要, without anything that tells who it was: what the public reads.</summary>
    public required string Summary { get; set; }
    public required string Text { get; set; }
    public DateOnly RepliedOn { get; set; }
    public bool IsPublished { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class NoticeObjectionMapping : IEntityTypeConfiguration<NoticeObjection>
{
    public void Configure(EntityTypeBuilder<NoticeObjection> objection)
    {
        objection.HasKey(o => new { o.TenantId, o.Id });
        objection.Ignore(o => o.Reply);
        objection.Property(o => o.Channel).HasConversion<string>().HasMaxLength(20);
        objection.Property(o => o.Person).HasMaxLength(NoticeObjection.PersonLength);
        objection.Property(o => o.Text).HasMaxLength(NoticeObjection.TextLength);
        objection.Property(o => o.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        objection.HasIndex(o => new { o.TenantId, o.SeriesId, o.Number }).IsUnique();
        objection.HasOne<Notice>().WithMany().HasForeignKey(o => new { o.TenantId, o.NoticeId }).OnDelete(DeleteBehavior.Restrict);
        objection.HasOne<Project>().WithMany().HasForeignKey(o => new { o.TenantId, o.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        objection.HasMany(o => o.Replies).WithOne().HasForeignKey(r => new { r.TenantId, r.ObjectionId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class NoticeReplyMapping : IEntityTypeConfiguration<NoticeReply>
{
    public void Configure(EntityTypeBuilder<NoticeReply> reply)
    {
        reply.HasKey(r => new { r.TenantId, r.Id });
        reply.ToTable("notice_replies");
        reply.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        reply.Property(r => r.Summary).HasMaxLength(NoticeReply.SummaryLength);
        reply.Property(r => r.Text).HasMaxLength(NoticeReply.TextLength);
        reply.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        reply.HasOne<Project>().WithMany().HasForeignKey(r => new { r.TenantId, r.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
