using System.Globalization;
using System.Text.RegularExpressions;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>Years of construction as people write them (建成年份): 1995、1997, 1998-2001, 95年, 九十年代末, 1998年10月.</summary>
/// <param name="Years">Ascending, each once; of a span its first and last year.</param>
/// <param name="IsSpan">Some of it is a span: built at some time between two years.</param>
/// <param name="IsGuess">The century was left out (95), or it says 约.</param>
public sealed partial record WrittenYears(IReadOnlyList<int> Years, bool IsSpan, bool IsGuess)
{
    private const int Earliest = 1900;
    private const int Latest = 2100;

    /// <summary>Reads them; null where the words cannot be read as years.</summary>
    public static WrittenYears? Read(string text)
    {
        if (text.Length == 4 && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var only)) return Of(only, only, false);
        if (text.Length is 0 or > 200) return null;
        var plain = Noise().Replace(WrittenText.Plain(Separators().Replace(text.Trim(), "、")), "");
        var guess = plain.Length > 0 && (plain[0] is '约' or '近' || plain.EndsWith("左右", StringComparison.Ordinal));
        var parts = plain.TrimStart('约', '近').Replace("左右", "", StringComparison.Ordinal).Split(['、', ',', ';', '和', '及', '与'], StringSplitOptions.RemoveEmptyEntries);
        return ReadParts(parts, guess);
    }

    private static WrittenYears? ReadParts(IEnumerable<string> parts, bool guess)
    {
        var years = new SortedSet<int>();
        var span = false;
        foreach (var part in parts.SelectMany(Slashed))
        {
            if (ReadPart(part, years.Count > 0) is not { } read) return null;
            years.UnionWith(read.Years);
            span |= read.IsSpan;
            guess |= read.IsGuess;
        }

        return years.Count > 0 ? new([.. years], span, guess) : null;
    }

    // 1995/1997 are two years, 1998/10 is a month.
    private static IEnumerable<string> Slashed(string part) => TwoYears().IsMatch(part) ? part.Split('/') : [part];

    private static WrittenYears? ReadPart(string part, bool follows) =>
        Single().Match(part) is { Success: true } single ? Year(single.Groups["year"].Value, follows || single.Groups["word"].Success)
        : Span().Match(part) is { Success: true } span ? ReadSpan(span)
        : Decade().Match(part) is { Success: true } decade ? ReadDecade(decade)
        : Compact().Match(part) is { Success: true } compact ? Year(compact.Groups["year"].Value, true)
        : null;

    private static WrittenYears? ReadSpan(Match span)
    {
        var first = Year(span.Groups["first"].Value, true);
        var last = Year(span.Groups["last"].Value, true);
        return first is { Years: [var from] } && last is { Years: [var to] } && to >= from ? Of(from, to, false) : null;
    }

    private static WrittenYears? Year(string digits, bool isSure)
    {
        if (!ChineseNumeral.TryRead(digits, out var year)) return null;
        if (digits.Length == 2 && year is >= 50 and <= 99) return Of(1900 + year, 1900 + year, !isSure);
        if (digits.Length == 2 && year is >= 0 and <= 29 && isSure) return Of(2000 + year, 2000 + year, false);
        return digits.Length == 4 ? Of(year, year, false) : null;
    }

    private static WrittenYears? ReadDecade(Match match)
    {
        if (DecadeOf(match.Groups["last"].Value) is not { } last) return null;
        var first = match.Groups["first"].Success ? DecadeOf(match.Groups["first"].Value) : last;
        return first is null || first > last ? null : match.Groups["part"].Value switch
        {
            "" => Of(first.Value, last + 9, false),
            "初" or "初期" or "前期" or "早期" => Of(last, last + 4, false),
            "中" or "中期" => Of(last + 3, last + 7, false),
            _ => Of(last + 5, last + 9, false),
        };
    }

    private static int? DecadeOf(string digits)
    {
        if (!ChineseNumeral.TryRead(digits, out var decade)) return null;
        if (digits.Length == 1 && decade is >= 5 and <= 9) decade *= 10;
        return decade switch
        {
            >= 50 and <= 90 when decade % 10 == 0 => 1900 + decade,
            >= 1950 and <= 2020 when decade % 10 == 0 => decade,
            _ => null,
        };
    }

    private static WrittenYears? Of(int first, int last, bool guess) =>
        first < Earliest || last > Latest ? null : new(first == last ? [first] : [first, last], first != last, guess);

    // A space parts years, but not the characters of 1998 年.
    [GeneratedRegex(@"(?<=[0-9年])\s+(?=[0-9]{2,4}(年|\b))|[\r\n]+", RegexOptions.ExplicitCapture)]
    private static partial Regex Separators();

    [GeneratedRegex(@"建成投入使用|建成|竣工|建造|修建|始建于|建于|交付|入住|上世纪|(二十|20)世纪|\(?分期\)?|建$", RegexOptions.ExplicitCapture)]
    private static partial Regex Noise();

    [GeneratedRegex(@"^[0-9]{4}年?(/[0-9]{4}年?)+$", RegexOptions.ExplicitCapture)]
    private static partial Regex TwoYears();

    [GeneratedRegex(@"^(?<year>[0-9]{4}|[〇零○一二三四五六七八九]{4}|([0-9]{2}|[〇零○一二三四五六七八九]{2})(?![-./0-9]))((?<word>年)?底?|(年|[-./])(0?[1-9]|1[0-2]|十[一二]?|[一二三四五六七八九])月?(份|底|初|([-./]?[0-9]{1,2}|[一二三]?[十]?[一二三四五六七八九]?)[日号])?|[-./](0?[1-9]|1[0-2])[-./][0-3]?[0-9](\s*0?0:00(:00)?)?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Single();

    [GeneratedRegex(@"^(?<first>[0-9]{4}|[0-9]{2}(?=年)|[〇零○一二三四五六七八九]{4})年?(--?|~|至|到|/)(?<last>[0-9]{4}|[0-9]{2}(?=年)|[〇零○一二三四五六七八九]{4})年?(之?间|期间)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Span();

    [GeneratedRegex(@"^((?<first>[0-9]{2}|[0-9]{4}|[五六七八九]十?)(-|~|至|到)?)??(?<last>[0-9]{4}|[0-9]{2}|[五六七八九]十)年代(?<part>初期?|前期|早期|中期?|末期?|后期|底|晚期)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Decade();

    [GeneratedRegex(@"^(?<year>(19|20)[0-9]{2})(0[1-9]|1[0-2])([0-3][0-9])?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Compact();
}
