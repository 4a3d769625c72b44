using System.Globalization;
using static OldEstateRenewal.Domain.Supervision.IndicatorKeys;

namespace OldEstateRenewal.Domain.Supervision;

/// <summary>What is asked for next (下一步): a milestone, its day, and who has not reached it yet.</summary>
public sealed record BulletinTask(string Name, DateOnly DueOn, IReadOnlyList<string> NotReached);

/// <summary>Everything a bulletin is written from (通报依据): figures frozen at the end of the period.</summary>
/// <param name="Region">全市、全县.</param>
/// <param name="Until">The last day of the period.</param>
/// <param name="Totals">The sums over all bodies.</param>
/// <param name="Ranking">The ranking.</param>
/// <param name="Mentions">Who is praised and named.</param>
/// <param name="Next">What is asked for next, nearest first.</param>
public sealed record BulletinFacts(string Region, DateOnly Until, FigureTotals Totals, Ranking Ranking, Mentions Mentions, IReadOnlyList<BulletinTask> Next);

/// <summary>A part of a bulletin: its heading and its sentences.</summary>
public sealed record BulletinPart(string Heading, IReadOnlyList<string> Sentences);

/// <summary>
/// The proposed text of a bulletin (月通报文稿): sentences from figures and nothing else; a person edits and issues them. Money is in 万元 with at most two
/// decimals, half up. A figure that nobody reported is not mentioned; one that some did not report is said at the end of the opening.
/// </summary>
public static class BulletinText
{
    /// <summary>总体进展, 表扬, 点名, 下一步; parts without a sentence are left out.</summary>
    public static IReadOnlyList<BulletinPart> Of(BulletinFacts facts) => new BulletinPart[]
    {
        new("总体进展", [.. Opening(facts).Where(parts => parts.Any()).Select(Sentence), .. NotReported(facts.Totals)]),
        new("表扬", facts.Mentions.Praised.Select(mention => $"对{mention.Row.Body.Name}予以表扬：{InWords(mention)}。").ToList()),
        new("点名", facts.Mentions.Named.Select(mention => $"对{mention.Row.Body.Name}予以点名通报：{InWords(mention)}。").ToList()),
        new("下一步", [.. facts.Next.Select(Task), .. Overdue(facts.Ranking), .. Reports(facts.Ranking)]),
    }.Where(part => part.Sentences.Count > 0).ToList();

    private static IEnumerable<IEnumerable<string>> Opening(BulletinFacts facts)
    {
        var figures = facts.Totals.Figures;
        yield return Known($"截至{Day(facts.Until)}，{facts.Region}列入计划", Plan(Estates, figures), Plan(Households, figures), Plan(IndicatorKeys.Area, figures));
        yield return Known("已开工", Figure(StartedEstates, figures), Figure(StartedHouseholds, figures), Rate(RateKeys.Start, figures), Rate(RateKeys.StartHouseholds, figures));
        yield return Known("已完工", Figure(CompletedEstates, figures), Figure(CompletedHouseholds, figures), Rate(RateKeys.Completion, figures), Rate(RateKeys.CompletionHouseholds, figures));
        yield return Known("竣工验收", Figure(AcceptedEstates, figures));
        yield return Known("完成投资", Figure(Investment, figures), Rate(RateKeys.Investment, figures));
        yield return Known("到位资金", Figure(Received, figures), Rate(RateKeys.Received, figures));
        yield return Known("已支付", Figure(Paid, figures), Rate(RateKeys.Payment, figures));
        yield return Known("落实长效管理", Figure(ManagedEstates, figures), Rate(RateKeys.Management, figures));
        yield return Known("未解决问题", Figure(OpenProblems, figures), Figure(OverdueProblems, figures) is { } overdue ? $"其中逾期 {overdue}" : null);
    }

    /// <summary>The words in front and what is known; nothing where nothing is.</summary>
    private static IEnumerable<string> Known(string front, params string?[] parts) => parts.OfType<string>().ToList() is { Count: > 0 } known ? known.Prepend(front) : [];

    private static string Sentence(IEnumerable<string> parts)
    {
        var words = parts.ToList();
        return $"{words[0]} {string.Join("，", words.Skip(1))}。";
    }

    private static IEnumerable<string> NotReported(FigureTotals totals) =>
        totals.Missing.Select(missing => $"{missing.Key.Name}未含{string.Join("、", missing.Value)}（未报）。");

    private static string Task(BulletinTask task) =>
        task.NotReached.Count == 0 ? $"{Day(task.DueOn)}前{task.Name}，各单位均已达到。" : $"{Day(task.DueOn)}前{task.Name}，尚未达到的有{string.Join("、", task.NotReached)}，请按期完成。";

    private static IEnumerable<string> Overdue(Ranking ranking) =>
        from row in ranking.Rows
        let overdue = FigureTerm.Actual(OverdueProblems).In(row.Body.Figures)
        where overdue > 0
        select $"请{row.Body.Name}解决逾期问题 {overdue:0} 个。";

    private static IEnumerable<string> Reports(Ranking ranking) => ranking.Rows.Where(row => row.HasUnreported)
        .Select(row => $"请{row.Body.Name}补报：{string.Join("、", row.Points.Where(points => !points.IsReported).Select(points => points.Criterion.Name))}。");

    private static string InWords(Mention mention) =>
        $"{string.Join("，", mention.Reasons)}；得分 {mention.Row.TotalText}，{string.Join("，", mention.Row.Points.Select(points => points.Criterion.Name.With(points.Text)))}";

    private static string? Plan(string key, IReadOnlyDictionary<string, FigurePair> figures) => Text(key, FigureTerm.Planned(key).In(figures));

    private static string? Figure(string key, IReadOnlyDictionary<string, FigurePair> figures) => Text(key, FigureTerm.Actual(key).In(figures));

    private static string? Text(string key, decimal? value) => value is not { } known ? null
        : Indicators.Get(key) is { Nature: IndicatorNature.Money } ? $"{(Exact.Of(known) / 10_000).ToDecimal().ToString("0.##", CultureInfo.InvariantCulture)} 万元"
        : Indicators.Get(key).InWords(known);

    private static string? Rate(string key, IReadOnlyDictionary<string, FigurePair> figures) =>
        Rates.Find(key)!.Of(figures) is { Value: not null } rate ? rate.Definition.Name.With(rate.Text) : null;

    private static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");
}
