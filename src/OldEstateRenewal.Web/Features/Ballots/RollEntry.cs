using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Tenancy;

namespace OldEstateRenewal.Web.Features.Ballots;

/// <summary>An owner as the roll names it.</summary>
public sealed record RollOwner(Guid Id, string Name, OwnerKind Kind)
{
    public string Masked => Owner.Mask(Name, Kind);
}

/// <summary>
/// 名册的一户: a dwelling with area, source and owners as they stood when the ballot opened. Never changed; a difference that a person has accepted is a
/// further row that takes the place of the earlier one.
/// </summary>
public sealed class RollEntry : ITenantOwned, IPlaced
{
    public const int SheetCodeLength = 8;
    public const int ReasonLength = 200;
    public const string OneFirst = "ix_roll_entries_first";
    public const string OneNext = "ix_roll_entries_next";

    public Guid TenantId { get; set; }
    public Guid Id { get; set; } = Guid.CreateVersion7();
    public Guid BallotId { get; set; }
    public Guid EstateId { get; set; }
    public Guid DwellingId { get; set; }
    public Guid? SupersedesId { get; set; }
    public Guid BuildingId { get; set; }
    public required string Building { get; set; }
    public int Entrance { get; set; }
    public int Storey { get; set; }
    public required string Room { get; set; }
    public int Position { get; set; }
    public int Span { get; set; } = 1;
    public string? Riser { get; set; }
    public UnitKind Kind { get; set; }
    public UnitHolding Holding { get; set; }
    public Area Area { get; set; }
    public AreaSource AreaSource { get; set; }
    public bool Inhabited { get; set; }
    /// <summary>The <see cref="RollOwner"/>s.</summary>
    public required string OwnersJson { get; set; }
    /// <summary>Why it is not counted (不计入的原因); null for what counts.</summary>
    public string? Exclusion { get; set; }
    /// <summary>票号: printed on the sheet, typed or scanned when it comes back.</summary>
    public required string SheetCode { get; set; }
    /// <summary>回执码, sealed: with it an owner looks up how the own vote was counted.</summary>
    public required byte[] ReceiptCode { get; set; }
    public required byte[] ReceiptMark { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }

    public List<RollOwner> Owners => JsonSerializer.Deserialize<List<RollOwner>>(OwnersJson)!;

    public string Place => HouseholdWords.Place(Entrance, Room);

    public string UnitKey => $"{Building}-{Entrance}-{Room}";

    /// <summary>The row that takes the place of this one; whoever makes it changes what has changed.</summary>
    public RollEntry Next(string by, DateTimeOffset at)
    {
        var next = (RollEntry)MemberwiseClone();
        (next.Id, next.SupersedesId, next.By, next.At) = (Guid.CreateVersion7(), Id, by, at);
        return next;
    }

    /// <summary>As the rules count it.</summary>
    public UnitRecord ToRecord() => new(UnitKey, Building, HouseholdWords.EntranceName(Entrance), Riser, Owners.Select(owner => new OwnerRecord($"{owner.Id:N}", owner.Name)).ToList())
    {
        Kind = Kind,
        Holding = Holding,
        Registered = AreaSource == AreaSource.Register ? Area : null,
        Measured = AreaSource == AreaSource.Measured ? Area : null,
        Contracted = AreaSource == AreaSource.Contract ? Area : null,
        Inhabited = Inhabited,
    };
}

/// <summary>不计入: a dwelling that is left out of the roll in preparation, with the reason; frozen with the roll.</summary>
public sealed class RollExclusion : ITenantOwned
{
    public Guid TenantId { get; set; }
    public Guid BallotId { get; set; }
    public Guid DwellingId { get; set; }
    public Guid EstateId { get; set; }
    public required string Reason { get; set; }
    public required string By { get; set; }
    public DateTimeOffset At { get; set; }
}

public sealed class RollEntryMapping : IEntityTypeConfiguration<RollEntry>
{
    public void Configure(EntityTypeBuilder<RollEntry> entry)
    {
        entry.HasKey(e => new { e.TenantId, e.Id });
        entry.Property(e => e.Building).HasMaxLength(Buildings.Building.NameLength);
        entry.Property(e => e.Room).HasMaxLength(Dwelling.RoomLength);
        entry.Property(e => e.Riser).HasMaxLength(Dwelling.RiserLength);
        entry.Property(e => e.Kind).HasConversion<string>().HasMaxLength(20);
        entry.Property(e => e.Holding).HasConversion<string>().HasMaxLength(20);
        entry.Property(e => e.AreaSource).HasConversion<string>().HasMaxLength(20);
        entry.Property(e => e.Exclusion).HasMaxLength(RollEntry.ReasonLength);
        entry.Property(e => e.SheetCode).HasMaxLength(RollEntry.SheetCodeLength);
        entry.Property(e => e.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        entry.Ignore(e => e.Owners).Ignore(e => e.Place).Ignore(e => e.UnitKey);
        entry.HasIndex(e => new { e.TenantId, e.BallotId, e.DwellingId }, RollEntry.OneFirst).IsUnique().HasFilter("supersedes_id is null");
        entry.HasIndex(e => new { e.TenantId, e.SupersedesId }, RollEntry.OneNext).IsUnique();
        entry.HasIndex(e => new { e.TenantId, e.SheetCode });
        entry.HasIndex(e => new { e.TenantId, e.ReceiptMark });
        entry.HasOne<Ballot>().WithMany().HasForeignKey(e => new { e.TenantId, e.BallotId }).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Estate>().WithMany().HasForeignKey(e => new { e.TenantId, e.EstateId }).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<Dwelling>().WithMany().HasForeignKey(e => new { e.TenantId, e.DwellingId }).OnDelete(DeleteBehavior.Restrict);
        entry.HasOne<RollEntry>().WithMany().HasForeignKey(e => new { e.TenantId, e.SupersedesId }).OnDelete(DeleteBehavior.Restrict);
    }
}

public sealed class RollExclusionMapping : IEntityTypeConfiguration<RollExclusion>
{
    public void Configure(EntityTypeBuilder<RollExclusion> exclusion)
    {
        exclusion.HasKey(e => new { e.TenantId, e.BallotId, e.DwellingId });
        exclusion.Property(e => e.Reason).HasMaxLength(RollEntry.ReasonLength);
        exclusion.Property(e => e.By).HasMaxLength(Security.PortalUser.DisplayNameLength);
        exclusion.HasOne<Ballot>().WithMany().HasForeignKey(e => new { e.TenantId, e.BallotId }).OnDelete(DeleteBehavior.Restrict);
        exclusion.HasOne<Dwelling>().WithMany().HasForeignKey(e => new { e.TenantId, e.DwellingId }).OnDelete(DeleteBehavior.Restrict);
        exclusion.HasOne<Estate>().WithMany().HasForeignKey(e => new { e.TenantId, e.EstateId }).OnDelete(DeleteBehavior.Restrict);
    }
}
