namespace OldEstateRenewal.Domain.Policies;

/// <summary>
/// A limit as documents word it (界限): 80%以上, 不超过10%, 不足3亩. 以上、以下、以内、不超过 include the number; 超过、过、不足、不满 exclude it
/// (民法典 第一千二百五十九条). Compared as exact fractions.
/// </summary>
/// <param name="Word">The word of the document.</param>
/// <param name="Limit">The number, as an exact fraction.</param>
/// <param name="Text">The number as printed: 80%.</param>
public sealed record Bound(string Word, Fraction Limit, string Text)
{
    private static readonly Dictionary<string, Func<int, bool>> Meanings = new()
    {
        ["以上"] = sign => sign >= 0,
        ["不低于"] = sign => sign >= 0,
        ["以下"] = sign => sign <= 0,
        ["以内"] = sign => sign <= 0,
        ["不超过"] = sign => sign <= 0,
        ["超过"] = sign => sign > 0,
        ["过"] = sign => sign > 0,
        ["不足"] = sign => sign < 0,
        ["不满"] = sign => sign < 0,
    };

    /// <summary>As people say it: 80%以上, 不足3.</summary>
    public string InWords => Word is "以上" or "以下" or "以内" ? $"{Text}{Word}" : $"{Word}{Text}";

    /// <summary>Whether a value keeps the limit.</summary>
    public bool Holds(Fraction value) => Meanings[Word](value.CompareTo(Limit));

    /// <summary>Reads { word, limit } at <paramref name="name"/>; the limit lies between 0 and <paramref name="most"/>.</summary>
    public static Bound Read(PolicyNode parent, string name, int most = 1)
    {
        var node = parent.Object(name);
        var word = node.Text("word");
        if (!Meanings.ContainsKey(word)) word = node.Wrong("word", $"下列之一：{string.Join("、", Meanings.Keys)}", "以上");
        return new Bound(word, node.Fraction("limit", most), node.OptionalText("limit") ?? "");
    }
}
