using System.Text.RegularExpressions;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>联系电话: a mobile number of eleven digits, or a landline.</summary>
public static partial class PhoneNumber
{
    /// <summary>The numbers of a cell, in digits: 138 0000 0000 is 13800000000; a landline keeps its dash.</summary>
    public static IReadOnlyList<string> Split(string text) =>
        [.. Separators().Split(Grouped().Replace(Country().Replace(text.Trim(), ""), "")).Select(WrittenText.Plain).Select(Bare).Where(number => number.Length > 0)];

    /// <summary>Whether it can be one.</summary>
    public static bool IsPlausible(string number) => Written().IsMatch(number);

    private static string Bare(string number) => Mobile().Match(number.Replace("-", "", StringComparison.Ordinal)) is { Success: true } mobile ? mobile.Groups["number"].Value : number.Replace("(", "", StringComparison.Ordinal).Replace(")", "-", StringComparison.Ordinal);

    [GeneratedRegex(@"(\+|00|＋)86[-\s]*(?=1)", RegexOptions.ExplicitCapture)]
    private static partial Regex Country();

    [GeneratedRegex(@"(?<=[0-9])[ \u00A0\u3000](?=[0-9]{4}([ \u00A0\u3000]|[^0-9]|$))", RegexOptions.ExplicitCapture)]
    private static partial Regex Grouped();

    [GeneratedRegex(@"[、,，;；/\\\s]+")]
    private static partial Regex Separators();

    [GeneratedRegex(@"^(\+?86)?(?<number>1[3-9][0-9]{9})$", RegexOptions.ExplicitCapture)]
    private static partial Regex Mobile();

    [GeneratedRegex(@"^(1[3-9][0-9]{9}|(0[0-9]{2,3}-?)?[2-9][0-9]{6,7}(-[0-9]{1,6})?)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Written();
}
