using OldEstateRenewal.Domain.Policies;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>A grade (等次) and the marks from which it is given: 超过95 excludes 95, 85以上 includes 85 (民法典 第一千二百五十九条). The last grade has none.</summary>
public sealed record GradeBand(string Name, Bound? From);

/// <summary>
/// The grades of an evaluation (评价等次), best first: the first whose bound holds is given. The bands neither gap nor overlap, because the upper side of a
/// band is what the better one leaves.
/// </summary>
public sealed record GradeBands(IReadOnlyList<GradeBand> Bands)
{
    /// <summary>
    /// A template (江西省 2022): 优秀&gt;95, 良好 85–95, 合格 75–85, 差&lt;75. So 95 is 良好 and 75 is 合格, as printed; ⚖ 85 is printed in two grades and goes to
    /// the better one.
    /// </summary>
    public const string Jiangxi2022 = "优秀 超过95；良好 85以上；合格 75以上；差";

    /// <summary>The grade of a total.</summary>
    /// <exception cref="InvalidOperationException">The last grade has a bound, which <see cref="Refuse"/> says.</exception>
    public GradeBand Of(decimal total) => Bands.First(band => band.From?.Holds(Exact.Of(total)) ?? true);

    /// <summary>Each grade with both sides: 优秀：超过95分, 良好：85分以上、不超过95分, 合格：75分以上、不足85分, 差：不足75分.</summary>
    public IReadOnlyList<string> InWords => Bands.Select((band, index) => $"{band.Name}：{string.Join("、", Sides(band, index > 0 ? Bands[index - 1] : null))}").ToList();

    /// <summary>Everything that is wrong with the grades; empty when nothing is.</summary>
    public IReadOnlyList<string> Refuse() =>
    [
        .. Bands.Count < 2 ? ["等次至少两档。"] : Array.Empty<string>(),
        .. Bands.GroupBy(band => band.Name).Where(same => same.Count() > 1).Select(same => $"等次“{same.Key}”重复。"),
        .. Bands.SkipLast(1).Where(band => band.From is not { Word: "超过" or "以上" }).Select(band => $"等次“{band.Name}”须写明“超过”或“以上”多少分。"),
        .. Bands.TakeLast(1).Where(band => band.From is not null).Select(band => $"最后一档“{band.Name}”不设分数，其余得分都归这一档。"),
        .. Bands.Zip(Bands.Skip(1)).Where(pair => pair is { First.From: { } better, Second.From: { } worse } && better.Limit <= worse.Limit).Select(pair => $"“{pair.First.Name}”的分数须高于“{pair.Second.Name}”。"),
    ];

    /// <summary>Reads "优秀 超过95；良好 85以上；差"; what cannot be read of a grade's bound is no bound, which <see cref="Refuse"/> then says.</summary>
    public static GradeBands Parse(string text) => new(text.Split(['；', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Band).ToList());

    /// <summary>As <see cref="Parse"/> reads it.</summary>
    public override string ToString() => string.Join("；", Bands.Select(band => band.From is { } from ? $"{band.Name} {from.InWords}" : band.Name));

    private static GradeBand Band(string text)
    {
        var parts = text.Split([' ', '　'], 2, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length < 2) return new(text, null);
        var word = parts[1].StartsWith("超过", StringComparison.Ordinal) ? "超过" : "以上";
        var number = parts[1].Replace(word, "", StringComparison.Ordinal).Replace("分", "", StringComparison.Ordinal).Trim();
        return new(parts[0], parts[1].Contains(word, StringComparison.Ordinal) && Fraction.TryParse(number, out var limit) ? new Bound(word, limit, number) : null);
    }

    private static IEnumerable<string> Sides(GradeBand band, GradeBand? better)
    {
        if (band.From is { } from) yield return from.Word == "超过" ? $"超过{from.Text}分" : $"{from.Text}分以上";
        if (better?.From is { } above) yield return above.Word == "超过" ? $"不超过{above.Text}分" : $"不足{above.Text}分";
    }
}
