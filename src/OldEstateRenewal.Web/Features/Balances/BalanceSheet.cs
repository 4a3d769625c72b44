using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Features.Costs;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Balances;

/// <summary>资金平衡测算: the income of a project under its mode (大片区统筹平衡 …) over the years against its cost, with the assumptions. A fixed one never changes; a later one is a new number.</summary>
public sealed class BalanceSheet : ITenantOwned, IVersioned
{
    public const int TextLength = 1000;
    public const int MostLines = 60;
    public const int MostYears = 50;
    public const string UniqueNumber = "ix_balance_sheets_tenant_id_project_id_number";
    public const string OneDraft = "ix_balance_sheets_one_draft";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public int Number { get; set; }
    public CostState State { get; set; }
    /// <summary>The mode in the policies, as it was when the sheet was made.</summary>
    public required string ModeKey { get; set; }
    public int FirstYear { get; set; }
    public int Years { get; set; }
    /// <summary>Percent a year by which later years count less; null where they are simply added.</summary>
    public decimal? DiscountRate { get; set; }
    /// <summary>测算假设.</summary>
    public string? Assumptions { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? FixedBy { get; set; }
    public DateTimeOffset? FixedAt { get; set; }
    public long Version { get; set; }
    public List<BalanceLine> Lines { get; } = [];
}

/// <summary>A line of a balance: so much a year, from–to, growing or not, with what the figure rests on.</summary>
public sealed class BalanceLine : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid SheetId { get; set; }
    public Guid ProjectId { get; set; }
    public int Sequence { get; set; }
    public BalanceSide Side { get; set; }
    /// <summary>The key of the revenue in the section "funding"; null for what no document names.</summary>
    public string? RevenueKey { get; set; }
    public required string Name { get; set; }
    public int FromYear { get; set; }
    public int UntilYear { get; set; }
    public decimal Quantity { get; set; }
    public required string Unit { get; set; }
    /// <summary>Yuan for a unit in the first year of the line.</summary>
    public Money UnitAmount { get; set; }
    /// <summary>Percent a year; negative where it falls.</summary>
    public decimal Growth { get; set; }
    public string? Basis { get; set; }
}

public sealed class BalanceSheetMapping : IEntityTypeConfiguration<BalanceSheet>
{
    public void Configure(EntityTypeBuilder<BalanceSheet> sheet)
    {
        sheet.HasKey(s => new { s.TenantId, s.Id });
        sheet.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        sheet.Property(s => s.ModeKey).HasMaxLength(Project.ModeLength);
        sheet.Property(s => s.DiscountRate).HasPrecision(7, 4);
        sheet.Property(s => s.Assumptions).HasMaxLength(BalanceSheet.TextLength);
        sheet.Property(s => s.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        sheet.Property(s => s.FixedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        sheet.HasIndex(s => new { s.TenantId, s.ProjectId, s.Number }).IsUnique();
        sheet.HasIndex(s => new { s.TenantId, s.ProjectId }, "one_draft").IsUnique().HasFilter("state = 'Draft'").HasDatabaseName(BalanceSheet.OneDraft);
        sheet.HasOne(s => s.Project).WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        sheet.HasMany(s => s.Lines).WithOne().HasForeignKey(l => new { l.TenantId, l.SheetId }).OnDelete(DeleteBehavior.Restrict);
        sheet.ToTable(table => table.HasCheckConstraint("ck_balance_sheets_figures", "(state = 'Fixed') = (fixed_at is not null) and years between 1 and 50 and discount_rate between 0 and 100"));
    }
}

public sealed class BalanceLineMapping : IEntityTypeConfiguration<BalanceLine>
{
    public void Configure(EntityTypeBuilder<BalanceLine> line)
    {
        line.HasKey(l => new { l.TenantId, l.Id });
        line.Property(l => l.Side).HasConversion<string>().HasMaxLength(20);
        line.Property(l => l.RevenueKey).HasMaxLength(Project.ModeLength);
        line.Property(l => l.Name).HasMaxLength(Project.NameLength);
        line.Property(l => l.Quantity).HasPrecision(14, 3);
        line.Property(l => l.Unit).HasMaxLength(20);
        line.Property(l => l.Growth).HasPrecision(7, 4);
        line.Property(l => l.Basis).HasMaxLength(300);
        line.HasIndex(l => new { l.TenantId, l.SheetId, l.Sequence });
        line.HasOne<Project>().WithMany().HasForeignKey(l => new { l.TenantId, l.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        line.ToTable(table => table.HasCheckConstraint("ck_balance_lines_figures", "quantity > 0 and unit_amount >= 0 and until_year >= from_year and growth between -100 and 100"));
    }
}
