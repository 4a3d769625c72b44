using OldEstateRenewal.Domain.Supervision;

namespace OldEstateRenewal.Domain.Tests.Supervision;

/// <summary>Figures written shortly: "estates=16/17" is planned 16, actual 17; "estates=16/" has no actual, "paid=5" no planned one.</summary>
internal static class Figures
{
    public static Dictionary<string, FigurePair> Of(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        .Select(part => part.Split('=')).ToDictionary(part => part[0], part => Pair(part[1]));

    private static FigurePair Pair(string text) => text.Split('/') is { Length: 2 } both ? new(Number(both[0]), Number(both[1])) : new(null, Number(text));

    private static decimal? Number(string text) => text.Length == 0 ? null : decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
