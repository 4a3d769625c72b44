using System.Globalization;
using System.Numerics;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>How a printed figure was shortened (取舍方式).</summary>
public enum Rounding
{
    /// <summary>四舍五入.</summary>
    HalfUp,

    /// <summary>去尾.</summary>
    Down,

    /// <summary>进一.</summary>
    Up,
}

/// <summary>
/// A figure as a document prints it (印发数): 13.85 万平方米, 1216 户. It stands for every exact value that shortens to it, to as many decimals as
/// are printed.
/// </summary>
/// <param name="Text">The digits as printed: 13.85.</param>
/// <param name="Unit">The unit as printed: 万平方米.</param>
/// <param name="Scale">How many base units (㎡, yuan, 户, 栋, 个) one printed unit is: 10000.</param>
/// <param name="Rounding">How it was shortened.</param>
public sealed record PrintedFigure(string Text, string Unit, long Scale, Rounding Rounding)
{
    /// <summary>The printed value in base units: 138500.</summary>
    public Fraction Value => Fraction.Parse(Text) * Scale;

    /// <summary>Whether an exact value, in base units, is what was printed: 138479.32 shortens to 13.85万.</summary>
    public bool Matches(Fraction exact) => Shorten(exact / Scale) == Fraction.Parse(Text);

    /// <summary>As printed: 13.85万平方米.</summary>
    public override string ToString() => Text + Unit;

    /// <summary>Reads { figure, unit, scale?, rounding? } at <paramref name="name"/>; null when there is none.</summary>
    public static PrintedFigure? ReadOptional(PolicyNode parent, string name)
    {
        if (parent.OptionalObject(name) is not { } node) return null;
        var text = node.OptionalText("figure") is { } figure && decimal.TryParse(figure, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            ? figure
            : node.Wrong("figure", "按印发写法的数（加引号），如 \"13.85\"", "0");
        return new(text, node.Text("unit"), node.OptionalWhole("scale", 1) ?? 1, node.OptionalChoice<Rounding>("rounding") ?? Rounding.HalfUp);
    }

    private Fraction Shorten(Fraction printedUnits)
    {
        var point = Text.IndexOf('.', StringComparison.Ordinal);
        var digits = BigInteger.Pow(10, point < 0 ? 0 : Text.Length - point - 1);
        var scaled = printedUnits * new Fraction(digits, 1);
        var whole = Rounding switch
        {
            Rounding.HalfUp => (scaled + new Fraction(1, 2)).Floor(),
            Rounding.Up => scaled.Ceiling(),
            _ => scaled.Floor(),
        };
        return new Fraction(whole, digits);
    }
}
