using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain.Works;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Sites;

/// <summary>施工内容: an item of the works catalogue that is carried out in an estate of a project, or in one building of it. How far it is, is said by its progress.</summary>
public sealed class SiteItem : ITenantOwned, IVersioned
{
    public const int KeyLength = 60;
    public const int NameLength = 100;
    public const int RemarkLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid EstateId { get; set; }
    /// <summary>Null for the whole estate.</summary>
    public Guid? BuildingId { get; set; }
    public required string ItemKey { get; set; }
    /// <summary>What the catalogue called it when it was taken over.</summary>
    public required string Name { get; set; }
    /// <summary>工序层次: by which the order of works is judged.</summary>
    public WorksPlace Layer { get; set; }
    public DateOnly? PlannedStart { get; set; }
    public DateOnly? PlannedFinish { get; set; }
    public string? Remark { get; set; }
    public required string AddedBy { get; set; }
    public DateTimeOffset AddedAt { get; set; }
    public DateTimeOffset? RemovedAt { get; set; }
    public string? RemovedBy { get; set; }
    public string? RemovalReason { get; set; }
    public long Version { get; set; }
    public List<SiteProgress> Progress { get; } = [];
}

/// <summary>进度: how far an item was on a day. Never changed; the newest holds. Nothing is finished without the day on which it was.</summary>
public sealed class SiteProgress : ITenantOwned
{
    public const int Whole = 100;
    public const int RemarkLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid ItemId { get; set; }
    public int Percent { get; set; }
    public DateOnly On { get; set; }
    public DateOnly StartedOn { get; set; }
    public DateOnly? FinishedOn { get; set; }
    public string? Remark { get; set; }
    public required string By { get; set; }
    public Guid ById { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class SiteItemMapping : IEntityTypeConfiguration<SiteItem>
{
    public void Configure(EntityTypeBuilder<SiteItem> item)
    {
        item.HasKey(i => new { i.TenantId, i.Id });
        item.Property(i => i.ItemKey).HasMaxLength(SiteItem.KeyLength);
        item.Property(i => i.Name).HasMaxLength(SiteItem.NameLength);
        item.Property(i => i.Layer).HasConversion<string>().HasMaxLength(20);
        item.Property(i => i.Remark).HasMaxLength(SiteItem.RemarkLength);
        item.Property(i => i.AddedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        item.Property(i => i.RemovedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        item.Property(i => i.RemovalReason).HasMaxLength(SiteItem.RemarkLength);
        item.HasIndex(i => new { i.TenantId, i.ProjectId });
        item.HasOne<Project>().WithMany().HasForeignKey(i => new { i.TenantId, i.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Estate>().WithMany().HasForeignKey(i => new { i.TenantId, i.EstateId }).OnDelete(DeleteBehavior.Restrict);
        item.HasOne<Building>().WithMany().HasForeignKey(i => new { i.TenantId, i.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        item.HasMany(i => i.Progress).WithOne().HasForeignKey(p => new { p.TenantId, p.ItemId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class SiteProgressMapping : IEntityTypeConfiguration<SiteProgress>
{
    public void Configure(EntityTypeBuilder<SiteProgress> progress)
    {
        progress.HasKey(p => new { p.TenantId, p.Id });
        progress.Property(p => p.Remark).HasMaxLength(SiteProgress.RemarkLength);
        progress.Property(p => p.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        progress.HasIndex(p => new { p.TenantId, p.ItemId });
        progress.HasOne<Project>().WithMany().HasForeignKey(p => new { p.TenantId, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        progress.ToTable(table => table.HasCheckConstraint("ck_site_progress_finish", "percent between 0 and 100 and (percent = 100) = (finished_on is not null)"));
    }
}
