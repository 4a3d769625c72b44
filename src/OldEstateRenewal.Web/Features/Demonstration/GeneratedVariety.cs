using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>
/// What registries hold besides plain dwellings, shown once in an invented estate: a joined flat, co-owners, one owner of two flats, two rows of
/// one person, unsold and undelivered flats, measured and contracted areas, empty and let ones, shops below. Its households stay as many as stated;
/// the shops' area is added to the stated one.
/// </summary>
internal static class GeneratedVariety
{
    private const string By = "演示数据";
    private const int Needed = 12;
    private static readonly DateTimeOffset recordedAt = new(2024, 1, 15, 2, 0, 0, TimeSpan.Zero);

    public static void AddTo(PortalDbContext db, Estate estate, PersonalData secrets)
    {
        var first = db.Buildings.Local.Where(b => b.EstateId == estate.Id).OrderBy(b => b.Sequence).First();
        var flats = db.Dwellings.Local.Where(d => d.BuildingId == first.Id).OrderBy(d => d.Entrance).ThenBy(d => d.Storey).ThenBy(d => d.Position).ToList();
        if (flats.Count < Needed) return;
        foreach (var (flat, name) in flats.Zip(["共有乙", "两套丁"])) Own(db, flat, Add(db, new Owner { TenantId = estate.TenantId, Name = name }));
        foreach (var flat in flats.Take(5)) flat.Holding = UnitHolding.Owned;
        Share(db, flats[0], secrets);
        Own(db, flats[2], OwnerOf(db, flats[1]));
        Twins(db, flats[3], flats[4], secrets);
        var developer = Add(db, new Owner { TenantId = estate.TenantId, Name = "演示建设单位", Kind = OwnerKind.Developer });
        foreach (var (flat, holding) in new[] { (flats[5], UnitHolding.Unsold), (flats[6], UnitHolding.Unsold), (flats[7], UnitHolding.SoldUndelivered) })
        {
            Own(db, flat, developer);
            (flat.Holding, flat.Occupancy) = (holding, Occupancy.Vacant);
        }

        var unit = Add(db, new Owner { TenantId = estate.TenantId, Name = "演示原产权单位", Kind = OwnerKind.Organisation });
        foreach (var flat in flats.Skip(8).Take(2))
        {
            Own(db, flat, unit);
            (flat.Holding, flat.Occupancy) = (UnitHolding.FormerEmployer, Occupancy.Let);
        }

        (flats[10].MeasuredArea, flats[10].RegisteredArea) = (flats[10].RegisteredArea, null);
        (flats[11].ContractArea, flats[11].RegisteredArea) = (flats[11].RegisteredArea, null);
        Join(flats);
        Shops(db, estate, first);
    }

    private static void Share(PortalDbContext db, Dwelling flat, PersonalData secrets)
    {
        var owned = db.Ownerships.Local.Single(o => o.DwellingId == flat.Id);
        (owned.Share, owned.Basis) = ("1/2", OwnershipBasis.Registered);
        OwnerOf(db, flat).Write(secrets, "13900000001");
        var other = Add(db, new Owner { TenantId = flat.TenantId, Name = "共有甲" });
        other.Write(secrets, "13900000002");
        db.Ownerships.Add(Ownership(flat, other, "1/2"));
    }

    /// <summary>One person who was entered twice.</summary>
    private static void Twins(PortalDbContext db, Dwelling one, Dwelling other, PersonalData secrets)
    {
        foreach (var flat in new[] { one, other })
        {
            var twin = Add(db, new Owner { TenantId = flat.TenantId, Name = "重名丙" });
            twin.Write(secrets, "13900000003");
            Own(db, flat, twin);
        }
    }

    /// <summary>The last storey's second flat goes into the first; the household that was there moves to the storey's end.</summary>
    private static void Join(List<Dwelling> flats)
    {
        var top = flats.Where(d => d.Entrance == 1).GroupBy(d => d.Storey).OrderByDescending(storey => storey.Key).First().OrderBy(d => d.Position).ToList();
        if (top.Count < 2) return;
        top[0].Span = 2;
        top[0].Remark = "两户打通（演示）";
        for (var i = 1; i < top.Count; i++) (top[i].Position, top[i].Room) = (top[i].Position + 1, $"{top[i].Storey}0{top[i].Position + 1}");
    }

    private static void Shops(PortalDbContext db, Estate estate, Building building)
    {
        for (var number = 1; number <= 3; number++)
        {
            var shop = new Dwelling { TenantId = estate.TenantId, BuildingId = building.Id, Entrance = 0, Storey = 1, Room = $"商{number}", Position = number, Kind = UnitKind.Shop, RegisteredArea = Area.FromHundredths(4500 + number * 525) };
            db.Dwellings.Add(shop);
            db.Ownerships.Add(Ownership(shop, Add(db, new Owner { TenantId = estate.TenantId, Name = $"商户{"甲乙丙"[number - 1]}" })));
            estate.FloorArea += shop.RegisteredArea;
            building.FloorArea += shop.RegisteredArea;
        }
    }

    private static Owner OwnerOf(PortalDbContext db, Dwelling flat) => db.Owners.Local.Single(o => o.Id == db.Ownerships.Local.First(owned => owned.DwellingId == flat.Id).OwnerId);

    /// <summary>The flat was never anybody else's: the row is given to another owner before it is saved.</summary>
    private static void Own(PortalDbContext db, Dwelling flat, Owner owner)
    {
        var owned = db.Ownerships.Local.Single(o => o.DwellingId == flat.Id);
        var before = db.Owners.Local.SingleOrDefault(o => o.Id == owned.OwnerId);
        owned.OwnerId = owner.Id;
        if (before is not null && db.Ownerships.Local.All(o => o.OwnerId != before.Id)) db.Owners.Remove(before);
    }

    private static Owner Add(PortalDbContext db, Owner owner)
    {
        db.Owners.Add(owner);
        return owner;
    }

    private static Ownership Ownership(Dwelling flat, Owner owner, string? share = null) => new() { TenantId = flat.TenantId, DwellingId = flat.Id, OwnerId = owner.Id, FromOn = new DateOnly(2005, 1, 1), Share = share, RecordedBy = By, RecordedAt = recordedAt };

    private static void Write(this Owner owner, PersonalData secrets, string phone) =>
        (owner.Phone, owner.PhoneMark) = (secrets.Seal(owner.TenantId, PersonalField.Phone, phone), secrets.Mark(owner.TenantId, PersonalField.Phone, phone));
}
