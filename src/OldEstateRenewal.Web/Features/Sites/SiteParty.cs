using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Sites;

public enum PartyKind
{
    /// <summary>建设单位.</summary>
    Client,

    /// <summary>设计单位.</summary>
    Designer,

    /// <summary>施工单位.</summary>
    Contractor,

    /// <summary>监理单位.</summary>
    Supervisor,

    /// <summary>供水单位.</summary>
    Water,

    /// <summary>供电单位.</summary>
    Power,

    /// <summary>供气单位.</summary>
    Gas,

    /// <summary>供热单位.</summary>
    Heat,

    /// <summary>通信单位.</summary>
    Telecom,

    /// <summary>质量安全监督机构.</summary>
    Inspectorate,
}

/// <summary>The part of a project's life in which a utility took part (参与环节).</summary>
public enum PartyStage
{
    /// <summary>设计.</summary>
    Design,

    /// <summary>施工.</summary>
    Works,

    /// <summary>验收.</summary>
    Acceptance,
}

/// <summary>
/// 参建单位. Of its people only the post and the office phone are kept, no name and no mobile number: whom the firm sends changes, whom to ring does not.
/// Never changed: one that was wrong or was replaced is ended, and another recorded.
/// </summary>
public sealed class SiteParty : ITenantOwned
{
    public const int FirmLength = 100;
    public const int PostLength = 40;
    public const int PhoneLength = 30;
    public const int ContractLength = 60;
    public const int ReasonLength = 200;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public PartyKind Kind { get; set; }
    public required string Firm { get; set; }
    /// <summary>联系岗位, such as 项目经理.</summary>
    public string? Post { get; set; }
    /// <summary>办公电话.</summary>
    public string? OfficePhone { get; set; }
    public string? ContractNumber { get; set; }
    public DateOnly? ContractOn { get; set; }
    public Money? ContractAmount { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? EndedBy { get; set; }
    public string? EndReason { get; set; }
    public List<PartyAttendance> Attendances { get; } = [];
}

/// <summary>参与记录: a utility was there at the design, the works or the acceptance. Never changed.</summary>
public sealed class PartyAttendance : ITenantOwned
{
    public const int TextLength = 300;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Guid PartyId { get; set; }
    public PartyStage Stage { get; set; }
    public DateOnly On { get; set; }
    public required string Text { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class SitePartyMapping : IEntityTypeConfiguration<SiteParty>
{
    public void Configure(EntityTypeBuilder<SiteParty> party)
    {
        party.HasKey(p => new { p.TenantId, p.Id });
        party.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        party.Property(p => p.Firm).HasMaxLength(SiteParty.FirmLength);
        party.Property(p => p.Post).HasMaxLength(SiteParty.PostLength);
        party.Property(p => p.OfficePhone).HasMaxLength(SiteParty.PhoneLength);
        party.Property(p => p.ContractNumber).HasMaxLength(SiteParty.ContractLength);
        party.Property(p => p.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        party.Property(p => p.EndedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        party.Property(p => p.EndReason).HasMaxLength(SiteParty.ReasonLength);
        party.HasIndex(p => new { p.TenantId, p.ProjectId });
        party.HasOne<Project>().WithMany().HasForeignKey(p => new { p.TenantId, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
        party.HasMany(p => p.Attendances).WithOne().HasForeignKey(a => new { a.TenantId, a.PartyId }).OnDelete(DeleteBehavior.Restrict);
        party.ToTable(table => table.HasCheckConstraint("ck_site_parties_amount", "contract_amount >= 0"));
    }
}

public sealed class PartyAttendanceMapping : IEntityTypeConfiguration<PartyAttendance>
{
    public void Configure(EntityTypeBuilder<PartyAttendance> attendance)
    {
        attendance.HasKey(a => new { a.TenantId, a.Id });
        attendance.Property(a => a.Stage).HasConversion<string>().HasMaxLength(20);
        attendance.Property(a => a.Text).HasMaxLength(PartyAttendance.TextLength);
        attendance.Property(a => a.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        attendance.HasIndex(a => new { a.TenantId, a.PartyId });
        attendance.HasOne<Project>().WithMany().HasForeignKey(a => new { a.TenantId, a.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
