using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Registry;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.EarlierWorks;

/// <summary>
/// 既往改造: works done before, or another programme the estate is in. Rows are never changed: one that is wrong is withdrawn by a further row that
/// names it (<see cref="Withdraws"/>).
/// </summary>
public sealed class EarlierWork : ITenantOwned
{
    public const int ItemLength = 60;
    public const int DocumentLength = 60;
    public const int RemarkLength = 500;
    public const int EarliestYear = 1980;
    public const int LatestYear = 2050;
    public const string UniqueWithdrawal = "ix_earlier_works_tenant_id_withdraws";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    /// <summary>Null for the whole estate.</summary>
    public Guid? BuildingId { get; set; }
    public RenewalProgramme Programme { get; set; }
    public int Year { get; set; }
    /// <summary>The key of a works item; null for the whole programme.</summary>
    public string? ItemKey { get; set; }
    /// <summary>What the item was called when this was recorded.</summary>
    public string? ItemName { get; set; }
    public bool HasCentralMoney { get; set; }
    public Money? Amount { get; set; }
    /// <summary>文号.</summary>
    public string? DocumentNumber { get; set; }
    public string? Remark { get; set; }
    /// <summary>The row this one withdraws; null for a record.</summary>
    public Guid? Withdraws { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class EarlierWorkMapping : IEntityTypeConfiguration<EarlierWork>
{
    public void Configure(EntityTypeBuilder<EarlierWork> works)
    {
        works.ToTable("earlier_works");
        works.HasKey(w => new { w.TenantId, w.Id });
        works.Property(w => w.Programme).HasConversion<string>().HasMaxLength(20);
        works.Property(w => w.ItemKey).HasMaxLength(EarlierWork.ItemLength);
        works.Property(w => w.ItemName).HasMaxLength(EarlierWork.ItemLength);
        works.Property(w => w.DocumentNumber).HasMaxLength(EarlierWork.DocumentLength);
        works.Property(w => w.Remark).HasMaxLength(EarlierWork.RemarkLength);
        works.Property(w => w.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        works.HasIndex(w => new { w.TenantId, w.EstateId });
        works.HasIndex(w => new { w.TenantId, w.Withdraws }).IsUnique().HasFilter("withdraws is not null");
        works.HasOne<Estate>().WithMany().HasForeignKey(w => new { w.TenantId, w.EstateId }).OnDelete(DeleteBehavior.Restrict);
        works.HasOne<Building>().WithMany().HasForeignKey(w => new { w.TenantId, w.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        works.HasOne<EarlierWork>().WithMany().HasForeignKey(w => new { w.TenantId, w.Withdraws }).OnDelete(DeleteBehavior.Restrict);
        works.ToTable(table => table.HasCheckConstraint("ck_earlier_works_figures", $"amount >= 0 and year between {EarlierWork.EarliestYear} and {EarlierWork.LatestYear}"));
    }
}
