using System.Globalization;

namespace OldEstateRenewal.Domain.Eligibility;

/// <summary>
/// When a building was completed (建成时间), as well as it is known: an exact day, a month, a year, a span of years, or not at all.
/// Kept as the earliest and latest day it can be; a rule that would judge the two ends differently does not know.
/// </summary>
public readonly record struct BuiltDate
{
    private BuiltDate(DateOnly earliest, DateOnly latest, string text) => (Earliest, Latest, Text) = (earliest, latest, text);

    /// <summary>Nothing is known; also the default value.</summary>
    public static BuiltDate Unknown => default;

    /// <summary>The earliest day it can be; null when nothing is known.</summary>
    public DateOnly? Earliest { get; }

    /// <summary>The latest day it can be; null when nothing is known.</summary>
    public DateOnly? Latest { get; }

    /// <summary>As entered: 1998, 2000-06, 2000-06-15, 1995—1997; null when nothing is known.</summary>
    public string? Text { get; }

    /// <summary>Whether anything is known.</summary>
    public bool IsKnown => Text is not null;

    /// <summary>As people say it: 1998年, 2000-06, 1995—1997年, 未知.</summary>
    public string InWords => Text is null ? "未知" : Text.Length == 4 || Text.Contains('—', StringComparison.Ordinal) ? $"{Text}年" : Text;

    /// <summary>Known to the day.</summary>
    public static BuiltDate On(DateOnly day) => new(day, day, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));

    /// <summary>Known to the month.</summary>
    public static BuiltDate InMonth(int year, int month) =>
        new(new DateOnly(year, month, 1), new DateOnly(year, month, DateTime.DaysInMonth(year, month)), $"{year}-{month:00}");

    /// <summary>Known to the year.</summary>
    public static BuiltDate InYear(int year) => Between(year, year);

    /// <summary>Known to lie between two years, both included.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The later year is earlier.</exception>
    public static BuiltDate Between(int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        return new(new DateOnly(first, 1, 1), new DateOnly(last, 12, 31), first == last ? $"{first}" : $"{first}—{last}");
    }

    /// <summary>Reads 1998, 2000-06 or 2000-06-15; false for anything else. Empty text is <see cref="Unknown"/>.</summary>
    public static bool TryParse(string? text, out BuiltDate built)
    {
        built = Unknown;
        if (string.IsNullOrWhiteSpace(text)) return true;
        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", out var day)) built = On(day);
        else if (DateOnly.TryParseExact(text, "yyyy-MM", out var month)) built = InMonth(month.Year, month.Month);
        else if (DateOnly.TryParseExact(text, "yyyy", out var year)) built = InYear(year.Year);
        return built.IsKnown;
    }

    /// <summary>As entered, or 未知.</summary>
    public override string ToString() => Text ?? "未知";
}
