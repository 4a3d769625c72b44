namespace OldEstateRenewal.Domain;

/// <summary>An amount of money (金额) in 分, exact; may be negative (a reversal, a shortfall).</summary>
public readonly record struct Money : IComparable<Money>
{
    private Money(long fen) => Fen = fen;

    /// <summary>Nothing.</summary>
    public static Money Zero => default;

    /// <summary>The amount in 分 (0.01 yuan).</summary>
    public long Fen { get; }

    /// <summary>Yuan as a decimal, for storage and for cells.</summary>
    public decimal Yuan => Fen / 100m;

    /// <summary>Makes an amount of 分.</summary>
    public static Money FromFen(long fen) => new(fen);

    /// <summary>Makes an amount of yuan.</summary>
    /// <exception cref="FormatException">It is finer than one 分.</exception>
    public static Money FromYuan(decimal yuan) =>
        decimal.Truncate(yuan * 100) == yuan * 100 ? new Money((long)(yuan * 100)) : throw new FormatException($"{yuan} yuan is finer than one fen.");

    /// <summary>Reads yuan such as "1800" or "350.00"; false when finer than one 分 or no number.</summary>
    public static bool TryParse(string? text, out Money money)
    {
        var read = Hundredths.TryParse(text, out var fen);
        money = new Money(fen);
        return read;
    }

    /// <inheritdoc/>
    public int CompareTo(Money other) => Fen.CompareTo(other.Fen);

    /// <summary>Yuan with two decimals: 350.00.</summary>
    public override string ToString() => Hundredths.Fixed(Fen);

    /// <summary>Sum.</summary>
    public static Money operator +(Money a, Money b) => new(a.Fen + b.Fen);

    /// <summary>Difference.</summary>
    public static Money operator -(Money a, Money b) => new(a.Fen - b.Fen);

    /// <summary>Negation.</summary>
    public static Money operator -(Money a) => new(-a.Fen);

    /// <summary>So many times the amount.</summary>
    public static Money operator *(Money a, long times) => new(a.Fen * times);

    /// <summary>Less.</summary>
    public static bool operator <(Money a, Money b) => a.Fen < b.Fen;

    /// <summary>Greater.</summary>
    public static bool operator >(Money a, Money b) => a.Fen > b.Fen;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Money a, Money b) => a.Fen <= b.Fen;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Money a, Money b) => a.Fen >= b.Fen;
}
