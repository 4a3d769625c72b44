using System.Text.RegularExpressions;
using OldEstateRenewal.Documents.Tables;

namespace OldEstateRenewal.Documents.Spreadsheets;

/// <summary>Text as a spreadsheet file can hold it (单元格文本).</summary>
internal static partial class SheetText
{
    /// <summary>The most characters that a cell takes.</summary>
    public const int MaximumLength = 32_767;

    /// <summary>The most characters that the name of a sheet takes.</summary>
    private const int MaximumNameLength = 31;

    private const string Ellipsis = "…";

    /// <summary>Cleans, cuts and escapes: in a file, _x0041_ would be read as A.</summary>
    public static string Of(string text)
    {
        var cut = Cut(SafeText.Clean(text), MaximumLength);
        return cut.Contains("_x", StringComparison.OrdinalIgnoreCase) ? Escape().Replace(cut, "_x005F_") : cut;
    }

    /// <summary>A name for the sheet, made from the title.</summary>
    public static string NameOf(string title)
    {
        var name = Cut(Unnameable().Replace(SafeText.Clean(title), ""), MaximumNameLength).Trim();
        return name.Length > 0 ? name : "Sheet1";
    }

    private static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        var end = length - Ellipsis.Length;
        return text[..(char.IsHighSurrogate(text[end - 1]) ? end - 1 : end)] + Ellipsis;
    }

    [GeneratedRegex("_(?=x[0-9A-F]{4}_)", RegexOptions.IgnoreCase)]
    private static partial Regex Escape();

    [GeneratedRegex(@"[\[\]:*?/\\'\s]")]
    private static partial Regex Unnameable();
}
