using System.Globalization;
using OldEstateRenewal.Domain;
using OldEstateRenewal.Domain.CostSharing;

namespace OldEstateRenewal.Web.Features.Bills;

/// <summary>By what a unit counts in a run, as it was when the run was made.</summary>
public sealed record ChargedUnit(Guid BuildingId, Area Area, int Storey);

/// <summary>One part of a run with all that share it: says how a household's amount was worked out.</summary>
public sealed class PartWorking
{
    private const int Places = 4;
    private readonly HouseholdSplit split;
    private readonly Area area;
    private readonly Fraction weights;

    public PartWorking(BillPart part, IEnumerable<ChargedUnit> units)
    {
        Part = part;
        split = SplitText.SplitOf(part);
        var sharing = units.Where(unit => Concerns(unit.BuildingId)).ToList();
        Count = sharing.Count;
        area = sharing.Aggregate(Area.Zero, (sum, unit) => sum + unit.Area);
        weights = split.By switch
        {
            SplitBy.Dwelling => Count,
            SplitBy.Area => area.Hundredths,
            _ => sharing.Aggregate(Fraction.Zero, (sum, unit) => sum + WeightOf(unit.Area, unit.Storey)),
        };
    }

    public BillPart Part { get; }

    public int Count { get; }

    /// <summary>What was billed before, taken off in a run of differences.</summary>
    public bool IsTakenOff => Part.ShareLineId is null;

    public string Split => IsTakenOff ? "各户已计的金额" : split.Words();

    public bool Concerns(Guid buildingId) => Part.BuildingId is null || Part.BuildingId == buildingId;

    /// <summary>How the amount of one household comes about: 100.00 元 ÷ 3 户 = 33.3333 元，取整到分 33.34 元.</summary>
    public string Of(Bill bill)
    {
        if (IsTakenOff) return $"此前各批账单已计 {-Money.FromFen(bill.Amounts[Part.Sequence])} 元，在此扣除";
        if (weights == Fraction.Zero) return "";
        var exact = (Fraction)Part.Amount.Fen * WeightOf(bill.Area, bill.Storey) / weights;
        var amount = Money.FromFen(bill.Amounts[Part.Sequence]);
        return $"{Part.Amount} 元 {Factor(bill)} = {(exact.Denominator.IsOne ? $"{amount} 元" : $"{(exact / 100).ToDecimal(Places).ToString("0.0000", CultureInfo.InvariantCulture)} 元，取整到分为 {amount} 元")}";
    }

    private string Factor(Bill bill) => split.By switch
    {
        SplitBy.Dwelling => $"÷ {Count} 户",
        SplitBy.Area => $"× 本户 {bill.Area} ㎡ ÷ 全部 {area} ㎡",
        SplitBy.Storey => $"× 本户楼层系数 {SplitText.Words(WeightOf(bill.Area, bill.Storey))}（{bill.Storey} 层）÷ 各户系数之和 {SplitText.Words(weights)}",
        _ => $"× 本户 {SplitText.Words(WeightOf(Area.FromHundredths(100), bill.Storey) / 100)}（{bill.Storey} 层系数）× {bill.Area} ㎡ ÷ 各户系数与面积之积的和 {SplitText.Words(weights / 100)}",
    };

    private Fraction WeightOf(Area ofUnit, int storey) => split.WeightOf(new Household("", ofUnit, storey)) ?? Fraction.Zero;
}
