using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>What an owner is.</summary>
public enum OwnerKind
{
    /// <summary>自然人.</summary>
    Person,

    /// <summary>单位, such as the former employer.</summary>
    Organisation,

    /// <summary>建设单位.</summary>
    Developer,
}

/// <summary>
/// 业主: a person or a unit that owns dwellings; the same person in several dwellings is one row, and one head. Phone and number are sealed
/// (<see cref="Security.PersonalData"/>); their marks find equals without opening them.
/// </summary>
public sealed class Owner : ITenantOwned, IVersioned
{
    public const int NameLength = 60;

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public required string Name { get; set; }
    /// <summary>The pinyin initials of the name, kept by the database.</summary>
    public string Initials { get; private set; } = "";
    public OwnerKind Kind { get; set; }
    public byte[]? Phone { get; set; }
    public byte[]? PhoneMark { get; set; }
    /// <summary>身份证号 or 统一社会信用代码.</summary>
    public byte[]? IdNumber { get; set; }
    public byte[]? IdNumberMark { get; set; }
    public long Version { get; set; }

    /// <summary>The name as others may see it: 张*; a unit's name hides nobody.</summary>
    public string MaskedName => Mask(Name, Kind);

    public static string Mask(string name, OwnerKind kind) =>
        kind != OwnerKind.Person || name.Length == 0 ? name : char.IsHighSurrogate(name[0]) && name.Length > 1 ? name[..2] + "*" : name[..1] + "*";
}

public sealed class OwnerMapping : IEntityTypeConfiguration<Owner>
{
    public void Configure(EntityTypeBuilder<Owner> owner)
    {
        owner.HasKey(o => new { o.TenantId, o.Id });
        owner.Property(o => o.Name).HasMaxLength(Owner.NameLength);
        // Never asked back: a street clerk may read an owner only when the ownership stands beside it.
        var initials = owner.Property(o => o.Initials).HasComputedColumnSql("portal.initials(name)", stored: true).ValueGeneratedNever().Metadata;
        initials.SetBeforeSaveBehavior(PropertySaveBehavior.Ignore);
        initials.SetAfterSaveBehavior(PropertySaveBehavior.Ignore);
        owner.Property(o => o.Kind).HasConversion<string>().HasMaxLength(20);
        owner.HasIndex(o => new { o.TenantId, o.Name });
        owner.HasIndex(o => new { o.TenantId, o.IdNumberMark });
        owner.HasIndex(o => new { o.TenantId, o.PhoneMark });
    }
}
