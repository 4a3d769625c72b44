using System.Text.RegularExpressions;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>The storey of a dwelling as people write it (所在层): 3, 三层, 3F, 3/6, 负一层, B1, 5-6 (跃层).</summary>
/// <param name="First">The storey, or the lower one; -1 is 负一层.</param>
/// <param name="Last">The upper storey of a 跃层, else null.</param>
public sealed partial record StoreyNumber(int First, int? Last)
{
    /// <summary>Reads it; null where it cannot be read.</summary>
    public static StoreyNumber? Read(string text)
    {
        var plain = WrittenText.Plain(text).ToUpperInvariant();
        if (Written().Match(plain) is not { Success: true } match || !ChineseNumeral.TryRead(match.Groups["first"].ValueSpan, out var first) || first == 0) return null;
        if (match.Groups["below"].Success) return new(-first, null);
        return match.Groups["last"].Success && ChineseNumeral.TryRead(match.Groups["last"].ValueSpan, out var last) ? (last > first && last - first <= 2 ? new(first, last) : null) : new(first, null);
    }

    [GeneratedRegex(@"^第?(?<below>负|-|B|地下)?(?<first>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(层|楼|F)?((-|~|至|、|,)(?<last>[0-9]{1,2}|[一二三四五六七八九十]{1,3})(层|楼|F)?(跃层?)?|/[0-9]{1,2}(层|F)?|\(?共[0-9]{1,2}层\)?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
