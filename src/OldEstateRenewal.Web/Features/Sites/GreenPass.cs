using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Projects;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Sites;

public enum LorryKind
{
    /// <summary>渣土运输车.</summary>
    Muck,

    /// <summary>商砼运输车.</summary>
    Concrete,
}

/// <summary>绿色通行证明: a lorry of a project may pass. Numbered through the county and year without a gap; one that was wrong is voided and keeps its number.</summary>
public sealed class GreenPass : ITenantOwned
{
    public const int PlateLength = 10;
    public const int RouteLength = 200;
    public const int CodeLength = 8;
    public const int ReasonLength = 200;
    public const string UniqueNumber = "ix_green_passes_tenant_id_year_number";
    private const string CodeLetters = "ABCDEFGHJKMNPQRSTVWXYZ23456789";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ProjectId { get; set; }
    public Project? Project { get; set; }
    public int Year { get; set; }
    public int Number { get; set; }
    public LorryKind Kind { get; set; }
    public required string Plate { get; set; }
    public required string Route { get; set; }
    public DateOnly FromOn { get; set; }
    public DateOnly UntilOn { get; set; }
    /// <summary>核对码: printed on the paper, so that whoever holds one can be told from whoever made one up.</summary>
    public string Code { get; set; } = RandomNumberGenerator.GetString(CodeLetters, CodeLength);
    public required string IssuedBy { get; set; }
    public DateTimeOffset IssuedAt { get; set; }
    public DateTimeOffset? VoidedAt { get; set; }
    public string? VoidedBy { get; set; }
    public string? VoidReason { get; set; }

    public string Name => $"绿通〔{Year}〕{Number}号";

    public bool IsValidOn(DateOnly day) => VoidedAt is null && FromOn <= day && day <= UntilOn;
}

public sealed class GreenPassMapping : IEntityTypeConfiguration<GreenPass>
{
    public void Configure(EntityTypeBuilder<GreenPass> pass)
    {
        pass.HasKey(p => new { p.TenantId, p.Id });
        pass.Ignore(p => p.Name);
        pass.Property(p => p.Kind).HasConversion<string>().HasMaxLength(20);
        pass.Property(p => p.Plate).HasMaxLength(GreenPass.PlateLength);
        pass.Property(p => p.Route).HasMaxLength(GreenPass.RouteLength);
        pass.Property(p => p.Code).HasMaxLength(GreenPass.CodeLength);
        pass.Property(p => p.IssuedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        pass.Property(p => p.VoidedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        pass.Property(p => p.VoidReason).HasMaxLength(GreenPass.ReasonLength);
        pass.HasIndex(p => new { p.TenantId, p.Year, p.Number }).IsUnique();
        pass.HasIndex(p => new { p.TenantId, p.ProjectId });
        pass.HasOne(p => p.Project).WithMany().HasForeignKey(p => new { p.TenantId, p.ProjectId }).OnDelete(DeleteBehavior.Restrict);
    }
}
