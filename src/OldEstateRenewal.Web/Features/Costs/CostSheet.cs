using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Features.Schemes;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Costs;

/// <summary>The stages in which the cost of a project is known better and better (造价阶段); each is kept.</summary>
public enum CostStage
{
    /// <summary>估算: of the scheme.</summary>
    Estimate,

    /// <summary>预算: as reviewed before the tender.</summary>
    Budget,

    /// <summary>合同价.</summary>
    Contract,

    /// <summary>结算: as reviewed after the works.</summary>
    Settlement,
}

public enum CostState
{
    /// <summary>编制中.</summary>
    Draft,

    /// <summary>已确定: never changed again.</summary>
    Fixed,

    /// <summary>已放弃.</summary>
    Discarded,
}

/// <summary>造价表: what a project costs, line by line, at one stage. A fixed sheet never changes; a later one of the same stage is a new number with its reason.</summary>
public sealed class CostSheet : ITenantOwned, IVersioned, IProven
{
    public const int TextLength = 500;
    public const int NameLength = 100;
    public const int MostLines = 300;
    public const string UniqueNumber = "ix_cost_sheets_tenant_id_project_id_stage_number";
    public const string OneDraft = "ix_cost_sheets_one_draft";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public CostStage Stage { get; set; }
    public int Number { get; set; }
    public CostState State { get; set; }
    /// <summary>The scheme whose items it prices.</summary>
    public Guid SchemeId { get; set; }
    /// <summary>Why a fixed sheet of the same stage is revised; null for the first.</summary>
    public string? Reason { get; set; }
    /// <summary>编制或评审单位: the finance bureau's review, the auditor …</summary>
    public string? Reviewer { get; set; }
    /// <summary>文号、报告编号.</summary>
    public string? Reference { get; set; }
    public DateOnly? ReviewedOn { get; set; }
    public bool HasProof { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? FixedBy { get; set; }
    public DateTimeOffset? FixedAt { get; set; }
    public long Version { get; set; }
    public List<CostLine> Lines { get; } = [];
}

public sealed class CostSheetMapping : IEntityTypeConfiguration<CostSheet>
{
    public void Configure(EntityTypeBuilder<CostSheet> sheet)
    {
        sheet.HasKey(s => new { s.TenantId, s.Id });
        sheet.Property(s => s.Stage).HasConversion<string>().HasMaxLength(20);
        sheet.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        sheet.Property(s => s.Reason).HasMaxLength(CostSheet.TextLength);
        sheet.Property(s => s.Reviewer).HasMaxLength(CostSheet.NameLength);
        sheet.Property(s => s.Reference).HasMaxLength(CostSheet.NameLength);
        sheet.Property(s => s.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        sheet.Property(s => s.FixedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        sheet.HasIndex(s => new { s.TenantId, s.ProjectId, s.Stage, s.Number }).IsUnique();
        sheet.HasIndex(s => new { s.TenantId, s.ProjectId, s.Stage }, "one_draft").IsUnique().HasFilter("state = 'Draft'").HasDatabaseName(CostSheet.OneDraft);
        sheet.HasOne(s => s.Project).WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        sheet.HasOne<Scheme>().WithMany().HasForeignKey(s => new { s.TenantId, s.SchemeId }).OnDelete(DeleteBehavior.Restrict);
        sheet.HasMany(s => s.Lines).WithOne().HasForeignKey(l => new { l.TenantId, l.SheetId }).OnDelete(DeleteBehavior.Restrict);
        sheet.ToTable(table => table.HasCheckConstraint("ck_cost_sheets_fixed", "(state = 'Fixed') = (fixed_at is not null)"));
    }
}
