using System.Text.RegularExpressions;
using OldEstateRenewal.Domain.Registry;

namespace OldEstateRenewal.Web.Features.Imports.Reading;

/// <summary>A header cell made comparable, its unit taken out.</summary>
/// <param name="Text">For people: in one line.</param>
/// <param name="Key">For look-ups: 改造楼栋 数(栋) is 改造楼栋数.</param>
/// <param name="Unit">栋, 万平方米, or null.</param>
internal sealed partial record HeaderText(string Text, string Key, string? Unit)
{
    private const int Longest = 80;

    public static HeaderText Of(string written)
    {
        var clean = WrittenText.Clean(written);
        var plain = WrittenText.Plain(written).ToLowerInvariant();
        if (plain.Length > Longest) plain = plain[..Longest];
        var unit = Bracketed().Match(plain) is { Success: true } bracketed ? bracketed : Trailing().Match(plain);
        var key = Decoration().Replace(unit.Success ? plain.Remove(unit.Index, unit.Length) : plain, "");
        return new(clean.Length > Longest ? clean[..Longest] : clean, key, unit.Success ? unit.Groups["unit"].Value : null);
    }

    /// <summary>Whether it says no more than a unit: (栋), 平方米.</summary>
    public static string? OnlyUnit(string written) => Alone().Match(WrittenText.Plain(written).ToLowerInvariant()) is { Success: true } unit ? unit.Groups["unit"].Value : null;

    /// <summary>Without what stands in brackets.</summary>
    public string Bare => Brackets().Replace(Key, "");

    /// <summary>Units told above a table: 单位：户、万平方米.</summary>
    public static IEnumerable<string> UnitsOf(string title) => Announced().Match(WrittenText.Plain(title).ToLowerInvariant()) is { Success: true } match
        ? match.Groups["units"].Value.Split(['、', ',', '/', ';', '.'], StringSplitOptions.RemoveEmptyEntries).Where(word => MeasureUnit.Of(word) is not null)
        : [];

    private const string Units = "万平方米|万平米|万平方|万㎡|平方公里|平方米|平方|平米|㎡|公顷|亩|万元|亿元|千元|元|万户|户|栋|幢|座|层|个|套|单元|年|%|人|间|处|室";

    [GeneratedRegex($@"\((单位:?)?(?<unit>{Units})\)|[:,/]?\(?单位:?(?<unit>{Units})\)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Bracketed();

    [GeneratedRegex("(?<=.)[,:/]?(?<unit>万平方米|万平米|万㎡|平方米|平米|㎡|万元|亿元)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Trailing();

    [GeneratedRegex($@"^\(?(单位:)?(?<unit>{Units})\)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Alone();

    [GeneratedRegex(@"单位:(?<units>[^:(]{1,40}?)(\)|$|制表|填)", RegexOptions.ExplicitCapture)]
    private static partial Regex Announced();

    [GeneratedRegex(@"[*★:.、,\-""'·]|\(必填项?\)|\(选填\)|\(可不填\)", RegexOptions.ExplicitCapture)]
    private static partial Regex Decoration();

    [GeneratedRegex(@"\([^)]*\)?")]
    private static partial Regex Brackets();
}
