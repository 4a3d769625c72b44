using System.ComponentModel.DataAnnotations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Responsibilities;

/// <summary>Who answers for a body (分管领导、工作人员): never changed; the newest of a body holds. Office numbers only, as such lists are published.</summary>
public sealed class Officer : ITenantOwned
{
    public const int BodyLength = 100;
    public const int NameLength = 40;
    public const int PhoneLength = 30;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Body { get; set; }
    /// <summary>分管领导.</summary>
    public required string Leader { get; set; }
    /// <summary>工作人员.</summary>
    public required string Name { get; set; }
    /// <summary>办公电话.</summary>
    public string? Phone { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class OfficerMapping : IEntityTypeConfiguration<Officer>
{
    public void Configure(EntityTypeBuilder<Officer> officer)
    {
        officer.HasKey(o => new { o.TenantId, o.Id });
        officer.Property(o => o.Body).HasMaxLength(Officer.BodyLength);
        officer.Property(o => o.Leader).HasMaxLength(Officer.NameLength);
        officer.Property(o => o.Name).HasMaxLength(Officer.NameLength);
        officer.Property(o => o.Phone).HasMaxLength(Officer.PhoneLength);
        officer.Property(o => o.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        officer.HasIndex(o => new { o.TenantId, o.Body });
    }
}

public sealed class OfficerForm
{
    [Required(ErrorMessage = "请填写责任单位。"), StringLength(Officer.BodyLength, ErrorMessage = "责任单位不超过 {1} 字。")]
    public string? Body { get; set; }

    [Required(ErrorMessage = "请填写分管领导。"), StringLength(Officer.NameLength, ErrorMessage = "姓名和职务不超过 {1} 字。")]
    public string? Leader { get; set; }

    [Required(ErrorMessage = "请填写工作人员。"), StringLength(Officer.NameLength, ErrorMessage = "姓名和职务不超过 {1} 字。")]
    public string? Name { get; set; }

    [StringLength(Officer.PhoneLength, ErrorMessage = "电话不超过 {1} 字。"), RegularExpression(@"^[0-9\-（）() 转]*$", ErrorMessage = "办公电话只写数字、“-”和“转”。")]
    public string? Phone { get; set; }
}
