using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Disbursements;

public enum PaymentStepKind
{
    /// <summary>申请.</summary>
    Asked,

    /// <summary>审核.</summary>
    Checked,

    /// <summary>批准.</summary>
    Approved,

    /// <summary>支付.</summary>
    Paid,

    /// <summary>退回: refused with a reason; another request takes its place.</summary>
    Returned,
}

/// <summary>A step of a payment: who, when, with which voucher. Never changed.</summary>
public sealed class PaymentStep : ITenantOwned
{
    public const string OnePerKind = "ix_payment_steps_tenant_id_request_id_kind";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid RequestId { get; set; }
    public Guid ProjectId { get; set; }
    public PaymentStepKind Kind { get; set; }
    public DateOnly On { get; set; }
    public string? Voucher { get; set; }
    public string? Remark { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class PaymentStepMapping : IEntityTypeConfiguration<PaymentStep>
{
    public void Configure(EntityTypeBuilder<PaymentStep> step)
    {
        step.HasKey(s => new { s.TenantId, s.Id });
        step.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        step.Property(s => s.Voucher).HasMaxLength(WorksContract.NumberLength);
        step.Property(s => s.Remark).HasMaxLength(WorksContract.TextLength);
        step.Property(s => s.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        step.HasIndex(s => new { s.TenantId, s.RequestId, s.Kind }).IsUnique();
        step.HasOne<Project>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
