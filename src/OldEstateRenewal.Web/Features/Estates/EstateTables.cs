using Microsoft.EntityFrameworkCore;
using OldEstateRenewal.Documents.Tables;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.Eligibility;
using OldEstateRenewal.Web.Data;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Estates;

public sealed record EstateFileRow(Guid Id, string Name, string? Street, string? Community, string? Address, int[] BuiltYears, int? Buildings, int? Households, Area? Area, Area? SiteArea, string? FormerUnit, DateOnly? EndedOn);

public sealed record BuildingFileRow(string Estate, string? Street, string Name, int? BuiltYear, int? Storeys, int? Entrances, int? Households, Area? Area, string? Structure, DangerGrade? Danger);

public sealed record DwellingFileRow(string Estate, string Building, int Entrance, int Storey, string Room, UnitKind Kind, UnitHolding Holding, Area? Registered, Area? Measured, Area? Contract, Occupancy? Occupancy, List<OwnerName> Owners);

public sealed record OwnerName(string Name, OwnerKind Kind);

/// <summary>The registry's lists as tables. Rows are read while they are written.</summary>
public static class EstateTables
{
    public static IReadOnlyList<TableColumn<EstateFileRow>> Estates(IReadOnlyDictionary<Guid, EstateStanding> standings) =>
    [
        TableColumn.Serial<EstateFileRow>(),
        new("小区名称", 26, row => row.Name),
        new("街道（乡镇）", 14, row => row.Street),
        new("社区", 14, row => row.Community),
        new("坐落", 24, row => row.Address),
        new("建成年份", 14, row => BuiltYearsText.Write(row.BuiltYears)) { Alignment = ColumnAlignment.Center },
        new("楼栋（栋）", 11, row => (long?)row.Buildings) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("户数（户）", 11, row => (long?)row.Households) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("建筑面积（㎡）", 14, row => row.Area?.SquareMetres) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum },
        new("占地面积（㎡）", 14, row => row.SiteArea?.SquareMetres) { Format = CellFormat.Fixed(2) },
        new("原产权单位", 20, row => row.FormerUnit),
        new("能否纳入改造", 12, row => standings.GetValueOrDefault(row.Id)?.Verdict is { } verdict ? EligibilityResult.Words(verdict) : null),
        new("已列计划", 12, row => string.Join('、', standings.GetValueOrDefault(row.Id, EstateStanding.Unknown).PlanYears)) { Alignment = ColumnAlignment.Center },
        new("终止日期", 12, row => row.EndedOn),
    ];

    public static IReadOnlyList<TableColumn<BuildingFileRow>> Buildings { get; } =
    [
        TableColumn.Serial<BuildingFileRow>(),
        new("小区名称", 26, row => row.Estate),
        new("街道（乡镇）", 14, row => row.Street),
        new("楼栋", 12, row => row.Name),
        new("建成年份", 10, row => (long?)row.BuiltYear) { Format = CellFormat.Whole, Alignment = ColumnAlignment.Center },
        new("层数", 8, row => (long?)row.Storeys) { Format = CellFormat.Whole },
        new("单元", 8, row => (long?)row.Entrances) { Format = CellFormat.Whole },
        new("户数（户）", 10, row => (long?)row.Households) { Format = CellFormat.Whole, Total = ColumnTotal.Sum },
        new("建筑面积（㎡）", 14, row => row.Area?.SquareMetres) { Format = CellFormat.Fixed(2), Total = ColumnTotal.Sum },
        new("结构", 10, row => row.Structure),
        new("危险等级", 10, row => row.Danger?.ToString()) { Alignment = ColumnAlignment.Center },
    ];

    public static IReadOnlyList<TableColumn<DwellingFileRow>> Dwellings { get; } =
    [
        TableColumn.Serial<DwellingFileRow>("序号", 8),
        new("小区名称", 26, row => row.Estate),
        new("楼栋", 12, row => row.Building),
        new("单元", 7, row => (long?)row.Entrance) { Format = CellFormat.Whole },
        new("层", 6, row => (long?)row.Storey) { Format = CellFormat.Whole },
        new("室号", 10, row => row.Room),
        new("种类", 10, row => Name(row.Kind)),
        new("登记面积（㎡）", 12, row => row.Registered?.SquareMetres) { Format = CellFormat.Fixed(2) },
        new("测绘面积（㎡）", 12, row => row.Measured?.SquareMetres) { Format = CellFormat.Fixed(2) },
        new("合同面积（㎡）", 12, row => row.Contract?.SquareMetres) { Format = CellFormat.Fixed(2) },
        new("居住状况", 10, row => Name(row.Occupancy)),
        new("业主（隐去）", 18, row => string.Join('、', row.Owners.Select(owner => Owner.Mask(owner.Name, owner.Kind)))),
    ];

    public static IQueryable<EstateFileRow> Rows(IQueryable<Estate> estates) =>
        estates.Select(e => new EstateFileRow(e.Id, e.Name, e.Street!.Name, e.Community, e.Address, e.BuiltYears, e.BuildingCount, e.HouseholdCount, e.FloorArea, e.SiteArea, e.FormerUnit, e.EndedOn));

    public static IQueryable<BuildingFileRow> Rows(PortalDbContext db, Guid? estate) =>
        from building in db.Buildings.AsNoTracking()
        join e in db.Estates on building.EstateId equals e.Id
        where (estate == null && e.EndedOn == null) || building.EstateId == estate
        orderby e.Name, e.Id, building.Sequence, building.Id
        select new BuildingFileRow(e.Name, e.Street!.Name, building.Name, building.BuiltYear, building.Storeys, building.Entrances, building.HouseholdCount, building.FloorArea, building.Structure, building.Danger);

    /// <summary>One query in the order of the sheet: rows come as they are written, however many.</summary>
    public static IQueryable<DwellingFileRow> Homes(PortalDbContext db, Guid? estate) =>
        from dwelling in db.Dwellings.AsNoTracking()
        join building in db.Buildings on dwelling.BuildingId equals building.Id
        join e in db.Estates on building.EstateId equals e.Id
        where dwelling.RemovedOn == null && ((estate == null && e.EndedOn == null) || building.EstateId == estate)
        orderby e.Name, e.Id, building.Sequence, building.Id, dwelling.Entrance, dwelling.Storey, dwelling.Position, dwelling.Id
        select new DwellingFileRow(e.Name, building.Name, dwelling.Entrance, dwelling.Storey, dwelling.Room, dwelling.Kind, dwelling.Holding, dwelling.RegisteredArea, dwelling.MeasuredArea, dwelling.ContractArea, dwelling.Occupancy,
            dwelling.Ownerships.Where(o => o.UntilOn == null).Select(o => new OwnerName(o.Owner!.Name, o.Owner.Kind)).ToList());

    private static string Name(UnitKind kind) => kind switch
    {
        UnitKind.Dwelling => "住宅",
        UnitKind.Shop => "商铺",
        _ => "车位、摊位",
    };

    private static string? Name(Occupancy? occupancy) => occupancy switch
    {
        Occupancy.OwnerOccupied => "自住",
        Occupancy.Let => "出租、出借",
        Occupancy.Vacant => "空置",
        _ => null,
    };
}
