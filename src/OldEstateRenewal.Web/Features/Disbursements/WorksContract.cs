using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Attachments;
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
