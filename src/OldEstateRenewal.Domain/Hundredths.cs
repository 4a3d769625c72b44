using System.Globalization;

namespace OldEstateRenewal.Domain;

/// <summary>Reads and writes numbers kept in hundredths: areas in 0.01 ㎡, money in 分.</summary>
internal static class Hundredths
{
    public static bool TryParse(string? text, out long hundredths)
    {
        hundredths = 0;
        if (!decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value)) return false;
        if (value is < -90_000_000_000_000_000m or > 90_000_000_000_000_000m) return false;
        hundredths = (long)(value * 100);
        return hundredths == value * 100;
    }

    public static string Fixed(long hundredths) => (hundredths / 100m).ToString("0.00", CultureInfo.InvariantCulture);

    public static string Trimmed(long hundredths) => (hundredths / 100m).ToString("0.##", CultureInfo.InvariantCulture);
}
