using System.Text;

namespace OldEstateRenewal.Documents.Tables;

/// <summary>How wide a text is in half-width characters (半角字符数): Latin letters and digits take one, Chinese characters two.</summary>
internal static class HalfWidths
{
    private const int FirstWide = 0x1100;

    public static bool IsWide(Rune rune) => rune.Value >= FirstWide;

    public static int Of(ReadOnlySpan<char> text)
    {
        var widths = 0;
        foreach (var rune in text.EnumerateRunes())
            widths += IsWide(rune) ? 2 : 1;
        return widths;
    }
}
