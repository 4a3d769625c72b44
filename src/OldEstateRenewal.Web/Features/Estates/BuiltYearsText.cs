using System.Globalization;

namespace OldEstateRenewal.Web.Features.Estates;

/// <summary>Years of construction as people write them: 1995、1997.</summary>
public static class BuiltYearsText
{
    private static readonly char[] separators = ['、', '，', ',', ' ', '/', '；', ';'];

    public static string Write(IEnumerable<int> years) => string.Join('、', years);

    /// <summary>Reads years in any order; gives them ascending, each once. Nothing typed is no year known.</summary>
    public static bool TryRead(string? text, out int[] years)
    {
        var parts = (text ?? "").Split(separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var read = new SortedSet<int>();
        foreach (var part in parts)
        {
            if (!int.TryParse(part.TrimEnd('年'), NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < Estate.EarliestYear or > Estate.LatestYear)
            {
                years = [];
                return false;
            }

            read.Add(year);
        }

        years = [.. read];
        return true;
    }
}
