using System.Buffers;

namespace OldEstateRenewal.Documents.Tables;

/// <summary>
/// Makes any string fit for a file (清除非法字符): neither XML nor Pango takes control characters or half a surrogate
/// pair. Each becomes U+FFFD, so that the reader sees that something stood there; line ends become one line feed.
/// </summary>
internal static class SafeText
{
    private const char Replacement = '\uFFFD';

    private static readonly SearchValues<char> Suspects = SearchValues.Create(
        [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(IsSuspect)]);

    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAny(Suspects))
            return text;
        return string.Create(text.Length, text, static (cleaned, text) =>
        {
            for (var i = 0; i < cleaned.Length; i++)
                cleaned[i] = IsAllowed(text, i) ? text[i] : Replacement;
        }).Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
    }

    private static bool IsSuspect(char c) => char.IsSurrogate(c) || IsForbidden(c) || c == '\r';

    private static bool IsForbidden(char c)
        => c is (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFE' or '\uFFFF';

    private static bool IsAllowed(string text, int i)
        => char.IsHighSurrogate(text[i]) ? i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])
        : char.IsLowSurrogate(text[i]) ? i > 0 && char.IsHighSurrogate(text[i - 1])
        : !IsForbidden(text[i]);
}
