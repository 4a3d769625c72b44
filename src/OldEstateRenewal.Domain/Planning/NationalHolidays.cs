using System.Globalization;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>The State Council's arrangements that ship with the product (国务院办公厅关于部分节假日安排的通知). A year that is not among them is entered by the bureau.</summary>
public static class NationalHolidays
{
    private const string Resource = "national-holidays.txt";

    /// <summary>What is said of them wherever they are shown.</summary>
    public const string Note = "口径：随系统提供的国务院办公厅放假安排，请以正式通知核对；本地另有安排的，由住建局录入。";

    /// <summary>The tables, by year.</summary>
    public static IReadOnlyList<HolidayTable> Tables { get; } = Read();

    /// <summary>A year begins with a line "# 2024 文号"; its holidays follow.</summary>
    private static List<HolidayTable> Read()
    {
        using var stream = typeof(NationalHolidays).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split("# ", StringSplitOptions.RemoveEmptyEntries).Select(Table).ToList();
    }

    private static HolidayTable Table(string part)
    {
        var end = part.IndexOf('\n', StringComparison.Ordinal);
        var (year, source) = (int.Parse(part[..4], CultureInfo.InvariantCulture), part[4..end].Trim());
        var reading = HolidayText.Read(year, part[end..]);
        return reading.Problems.Count == 0 ? new HolidayTable(year, source, reading.Periods) : throw new InvalidOperationException($"{Resource} {year}: {string.Join("；", reading.Problems)}");
    }
}
