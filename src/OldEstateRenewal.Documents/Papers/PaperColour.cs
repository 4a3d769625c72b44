using System.Globalization;

namespace OldEstateRenewal.Documents.Papers;

/// <summary>A colour of ink (颜色); the default value is black.</summary>
/// <param name="R">The share of red, 255 for all of it.</param>
/// <param name="G">The share of green.</param>
/// <param name="B">The share of blue.</param>
public readonly record struct PaperColour(byte R, byte G, byte B)
{
    private const int Digits = 6;

    /// <summary>The red of an official mark (红色).</summary>
    public static PaperColour Red { get; } = new(0xE6, 0, 0);

    /// <summary>Reads #e60000; false for anything else.</summary>
    public static bool TryParse(string? text, out PaperColour colour)
    {
        colour = default;
        if (text is null || text.Length != Digits + 1 || text[0] != '#'
            || !int.TryParse(text.AsSpan(1), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
            return false;
        colour = new((byte)(value >> 16), (byte)(value >> 8 & 0xFF), (byte)(value & 0xFF));
        return true;
    }

    /// <summary>As <see cref="TryParse"/> reads it: #E60000.</summary>
    public override string ToString() => '#' + Hexadecimal;

    internal string Hexadecimal => $"{R:X2}{G:X2}{B:X2}";
}
