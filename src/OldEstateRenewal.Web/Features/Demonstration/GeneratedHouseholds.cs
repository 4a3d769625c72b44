using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Planning;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;
using OldEstateRenewal.Web.Features.Estates;
using OldEstateRenewal.Web.Security;

namespace OldEstateRenewal.Web.Features.Demonstration;

/// <summary>Buildings, dwellings and owners that add up exactly to an estate's households and area; invented, and marked so.</summary>
internal static class GeneratedHouseholds
{
    private const int RoomsPerStorey = 2;
    private const int FormerUnitOneIn = 12;
    private const string By = "演示数据";
    private static readonly DateOnly ownedFrom = new(2005, 1, 1);
    private static readonly DateTimeOffset recordedAt = new(2024, 1, 15, 2, 0, 0, TimeSpan.Zero);
    private const string Surnames = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕";
    private const string Given = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";

    /// <param name="showsVariety">Whether some of the dwellings show what registries hold besides plain ones; never below printed figures.</param>
    public static void AddTo(PortalDbContext db, Estate estate, PlanRow row, PersonalData? showsVariety = null)
    {
        if (row is not { Buildings: > 0 and var buildingCount, Households: > 0 and var households, Area: { } area }) return;
        var random = new Random(DemonstrationRandom.Seed(estate.Name));
        var unit = new Owner { TenantId = estate.TenantId, Name = $"{estate.Name}原产权单位（演示）", Kind = OwnerKind.Organisation };
        var unitIsUsed = false;
        var perBuilding = Shares.Even(households, buildingCount);
        var areas = Shares.Weighted(area.Hundredths, Enumerable.Range(0, households).Select(_ => random.Next(85, 116)).ToArray());
        var facts = row.BuildingFacts();
        var next = 0;
        for (var i = 0; i < buildingCount; i++)
        {
            var count = (int)perBuilding[i];
            var building = Building(estate, i, facts[i].Built.Earliest?.Year, count, areas.Skip(next).Take(count).Sum());
            db.Buildings.Add(building);
            for (var n = 0; n < count; n++)
            {
                var dwelling = Dwelling(building, n, areas[next++]);
                var owner = random.Next(FormerUnitOneIn) == 0 ? unit : new Owner { TenantId = estate.TenantId, Name = Name(random) };
                unitIsUsed |= owner == unit;
                if (owner == unit) dwelling.Holding = UnitHolding.FormerEmployer;
                db.Dwellings.Add(dwelling);
                if (owner != unit) db.Owners.Add(owner);
                db.Ownerships.Add(new Ownership { TenantId = estate.TenantId, DwellingId = dwelling.Id, OwnerId = owner.Id, FromOn = ownedFrom, RecordedBy = By, RecordedAt = recordedAt });
            }
        }

        if (unitIsUsed) db.Owners.Add(unit);
        if (showsVariety is not null) GeneratedVariety.AddTo(db, estate, showsVariety);
    }

    private static Building Building(Estate estate, int index, int? builtYear, int households, long area)
    {
        var storeys = households >= 30 ? 6 : households >= 16 ? 5 : 4;
        return new Building
        {
            TenantId = estate.TenantId,
            EstateId = estate.Id,
            Name = $"{index + 1}号楼",
            Sequence = index + 1,
            BuiltYear = builtYear,
            Storeys = storeys,
            Entrances = Math.Max(1, (households + storeys * RoomsPerStorey - 1) / (storeys * RoomsPerStorey)),
            FloorArea = Area.FromHundredths(area),
            IsDemonstration = true,
        };
    }

    private static Dwelling Dwelling(Building building, int number, long area)
    {
        var perEntrance = building.Storeys!.Value * RoomsPerStorey;
        var storey = number % perEntrance / RoomsPerStorey + 1;
        return new Dwelling
        {
            TenantId = building.TenantId,
            BuildingId = building.Id,
            Entrance = number / perEntrance + 1,
            Storey = storey,
            Room = $"{storey}0{number % RoomsPerStorey + 1}",
            Position = number % RoomsPerStorey + 1,
            Riser = $"{number % RoomsPerStorey + 1}",
            Holding = UnitHolding.Owned,
            RegisteredArea = Area.FromHundredths(area),
        };
    }

    private static string Name(Random random) => $"{Surnames[random.Next(Surnames.Length)]}{Given[random.Next(Given.Length)]}{Given[random.Next(Given.Length)]}";
}
