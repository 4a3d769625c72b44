using System.Globalization;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>One holiday of a year (一个节日的放假调休): the days off in a row, and the weekend days worked instead.</summary>
/// <param name="Name">Such as 春节.</param>
/// <param name="From">The first day off.</param>
/// <param name="To">The last day off.</param>
/// <param name="MakeUpDays">The weekend days worked instead (调休上班日).</param>
public sealed record HolidayPeriod(string Name, DateOnly From, DateOnly To, IReadOnlyList<DateOnly> MakeUpDays)
{
    /// <summary>The longest holiday anybody has ever announced is ten days; more is a slip of the pen.</summary>
    public const int MostDays = 15;

    /// <summary>How many days are off.</summary>
    public int Days => To.DayNumber - From.DayNumber + 1;

    /// <summary>The days off.</summary>
    public IEnumerable<DateOnly> DaysOff => Enumerable.Range(0, Math.Max(0, Days)).Select(From.AddDays);

    /// <summary>As the State Council writes it: 春节：2月10日至2月17日放假。2月4日、2月18日上班。 The year is named where it is not the table's.</summary>
    public string InWords(int year) =>
        $"{Name}：{string.Join("至", Words(Days > 1 ? [From, To] : [From], year))}放假。{(MakeUpDays.Count == 0 ? "" : $"{string.Join("、", Words(MakeUpDays, year))}上班。")}";

    private static IEnumerable<string> Words(IReadOnlyList<DateOnly> days, int year)
    {
        var format = days.All(day => day.Year == year) ? "M月d日" : "yyyy年M月d日";
        return days.Select(day => day.ToString(format, CultureInfo.InvariantCulture));
    }
}
