namespace OldEstateRenewal.Documents.Tables;

/// <summary>How wide a text is in half-width characters (半角字符数): Latin letters and digits take one, Chinese characters two.</summary>
internal static class HalfWidths
{
    private const int FirstWide = 0x1100;

    public static int Of(ReadOnlySpan<char> text)
    {
        var widths = 0;
        foreach (var rune in text.EnumerateRunes())
            widths += rune.Value < FirstWide ? 1 : 2;
        return widths;
    }
}
