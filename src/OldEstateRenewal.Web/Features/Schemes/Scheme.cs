using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Schemes;

public enum SchemeState
{
    /// <summary>编制中.</summary>
    Draft,

    /// <summary>已确定: never changed again.</summary>
    Fixed,

    /// <summary>已放弃.</summary>
    Discarded,
}

/// <summary>
/// 改造方案的一版 (一小区一方案): what is to be built in the estates of a project, by whom it is designed, what it costs and how the estate is managed
/// afterwards. A fixed version never changes; what comes later is a new version with its reason.
/// </summary>
public sealed class Scheme : ITenantOwned, IVersioned, IProven
{
    public const int NameLength = 100;
    public const int KeyLength = 60;
    public const int TextLength = 1000;
    public const int FrozenLength = 20_000;
    public const int MostItems = 200;
    public const int MostSources = 30;
    public const string UniqueNumber = "ix_schemes_tenant_id_project_id_number";
    public const string OneDraft = "ix_schemes_one_draft";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public int Number { get; set; }
    public SchemeState State { get; set; }
    /// <summary>Why a fixed version is revised; null for the first.</summary>
    public string? Reason { get; set; }
    /// <summary>设计单位.</summary>
    public string? Designer { get; set; }
    /// <summary>分级.</summary>
    public string? Grade { get; set; }
    /// <summary>The key of the mode of property management in the policies; null where none is chosen from them.</summary>
    public string? ManagementKey { get; set; }
    /// <summary>物业管理安排.</summary>
    public string? Management { get; set; }
    /// <summary>资金筹措.</summary>
    public string? Funding { get; set; }
    /// <summary>The sources of money it means to use, by key of the section "funding".</summary>
    public string[] Sources { get; set; } = [];
    /// <summary>Why items that the documents ask for (应改尽改) are left out.</summary>
    public string? LeftOut { get; set; }
    /// <summary>The <see cref="SchemeAnswers"/>.</summary>
    public string AnswersJson { get; set; } = "{}";
    /// <summary>Whether drawings hang on it.</summary>
    public bool HasProof { get; set; }
    /// <summary>The text for notice and ballot, frozen when the version is fixed.</summary>
    public string? Text { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public string? FixedBy { get; set; }
    public Guid? FixedById { get; set; }
    public DateTimeOffset? FixedAt { get; set; }
    public long Version { get; set; }
    public List<SchemeItem> Items { get; } = [];

    public string Name => $"第{Number}版";
}

public sealed class SchemeMapping : IEntityTypeConfiguration<Scheme>
{
    public void Configure(EntityTypeBuilder<Scheme> scheme)
    {
        scheme.HasKey(s => new { s.TenantId, s.Id });
        scheme.Ignore(s => s.Name);
        scheme.Property(s => s.State).HasConversion<string>().HasMaxLength(20);
        scheme.Property(s => s.Reason).HasMaxLength(Scheme.TextLength);
        scheme.Property(s => s.Designer).HasMaxLength(Scheme.NameLength);
        scheme.Property(s => s.Grade).HasMaxLength(Scheme.NameLength);
        scheme.Property(s => s.ManagementKey).HasMaxLength(Scheme.KeyLength);
        scheme.Property(s => s.Management).HasMaxLength(Scheme.TextLength);
        scheme.Property(s => s.Funding).HasMaxLength(Scheme.TextLength);
        scheme.Property(s => s.LeftOut).HasMaxLength(Scheme.TextLength);
        scheme.Property(s => s.Text).HasMaxLength(Scheme.FrozenLength);
        scheme.Property(s => s.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        scheme.Property(s => s.FixedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        scheme.HasIndex(s => new { s.TenantId, s.ProjectId, s.Number }).IsUnique();
        scheme.HasIndex(s => new { s.TenantId, s.ProjectId }, "one_draft").IsUnique().HasFilter("state = 'Draft'").HasDatabaseName(Scheme.OneDraft);
        scheme.HasOne(s => s.Project).WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        scheme.HasMany(s => s.Items).WithOne().HasForeignKey(i => new { i.TenantId, i.SchemeId }).OnDelete(DeleteBehavior.Restrict);
        scheme.ToTable(table => table.HasCheckConstraint("ck_schemes_fixed", "(state = 'Fixed') = (fixed_at is not null and text is not null)"));
    }
}
