namespace OldEstateRenewal.Domain.Registry;

/// <summary>公民身份号码 (GB 11643): eighteen characters, the last one a check on the others.</summary>
public static class IdentityNumber
{
    private const string Checks = "10X98765432";
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static readonly int[] weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
    private static readonly int[] creditWeights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

    /// <summary>Why the number cannot be right, in words; null where it can (also for the old fifteen digits and for 统一社会信用代码).</summary>
    public static string? Doubt(string number)
    {
        if (number.Length == 15 && number.All(char.IsAsciiDigit)) return null;
        if (number.Length != 18) return $"有 {number.Length} 位，身份证号应为 18 位";
        if (!number[..17].All(char.IsAsciiDigit)) return IsCreditCode(number) ? null : "含有身份证号中不会有的字符";
        if (!IsDay(number)) return IsCreditCode(number) ? null : "其中的出生日期不存在";
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (number[i] - '0');
        return Checks[sum % 11] == number[17] ? null : "校验位不对，可能有一位写错";
    }

    private static bool IsDay(string number) =>
        int.Parse(number.AsSpan(6, 4)) is >= 1800 and <= 2100 and var year && int.Parse(number.AsSpan(10, 2)) is >= 1 and <= 12 and var month
        && int.Parse(number.AsSpan(12, 2)) is >= 1 and var day && day <= DateTime.DaysInMonth(year, month);

    // 统一社会信用代码 (GB 32100).
    private static bool IsCreditCode(string number)
    {
        var sum = 0;
        for (var i = 0; i < creditWeights.Length; i++)
        {
            var value = Letters.IndexOf(number[i], StringComparison.Ordinal);
            if (value < 0) return false;
            sum += creditWeights[i] * value;
        }

        return Letters[(31 - sum % 31) % 31] == number[17];
    }
}
