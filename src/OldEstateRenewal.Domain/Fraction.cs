using System.Globalization;
using System.Numerics;

namespace OldEstateRenewal.Domain;

/// <summary>
/// An exact fraction (分数), always in lowest terms with a positive denominator. Thresholds and shares are
/// fractions; they are compared by cross-multiplication, never as rounded percentages.
/// </summary>
public readonly record struct Fraction : IComparable<Fraction>
{
    private readonly BigInteger denominatorLessOne;

    /// <summary>Makes <paramref name="numerator"/> / <paramref name="denominator"/>.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public Fraction(BigInteger numerator, BigInteger denominator)
    {
        if (denominator.IsZero) throw new DivideByZeroException("A fraction has no zero denominator.");
        var divisor = BigInteger.GreatestCommonDivisor(numerator, denominator) * denominator.Sign;
        Numerator = numerator / divisor;
        denominatorLessOne = denominator / divisor - 1;
    }

    /// <summary>Nothing: 0/1, also the default value.</summary>
    public static Fraction Zero => default;

    /// <summary>The whole: 1/1.</summary>
    public static Fraction One => new(1, 1);

    /// <summary>The part above the line; carries the sign.</summary>
    public BigInteger Numerator { get; }

    /// <summary>The part below the line; at least 1.</summary>
    public BigInteger Denominator => denominatorLessOne + 1;

    /// <summary>
    /// Reads "2/3", "80%", "0.1" or "3". Percentages and decimals become exact fractions.
    /// </summary>
    /// <returns>False for anything else, for a zero denominator and for null.</returns>
    public static bool TryParse(string? text, out Fraction fraction)
    {
        fraction = default;
        if (text is null) return false;
        if (text.EndsWith('%')) return TryParseDecimal(text[..^1], 100, out fraction);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (slash < 0) return TryParseDecimal(text, 1, out fraction);
        if (!TryParseWhole(text[..slash], out var above) || !TryParseWhole(text[(slash + 1)..], out var below) || below.IsZero) return false;
        fraction = new Fraction(above, below);
        return true;
    }

    /// <summary>Reads what <see cref="TryParse"/> reads.</summary>
    /// <exception cref="FormatException">The text is no fraction.</exception>
    public static Fraction Parse(string text) =>
        TryParse(text, out var fraction) ? fraction : throw new FormatException($"'{text}' is no fraction.");

    /// <summary>The greatest whole number not above the fraction.</summary>
    public BigInteger Floor()
    {
        var quotient = BigInteger.DivRem(Numerator, Denominator, out var remainder);
        return remainder.Sign < 0 ? quotient - 1 : quotient;
    }

    /// <summary>The least whole number not below the fraction: 80% of 16 households is 13 of them.</summary>
    public BigInteger Ceiling() => -(-this).Floor();

    /// <summary>The fraction as a decimal for reading only, rounded half up: 66.67.</summary>
    public decimal ToDecimal(int decimals = 2)
    {
        var scale = BigInteger.Pow(10, decimals);
        return (decimal)(this * new Fraction(scale, 1) + new Fraction(1, 2)).Floor() / (decimal)scale;
    }

    /// <inheritdoc/>
    public int CompareTo(Fraction other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The fraction as people write it: 2/3, or 2 when it is whole.</summary>
    public override string ToString() => Denominator.IsOne ? Text(Numerator) : $"{Text(Numerator)}/{Text(Denominator)}";

    /// <summary>
    /// A percentage for reading only, cut (not rounded) after <paramref name="decimals"/> places, so that what
    /// falls short of a threshold never looks as if it reached it: 66.66%.
    /// </summary>
    public string ToPercent(int decimals = 2)
    {
        var scale = BigInteger.Pow(10, decimals);
        var scaled = BigInteger.Divide(BigInteger.Abs(Numerator) * 100 * scale, Denominator);
        var whole = Text(scaled / scale);
        var rest = decimals == 0 ? "" : Text(scaled % scale).PadLeft(decimals, '0').TrimEnd('0');
        return $"{(Numerator.Sign < 0 ? "-" : "")}{whole}{(rest.Length == 0 ? "" : "." + rest)}%";
    }

    /// <summary>Sum.</summary>
    public static Fraction operator +(Fraction a, Fraction b) =>
        new(a.Numerator * b.Denominator + b.Numerator * a.Denominator, a.Denominator * b.Denominator);

    /// <summary>Negation.</summary>
    public static Fraction operator -(Fraction a) => new(-a.Numerator, a.Denominator);

    /// <summary>Difference.</summary>
    public static Fraction operator -(Fraction a, Fraction b) => a + -b;

    /// <summary>Product.</summary>
    public static Fraction operator *(Fraction a, Fraction b) => new(a.Numerator * b.Numerator, a.Denominator * b.Denominator);

    /// <summary>Quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    public static Fraction operator /(Fraction a, Fraction b) => new(a.Numerator * b.Denominator, a.Denominator * b.Numerator);

    /// <summary>Less.</summary>
    public static bool operator <(Fraction a, Fraction b) => a.CompareTo(b) < 0;

    /// <summary>Greater.</summary>
    public static bool operator >(Fraction a, Fraction b) => a.CompareTo(b) > 0;

    /// <summary>Less or equal.</summary>
    public static bool operator <=(Fraction a, Fraction b) => a.CompareTo(b) <= 0;

    /// <summary>Greater or equal.</summary>
    public static bool operator >=(Fraction a, Fraction b) => a.CompareTo(b) >= 0;

    /// <summary>A whole number is a fraction.</summary>
    public static implicit operator Fraction(long whole) => new(whole, 1);

    private static bool TryParseDecimal(string text, BigInteger divisor, out Fraction fraction)
    {
        fraction = default;
        var point = text.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : text.Length - point - 1;
        if (point == 0 || (point > 0 && decimals == 0)) return false;
        if (!TryParseWhole(point < 0 ? text : text.Remove(point, 1), out var digits)) return false;
        fraction = new Fraction(digits, divisor * BigInteger.Pow(10, decimals));
        return true;
    }

    private static bool TryParseWhole(string text, out BigInteger whole) =>
        BigInteger.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out whole);

    private static string Text(BigInteger whole) => whole.ToString(CultureInfo.InvariantCulture);
}
