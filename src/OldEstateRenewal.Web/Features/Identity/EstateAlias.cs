using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>What kind of other name it is.</summary>
public enum AliasKind
{
    /// <summary>别名.</summary>
    Alias,

    /// <summary>曾用名.</summary>
    FormerName,
}

/// <summary>Another name an estate goes by (别名), or once had (曾用名).</summary>
public sealed class EstateAlias : ITenantOwned
{
    public const int NoteLength = 200;
    public const string UniqueName = "ix_estate_aliases_tenant_id_estate_id_name";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid EstateId { get; set; }
    public required string Name { get; set; }
    /// <summary>The pinyin initials of the name, kept by the database.</summary>
    public string Initials { get; private set; } = "";
    public AliasKind Kind { get; set; }
    public string? Note { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class EstateAliasMapping : IEntityTypeConfiguration<EstateAlias>
{
    public void Configure(EntityTypeBuilder<EstateAlias> alias)
    {
        alias.HasKey(a => new { a.TenantId, a.Id });
        alias.Property(a => a.Name).HasMaxLength(Estate.NameLength);
        alias.Property(a => a.Initials).HasComputedColumnSql("portal.initials(name)", stored: true);
        alias.Property(a => a.Kind).HasConversion<string>().HasMaxLength(20);
        alias.Property(a => a.Note).HasMaxLength(EstateAlias.NoteLength);
        alias.Property(a => a.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        alias.HasIndex(a => new { a.TenantId, a.EstateId, a.Name }).IsUnique();
        alias.HasOne<Estate>().WithMany().HasForeignKey(a => new { a.TenantId, a.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
