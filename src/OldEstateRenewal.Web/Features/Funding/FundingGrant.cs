using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.CostShares;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Funding;

/// <summary>
/// 一笔资金: money of one source for one plan year, for the county's projects or earmarked for one (指定项目). What became of it is said by its acts. Owners' money is not here: it comes in by household.
/// </summary>
public sealed class FundingGrant : ITenantOwned
{
    public const int NameLength = 100;
    public const int TextLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int PlanYear { get; set; }
    /// <summary>The key of the source in the section "funding" of the policies.</summary>
    public required string SourceKey { get; set; }
    /// <summary>What the source was called when it was entered.</summary>
    public required string SourceName { get; set; }
    public required string Name { get; set; }
    /// <summary>The only project it may be used for; null for any of the year.</summary>
    public Guid? EarmarkedId { get; set; }
    public Project? Earmarked { get; set; }
    /// <summary>限定用途, beyond what the documents say.</summary>
    public string? Purpose { get; set; }
    /// <summary>专户账号尾号 or name of the special account; never the whole number.</summary>
    public string? Account { get; set; }
    public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    public List<FundingAct> Acts { get; } = [];
}

public enum FundingActKind
{
    /// <summary>申请.</summary>
    Applied,

    /// <summary>批复.</summary>
    Approved,

    /// <summary>到位.</summary>
    Received,

    /// <summary>分配到项目.</summary>
    Allotted,

    /// <summary>收回: an allotment, or money received, goes back.</summary>
    Withdrawn,

    /// <summary>撤销: an earlier act was entered wrongly.</summary>
    Revoked,
}

/// <summary>A fact about a grant, with its paper. Never changed; revoked by another.</summary>
public sealed class FundingAct : ITenantOwned
{
    public const int ReferenceLength = 100;
    public const string OneRevocation = "ix_funding_acts_tenant_id_revokes_id";

