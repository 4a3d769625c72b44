using System.Text;

namespace OldEstateRenewal.Domain.Collecting;

/// <summary>An amount in Chinese capitals (人民币大写), as receipts must show it: 支付结算办法 附一《正确填写票据和结算凭证的基本规定》.</summary>
public static class ChineseAmount
{
    private const string Digits = "零壹贰叁肆伍陆柒捌玖";
    private const long Wan = 10_000;
    private const long Yi = 100_000_000;

    /// <summary>壹仟捌佰元整; with 负 in front where it is below zero. 整 stands behind 元 and 角, never behind 分.</summary>
    public static string Of(Money amount)
    {
        if (amount < Money.Zero) return "负" + Of(-amount);
        var (yuan, jiao, fen) = (amount.Fen / 100, (int)(amount.Fen / 10 % 10), (int)(amount.Fen % 10));
        if (amount.Fen == 0) return "零元整";
        var text = new StringBuilder(yuan > 0 ? Whole(yuan) + "元" : "");
        if (jiao > 0) text.Append(Digits[jiao]).Append('角');
        // Between 元 and 分 the empty 角 is said.
        else if (fen > 0 && yuan > 0) text.Append('零');
        return fen > 0 ? text.Append(Digits[fen]).Append('分').ToString() : text.Append('整').ToString();
    }

    private static string Whole(long number) => number switch
    {
        >= Yi => Whole(number / Yi) + "亿" + Rest(number % Yi, Yi / 10),
        >= Wan => Whole(number / Wan) + "万" + Rest(number % Wan, Wan / 10),
        _ => Thousands((int)number),
    };

    /// <summary>What follows a 万 or 亿; 零 where its first place is empty.</summary>
    private static string Rest(long number, long firstPlace) => number == 0 ? "" : (number < firstPlace ? "零" : "") + Whole(number);

    private static string Thousands(int number)
    {
        var text = new StringBuilder();
        var isGap = false;
        foreach (var (place, unit) in new[] { (1000, "仟"), (100, "佰"), (10, "拾"), (1, "") })
        {
            var digit = number / place % 10;
            if (digit == 0)
            {
                isGap = text.Length > 0;
                continue;
            }

            if (isGap) text.Append('零');
            text.Append(Digits[digit]).Append(unit);
            isGap = false;
        }

        return text.ToString();
    }
}
