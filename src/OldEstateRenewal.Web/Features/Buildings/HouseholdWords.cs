using OldEstateRenewal.Domain.Consent;

namespace OldEstateRenewal.Web.Features.Buildings;

/// <summary>What kinds and states are called on the pages.</summary>
public static class HouseholdWords
{
    public static string Name(this UnitKind kind) => kind switch { UnitKind.Dwelling => "住宅", UnitKind.Shop => "商铺", _ => "车位、摊位" };

    public static string Name(this UnitHolding holding) => holding switch
    {
        UnitHolding.Owned => "业主所有",
        UnitHolding.FormerEmployer => "原产权单位所有",
        UnitHolding.Unsold => "建设单位未售",
        _ => "已售未交付",
    };

    /// <summary>Two characters, for a cell.</summary>
    public static string Short(this UnitHolding holding) => holding switch { UnitHolding.Owned => "", UnitHolding.FormerEmployer => "单位", UnitHolding.Unsold => "未售", _ => "未交付" };

    public static string Name(this Occupancy occupancy) => occupancy switch { Occupancy.OwnerOccupied => "自住", Occupancy.Let => "出租、出借", _ => "空置" };

    public static string Name(this OwnerKind kind) => kind switch { OwnerKind.Person => "个人", OwnerKind.Organisation => "单位", _ => "建设单位" };

    public static string Name(this OwnershipBasis basis) => basis switch
    {
        OwnershipBasis.Registered => "不动产登记",
        OwnershipBasis.HousingReform => "房改购房",
        OwnershipBasis.Purchase => "买卖合同（已占有、未登记）",
        OwnershipBasis.Inheritance => "继承、受遗赠",
        _ => "判决、裁决",
    };

    public static string Name(this AreaSource source) => source switch { AreaSource.Register => "登记", AreaSource.Measured => "测绘", _ => "合同" };

    public static string Name(this OwnershipEnding ending) => ending switch { OwnershipEnding.Transfer => "转移", OwnershipEnding.Correction => "更正（原录入有误）", _ => "并入同一人" };

    public static string Name(this DangerGrade grade) => $"{grade} 级";

    public static string EntranceName(int entrance) => entrance == 0 ? "单元外" : $"{entrance}单元";

    public static string StoreyName(int storey) => storey < 0 ? $"地下{-storey}层" : $"{storey}层";

    /// <summary>Where a dwelling is, within its building: 2单元 301.</summary>
    public static string Place(int entrance, string room) => entrance == 0 ? room : $"{entrance}单元 {room}";

    /// <summary>The word for a value as the audit trail keeps it, or null when it is none of these.</summary>
    public static string? OfAudit(string value) => value switch
    {
        nameof(UnitKind.Dwelling) => UnitKind.Dwelling.Name(),
        nameof(UnitKind.Shop) => UnitKind.Shop.Name(),
        nameof(UnitKind.Parking) => UnitKind.Parking.Name(),
        nameof(UnitHolding.Owned) => UnitHolding.Owned.Name(),
        nameof(UnitHolding.FormerEmployer) => UnitHolding.FormerEmployer.Name(),
        nameof(UnitHolding.Unsold) => UnitHolding.Unsold.Name(),
        nameof(UnitHolding.SoldUndelivered) => UnitHolding.SoldUndelivered.Name(),
        nameof(Occupancy.OwnerOccupied) => Occupancy.OwnerOccupied.Name(),
        nameof(Occupancy.Let) => Occupancy.Let.Name(),
        nameof(Occupancy.Vacant) => Occupancy.Vacant.Name(),
        nameof(OwnerKind.Person) => OwnerKind.Person.Name(),
        nameof(OwnerKind.Organisation) => OwnerKind.Organisation.Name(),
        nameof(OwnerKind.Developer) => OwnerKind.Developer.Name(),
        nameof(OwnershipBasis.Registered) => OwnershipBasis.Registered.Name(),
        nameof(OwnershipBasis.HousingReform) => OwnershipBasis.HousingReform.Name(),
        nameof(OwnershipBasis.Purchase) => OwnershipBasis.Purchase.Name(),
        nameof(OwnershipBasis.Inheritance) => OwnershipBasis.Inheritance.Name(),
        nameof(OwnershipBasis.Judgment) => OwnershipBasis.Judgment.Name(),
        nameof(OwnershipEnding.Transfer) => OwnershipEnding.Transfer.Name(),
        nameof(OwnershipEnding.Correction) => OwnershipEnding.Correction.Name(),
        nameof(OwnershipEnding.Merger) => OwnershipEnding.Merger.Name(),
        _ => null,
    };
}
