using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Identity;

/// <summary>How an estate went on.</summary>
public enum SuccessionKind
{
    /// <summary>并入（拆墙连片）.</summary>
    Merged,

    /// <summary>分出.</summary>
    Split,

    /// <summary>作废（登记有误）.</summary>
    Voided,
}

/// <summary>
/// One estate went into another, was divided, or was void from the start. Rows are never changed: a mistaken act is undone by a further row that
/// names it (<see cref="Undoes"/>). Rows of one act share its <see cref="ActId"/>.
/// </summary>
public sealed class EstateSuccession : ITenantOwned
{
    public const int ReasonLength = 500;
    public const string UniqueUndoing = "ix_estate_successions_tenant_id_undoes";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid ActId { get; set; }
    public Guid FromId { get; set; }
    /// <summary>Null for 作废.</summary>
    public Guid? ToId { get; set; }
    public SuccessionKind Kind { get; set; }
    public DateOnly On { get; set; }
    public required string Reason { get; set; }
    /// <summary>The row this one takes back; null for an act.</summary>
    public Guid? Undoes { get; set; }
    /// <summary>The figures, before the act, of the estate that went on: the one merged into, the one divided.</summary>
    public int[] BuiltYearsBefore { get; set; } = [];
    public int? BuildingsBefore { get; set; }
    public int? HouseholdsBefore { get; set; }
    public Area? AreaBefore { get; set; }
    /// <summary>The same figures as the act left them.</summary>
    public int[] BuiltYearsAfter { get; set; } = [];
    public int? BuildingsAfter { get; set; }
    public int? HouseholdsAfter { get; set; }
    public Area? AreaAfter { get; set; }
    public required string RecordedBy { get; set; }
    public DateTimeOffset RecordedAt { get; set; }
}

public sealed class EstateSuccessionMapping : IEntityTypeConfiguration<EstateSuccession>
{
    public void Configure(EntityTypeBuilder<EstateSuccession> succession)
    {
        succession.HasKey(s => new { s.TenantId, s.Id });
        succession.Property(s => s.Kind).HasConversion<string>().HasMaxLength(20);
        succession.Property(s => s.Reason).HasMaxLength(EstateSuccession.ReasonLength);
        succession.Property(s => s.RecordedBy).HasMaxLength(Security.PortalUser.DisplayNameLength);
        succession.HasIndex(s => new { s.TenantId, s.FromId });
        succession.HasIndex(s => new { s.TenantId, s.ToId });
        succession.HasIndex(s => new { s.TenantId, s.Undoes }).IsUnique().HasFilter("undoes is not null");
        succession.HasOne<Estate>().WithMany().HasForeignKey(s => new { s.TenantId, s.FromId }).OnDelete(DeleteBehavior.Restrict);
        succession.HasOne<Estate>().WithMany().HasForeignKey(s => new { s.TenantId, s.ToId }).OnDelete(DeleteBehavior.Restrict);
        succession.HasOne<EstateSuccession>().WithMany().HasForeignKey(s => new { s.TenantId, s.Undoes }).OnDelete(DeleteBehavior.Restrict);
        succession.ToTable(table => table.HasCheckConstraint("ck_estate_successions_to", "(kind = 'Voided') = (to_id is null)"));
    }
}

/// <summary>A building went from one estate to another by a succession: where it comes from, since when, and what it was called there.</summary>
public sealed class BuildingMove : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid SuccessionId { get; set; }
    public Guid BuildingId { get; set; }
    public Guid FromId { get; set; }
    public Guid ToId { get; set; }
    public required string NameBefore { get; set; }
    public required string NameAfter { get; set; }
    public DateOnly On { get; set; }
}

public sealed class BuildingMoveMapping : IEntityTypeConfiguration<BuildingMove>
{
    public void Configure(EntityTypeBuilder<BuildingMove> move)
    {
        move.HasKey(m => new { m.TenantId, m.Id });
        move.Property(m => m.NameBefore).HasMaxLength(Building.NameLength);
        move.Property(m => m.NameAfter).HasMaxLength(Building.NameLength);
        move.HasIndex(m => new { m.TenantId, m.BuildingId });
        move.HasIndex(m => new { m.TenantId, m.SuccessionId });
        move.HasOne<EstateSuccession>().WithMany().HasForeignKey(m => new { m.TenantId, m.SuccessionId }).OnDelete(DeleteBehavior.Restrict);
        move.HasOne<Building>().WithMany().HasForeignKey(m => new { m.TenantId, m.BuildingId }).OnDelete(DeleteBehavior.Restrict);
        move.HasOne<Estate>().WithMany().HasForeignKey(m => new { m.TenantId, m.FromId }).OnDelete(DeleteBehavior.Restrict);
        move.HasOne<Estate>().WithMany().HasForeignKey(m => new { m.TenantId, m.ToId }).OnDelete(DeleteBehavior.Restrict);
    }
}
