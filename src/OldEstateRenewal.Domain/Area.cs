namespace OldEstateRenewal.Domain;

/// <summary>A floor or site area (面积), exact to 0.01 ㎡; never negative.</summary>
public readonly record struct Area : IComparable<Area>
{
    private Area(long hundredths)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(hundredths);
        Hundredths = hundredths;
    }

    /// <summary>No area.</summary>
    public static Area Zero => default;

    /// <summary>The area in hundredths of a square metre (0.01 ㎡).</summary>
    public long Hundredths { get; }

    /// <summary>Square metres as a decimal, for storage and for cells.</summary>
    public decimal SquareMetres => Hundredths / 100m;

    /// <summary>Makes an area of so many 0.01 ㎡.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    public static Area FromHundredths(long hundredths) => new(hundredths);

    /// <summary>Makes an area of square metres.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is negative.</exception>
    /// <exception cref="FormatException">It is finer than 0.01 ㎡.</exception>
    public static Area FromSquareMetres(decimal squareMetres) =>
        decimal.Truncate(squareMetres * 100) == squareMetres * 100
            ? new Area((long)(squareMetres * 100))
            : throw new FormatException($"{squareMetres} ㎡ is finer than 0.01 ㎡.");

    /// <summary>Reads square metres such as "25200.72"; false when negative, finer than 0.01 or no number.</summary>
    public static bool TryParse(string? text, out Area area)
    {
        var read = Domain.Hundredths.TryParse(text, out var hundredths) && hundredths >= 0;
        area = read ? new Area(hundredths) : default;
        return read;
    }

    /// <inheritdoc/>
    public int CompareTo(Area other) => Hundredths.CompareTo(other.Hundredths);

    /// <summary>Square metres as the annexes print them, without trailing zeros: 25200.72, 2500.</summary>
    public override string ToString() => Domain.Hundredths.Trimmed(Hundredths);

    /// <summary>Sum.</summary>
    public static Area operator +(Area a, Area b) => new(a.Hundredths + b.Hundredths);

    /// <summary>Difference.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The result would be negative.</exception>
    public static Area operator -(Area a, Area b) => new(a.Hundredths - b.Hundredths);

    /// <summary>Less.</summary>
    public static bool operator <(Area a, Area b) => a.Hundredths < b.Hundredths;

    /// <summary>Greater.</summary>
    public static bool operator >(Area a, Area b) => a.Hundredths > b.Hundredths;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Area a, Area b) => a.Hundredths <= b.Hundredths;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Area a, Area b) => a.Hundredths >= b.Hundredths;
}
