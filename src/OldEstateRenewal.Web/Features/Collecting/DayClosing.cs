using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Collecting;

/// <summary>日结: a collecting office has counted its cash at the end of a day. What was recorded for the day or before is closed; what comes later bears a later day.</summary>
public sealed class DayClosing : ITenantOwned
{
    public const int RemarkLength = 300;
    public const string OncePerDay = "ix_day_closings_tenant_id_office_id_on";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    /// <summary>The street that collects; the tenant itself where the bureau does.</summary>
    public Guid OfficeId { get; set; }
    public DateOnly On { get; set; }
    public int Receipts { get; set; }
    /// <summary>Of all methods, received less refunded and reversed.</summary>
    public Money Total { get; set; }
    /// <summary>What the rows say should be in cash, and what was counted.</summary>
    public Money CashBooked { get; set; }
    public Money CashCounted { get; set; }
    /// <summary>Why the two differ.</summary>
    public string? Remark { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public enum ReminderChannel
{
    /// <summary>上门送达.</summary>
    Door,

    /// <summary>电话.</summary>
    Phone,

    /// <summary>张贴.</summary>
    Posted,

    /// <summary>短信、微信 (sent outside the portal).</summary>
    Message,
}

/// <summary>催缴记录: a household was reminded of what it still owes. Never changed.</summary>
public sealed class PaymentReminder : ITenantOwned
{
    public const int TextLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BillId { get; set; }
    public Guid EstateId { get; set; }
    public ReminderChannel Channel { get; set; }
    public DateOnly On { get; set; }
    public Money Outstanding { get; set; }
    public string? Text { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class DayClosingMapping : IEntityTypeConfiguration<DayClosing>
{
    public void Configure(EntityTypeBuilder<DayClosing> closing)
    {
        closing.HasKey(c => new { c.TenantId, c.Id });
        closing.Property(c => c.Remark).HasMaxLength(DayClosing.RemarkLength);
        closing.Property(c => c.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        closing.HasIndex(c => new { c.TenantId, c.OfficeId, c.On }).IsUnique();
    }
}

public sealed class PaymentReminderMapping : IEntityTypeConfiguration<PaymentReminder>
{
    public void Configure(EntityTypeBuilder<PaymentReminder> reminder)
    {
        reminder.HasKey(r => new { r.TenantId, r.Id });
        reminder.Property(r => r.Channel).HasConversion<string>().HasMaxLength(20);
        reminder.Property(r => r.Text).HasMaxLength(PaymentReminder.TextLength);
        reminder.Property(r => r.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        reminder.HasIndex(r => new { r.TenantId, r.BillId });
        reminder.HasOne<Bill>().WithMany().HasForeignKey(r => new { r.TenantId, r.BillId }).OnDelete(DeleteBehavior.Restrict);
        reminder.HasOne<Estate>().WithMany().HasForeignKey(r => new { r.TenantId, r.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
