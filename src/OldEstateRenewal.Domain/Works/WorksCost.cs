namespace OldEstateRenewal.Domain.Works;

/// <summary>What an item of a scheme is estimated to cost (分项估算), exact to 分.</summary>
public static class WorksCost
{
    /// <summary>Quantity times unit cost; half a 分 and more counts as one (四舍五入到分).</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public static Money Of(decimal quantity, Money unitCost)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(quantity);
        ArgumentOutOfRangeException.ThrowIfNegative(unitCost.Fen);
        return Money.FromFen((long)decimal.Round(quantity * unitCost.Fen, 0, MidpointRounding.AwayFromZero));
    }
}
