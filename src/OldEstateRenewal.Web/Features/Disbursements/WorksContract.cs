using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Sites;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Disbursements;

public enum ContractKind
{
    /// <summary>施工.</summary>
    Works,

    /// <summary>设计.</summary>
    Design,

    /// <summary>监理.</summary>
    Supervision,

    /// <summary>其他.</summary>
    Other,
}

/// <summary>合同: with whom, for how much, how much of the work done may be paid before the settlement (进度款上限), how much is kept back and until when (质保金).</summary>
public sealed class WorksContract : ITenantOwned, IProven
{
    public const int NameLength = 100;
    public const int NumberLength = 60;
    public const int TextLength = 300;
    public const string UniqueNumber = "ix_works_contracts_tenant_id_number";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public ContractKind Kind { get; set; }
    /// <summary>The firm among the site's parties; null where it is none of them.</summary>
    public Guid? PartyId { get; set; }
    public required string Firm { get; set; }
    public required string Name { get; set; }
    public required string Number { get; set; }
    public DateOnly SignedOn { get; set; }
    public Money Amount { get; set; }
    /// <summary>Percent of the value of the work done that may be paid before the settlement.</summary>
    public decimal ProgressCap { get; set; }
    /// <summary>Percent of the settlement that is kept back.</summary>
    public decimal RetentionRate { get; set; }
    /// <summary>缺陷责任期, in months from the acceptance.</summary>
    public int RetentionMonths { get; set; }
    public bool HasProof { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public List<ContractChange> Changes { get; } = [];
}

/// <summary>合同变更: the price goes up or down, with the reason. Never changed.</summary>
public sealed class ContractChange : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; }
    public Guid ContractId { get; set; }
    public Guid ProjectId { get; set; }
    /// <summary>Negative where the price falls.</summary>
    public Money Difference { get; set; }
    public DateOnly On { get; set; }
    public required string Reason { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

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

/// <summary>付款的资金来源: from which grant, or from owners' money (no grant), so much of what is paid out comes.</summary>
public sealed class PaymentSource : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid RequestId { get; set; }
    public Guid ProjectId { get; set; }
    /// <summary>Null for owners' money.</summary>
    public Guid? GrantId { get; set; }
    public required string SourceKey { get; set; }
    public Money Amount { get; set; }
}

/// <summary>竣工财务决算: when it was approved, by which paper. The newest counts.</summary>
public sealed class FinalAccount : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    /// <summary>The fixed settlement it rests on.</summary>
    public Guid CostSheetId { get; set; }
    public Money Amount { get; set; }
    public DateOnly ApprovedOn { get; set; }
    public required string Reference { get; set; }
    public string? Remark { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class WorksContractMapping : IEntityTypeConfiguration<WorksContract>
{
    public void Configure(EntityTypeBuilder<WorksContract> contract)
    {
        contract.HasKey(c => new { c.TenantId, c.Id });
        contract.Property(c => c.Kind).HasConversion<string>().HasMaxLength(20);
        contract.Property(c => c.Firm).HasMaxLength(SiteParty.FirmLength);
        contract.Property(c => c.Name).HasMaxLength(WorksContract.NameLength);
        contract.Property(c => c.Number).HasMaxLength(WorksContract.NumberLength);
        contract.Property(c => c.ProgressCap).HasPrecision(7, 4);
        contract.Property(c => c.RetentionRate).HasPrecision(7, 4);
        contract.Property(c => c.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        contract.HasIndex(c => new { c.TenantId, c.Number }).IsUnique();
        contract.HasIndex(c => new { c.TenantId, c.ProjectId });
        contract.HasOne(c => c.Project).WithMany().HasForeignKey(c => new { c.TenantId, c.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        contract.HasOne<SiteParty>().WithMany().HasForeignKey(c => new { c.TenantId, c.PartyId }).OnDelete(DeleteBehavior.Restrict);
        contract.HasMany(c => c.Changes).WithOne().HasForeignKey(c => new { c.TenantId, c.ContractId }).OnDelete(DeleteBehavior.Restrict);
        contract.ToTable(table => table.HasCheckConstraint("ck_works_contracts_figures", "amount > 0 and progress_cap between 0 and 100 and retention_rate between 0 and 100 and retention_months between 0 and 120"));
    }
}

public sealed class ContractChangeMapping : IEntityTypeConfiguration<ContractChange>
{
    public void Configure(EntityTypeBuilder<ContractChange> change)
    {
        change.HasKey(c => new { c.TenantId, c.Id });
        change.Property(c => c.Id).ValueGeneratedNever();
        change.Property(c => c.Reason).HasMaxLength(WorksContract.TextLength);
        change.Property(c => c.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        change.HasOne<Project>().WithMany().HasForeignKey(c => new { c.TenantId, c.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
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

public sealed class PaymentSourceMapping : IEntityTypeConfiguration<PaymentSource>
{
    public void Configure(EntityTypeBuilder<PaymentSource> source)
    {
        source.HasKey(s => new { s.TenantId, s.Id });
        source.Property(s => s.SourceKey).HasMaxLength(CostShares.ShareLine.KeyLength);
        source.HasIndex(s => new { s.TenantId, s.RequestId });
        source.HasIndex(s => new { s.TenantId, s.GrantId });
        source.HasOne<Funding.FundingGrant>().WithMany().HasForeignKey(s => new { s.TenantId, s.GrantId }).OnDelete(DeleteBehavior.Restrict);
        source.HasOne<Project>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        source.ToTable(table => table.HasCheckConstraint("ck_payment_sources_amount", "amount > 0"));
    }
}

public sealed class FinalAccountMapping : IEntityTypeConfiguration<FinalAccount>
{
    public void Configure(EntityTypeBuilder<FinalAccount> account)
    {
        account.HasKey(a => new { a.TenantId, a.Id });
        account.Property(a => a.Reference).HasMaxLength(WorksContract.NameLength);
        account.Property(a => a.Remark).HasMaxLength(WorksContract.TextLength);
        account.Property(a => a.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        account.HasIndex(a => new { a.TenantId, a.ProjectId });
        account.HasOne<Project>().WithMany().HasForeignKey(a => new { a.TenantId, a.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        account.HasOne<CostSheet>().WithMany().HasForeignKey(a => new { a.TenantId, a.CostSheetId }).OnDelete(DeleteBehavior.Restrict);
        account.ToTable(table => table.HasCheckConstraint("ck_final_accounts_amount", "amount >= 0"));
    }
}
