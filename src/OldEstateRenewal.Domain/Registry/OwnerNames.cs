using System.Globalization;
using System.Text.RegularExpressions;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>A name out of a cell of owners, with the share written behind it, where there is one.</summary>
/// <param name="Name">姓名、单位名称.</param>
/// <param name="Share">产权份额.</param>
public sealed record NamedOwner(string Name, Fraction? Share);

/// <summary>The owners named in one cell (业主姓名): 张三、李四; 张三（1/2）李四（1/2）; 张 三 is one.</summary>
public static partial class OwnerNames
{
    /// <summary>Takes them apart.</summary>
    public static IReadOnlyList<NamedOwner> Split(string text)
    {
        var parts = Separators().Split(text.Trim()).SelectMany(Spaced).SelectMany(Joined);
        return [.. parts.Select(Owner).Where(owner => owner.Name.Length > 0)];
    }

    /// <summary>A share: 1/2, 50%, 0.5; null where it is none.</summary>
    public static Fraction? Share(string text)
    {
        var plain = WrittenText.Plain(text).TrimStart('各', '占');
        if (Ratio().Match(plain) is { Success: true } ratio && Whole(ratio, "below") is > 0 and var below && Whole(ratio, "above") is > 0 and var above && above <= below) return new(above, below);
        if (Percent().Match(plain) is not { Success: true } match) return null;
        var number = decimal.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        var share = match.Groups["sign"].Success || number > 1 ? number / 100 : number;
        return share is > 0 and <= 1 ? Fraction.Parse(share.ToString(CultureInfo.InvariantCulture)) : null;
    }

    private static NamedOwner Owner(string part)
    {
        var clean = WrittenText.Clean(part);
        return Shared().Match(clean) is { Success: true } match && Share(match.Groups["share"].Value) is { } share
            ? new(match.Groups["name"].Value.Trim(), share)
            : new(Note().Replace(clean, ""), null);
    }

    // Two names of two characters or more apart by a space; 张 三 is one name spread for looks.
    private static IEnumerable<string> Spaced(string part)
    {
        var words = Spaces().Split(part.Trim());
        return words.Length > 1 && words.All(word => Person().IsMatch(word)) ? words : [part];
    }

    private static IEnumerable<string> Joined(string part) =>
        Institution().IsMatch(part) ? [part]
        : And().Match(WrittenText.Clean(part)) is { Success: true } match ? [match.Groups["one"].Value, match.Groups["other"].Value]
        : [part];

    private static long Whole(Match match, string group) => long.Parse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"[、，,;；/\\\r\n|]+(?![^(（]*[)）])|\s+and\s+|(?<=[)）])(?=[\u4e00-\u9fff])", RegexOptions.IgnoreCase)]
    private static partial Regex Separators();

    [GeneratedRegex(@"[\s\u3000\u00A0]+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"^[\u4e00-\u9fff·]{2,4}$")]
    private static partial Regex Person();

    [GeneratedRegex(@"^(?<one>[\u4e00-\u9fff]{2,3})[和与及](?<other>[\u4e00-\u9fff]{2,3})$")]
    private static partial Regex And();

    [GeneratedRegex("公司|集团|银行|中心|委员会|合作社|学校|[局厂院社部处站校店所队会]$")]
    private static partial Regex Institution();

    [GeneratedRegex(@"^(?<name>[^(（]+)[(（](?<share>[^)）]+)[)）]$")]
    private static partial Regex Shared();

    [GeneratedRegex(@"[(（](共有人?|产权人|已故|户主|夫妻|夫|妻)[)）]$", RegexOptions.ExplicitCapture)]
    private static partial Regex Note();

    [GeneratedRegex(@"^(?<above>[0-9]{1,6})/(?<below>[0-9]{1,6})$")]
    private static partial Regex Ratio();

    [GeneratedRegex(@"^(?<number>[0-9]{1,3}(\.[0-9]{1,6})?)(?<sign>%)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Percent();
}
