using System.Globalization;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>Numbers as a spreadsheet shows them (单元格数值): 15 digits, exact from there on, never a double outward.</summary>
internal static class CellNumber
{
    private const int Digits = 15;

    /// <summary>1850.3200000000002 is 1850.32. Null where it is no number, or one beyond a decimal.</summary>
    public static decimal? Read(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? Shorten(number) : null;

    /// <summary>Of the double that a legacy workbook keeps.</summary>
    public static decimal? Of(double binary) =>
        Math.Abs(binary) < 7.9e27 ? Shorten(decimal.Parse(binary.ToString("G15", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)) : null;

    private static decimal Shorten(decimal number)
    {
        var whole = decimal.Truncate(Math.Abs(number));
        var digits = 0;
        for (; whole >= 1; whole = decimal.Truncate(whole / 10)) digits++;
        var small = Math.Abs(number);
        for (; digits <= 0 && small is > 0 and < 0.1m && digits > Digits - 28; small *= 10) digits--;
        var rounded = digits >= Digits ? (digits == Digits ? decimal.Round(number) : number) : decimal.Round(number, Math.Min(28, Digits - digits));
        return rounded / 1.0000000000000000000000000000m;
    }
}
