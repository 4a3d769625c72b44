using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.Consent;
using OldEstateRenewal.Domain.CostSharing;
using OldEstateRenewal.Web.Features.Buildings;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>How owners share a line among themselves, and by which clause.</summary>
public sealed record LineSplit(HouseholdSplit Split, string Clause);

/// <summary>A line of a fixed share sheet, as far as owners pay for it.</summary>
/// <param name="Place">Whose line it is: an estate, a building, or the whole project.</param>
/// <param name="Owners">The owners' part.</param>
/// <param name="Clause">By which clause owners pay.</param>
/// <param name="Own">How the rule itself says that households share; null where it is silent.</param>
/// <param name="Otherwise">How owners share where neither the rule nor their own agreement says; null where no document says.</param>
public sealed record OwnersLine(Guid Id, string Name, string Place, Guid? EstateId, Guid? BuildingId, Money Cost, Money Owners, string Clause, LineSplit? Own, LineSplit? Otherwise)
{
    /// <summary>The amount per household where the rule fixes it.</summary>
    public Money? PerHousehold { get; init; }

    /// <summary>The area with which an amount per ㎡ was worked out, where the sheet states it.</summary>
    public Area? Area { get; init; }

    /// <summary>The rule by which several lines are counted together (同一规则合并计算), and those of them in the same place, this one among them.</summary>
    public string? JointKey { get; init; }

    public IReadOnlyList<(Guid Id, Money Cost, Money Owners)> Joint { get; init; } = [];

    public string Label => $"{Name}（{Place}）";
}

/// <summary>A unit of the registry that may be charged.</summary>
public sealed record BillUnit(Guid DwellingId, Guid EstateId, Guid BuildingId, string Building, int Entrance, int Storey, string Room, UnitKind Kind, Area? Area)
{
    public string Place => $"{Building} {HouseholdWords.Place(Entrance, Room)}";

    /// <summary>False for a unit that was billed before and is not charged any more: what it was billed is given back.</summary>
    public bool IsCharged { get; init; } = true;
}

/// <summary>What was billed before on other share sheets (此前已出账), by dwelling, and in which runs.</summary>
public sealed record BilledBefore(IReadOnlyList<int> Runs, IReadOnlyDictionary<Guid, Money> ByDwelling)
{
    public Money Total => ByDwelling.Values.Aggregate(Money.Zero, (sum, amount) => sum + amount);

    public string Clause => $"按新确定的费用分担表重新计算，扣除此前第{string.Join("、", Runs)}批账单已计的金额；差额为负的，退还或抵扣。";
}

/// <summary>What of a line has been billed already in an estate.</summary>
public sealed record IssuedPart(Guid LineId, Guid EstateId, Money Cost, Money Amount);

/// <summary>A line to be billed, and how owners decided to share it; null leaves it to the documents.</summary>
public sealed record LineChoice(OwnersLine Line, HouseholdSplit? Decided);

/// <param name="Line">Null for what was billed before and is taken off.</param>
public sealed record DraftPart(OwnersLine? Line, Money Cost, Money Amount, HouseholdSplit Split, string Clause);

/// <summary>试算 of one estate: its parts, and for each unit in its order what it pays of each part, in 分.</summary>
public sealed record DraftRun(Guid EstateId, IReadOnlyList<DraftPart> Parts, IReadOnlyList<BillUnit> Units, IReadOnlyList<long[]> Amounts)
{
    public bool IsDifference => Parts.Any(part => part.Line is null);

    public Money Total => Parts.Aggregate(Money.Zero, (sum, part) => sum + part.Amount);
}
