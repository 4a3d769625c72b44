using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.CostShares;

/// <summary>
/// 费用分担表: who pays what of a fixed cost sheet, line by line, by the documents in force on <see cref="AppliedOn"/>. While it is a draft the amounts are
/// worked out anew at each look; when it is fixed they are kept with their working, and never change.
/// </summary>
public sealed class ShareSheet : ITenantOwned, IVersioned
{
    public const int TextLength = 500;
    public const string UniqueNumber = "ix_share_sheets_tenant_id_project_id_number";
    public const string OneDraft = "ix_share_sheets_one_draft";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public Guid CostSheetId { get; set; }
    public CostSheet? CostSheet { get; set; }
    public int Number { get; set; }
    public CostState State { get; set; }
    /// <summary>The day whose documents are applied.</summary>
    public DateOnly AppliedOn { get; set; }
    /// <summary>Households and area on which fixed amounts are charged; the registry's unless stated otherwise with a reason.</summary>
    public int? HouseholdCount { get; set; }
    public Area? Area { get; set; }
    public string? Basis { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? FixedBy { get; set; }
    public DateTimeOffset? FixedAt { get; set; }
    public long Version { get; set; }
    public List<ShareLine> Lines { get; } = [];
}

/// <summary>How one line of the cost is shared: the rule that was taken, by hand or because it is the most special, and its working.</summary>
public sealed class ShareLine : ITenantOwned
{
    public const int KeyLength = 60;
    public const int WorkingLength = 4000;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid SheetId { get; set; }
    public Guid ProjectId { get; set; }
    public Guid CostLineId { get; set; }
    /// <summary>Chosen by hand among the rules that apply; null takes the most special.</summary>
    public string? RuleDocument { get; set; }
    public string? RuleKey { get; set; }
    /// <summary>By what the choice and the figures supplied were decided (依据).</summary>
    public string? Basis { get; set; }
    /// <summary>Clause and working as they stood when the sheet was fixed.</summary>
    public string? Clause { get; set; }
    public string? Working { get; set; }
    public List<ShareAmount> Amounts { get; } = [];
}

/// <summary>One payer of one line: what the county has supplied (约定比例、补助额), and what it comes to once fixed.</summary>
public sealed class ShareAmount : ITenantOwned
{
    public const int PayerLength = 40;
    public const int NameLength = 60;
    public const int FractionLength = 20;

    public Guid TenantId { get; set; }
    public Guid LineId { get; set; }
    public Guid ProjectId { get; set; }
    public required string Payer { get; set; }
    public required string Name { get; set; }
    public int Sequence { get; set; }
    /// <summary>Such as 1/3 or 10%, as typed.</summary>
    public string? SuppliedFraction { get; set; }
    public Money? SuppliedAmount { get; set; }
    public Money? Amount { get; set; }
}

public sealed class ShareSheetMapping : IEntityTypeConfiguration<ShareSheet>
{
    public void Configure(EntityTypeBuilder<ShareSheet> sheet)
    {
        sheet.HasKey(s => new { s.TenantId, s.Id });
        sheet.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        sheet.Property(s => s.Basis).HasMaxLength(ShareSheet.TextLength);
        sheet.Property(s => s.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        sheet.Property(s => s.FixedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        sheet.HasIndex(s => new { s.TenantId, s.ProjectId, s.Number }).IsUnique();
        sheet.HasIndex(s => new { s.TenantId, s.ProjectId }, "one_draft").IsUnique().HasFilter("state = 'Draft'").HasDatabaseName(ShareSheet.OneDraft);
        sheet.HasOne(s => s.Project).WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne(s => s.CostSheet).WithMany().HasForeignKey(s => new { s.TenantId, s.CostSheetId }).OnDelete(DeleteBehavior.Restrict);
        sheet.HasMany(s => s.Lines).WithOne().HasForeignKey(l => new { l.TenantId, l.SheetId }).OnDelete(DeleteBehavior.Restrict);
        sheet.ToTable(table => table.HasCheckConstraint("ck_share_sheets_figures", "(state = 'Fixed') = (fixed_at is not null) and household_count >= 0 and area >= 0"));
    }
}

public sealed class ShareLineMapping : IEntityTypeConfiguration<ShareLine>
{
    public void Configure(EntityTypeBuilder<ShareLine> line)
    {
        line.HasKey(l => new { l.TenantId, l.Id });
        line.Property(l => l.RuleDocument).HasMaxLength(ShareLine.KeyLength);
        line.Property(l => l.RuleKey).HasMaxLength(ShareLine.KeyLength);
        line.Property(l => l.Basis).HasMaxLength(ShareSheet.TextLength);
        line.Property(l => l.Clause).HasMaxLength(ShareSheet.TextLength);
        line.Property(l => l.Working).HasMaxLength(ShareLine.WorkingLength);
        line.HasIndex(l => new { l.TenantId, l.SheetId, l.CostLineId }).IsUnique();
        line.HasOne<Project>().WithMany().HasForeignKey(l => new { l.TenantId, l.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        line.HasOne<CostLine>().WithMany().HasForeignKey(l => new { l.TenantId, l.CostLineId }).OnDelete(DeleteBehavior.Restrict);
        line.HasMany(l => l.Amounts).WithOne().HasForeignKey(a => new { a.TenantId, a.LineId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class ShareAmountMapping : IEntityTypeConfiguration<ShareAmount>
{
    public void Configure(EntityTypeBuilder<ShareAmount> amount)
    {
        amount.HasKey(a => new { a.TenantId, a.LineId, a.Payer });
        amount.Property(a => a.Payer).HasMaxLength(ShareAmount.PayerLength);
        amount.Property(a => a.Name).HasMaxLength(ShareAmount.NameLength);
        amount.Property(a => a.SuppliedFraction).HasMaxLength(ShareAmount.FractionLength);
        amount.HasOne<Project>().WithMany().HasForeignKey(a => new { a.TenantId, a.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        amount.ToTable(table => table.HasCheckConstraint("ck_share_amounts_figures", "amount >= 0 and supplied_amount >= 0"));
    }
}
