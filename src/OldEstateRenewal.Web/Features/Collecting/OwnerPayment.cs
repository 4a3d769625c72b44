using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Bills;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Collecting;

public enum PaymentKind
{
    /// <summary>收款.</summary>
    Payment,

    /// <summary>退款: money goes back to the household.</summary>
    Refund,

    /// <summary>冲销: an earlier row was wrong; this one takes it back, whatever it was.</summary>
    Reversal,
}

/// <summary>In what owners pay (缴款方式).</summary>
public enum PaymentMethod
{
    /// <summary>现金.</summary>
    Cash,

    /// <summary>转账.</summary>
    Transfer,

    /// <summary>住宅专项维修资金.</summary>
    RepairFund,

    /// <summary>住房公积金.</summary>
    ProvidentFund,

    /// <summary>小区公共收益.</summary>
    CommonIncome,

    /// <summary>捐资捐物.</summary>
    Donation,

    /// <summary>投工投劳, valued in money.</summary>
    Labour,
}

/// <summary>
/// 收款: what was received for a dwelling, or for the whole estate where no dwelling is named (公共收益、捐赠). Never changed or deleted: a wrong one is reversed by a row of
/// its own. Every row takes a receipt number, without gaps through the county and the year. Its id is made by the client for each act, so that the same act sent twice counts once.
/// </summary>
public sealed class OwnerPayment : ITenantOwned
{
    public const int ReferenceLength = 60;
    public const int RemarkLength = 300;
    public const decimal MostAmount = 10_000_000m;
    public const string UniqueNumber = "ix_owner_payments_tenant_id_year_number";
    public const string OneReversal = "ix_owner_payments_tenant_id_reverses_id";
    public const string OneBankLine = "ix_owner_payments_tenant_id_bank_line_id";
    /// <summary>The scope in which a row is written says whose it is.</summary>
    public const string OwnOffice = "coalesce(nullif(current_setting('app.street', true), '')::uuid, nullif(current_setting('app.tenant', true), '')::uuid)";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; }
    public Guid EstateId { get; set; }
    public Guid? BuildingId { get; set; }
    public Guid? DwellingId { get; set; }
    /// <summary>Who collected it, and counts it at the end of the day: the street of the person, the tenant itself for the bureau.</summary>
    public Guid OfficeId { get; set; }
    public PaymentKind Kind { get; set; }
    public PaymentMethod Method { get; set; }
    /// <summary>Above zero; the kind says in which direction.</summary>
    public Money Amount { get; set; }
    /// <summary>For which works, where the method is permitted only for some (公积金 …): the part of a bill; null for the whole.</summary>
    public Guid? BillPartId { get; set; }
    public int Year { get; set; }
    public int Number { get; set; }
    public DateOnly ReceivedOn { get; set; }
    /// <summary>流水号、凭证号.</summary>
    public string? Reference { get; set; }
    public Guid? BankLineId { get; set; }
    public string? Remark { get; set; }
    public Guid? ReversesId { get; set; }
    public required string RecordedBy { get; set; }
    public Guid RecordedById { get; set; }
    public DateTimeOffset RecordedAt { get; set; }

    public string ReceiptName => $"收〔{Year}〕{Number}号";
}

public sealed class OwnerPaymentMapping : IEntityTypeConfiguration<OwnerPayment>
{
    public void Configure(EntityTypeBuilder<OwnerPayment> payment)
    {
        payment.HasKey(p => new { p.TenantId, p.Id });
        payment.Ignore(p => p.ReceiptName);
        payment.Property(p => p.Id).ValueGeneratedNever();
        payment.Property(p => p.OfficeId).HasDefaultValueSql(OwnerPayment.OwnOffice);
        payment.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        payment.Property(p => p.Method).HasConversion<string>().HasMaxLength(20);
        payment.Property(p => p.Reference).HasMaxLength(OwnerPayment.ReferenceLength);
        payment.Property(p => p.Remark).HasMaxLength(OwnerPayment.RemarkLength);
        payment.Property(p => p.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        payment.HasIndex(p => new { p.TenantId, p.Year, p.Number }).IsUnique();
        payment.HasIndex(p => new { p.TenantId, p.ReversesId }).IsUnique().HasFilter("reverses_id is not null");
        payment.HasIndex(p => new { p.TenantId, p.BankLineId }).HasFilter("bank_line_id is not null");
        payment.HasIndex(p => new { p.TenantId, p.EstateId, p.ReceivedOn });
        payment.HasIndex(p => new { p.TenantId, p.DwellingId });
        payment.HasIndex(p => new { p.TenantId, p.OfficeId, p.ReceivedOn });
        payment.HasOne<Estate>().WithMany().HasForeignKey(p => new { p.TenantId, p.EstateId }).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<Building>().WithMany().HasForeignKey(p => new { p.TenantId, p.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<Dwelling>().WithMany().HasForeignKey(p => new { p.TenantId, p.DwellingId }).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<BillPart>().WithMany().HasForeignKey(p => new { p.TenantId, p.BillPartId }).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<BankLine>().WithMany().HasForeignKey(p => new { p.TenantId, p.BankLineId }).OnDelete(DeleteBehavior.Restrict);
        payment.HasOne<OwnerPayment>().WithMany().HasForeignKey(p => new { p.TenantId, p.ReversesId }).OnDelete(DeleteBehavior.Restrict);
        payment.ToTable(table => table.HasCheckConstraint("ck_owner_payments_figures", "amount > 0 and number > 0 and (kind = 'Reversal') = (reverses_id is not null) and (dwelling_id is null) = (building_id is null)"));
    }
}
