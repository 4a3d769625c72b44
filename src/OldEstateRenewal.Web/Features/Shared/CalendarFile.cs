using System.Globalization;
using System.Text;

namespace OldEstateRenewal.Web.Features.Shared;

/// <summary>One entry of a calendar.</summary>
/// <param name="Key">Stays the same as long as it is the same thing; a calendar finds its entry again by it.</param>
/// <param name="Day">The last day for it; null for a thing to do without one.</param>
public sealed record CalendarEntry(string Key, string Summary, string Description, DateOnly? Day, string? Address = null)
{
    /// <summary>Whether the calendar reminds of it on the morning before.</summary>
    public bool Reminds { get; init; }
}

/// <summary>A calendar file (RFC 5545): an all-day entry for each day that is due, a thing to do for what has none.</summary>
public static class CalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";
    private const int MostOctets = 73;

    public static byte[] Write(string name, IEnumerable<CalendarEntry> entries, DateTimeOffset madeAt)
    {
        var file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//OldEstateRenewal//ZH\r\nCALSCALE:GREGORIAN\r\n");
        Line(file, $"X-WR-CALNAME:{Escaped(name)}");
        foreach (var entry in entries) Entry(file, entry, madeAt);
        return Encoding.UTF8.GetBytes(file.Append("END:VCALENDAR\r\n").ToString());
    }

    private static void Entry(StringBuilder file, CalendarEntry entry, DateTimeOffset madeAt)
    {
        var kind = entry.Day is null ? "VTODO" : "VEVENT";
        Line(file, $"BEGIN:{kind}");
        Line(file, $"UID:{entry.Key}@old-estate-renewal");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{madeAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        if (entry.Day is { } day)
        {
            Line(file, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"));
            Line(file, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}"));
        }

        Line(file, $"SUMMARY:{Escaped(entry.Summary)}");
        Line(file, $"DESCRIPTION:{Escaped(entry.Description)}");
        if (entry.Address is { } address) Line(file, $"URL:{address}");
        if (entry is { Reminds: true, Day: not null }) file.Append("BEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT15H\r\nDESCRIPTION:OldEstateRenewal\r\nEND:VALARM\r\n");
        Line(file, $"END:{kind}");
    }

    private static string Escaped(string text) => text.ReplaceLineEndings("\n").Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folded so that no line is longer than 75 octets, and no character is cut in two.</summary>
    private static void Line(StringBuilder file, string text)
    {
        var octets = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                file.Append("\r\n ");
                octets = 1;
            }

            file.Append(rune.ToString());
            octets += rune.Utf8SequenceLength;
        }

        file.Append("\r\n");
    }
}
