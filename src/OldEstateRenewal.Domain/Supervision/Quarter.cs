using System.Globalization;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>A quarter of a calendar year (季度), the period of the statistics form of ministry and province.</summary>
public readonly record struct Quarter : IComparable<Quarter>
{
    /// <summary>A quarter.</summary>
    /// <param name="year">The year, 2000 to 2100.</param>
    /// <param name="number">1 to 4.</param>
    /// <exception cref="ArgumentOutOfRangeException">Neither.</exception>
    public Quarter(int year, int number)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(year, 2000);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(year, 2100);
        ArgumentOutOfRangeException.ThrowIfLessThan(number, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, 4);
        (Year, Number) = (year, number);
    }

    /// <summary>The year.</summary>
    public int Year { get; }

    /// <summary>1 to 4.</summary>
    public int Number { get; }

    /// <summary>The first day.</summary>
    public DateOnly First => new(Year, 3 * Number - 2, 1);

    /// <summary>The last day, up to which figures count (截至季末).</summary>
    public DateOnly Last => First.AddMonths(3).AddDays(-1);

    /// <summary>The quarter before.</summary>
    public Quarter Previous => Of(First.AddDays(-1));

    /// <summary>Its name: 2026年第3季度.</summary>
    public string Name => string.Create(CultureInfo.InvariantCulture, $"{Year}年第{Number}季度");

    /// <summary>As it stands in an address: 2026-3.</summary>
    public string Path => string.Create(CultureInfo.InvariantCulture, $"{Year}-{Number}");

    /// <summary>The quarter of a day, from 2000 to 2100.</summary>
    public static Quarter Of(DateOnly day) => new(day.Year, (day.Month + 2) / 3);

    /// <summary>Reads <see cref="Path"/>; null where it is none.</summary>
    public static Quarter? Parse(string? text) =>
        text?.Split('-') is [{ Length: 4 } year, { Length: 1 } number] && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n)
            && y is >= 2000 and <= 2100 && n is >= 1 and <= 4 ? new Quarter(y, n) : null;

    /// <summary>Earlier quarters first.</summary>
    public int CompareTo(Quarter other) => First.CompareTo(other.First);

    /// <inheritdoc/>
    public override string ToString() => Name;

    /// <summary>Whether one is earlier.</summary>
    public static bool operator <(Quarter left, Quarter right) => left.CompareTo(right) < 0;

    /// <summary>Whether one is later.</summary>
    public static bool operator >(Quarter left, Quarter right) => left.CompareTo(right) > 0;

    /// <summary>Whether one is not later.</summary>
    public static bool operator <=(Quarter left, Quarter right) => left.CompareTo(right) <= 0;

    /// <summary>Whether one is not earlier.</summary>
    public static bool operator >=(Quarter left, Quarter right) => left.CompareTo(right) >= 0;
}
