using System.Numerics;
using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Consent;

/// <summary>
/// A share that must be reached (门槛), and whether reaching it exactly is enough: 以上、不少于 include the number,
/// 过半数、超过 exclude it (民法典第一千二百五十九条). Words of a limit from above (以下、不超过、不足) are no bar to reach and are refused.
/// Compared by cross-multiplication.
/// </summary>
/// <param name="Share">The share, between 0 and 1.</param>
/// <param name="Inclusive">Whether the number itself is enough (含本数).</param>
/// <param name="Words">The words of the document, such as "以上".</param>
public sealed record Threshold(Fraction Share, bool Inclusive, string Words)
{
    private const string All = "全体";
    private static readonly string[] Including = ["以上", "不少于", "不低于", "不小于", "达到", "至少", "届满", All];
    private static readonly string[] Following = ["以上", "以外"];
    private static readonly string[] Excluding = ["过半数", "过半", "超过", "多于", "高于", "大于", "以外"];
    private static readonly string[] FromAbove = ["以下", "以内", "不超过", "不足", "不满", "低于", "少于", "小于", "不高于", "不大于", "不多于", "至多"];

    /// <summary>Whether <paramref name="part"/> of <paramref name="whole"/> reaches it. Nothing of nothing never does.</summary>
    public bool IsMet(long part, long whole)
    {
        if (whole <= 0) return false;
        var order = (part * Share.Denominator).CompareTo(whole * Share.Numerator);
        return order > 0 || (Inclusive && order == 0);
    }

    /// <summary>The least number out of <paramref name="whole"/> that reaches it: 80% 以上 of 16 is 13, 过半数 of 120 is 61.</summary>
    public BigInteger Least(long whole)
    {
        var exact = Share * whole;
        return Inclusive ? exact.Ceiling() : exact.Floor() + 1;
    }

    /// <summary>The threshold in words: 2/3以上（含本数）, 80%以上（含本数）, 超过75%（不含本数）, 过半数（不含半数）.</summary>
    public override string ToString() =>
        Words == All ? All : IsHalf(Words) ? "过半数（不含半数）" : $"{(Array.IndexOf(Following, Words) >= 0 ? ShareInWords + Words : Words + ShareInWords)}（{(Inclusive ? "含" : "不含")}本数）";

    /// <summary>
    /// Reads { share, words, inclusive? }. The words decide, and must be of a bar to be reached; words that the Civil Code does not know must say "inclusive".
    /// </summary>
    internal static Threshold Read(PolicyNode node)
    {
        var words = node.Text("words");
        if (Array.IndexOf(FromAbove, words) >= 0) words = node.Wrong("words", "须达到的门槛用语，如 以上、不少于、超过、过半数、全体（以下、不超过、不足等是上限）", "以上");
        var known = Array.IndexOf(Including, words) >= 0 ? true : Array.IndexOf(Excluding, words) >= 0 ? false : (bool?)null;
        var stated = node.Has("inclusive") ? node.Flag("inclusive") : (bool?)null;
        if (known is null && stated is null) node.Wrong("inclusive", $"true 或 false（“{words}”是否含本数须写明）", 0);
        var threshold = new Threshold(node.Fraction("share"), stated ?? known ?? false, words);
        if (IsHalf(words) && (threshold.Share != Half || threshold.Inclusive)) node.Wrong("share", "\"1/2\"（“过半数”即超过一半，不含半数）", 0);
        if (words == All && threshold.Share != Fraction.One) node.Wrong("share", "\"1\"（“全体”即全部）", 0);
        return threshold;
    }

    private static Fraction Half => new(1, 2);

    private string ShareInWords => Share.Denominator > 4 && (Share * 100).Denominator.IsOne ? Share.ToPercent() : Share.ToString();

    /// <summary>Everybody (全体).</summary>
    internal static Threshold Everybody => new(Fraction.One, true, All);

    internal static Threshold? ReadOptional(PolicyNode? parent, string name) => parent?.OptionalObject(name) is { } node ? Read(node) : null;

    private static bool IsHalf(string words) => words is "过半数" or "过半";
}
