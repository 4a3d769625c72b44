using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Disbursements;

public enum RequestKind
{
    /// <summary>预付款.</summary>
    Advance,

    /// <summary>进度款.</summary>
    Progress,

    /// <summary>结算款.</summary>
    Settlement,

    /// <summary>质保金返还.</summary>
    Retention,
}

/// <summary>付款申请: one payment on a contract. Asked, checked and approved by three persons, then paid; where it stands is said by its steps.</summary>
public sealed class PaymentRequest : ITenantOwned, IProven
{
    public const string UniqueNumber = "ix_payment_requests_tenant_id_contract_id_number";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; }
    public Guid ContractId { get; set; }
    public WorksContract? Contract { get; set; }
    public Guid ProjectId { get; set; }
    public int Number { get; set; }
    public RequestKind Kind { get; set; }
    /// <summary>累计完成工程量价款 at this request, as the supervisor confirmed.</summary>
    public Money WorkDone { get; set; }
    public Money Amount { get; set; }
    /// <summary>Of the amount, kept back as retention and not paid out now.</summary>
    public Money Retained { get; set; }
    public string? Remark { get; set; }
    /// <summary>Why it goes above a cap, where it does.</summary>
    public string? ExcessReason { get; set; }
    public bool HasProof { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public List<PaymentStep> Steps { get; } = [];
    public List<PaymentSource> Sources { get; } = [];
}

public sealed class PaymentRequestMapping : IEntityTypeConfiguration<PaymentRequest>
{
    public void Configure(EntityTypeBuilder<PaymentRequest> request)
    {
        request.HasKey(r => new { r.TenantId, r.Id });
        request.Property(r => r.Id).ValueGeneratedNever();
        request.Property(r => r.Kind).HasConversion<string>().HasMaxLength(20);
        request.Property(r => r.Remark).HasMaxLength(WorksContract.TextLength);
        request.Property(r => r.ExcessReason).HasMaxLength(WorksContract.TextLength);
        request.HasIndex(r => new { r.TenantId, r.ContractId, r.Number }).IsUnique();
        request.HasIndex(r => new { r.TenantId, r.ProjectId });
        request.HasOne(r => r.Contract).WithMany().HasForeignKey(r => new { r.TenantId, r.ContractId }).OnDelete(DeleteBehavior.Restrict);
        request.HasOne<Project>().WithMany().HasForeignKey(r => new { r.TenantId, r.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(r => r.Steps).WithOne().HasForeignKey(s => new { s.TenantId, s.RequestId }).OnDelete(DeleteBehavior.Restrict);
        request.HasMany(r => r.Sources).WithOne().HasForeignKey(s => new { s.TenantId, s.RequestId }).OnDelete(DeleteBehavior.Restrict);
        request.ToTable(table => table.HasCheckConstraint("ck_payment_requests_figures", "amount > 0 and work_done >= 0 and retained >= 0 and retained < amount"));
    }
}
