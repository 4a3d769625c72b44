using System.Text;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>Text as people type it into tables (手填文字), made comparable: spaces, widths, dashes.</summary>
public static class WrittenText
{
    private static readonly HashSet<string> nothing = new(StringComparer.OrdinalIgnoreCase)
    {
        "/", "//", "\\", "-", "--", "---", "_", "__", "无", "暂无", "没有", "空白", "n/a", "na", "null", "none", "nil", "*", ".", "·", "?", "??", "不详", "未知", "待补", "待补充", "待核", "待定", "〇", "○",
    };

    private static readonly HashSet<string> ditto = ["〃", "″", "\"", "''", "“", "”", "同上", "同前", "同左上", "上同", "(同上)", "同上行", "々", "仝上", "仝"];

    /// <summary>For keeping: letters and digits in half width, no invisible characters, no spaces between Chinese characters or at the ends.</summary>
    public static string Clean(string text) => IsClean(text) ? text : CleanSlowly(text);

    /// <summary>For comparing and reading figures: everything in half width, dashes alike, m² and m2 as ㎡, and no spaces at all.</summary>
    public static string Plain(string text) => IsPlain(text) ? text : PlainSlowly(text);

    /// <summary>Whether it says that there is nothing: empty, /, —, 无, 不详.</summary>
    public static bool IsNothing(string text) => string.IsNullOrWhiteSpace(text) || (text.Length <= 8 && Plain(text) is var plain && (plain.Length == 0 || nothing.Contains(plain)));

    /// <summary>Whether it says 同上: 〃, ″, 同上.</summary>
    public static bool IsDitto(string text) => text.Length <= 6 && text.Length > 0 && ditto.Contains(Plain(text));

    private static bool IsClean(string text)
    {
        foreach (var letter in text)
        {
            if (letter <= ' ' || letter == '\'' || (letter > '~' && letter is < '一' or > '龥')) return false;
        }

        return true;
    }

    private static bool IsPlain(string text)
    {
        foreach (var letter in text)
        {
            if (letter <= ' ' || letter == '\'' || letter == 'm' || letter == 'M' || letter == '~' || (letter > '~' && letter is < '一' or > '龥')) return false;
        }

        return true;
    }

    private static string CleanSlowly(string text)
    {
        var clean = new StringBuilder(text.Length);
        var space = false;
        foreach (var raw in text)
        {
            if (IsInvisible(raw)) continue;
            if (char.IsWhiteSpace(raw))
            {
                space = clean.Length > 0;
                continue;
            }

            var letter = IsWideAlphanumeric(raw) ? (char)(raw - '！' + '!') : raw;
            if (space && char.IsAscii(clean[^1]) && char.IsAscii(letter)) clean.Append(' ');
            space = false;
            clean.Append(letter);
        }

        // Excel shows an apostrophe in front of what it must take as text.
        return clean.Length > 1 && clean[0] is '\'' or '‘' or '’' && char.IsAsciiDigit(clean[1]) ? clean.ToString(1, clean.Length - 1) : clean.ToString();
    }

    private static string PlainSlowly(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text)
        {
            if (!IsInvisible(letter) && !char.IsWhiteSpace(letter)) plain.Append(Half(letter));
        }

        if (plain.Length > 1 && plain[0] == '\'' && plain[1] != '\'') plain.Remove(0, 1);
        return plain.Replace("m^2", "㎡").Replace("M^2", "㎡").Replace("m2", "㎡").Replace("M2", "㎡").ToString();
    }

    private static bool IsInvisible(char letter) => letter is (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF' or '\u00AD' or (>= '\u202A' and <= '\u202E') or (< ' ' and not ('\t' or '\n' or '\r')) or '\uFFFD';

    private static bool IsWideAlphanumeric(char letter) => letter is (>= '０' and <= '９') or (>= 'Ａ' and <= 'Ｚ') or (>= 'ａ' and <= 'ｚ') or '－' or '＃' or '／' or '．';

    private static char Half(char letter) => letter switch
    {
        >= '！' and <= '～' and not '～' => (char)(letter - '！' + '!'),
        '—' or '–' or '―' or '‐' or '‑' or '−' or '─' or '━' or 'ー' or '﹣' => '-',
        '～' or '〜' or '∼' => '~',
        '【' or '〔' or '［' => '(',
        '】' or '〕' or '］' => ')',
        '²' => '2',
        '’' or '‘' or '＇' => '\'',
        '。' => '.',
        '㎥' => letter,
        _ => letter,
    };
}