    public Guid TenantId { get; set; }
    /// <summary>Made by the client for each act: the same act sent twice counts once.</summary>
    public Guid Id { get; set; }
    public Guid GrantId { get; set; }
    public FundingActKind Kind { get; set; }
    public Money Amount { get; set; }
    public DateOnly On { get; set; }
    /// <summary>To or from which project, for allotments.</summary>
    public Guid? ProjectId { get; set; }
    /// <summary>文号.</summary>
    public string? Reference { get; set; }
    /// <summary>凭证号; asked for where money moved.</summary>
    public string? Voucher { get; set; }
    public string? Remark { get; set; }
    public Guid? RevokesId { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>
/// 资金用途: so much of a payer's part of a line of the cost comes from this source: each yuan of cost has a source and each yuan of source a use. Owners' own part needs none.
/// Never changed; revoked by its own columns, and another takes its place.
/// </summary>
public sealed class FundingUse : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid GrantId { get; set; }
    public FundingGrant? Grant { get; set; }
    public Guid ShareLineId { get; set; }
    public required string Payer { get; set; }
    public Money Amount { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    public string? RevokedBy { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
    public string? RevokeReason { get; set; }
}

/// <summary>补助测算依据: the figures by which a superior allots its subsidy (㎡, households, buildings, estates), as notified; reconciled with the plan. Never changed; the newest of a source and year counts.</summary>
public sealed class SubsidyNotice : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public int PlanYear { get; set; }
    public required string SourceKey { get; set; }
    public int Estates { get; set; }
    public int Households { get; set; }
    public int Buildings { get; set; }
    public Area Area { get; set; }
    public Money Amount { get; set; }
    /// <summary>文号.</summary>
    public required string Reference { get; set; }
    public DateOnly On { get; set; }
    public string? Remark { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class FundingGrantMapping : IEntityTypeConfiguration<FundingGrant>
{
    public void Configure(EntityTypeBuilder<FundingGrant> grant)
    {
        grant.HasKey(g => new { g.TenantId, g.Id });
        grant.Property(g => g.SourceKey).HasMaxLength(ShareLine.KeyLength);
        grant.Property(g => g.SourceName).HasMaxLength(FundingGrant.NameLength);
        grant.Property(g => g.Name).HasMaxLength(FundingGrant.NameLength);
        grant.Property(g => g.Purpose).HasMaxLength(FundingGrant.TextLength);
        grant.Property(g => g.Account).HasMaxLength(FundingGrant.NameLength);
        grant.Property(g => g.MadeBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        grant.HasIndex(g => new { g.TenantId, g.PlanYear });
        grant.HasOne(g => g.Earmarked).WithMany().HasForeignKey(g => new { g.TenantId, g.EarmarkedId }).OnDelete(DeleteBehavior.Restrict);
        grant.HasMany(g => g.Acts).WithOne().HasForeignKey(a => new { a.TenantId, a.GrantId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class FundingActMapping : IEntityTypeConfiguration<FundingAct>
{
    public void Configure(EntityTypeBuilder<FundingAct> act)
    {
        act.HasKey(a => new { a.TenantId, a.Id });
        act.Property(a => a.Id).ValueGeneratedNever();
        act.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
        act.Property(a => a.Reference).HasMaxLength(FundingAct.ReferenceLength);
        act.Property(a => a.Voucher).HasMaxLength(FundingAct.ReferenceLength);
        act.Property(a => a.Remark).HasMaxLength(FundingGrant.TextLength);
        act.Property(a => a.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        act.HasIndex(a => new { a.TenantId, a.GrantId });
        act.HasIndex(a => new { a.TenantId, a.ProjectId });
        act.HasIndex(a => new { a.TenantId, a.RevokesId }).IsUnique().HasFilter("revokes_id is not null");
        act.HasOne<Project>().WithMany().HasForeignKey(a => new { a.TenantId, a.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        act.HasOne<FundingAct>().WithMany().HasForeignKey(a => new { a.TenantId, a.RevokesId }).OnDelete(DeleteBehavior.Restrict);
        act.ToTable(table => table.HasCheckConstraint("ck_funding_acts_figures", "amount > 0 and (kind = 'Revoked') = (revokes_id is not null) and (kind <> 'Allotted' or project_id is not null)"));
    }
}

public sealed class FundingUseMapping : IEntityTypeConfiguration<FundingUse>
{
    public void Configure(EntityTypeBuilder<FundingUse> use)
    {
        use.HasKey(u => new { u.TenantId, u.Id });
        use.Property(u => u.Payer).HasMaxLength(ShareAmount.PayerLength);
        use.Property(u => u.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        use.Property(u => u.RevokedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        use.Property(u => u.RevokeReason).HasMaxLength(FundingGrant.TextLength);
        use.HasIndex(u => new { u.TenantId, u.ProjectId });
        use.HasOne<Project>().WithMany().HasForeignKey(u => new { u.TenantId, u.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        use.HasOne(u => u.Grant).WithMany().HasForeignKey(u => new { u.TenantId, u.GrantId }).OnDelete(DeleteBehavior.Restrict);
        use.HasOne<ShareAmount>().WithMany().HasForeignKey(u => new { u.TenantId, u.ShareLineId, u.Payer }).OnDelete(DeleteBehavior.Restrict);
        use.ToTable(table => table.HasCheckConstraint("ck_funding_uses_amount", "amount > 0 and (revoked_at is null) = (revoke_reason is null)"));
    }
}

public sealed class SubsidyNoticeMapping : IEntityTypeConfiguration<SubsidyNotice>
{
    public void Configure(EntityTypeBuilder<SubsidyNotice> notice)
    {
        notice.HasKey(n => new { n.TenantId, n.Id });
        notice.Property(n => n.SourceKey).HasMaxLength(ShareLine.KeyLength);
        notice.Property(n => n.Reference).HasMaxLength(FundingAct.ReferenceLength);
        notice.Property(n => n.Remark).HasMaxLength(FundingGrant.TextLength);
        notice.Property(n => n.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        notice.HasIndex(n => new { n.TenantId, n.PlanYear, n.SourceKey });
        notice.ToTable(table => table.HasCheckConstraint("ck_subsidy_notices_figures", "estates >= 0 and households >= 0 and buildings >= 0 and area >= 0 and amount >= 0"));
    }
}
