using System.Globalization;
using System.Text;

namespace OldEstateRenewal.Web.Features.Projects;

/// <summary>Deadlines as a calendar file (RFC 5545): one all-day entry for each stage that is not reached and has a deadline.</summary>
public static class ProjectCalendar
{
    private const int MostOctets = 73;

    public static byte[] Write(string name, IEnumerable<(Project Project, StageLine Line)> lines, DateTimeOffset madeAt)
    {
        var file = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//OldEstateRenewal//ZH\r\nCALSCALE:GREGORIAN\r\n");
        Line(file, $"X-WR-CALNAME:{Escaped(name)}");
        foreach (var (project, line) in lines.Where(each => each.Line is { ReachedOn: null, Deadline: not null })) Event(file, project, line, madeAt);
        return Encoding.UTF8.GetBytes(file.Append("END:VCALENDAR\r\n").ToString());
    }

    private static void Event(StringBuilder file, Project project, StageLine line, DateTimeOffset madeAt)
    {
        var day = line.Deadline!.Value;
        Line(file, "BEGIN:VEVENT");
        Line(file, $"UID:{project.Id}-{line.Stage.Item.Key}@old-estate-renewal");
        Line(file, string.Create(CultureInfo.InvariantCulture, $"DTSTAMP:{madeAt.UtcDateTime:yyyyMMdd'T'HHmmss'Z'}"));
        Line(file, string.Create(CultureInfo.InvariantCulture, $"DTSTART;VALUE=DATE:{day:yyyyMMdd}"));
        Line(file, string.Create(CultureInfo.InvariantCulture, $"DTEND;VALUE=DATE:{day.AddDays(1):yyyyMMdd}"));
        Line(file, $"SUMMARY:{Escaped($"{project.Name}：{line.Stage.Item.Name}到期")}");
        Line(file, $"DESCRIPTION:{Escaped($"{line.Stage.Item.Body}；{line.Stage.Citation}")}");
        Line(file, "END:VEVENT");
    }

    internal static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(";", "\\;", StringComparison.Ordinal).Replace(",", "\\,", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

    /// <summary>Folded so that no line is longer than 75 octets, and no character is cut in two.</summary>
    internal static void Line(StringBuilder file, string text)
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
