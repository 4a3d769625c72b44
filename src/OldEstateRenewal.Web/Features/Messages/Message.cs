using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Messages;

public enum MessageState
{
    /// <summary>拟稿.</summary>
    Draft,

    /// <summary>已发出: never changed again.</summary>
    Sent,
}

/// <summary>督办通知: a city writes to some of its counties. A row of the city's own tenant, which the counties it names may read once it is sent.</summary>
public sealed class Message : ITenantOwned, IVersioned
{
    public const int TitleLength = 100;
    public const int TextLength = 4000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Title { get; set; }
    public required string Text { get; set; }
    /// <summary>答复期限; null where only reading is asked for.</summary>
    public DateOnly? AnswerBy { get; set; }
    public required Guid[] CountyIds { get; set; }
    public MessageState State { get; set; }
    public required string MadeBy { get; set; }
    public Guid MadeById { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? SentBy { get; set; }
    public DateTimeOffset? SentAt { get; set; }
    public long Version { get; set; }
}

/// <summary>A person of a county has opened a message: a row of the county.</summary>
public sealed class MessageReading : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid MessageId { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>答复 of a county: never changed; what is to be added is another one.</summary>
public sealed class MessageAnswer : ITenantOwned
{
    public const int TextLength = 2000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid MessageId { get; set; }
    public required string Text { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class MessageMapping : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> message)
    {
        message.HasKey(m => new { m.TenantId, m.Id });
        message.Property(m => m.Title).HasMaxLength(Message.TitleLength);
        message.Property(m => m.Text).HasMaxLength(Message.TextLength);
        message.Property(m => m.State).HasConversion<string>().HasMaxLength(20);
        message.Property(m => m.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        message.Property(m => m.SentBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        message.HasIndex(m => new { m.TenantId, m.SentAt });
        message.ToTable(table => table.HasCheckConstraint("ck_messages_sent", "(state = 'Sent') = (sent_at is not null) and (state = 'Sent') = (sent_by is not null) and cardinality(county_ids) > 0"));
    }
}

public sealed class MessageReadingMapping : IEntityTypeConfiguration<MessageReading>
{
    public void Configure(EntityTypeBuilder<MessageReading> reading)
    {
        reading.HasKey(r => new { r.TenantId, r.Id });
        reading.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        reading.HasIndex(r => new { r.TenantId, r.MessageId, r.ById }).IsUnique();
    }
}

public sealed class MessageAnswerMapping : IEntityTypeConfiguration<MessageAnswer>
{
    public void Configure(EntityTypeBuilder<MessageAnswer> answer)
    {
        answer.HasKey(a => new { a.TenantId, a.Id });
        answer.Property(a => a.Text).HasMaxLength(MessageAnswer.TextLength);
        answer.Property(a => a.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        answer.HasIndex(a => new { a.TenantId, a.MessageId });
    }
}
