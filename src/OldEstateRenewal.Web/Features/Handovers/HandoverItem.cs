using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Attachments;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Handovers;

/// <summary>
/// 设施移交: a facility on the list of a project and, once it is handed over, who took it and what of it: 终端管理、终端收费、终端维护 (靖远 附件). It counts with
/// the scan of the signed receipt.
/// </summary>
public sealed class HandoverItem : ITenantOwned, IVersioned, IProven
{
    public const int NameLength = 60;
    public const int TextLength = 100;
    public const int RemarkLength = 500;
    public const int MostPerProject = 100;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public int Sequence { get; set; }
    public required string Name { get; set; }
    public string? Receiver { get; set; }
    public bool? TakesManagement { get; set; }
    public bool? TakesCharging { get; set; }
    public bool? TakesMaintenance { get; set; }
    public bool? TakesOwnership { get; set; }
    /// <summary>Who maintains it from then on.</summary>
    public string? Maintainer { get; set; }
    public DateOnly? HandedOn { get; set; }
    public string? Remark { get; set; }
    public bool HasProof { get; set; }
    public required string ListedBy { get; set; }
    public DateTimeOffset ListedAt { get; set; }
    public string? RecordedBy { get; set; }
    public DateTimeOffset? RecordedAt { get; set; }
    public long Version { get; set; }

    public bool IsHandedOver => HandedOn is not null && HasProof;

    public string State => IsHandedOver ? "已移交" : HandedOn is not null ? "缺接收单扫描件" : "待移交";
}

public sealed class HandoverItemMapping : IEntityTypeConfiguration<HandoverItem>
{
    public void Configure(EntityTypeBuilder<HandoverItem> item)
    {
        item.HasKey(i => new { i.TenantId, i.Id });
        item.Property(i => i.Name).HasMaxLength(HandoverItem.NameLength);
        item.Property(i => i.Receiver).HasMaxLength(HandoverItem.TextLength);
        item.Property(i => i.Maintainer).HasMaxLength(HandoverItem.TextLength);
        item.Property(i => i.Remark).HasMaxLength(HandoverItem.RemarkLength);
        item.Property(i => i.ListedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        item.Property(i => i.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        item.HasIndex(i => new { i.TenantId, i.ProjectId, i.Name }).IsUnique();
        item.HasOne(i => i.Project).WithMany().HasForeignKey(i => new { i.TenantId, i.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
