using System.Globalization;
using System.Text.RegularExpressions;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>A figure as people type it (手填数字): 25，200.72, 1488㎡, 16户, 1.2万, 十六.</summary>
public static partial class WrittenNumber
{
    /// <summary>Reads the number and the unit written behind it (empty where there is none); false where it is no exact number.</summary>
    public static bool TryRead(string text, out decimal number, out string unit)
    {
        (number, unit) = (0, "");
        if (decimal.TryParse(text, NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number)) return true;
        if (text.Length > 60) return false;
        if (Match(WrittenText.Clean(text)) is not { } match) return TryReadChinese(WrittenText.Plain(text), out number, out unit);
        unit = match.Groups["unit"].Value;
        var digits = match.Groups["number"].Value.Replace(",", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal).Replace("'", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.Float, CultureInfo.InvariantCulture, out number)) return false;
        if (match.Groups["negative"].Success) number = -number;
        return true;
    }

    // Spaces count only as separators of thousands: 25 200.72, but not 25 20.
    private static Match? Match(string clean)
    {
        var match = Figure().Match(Spaced(clean));
        return match.Success && match.Groups["number"].Length > 0 ? match : null;
    }

    private static string Spaced(string clean) => string.Join(' ', clean.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(WrittenText.Plain)) is var plain && LooseUnit().Match(plain) is { Success: true } loose
        ? plain.Remove(loose.Index, loose.Length)
        : plain;

    private static bool TryReadChinese(string plain, out decimal number, out string unit)
    {
        var match = Characters().Match(plain);
        unit = match.Groups["unit"].Value;
        var read = ChineseNumeral.TryRead(match.Groups["number"].ValueSpan, out var whole);
        number = whole;
        return match.Success && read;
    }

    [GeneratedRegex(@"^(?:(?<negative>\()?(?<number>[+-]?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+|[0-9]{1,3}(?: [0-9]{3})+|[0-9]{1,3}(?:'[0-9]{3})+)?(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?)(?(negative)\)))\.?(?<unit>[^0-9A-Za-z,.'+\-/() ]{0,5})$", RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"(?<=[0-9]) +(?=[^0-9 ])")]
    private static partial Regex LooseUnit();

    [GeneratedRegex(@"^(?<number>[〇零一二三四五六七八九十百千两]{1,8})(?<unit>[^0-9〇零一二三四五六七八九十百千两]{0,4})$")]
    private static partial Regex Characters();
}
