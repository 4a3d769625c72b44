using System.Text.RegularExpressions;

namespace OldEstateRenewal.Documents.Spreadsheets.Reading;

/// <summary>What the beginning of a text tells (文本开头): the separator, and whether it is a table at all.</summary>
/// <param name="Separator">Comma, tab or semicolon.</param>
/// <param name="IsTold">The first line is Excel's "sep=;" and holds nothing else.</param>
/// <param name="LooksLikeMarkup">It is a web page or another XML.</param>
internal sealed partial record DelimitedStart(char Separator, bool IsTold, bool LooksLikeMarkup)
{
    private const int Length = 20_000;
    private static readonly char[] separators = [',', '\t', ';', '|'];

    public static DelimitedStart Of(TextReader text)
    {
        var letters = new char[Length];
        var start = new string(letters, 0, text.ReadBlock(letters));
        var first = start.TrimStart();
        if (Markup().IsMatch(first)) return new(',', false, true);
        if (start.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && start.Length > 4) return new(start[4], true, false);
        return new(separators.MaxBy(separator => Score(start, separator)), false, false);
    }

    // The separator that splits the most lines alike: titles and notes have few, addresses have some here and there.
    private static int Score(string start, char separator)
    {
        var unquoted = Quoted().Replace(start, "");
        return unquoted.Split('\n').Take(200).Select(line => line.Count(letter => letter == separator)).Where(count => count > 0)
            .GroupBy(count => count).Select(group => group.Count() * (group.Key > 1 ? 4 : 1) * Math.Min(group.Key, 6)).DefaultIfEmpty(0).Max();
    }

    [GeneratedRegex(@"\A<(!doctype|html|\?xml|table|head|body|meta|style|script|svg)\b", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture)]
    private static partial Regex Markup();

    [GeneratedRegex("\"[^\"]*\"")]
    private static partial Regex Quoted();
}
