namespace OldEstateRenewal.Domain.Planning;

/// <summary>On which side of a balance a line stands (收支方向).</summary>
public enum BalanceSide
{
    /// <summary>收益.</summary>
    Income,

    /// <summary>支出.</summary>
    Cost,
}

/// <summary>One assumption of a balance (测算项目): so much a year, from–to, growing or not.</summary>
/// <param name="Name">What it is: 停车管理收费.</param>
/// <param name="Side">Income or cost.</param>
/// <param name="FromYear">The first year in which it counts.</param>
/// <param name="UntilYear">The last year in which it counts; what lies outside the projection does not count.</param>
/// <param name="Quantity">How many units; above zero.</param>
/// <param name="UnitAmount">Yuan for a unit in the first year of the line.</param>
/// <param name="Growth">Percent a year; negative where it falls.</param>
public sealed record BalanceItem(string Name, BalanceSide Side, int FromYear, int UntilYear, decimal Quantity, Money UnitAmount, decimal Growth)
{
    /// <summary>What it comes to in a year, to the 分 (四舍五入); nothing outside its years. Growth compounds from the first year of the line.</summary>
    public Money In(int year)
    {
        if (year < FromYear || year > UntilYear) return Money.Zero;
        var amount = Exactly(Quantity) * UnitAmount.Fen;
        for (var grown = FromYear; grown < year; grown++) amount *= Fraction.One + (Exactly(Growth) / 100);
        return BalanceProjection.Rounded(amount);
    }

    internal static Fraction Exactly(decimal number) => Fraction.Parse(number.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture));
}

/// <summary>A year of a balance (年度收支).</summary>
/// <param name="Year">The year.</param>
/// <param name="Income">收益 of the year.</param>
/// <param name="Cost">支出 of the year.</param>
/// <param name="Cumulative">Income less cost of all years so far (累计结余).</param>
/// <param name="Present">Income less cost of the year, discounted to the first year (折现).</param>
public sealed record BalanceYear(int Year, Money Income, Money Cost, Money Cumulative, Money Present)
{
    /// <summary>Income less cost (结余).</summary>
    public Money Net => Income - Cost;
}

/// <summary>
/// The income of a bundle of projects against its cost over the years (资金平衡测算; 泰安 二.（二）: income must not be below cost). Each line's year is rounded to the 分, all else adds up.
/// </summary>
public sealed record BalanceProjection
{
    private BalanceProjection(IReadOnlyList<BalanceYear> years) => Years = years;

    /// <summary>The years in order.</summary>
    public IReadOnlyList<BalanceYear> Years { get; }

    /// <summary>收益合计.</summary>
    public Money Income => Sum(year => year.Income);

    /// <summary>支出合计.</summary>
    public Money Cost => Sum(year => year.Cost);

    /// <summary>折现后的结余.</summary>
    public Money Present => Sum(year => year.Present);

    /// <summary>The first year from which the cumulated balance stays at zero or above (回收年份); null where it never does.</summary>
    public int? PaidBackIn
    {
        get
        {
            var last = Years.LastOrDefault(year => year.Cumulative < Money.Zero);
            if (last is null) return Years.Count > 0 ? Years[0].Year : null;
            return last == Years[^1] ? null : last.Year + 1;
        }
    }

    /// <summary>The balance of some lines over so many years.</summary>
    /// <param name="items">The assumptions.</param>
    /// <param name="firstYear">The first year, not discounted.</param>
    /// <param name="years">How many years, at least one.</param>
    /// <param name="discountRate">Percent a year by which later years count less; 0 for none.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no year, or the rate is negative.</exception>
    public static BalanceProjection Of(IReadOnlyCollection<BalanceItem> items, int firstYear, int years, decimal discountRate)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(years);
        ArgumentOutOfRangeException.ThrowIfNegative(discountRate);
        var (rows, cumulative, factor) = (new List<BalanceYear>(), Money.Zero, Fraction.One);
        for (var year = firstYear; year < firstYear + years; year++)
        {
            var (income, cost) = (Of(items, BalanceSide.Income, year), Of(items, BalanceSide.Cost, year));
            cumulative += income - cost;
            rows.Add(new BalanceYear(year, income, cost, cumulative, Rounded(factor * (income - cost).Fen)));
            factor /= Fraction.One + (BalanceItem.Exactly(discountRate) / 100);
        }

        return new BalanceProjection(rows);
    }

    internal static Money Rounded(Fraction fen) => fen < Fraction.Zero ? -Rounded(-fen) : Money.FromFen((long)(fen + new Fraction(1, 2)).Floor());

    private static Money Of(IEnumerable<BalanceItem> items, BalanceSide side, int year) => items.Where(item => item.Side == side).Aggregate(Money.Zero, (sum, item) => sum + item.In(year));

    private Money Sum(Func<BalanceYear, Money> of) => Years.Aggregate(Money.Zero, (sum, year) => sum + of(year));
}
