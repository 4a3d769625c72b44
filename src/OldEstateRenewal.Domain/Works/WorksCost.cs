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

    /// <summary>So many percent of the sum of the works lines (设计费、监理费、预备费按工程费费率计); half a 分 and more counts as one.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One of them is negative.</exception>
    public static Money OfRate(decimal percent, Money works)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(percent);
        ArgumentOutOfRangeException.ThrowIfNegative(works.Fen);
        return Money.FromFen((long)decimal.Round(percent * works.Fen / 100, 0, MidpointRounding.AwayFromZero));
    }
}
