using System.Buffers;

namespace OldEstateRenewal.Domain.Registry;

/// <summary>Whole numbers in Chinese characters (中文数字): 三, 二十三, 一百零二, 一九九五.</summary>
public static class ChineseNumeral
{
    private const string Digits = "〇一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";
    private static readonly SearchValues<char> Units = SearchValues.Create("十百千拾佰仟廿");

    /// <summary>Reads digits or Chinese characters, up to 9999; false for anything else.</summary>
    public static bool TryRead(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 8) return false;
        if (text.IndexOfAnyExceptInRange('0', '9') < 0) return text.Length <= 4 && int.TryParse(text, out number);
        return text.ContainsAny(Units) ? TryReadWords(text, out number) : TryReadDigits(text, out number);
    }

    /// <summary>The digit of one character; -1 where it is none.</summary>
    public static int Digit(char letter) => letter switch
    {
        '○' or 'O' or '０' => 0,
        '两' => 2,
        _ => Math.Max(Digits.IndexOf(letter, StringComparison.Ordinal), Formal.IndexOf(letter, StringComparison.Ordinal)),
    };

    // 一九九五
    private static bool TryReadDigits(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        if (text.Length > 4) return false;
        foreach (var letter in text)
        {
            if (Digit(letter) is not (>= 0 and var digit)) return false;
            number = number * 10 + digit;
        }

        return true;
    }

    // 二十三, 一百零二, 十
    private static bool TryReadWords(ReadOnlySpan<char> text, out int number)
    {
        number = 0;
        var (digit, last) = (-1, 10_000);
        foreach (var letter in text)
        {
            var unit = letter switch { '十' or '拾' => 10, '百' or '佰' => 100, '千' or '仟' => 1000, _ => 0 };
            if (letter == '廿') (unit, digit) = (10, 2);
            if (unit >= last) return false;
            if (unit > 0)
            {
                if (digit < 0 && (unit != 10 || number > 0)) return false;
                number += Math.Max(digit, 1) * unit;
                (digit, last) = (-1, unit);
            }
            else if (Digit(letter) is 0) digit = -1;
            else if (digit >= 0 || (digit = Digit(letter)) < 0) return false;
        }

        if (digit > 0) number += digit;
        return number > 0;
    }
}
