using System.Globalization;
using System.Text.RegularExpressions;

namespace OldEstateRenewal.Domain.Planning;

/// <summary>What was made of a notice's wording.</summary>
/// <param name="Periods">The holidays found.</param>
/// <param name="Problems">What is wrong, each with its line; empty when the periods can be used.</param>
/// <param name="Ignored">Lines that tell of no holiday, such as the address and the signature.</param>
public sealed record HolidayReading(IReadOnlyList<HolidayPeriod> Periods, IReadOnlyList<string> Problems, IReadOnlyList<string> Ignored);

/// <summary>
/// Reads holidays as the State Council writes them (国务院办公厅关于部分节假日安排的通知): 春节：2月10日至17日放假调休，共8天。2月4日（星期日）、2月18日（星期日）上班。
/// The whole notice may be pasted; what the words say twice (number of days, day of the week) must agree.
/// </summary>
public static partial class HolidayText
{
    private const int MostName = 20;
    private const string WeekDays = "日一二三四五六";

    /// <summary>Reads a notice for a year.</summary>
    public static HolidayReading Read(int year, string text)
    {
        var (periods, problems, ignored) = (new List<HolidayPeriod>(), new List<string>(), new List<string>());
        var lines = text.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.TrimEntries);
        for (var i = 0; i < lines.Length; i++)
        {
            var line = Remark().Replace(lines[i], "");
            if (!TellsOfDays(line))
            {
                if (line.Length > 0) ignored.Add(lines[i]);
                continue;
            }

            var (period, wrong) = ReadLine(year, line);
            if (wrong.Count == 0) periods.Add(period!);
            problems.AddRange(wrong.Select(words => $"第 {i + 1} 行：{words}"));
        }

        if (periods.Count == 0 && problems.Count == 0) problems.Add("没有读到节假日。每个节日写一行，如：国庆节：10月1日至7日放假。9月29日、10月12日上班。");
        problems.AddRange(HolidayTable.ProblemsOf(year, periods));
        return new HolidayReading(periods, problems, ignored);
    }

    private static bool TellsOfDays(string line) => Day().IsMatch(line) && (line.Contains("放假", StringComparison.Ordinal) || line.Contains("上班", StringComparison.Ordinal));

    private static (HolidayPeriod? Period, List<string> Wrong) ReadLine(int year, string line)
    {
        var wrong = new List<string>();
        var colon = line.IndexOfAny(['：', ':']);
        var off = line.IndexOf("放假", StringComparison.Ordinal);
        if (colon < 0 || off < colon) return (null, ["应写成“节日名称：某月某日至某日放假。某月某日上班。”"]);
        var name = Number().Replace(line[..colon], "").Trim();
        if (name.Length is 0 or > MostName) wrong.Add($"节日名称应为 1 至 {MostName} 字");
        var days = Days(year, line[(colon + 1)..off], wrong);
        var makeUp = line[off..].Split('。', '；', ';').Where(sentence => sentence.Contains("上班", StringComparison.Ordinal)).SelectMany(sentence => Days(year, sentence, wrong)).ToList();
        if (wrong.Count == 0 && days.Count is not (1 or 2)) wrong.Add("放假应写一天，或从某日至某日");
        if (wrong.Count > 0) return (null, wrong);
        var period = new HolidayPeriod(name, days[0], days[^1], makeUp);
        if (Count().Match(line) is { Success: true } count && count.Groups[1].Value != period.Days.ToString(CultureInfo.InvariantCulture)) wrong.Add($"写着共 {count.Groups[1].Value} 天，起止是 {period.Days} 天");
        return (period, wrong);
    }

    private static List<DateOnly> Days(int year, string words, List<string> wrong)
    {
        var (found, month) = (new List<DateOnly>(), 0);
        foreach (Match match in Day().Matches(words))
        {
            if (match.Groups["year"].Success) year = int.Parse(match.Groups["year"].Value, CultureInfo.InvariantCulture);
            if (match.Groups["month"].Success) month = int.Parse(match.Groups["month"].Value, CultureInfo.InvariantCulture);
            if (!DateOnly.TryParseExact($"{year:0000}-{month:00}-{match.Groups["day"].Value.PadLeft(2, '0')}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            {
                wrong.Add($"没有“{match.Value}”这一天");
                continue;
            }

            if (match.Groups["week"] is { Success: true } week && week.Value != WeekDay(day) && !(week.Value == "天" && WeekDay(day) == "日")) wrong.Add($"{day:yyyy年M月d日}是星期{WeekDay(day)}，不是星期{week.Value}");
            found.Add(day);
        }

        return found;
    }

    private static string WeekDay(DateOnly day) => WeekDays[(int)day.DayOfWeek].ToString();

    /// <summary>2022年12月31日（周六）, 2月10日, 17日; the day of the week stands in brackets behind.</summary>
    [GeneratedRegex(@"(?:(?<year>\d{4})年)?(?:(?<month>\d{1,2})月)?(?<day>\d{1,2})日(?:[（(][^）)]*?(?:周|星期)(?<week>[日天一二三四五六])[^）)]*[）)])?")]
    private static partial Regex Day();

    /// <summary>Brackets that say no day of the week: 除夕（2月9日）.</summary>
    [GeneratedRegex(@"[（(](?![^）)]*(?:周|星期)[日天一二三四五六])[^）)]*[）)]")]
    private static partial Regex Remark();

    [GeneratedRegex(@"^[一二三四五六七八九十\d]+[、.．]\s*")]
    private static partial Regex Number();

    [GeneratedRegex(@"共\s*(\d{1,3})\s*天")]
    private static partial Regex Count();
}
